package import ArticleModel

/// A half-open range of code points of an article's text, as gold and `lede annotate` count.
package struct CodePointRange: Hashable, Comparable, Sendable {
  /// Where it starts.
  package var start: Int
  /// Where it ends; not included.
  package var end: Int

  /// The range from `start` up to, not including, `end`.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The code points of a range of UTF-8 offsets.
  package init(_ range: TextRange, in text: ArticleText) {
    start = text.scalarOffset(of: range.start)
    end = text.scalarOffset(of: range.end)
  }

  /// How many code points are in it.
  package var count: Int { end - start }

  /// How many code points both hold; less than 1 where they are apart.
  package func overlap(with other: CodePointRange) -> Int {
    min(end, other.end) - max(start, other.start)
  }

  /// How far the two starts and the two ends lie apart, together.
  package func distance(to other: CodePointRange) -> Int {
    abs(start - other.start) + abs(end - other.end)
  }

  /// Whether all of the other lies in it.
  package func contains(_ other: CodePointRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// By start, then the shorter first.
  package static func < (a: CodePointRange, b: CodePointRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

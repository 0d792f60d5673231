import ArticleModel

/// Ranges in text order, asked for in text order.
struct RangeCursor {
  private let ranges: [TextRange]
  private var index = 0

  init(_ ranges: some Sequence<TextRange>) { self.ranges = ranges.sorted() }

  /// Whether one of them overlaps `range`; each question stands after the one before.
  mutating func overlaps(_ range: TextRange) -> Bool {
    while index < ranges.count, ranges[index].end <= range.start { index += 1 }
    return index < ranges.count && ranges[index].start < range.end
  }

  /// Whether one of them is `range`; asked in order, as above.
  mutating func holds(_ range: TextRange) -> Bool {
    overlaps(range) && ranges[index] == range
  }

  /// Whether `range` is part of a longer one of them; asked in order, as above.
  mutating func holdsInside(_ range: TextRange) -> Bool {
    guard overlaps(range) else { return false }
    return ranges[index].contains(range) && ranges[index] != range
  }
}

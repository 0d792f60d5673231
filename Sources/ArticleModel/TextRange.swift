/// A half-open range of UTF-8 offsets in an article's text.
///
/// Inside lede places are UTF-8 offsets; what users see counts Unicode scalars (code points) and
/// is made by ``ArticleText/scalarOffset(of:)``.
public struct TextRange: Hashable, Sendable, Comparable {
  /// Where it starts.
  public var start: Int
  /// Where it ends; not included.
  public var end: Int

  /// The range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { start >= end }
  /// How many bytes or tokens are in it.
  public var count: Int { max(0, end - start) }

  /// Whether all of the other lies in it.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  /// Whether the offset lies in it.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether they share a byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that holds both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }

  /// By start, then the shorter first.
  public static func < (a: TextRange, b: TextRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

/// A half-open range of token indices of one article.
public struct TokenRange: Hashable, Sendable {
  /// Where it starts.
  public var start: Int
  /// Where it ends; not included.
  public var end: Int

  /// The range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { start >= end }
  /// How many bytes or tokens are in it.
  public var count: Int { max(0, end - start) }
  /// Whether the token lies in it.
  public func contains(_ index: Int) -> Bool { start <= index && index < end }
}

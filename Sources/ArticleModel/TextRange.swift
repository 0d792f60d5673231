/// A half-open range of UTF-8 offsets in an article's text.
///
/// Inside lede places are UTF-8 offsets; what users see counts Unicode scalars (code points) and
/// is made by ``ArticleText/scalarOffset(of:)``.
public struct TextRange: Hashable, Sendable, Comparable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public var isEmpty: Bool { start >= end }
  public var count: Int { max(0, end - start) }

  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

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
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public var isEmpty: Bool { start >= end }
  public var count: Int { max(0, end - start) }
  public func contains(_ index: Int) -> Bool { start <= index && index < end }
}

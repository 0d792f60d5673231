/// A half-open range of UTF-8 offsets in one source text.
///
/// A query, a script or an article file is one source; whoever reports a range also says which
/// text it stands in (`DiagnosticReport` pairs both). Line and column are computed when printing.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// The range between two offsets; empty where the end lies before the start.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Whether it holds no byte; it still has a place.
  public var isEmpty: Bool { start == end }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}

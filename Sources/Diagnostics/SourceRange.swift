/// A half-open range of UTF-8 offsets in one source text.
///
/// A query, a script or an article file is one source; whoever reports a range also says which
/// text it stands in (`DiagnosticReport` pairs both). Line and column are computed when printing.
public struct SourceRange: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public var isEmpty: Bool { start == end }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}

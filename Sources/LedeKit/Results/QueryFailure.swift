public import Diagnostics

/// A query that cannot be run, or broke off: what is wrong, and where in its text.
public struct QueryFailure: Error, Sendable {
  /// Why it did not come to an end.
  public enum Kind: Sendable {
    /// The text is wrong; nothing was run.
    case query
    /// It went wrong while running.
    case run
    /// A limit was reached; the engine stays usable.
    case limit
    /// It was cancelled.
    case cancelled
  }

  public var kind: Kind
  /// At least one; errors and, among them, warnings, in text order.
  public var diagnostics: [Diagnostic]
  /// The text that their ranges count in.
  public var source: SourceText

  public init(kind: Kind, diagnostics: [Diagnostic], source: SourceText) {
    self.kind = kind
    self.diagnostics = diagnostics
    self.source = source
  }
}

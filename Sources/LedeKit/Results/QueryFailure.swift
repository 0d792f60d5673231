public import Diagnostics
import QueryExecution

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

  /// Why it did not come to an end.
  public var kind: Kind
  /// At least one; errors and, among them, warnings, in text order.
  public var diagnostics: [Diagnostic]
  /// The text that their ranges count in.
  public var source: SourceText

  /// A failure with all that is to be told of it.
  public init(kind: Kind, diagnostics: [Diagnostic], source: SourceText) {
    self.kind = kind
    self.diagnostics = diagnostics
    self.source = source
  }
}

extension QueryFailure {
  init(_ error: ExecutionError, in source: SourceText, surroundings: Surroundings) {
    self.init(
      kind: error.kind, diagnostics: [error.diagnostic(in: surroundings)], source: source)
  }

  /// A value was given for a parameter that the script does not declare.
  init(unknownParameter name: String, declared: [String], in source: SourceText) {
    let near = spellingSuggestions(for: name, among: declared, limit: 1).first
    let declares =
      declared.isEmpty
      ? "it declares none; begin it with: declare query_parameters(\(name): string);"
      : "it declares \(declared.map { "'\($0)'" }.joined(separator: ", "))"
    self.init(
      kind: .query,
      diagnostics: [
        Diagnostic(
          code: Self.unknownParameterPage.code, message: "the script has no parameter '\(name)'",
          help: near.map { "did you mean '\($0)'?" } ?? declares)
      ], source: source)
  }
}

extension QueryFailure {
  static let unknownParameterPage = ErrorPage(
    "L0611", "A value was given for a parameter that the script does not declare.",
    wrong: "lede run said.lede --param topik=ports",
    right: "lede run said.lede --param topic=ports")
}

extension ExecutionError {
  fileprivate var kind: QueryFailure.Kind {
    switch self {
    case .cancelled: return .cancelled
    case .limitExceeded: return .limit
    case .located(let error, _): return error.kind
    case .badPattern, .badArgument, .noKeptResult, .missingParameter, .badParameter, .source:
      return .run
    }
  }
}

extension QueryFailure: CustomStringConvertible {
  /// All that is wrong, each with its line and carets.
  public var description: String {
    let renderer = DiagnosticRenderer()
    return diagnostics.map { renderer.text($0, in: source) }.joined()
  }
}

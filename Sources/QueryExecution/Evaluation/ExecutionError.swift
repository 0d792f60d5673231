package import Columns
package import Diagnostics

/// Why a run ended early.
///
/// Words are made in `ExecutionError+Diagnostic.swift`.
package indirect enum ExecutionError: Error, Hashable, Sendable {
  case cancelled
  case limitExceeded(ExecutionLimits.Kind, limit: Int, used: Int)
  /// `print extract("(", 1, "x")`: the engine's reason, and where in the pattern.
  case badPattern(pattern: String, reason: String)
  /// `print datetime_add("fortnight", 1, now())`
  case badArgument(function: String, reason: String)
  /// `_ | count` before anything was run
  case noKeptResult(Int)
  /// `declare query_parameters(n:long); print n` run without n
  case missingParameter(name: String)
  /// A parameter's value, in words, that is not of its type.
  case badParameter(name: String, value: String, expected: ScalarType)
  /// The corpus could not be read.
  case source(reason: String)
  /// An error with the place in the query that it comes from.
  case located(ExecutionError, SourceRange)
}

package import Diagnostics

extension ExecutionError {
  /// What a person is told.
  package var diagnostic: Diagnostic {
    switch self {
    case .cancelled:
      return Diagnostic(code: ExecutionErrorCode.cancelled.rawValue, message: "cancelled")
    case .limitExceeded(let kind, let limit, let used):
      return Self.diagnostic(of: kind, limit: limit, used: used)
    case .badPattern(let pattern, let reason):
      return Diagnostic(
        code: ExecutionErrorCode.badPattern.rawValue,
        message: "'\(pattern)' is not a regular expression: \(reason)",
        help: "RE2 syntax; write a backslash twice in a plain string, once in @\"…\"")
    case .badArgument(let function, let reason):
      return Diagnostic(
        code: ExecutionErrorCode.badArgument.rawValue, message: "\(function): \(reason)")
    case .noKeptResult(let number):
      return Diagnostic(
        code: ExecutionErrorCode.noKeptResult.rawValue,
        message: "the result _\(number) is no longer kept",
        help: "run its query again, or give it a name with 'let'")
    case .missingParameter(let name):
      return Diagnostic(
        code: ExecutionErrorCode.missingParameter.rawValue,
        message: "the parameter '\(name)' has no value",
        help: "give one with --param \(name)=…")
    case .badParameter(let name, let expected):
      return Diagnostic(
        code: ExecutionErrorCode.badParameter.rawValue,
        message: "the value of the parameter '\(name)' is no \(expected)")
    case .source(let reason):
      return Diagnostic(
        code: ExecutionErrorCode.source.rawValue, message: "the articles cannot be read: \(reason)")
    case .located(let error, let range):
      var diagnostic = error.diagnostic
      if diagnostic.range == nil { diagnostic.range = range }
      return diagnostic
    }
  }

  // MARK: - Implementation

  private static func diagnostic(
    of kind: ExecutionLimits.Kind, limit: Int, used: Int
  ) -> Diagnostic {
    switch kind {
    case .rows:
      return Diagnostic(
        code: ExecutionErrorCode.rowLimit.rawValue,
        message: "the result has more than \(limit) rows, the limit",
        help: "'take' fewer, or raise --limit-rows")
    case .bytes:
      return Diagnostic(
        code: ExecutionErrorCode.byteLimit.rawValue,
        message: "the run would hold \(used) bytes, and the limit is \(limit)",
        help: "filter or aggregate earlier, or raise --limit-megabytes")
    case .milliseconds:
      return Diagnostic(
        code: ExecutionErrorCode.timeLimit.rawValue,
        message: "the run took longer than \(limit) ms, the limit",
        help: "filter earlier, or raise --limit-seconds")
    case .steps:
      return Diagnostic(
        code: ExecutionErrorCode.stepLimit.rawValue,
        message: "the run took more than \(limit) steps, the limit")
    case .depth:
      return Diagnostic(
        code: ExecutionErrorCode.depthLimit.rawValue,
        message: "the query nests deeper than \(limit) levels, the limit",
        help: "name parts of it with 'let'")
    }
  }
}

extension WarningSink.Entry {
  /// What a person is told.
  package var diagnostic: Diagnostic {
    func warning(_ code: String, _ message: String, help: String? = nil) -> Diagnostic {
      let times = rows > 1 ? " (\(rows) rows)" : ""
      return Diagnostic(
        code: code, severity: .warning, message: message + times, range: range, help: help)
    }
    switch self.warning {
    case .integerOverflow:
      return warning(
        ExecutionErrorCode.integerOverflow.rawValue,
        "the number does not fit into a long and became null",
        help: "toreal() or todecimal() hold larger numbers")
    case .decimalOverflow:
      return warning(
        ExecutionErrorCode.decimalOverflow.rawValue,
        "the number has more than 34 digits and became null")
    case .datetimeOutOfRange:
      return warning(
        ExecutionErrorCode.datetimeOutOfRange.rawValue,
        "the date lies outside the years 1 to 9999 and became null")
    case .emptyRangeStep:
      return warning(
        ExecutionErrorCode.emptyRangeStep.rawValue,
        "a range with a step of 0, or one that leads away from its end, is empty")
    case .other(let code, let message):
      return warning(code, message)
    }
  }
}

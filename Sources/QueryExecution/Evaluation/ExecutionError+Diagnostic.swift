import Columns
package import Diagnostics

extension ExecutionError {
  /// What a person is told, in the terms of where the query was asked.
  package func diagnostic(in surroundings: Surroundings) -> Diagnostic {
    switch self {
    case .cancelled:
      return Diagnostic(code: ExecutionErrorCode.cancelled.rawValue, message: "cancelled")
    case .limitExceeded(let kind, let limit, let used):
      return Self.diagnostic(of: kind, limit: limit, used: used, in: surroundings)
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
        help: Self.parameterHelp(name, in: surroundings))
    case .badParameter(let name, let value, let expected):
      return Diagnostic(
        code: ExecutionErrorCode.badParameter.rawValue,
        message: "the parameter '\(name)' takes \(expected.inWords), and \(value) is none")
    case .source(let reason):
      return Diagnostic(
        code: ExecutionErrorCode.source.rawValue, message: "the articles cannot be read: \(reason)")
    case .located(let error, let range):
      var diagnostic = error.diagnostic(in: surroundings)
      if diagnostic.range == nil { diagnostic.range = range }
      return diagnostic
    }
  }

  // MARK: - Implementation

  private static func parameterHelp(_ name: String, in surroundings: Surroundings) -> String {
    switch surroundings {
    case .library: return "give one to run: parameters: [\"\(name)\": …]"
    case .commandLine: return "give one with --param \(name)=…"
    case .prompt: return "give one after the file: .read FILE \(name)=…"
    }
  }

  /// What to do where a limit is reached: what the query can do, else what raises it.
  private static func limitHelp(
    _ advice: String, option: String, setting: String, in surroundings: Surroundings
  ) -> String {
    switch surroundings {
    case .library: return "\(advice), or raise EngineOptions.limits.\(setting)"
    case .commandLine: return "\(advice), or raise --\(option)"
    case .prompt: return "\(advice); the limit was set when lede was started"
    }
  }

  private static func diagnostic(
    of kind: ExecutionLimits.Kind, limit: Int, used: Int, in surroundings: Surroundings
  ) -> Diagnostic {
    func help(_ advice: String, _ option: String, _ setting: String) -> String {
      limitHelp(advice, option: option, setting: setting, in: surroundings)
    }
    switch kind {
    case .rows:
      return Diagnostic(
        code: ExecutionErrorCode.rowLimit.rawValue,
        message: "the result has more than \(limit) rows, the limit",
        help: help("'take' fewer", "limit-rows", "rows"))
    case .bytes:
      return Diagnostic(
        code: ExecutionErrorCode.byteLimit.rawValue,
        message: "the run would hold \(used) bytes, and the limit is \(limit)",
        help: help("filter or aggregate earlier", "limit-megabytes", "bytes"))
    case .milliseconds:
      return Diagnostic(
        code: ExecutionErrorCode.timeLimit.rawValue,
        message: "the run took longer than \(limit) ms, the limit",
        help: help("filter earlier", "limit-seconds", "milliseconds"))
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
    case .rowsLeftOutOfJoin(let count):
      return warning(
        ExecutionErrorCode.rowsLeftOutOfJoin.rawValue,
        "a join without kind keeps only the first left row of each key: "
          + "\(count) \(count == 1 ? "row was" : "rows were") left out; kind=inner keeps them")
    case .other(let code, let message):
      return warning(code, message)
    }
  }
}

extension ScalarType {
  /// A value of the type as a person says it.
  fileprivate var inWords: String {
    switch self {
    case .int, .long: return "a whole number"
    case .real, .decimal: return "a number"
    case .bool: return "true or false"
    case .datetime: return "a date, such as 2024-03-05"
    case .timespan: return "a span of time, such as 2h"
    case .guid: return "a guid"
    case .dynamic: return "JSON"
    case .string: return "a text"
    case .unknown: return "a value"
    }
  }
}

package import Columns
import Diagnostics
package import QueryPlanning

/// Runs planned scripts over the tables of a corpus.
package struct Executor: Sendable {
  private let tables: any TableCatalog
  private let library: FunctionLibrary
  private let kept: any KeptResults

  package init(
    tables: any TableCatalog, library: FunctionLibrary = .standard,
    kept: any KeptResults = NoKeptResults()
  ) {
    self.tables = tables
    self.library = library
    self.kept = kept
  }

  /// Starts a script.
  ///
  /// Parameters by name; those without a value take their default.
  package func start(
    _ script: PlannedScript, parameters: [String: ScalarValue] = [:],
    options: RunOptions = RunOptions()
  ) throws -> ScriptRun {
    if let limit = options.limits.milliseconds {
      options.cancellation.setDeadline(milliseconds: limit)
    }
    return ScriptRun(
      script, parameters: try bind(script.parameters, parameters), tables: tables,
      library: library, kept: kept, options: options)
  }

  // MARK: - Implementation

  private func bind(
    _ parameters: [PlannedScript.Parameter], _ values: [String: ScalarValue]
  ) throws -> [ScalarValue] {
    try parameters.map { parameter in
      guard let value = values[parameter.name] ?? parameter.defaultValue else {
        throw ExecutionError.missingParameter(name: parameter.name)
      }
      if value.type == parameter.type || value.isNull {
        return Conversion.convert(value, to: parameter.type)
      }
      let converted = Conversion.convert(value, to: parameter.type)
      // A text is read as the parameter's type; any other value has to fit it as it is.
      let fits = value.type == .string || canAssign(value.type, to: parameter.type)
      guard fits, !converted.isNull else {
        throw ExecutionError.badParameter(
          name: parameter.name, value: value.inMessage, expected: parameter.type)
      }
      return converted
    }
  }
}

extension ScalarValue {
  /// A value as a message names it: a text in quotes, any other as it is written and its type.
  fileprivate var inMessage: String {
    if case .string(let text) = self { return "'\(text.prefix(40))'" }
    guard case .string(let written) = Conversion.convert(self, to: .string) else { return "this" }
    return "\(written.prefix(40)), \(type.withArticle),"
  }
}

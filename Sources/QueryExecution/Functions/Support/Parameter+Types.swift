import Columns
import QueryPlanning

/// Short spellings for declarations of functions.
extension Parameter {
  static func any(_ name: String) -> Parameter { Parameter(name, .any) }
  static func common(_ name: String) -> Parameter { Parameter(name, .common) }
  /// Any scalar, taken as its text.
  static func text(_ name: String) -> Parameter { Parameter(name, .text) }
  /// A regular expression.
  static func pattern(_ name: String) -> Parameter { Parameter(name, .text, isPattern: true) }
  static func bool(_ name: String) -> Parameter { Parameter(name, .exactly(.bool)) }
  static func int(_ name: String) -> Parameter { Parameter(name, .exactly(.int)) }
  static func long(_ name: String) -> Parameter { Parameter(name, .exactly(.long)) }
  static func real(_ name: String) -> Parameter { Parameter(name, .exactly(.real)) }
  static func decimal(_ name: String) -> Parameter { Parameter(name, .exactly(.decimal)) }
  static func datetime(_ name: String) -> Parameter { Parameter(name, .exactly(.datetime)) }
  static func timespan(_ name: String) -> Parameter { Parameter(name, .exactly(.timespan)) }
  static func dynamic(_ name: String) -> Parameter { Parameter(name, .exactly(.dynamic)) }
}

extension FunctionOverload {
  static func taking(
    _ parameters: Parameter..., optional: Int = 0, isVariadic: Bool = false, giving type: ScalarType
  ) -> FunctionOverload {
    FunctionOverload(
      parameters, optional: optional, isVariadic: isVariadic, result: .exactly(type))
  }

  /// The result has the type that the `common` arguments were brought to.
  static func takingAlike(
    _ parameters: Parameter..., isVariadic: Bool = false
  ) -> FunctionOverload {
    FunctionOverload(parameters, isVariadic: isVariadic, result: .common)
  }
}

extension ScalarFunction {
  /// A function declared in one place, with one kernel for all its overloads.
  init(
    _ name: String, aliases: [String] = [], _ overloads: FunctionOverload...,
    naming: ResultNaming = .anonymous, summary: String, example: (query: String, answer: String),
    isPure: Bool = true, kernel: @escaping Kernel
  ) {
    self.init(
      FunctionSignature(
        name: name, aliases: aliases, overloads: overloads, naming: naming, summary: summary,
        example: Example(example.query, example.answer), isPure: isPure),
      kernel: kernel)
  }

  /// A function that asks the articles, as its example does.
  init(
    _ name: String, _ overload: FunctionOverload, resultTable: String? = nil, summary: String,
    example: Example, kernel: @escaping Kernel
  ) {
    self.init(
      FunctionSignature(
        name: name, overloads: [overload], summary: summary, example: example,
        resultTable: resultTable),
      kernel: kernel)
  }
}

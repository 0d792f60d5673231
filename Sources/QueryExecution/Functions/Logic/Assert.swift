import Columns
import QueryPlanning

/// `assert`: ends a query that was asked with wrong values.
enum Assert {
  static let function = ScalarFunction(
    FunctionSignature(
      name: "assert",
      overloads: [
        FunctionOverload(
          [
            Parameter("condition", .exactly(.bool), isConstant: true),
            Parameter("message", .text, isConstant: true),
          ], result: .exactly(.bool))
      ],
      summary: "True where a condition is; else an error with a message of your own.",
      example: Example("print assert(1 < 2, \"one is less\")", "true"))
  ) { _, arguments, count in
    let conditions = arguments[0].boolRows
    guard count > 0 else { return arguments[0] }
    guard conditions[0] == 1 else {
      let message = arguments[1].withUTF8(0) { String(decoding: $0, as: UTF8.self) }
      throw ExecutionError.badArgument(
        function: "assert", reason: "failed with message: '\(message)'")
    }
    return .constant(.bool(true), count: count)
  }
}

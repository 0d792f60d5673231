import Columns
import QueryPlanning

extension ScalarFunction {
  /// `== != < <= > >=`, for each type with itself; numbers widen, and anything goes with dynamic.
  static let comparisons: [ScalarFunction] = [
    equality("==", .equal, "Whether two values are equal.", Example("print 2 == 2.0", "true")),
    equality("!=", .notEqual, "Whether two values differ.", Example("print 2 != 3", "true")),
    ordering("<", .less, "Whether the first comes before.", Example("print 2 < 3", "true")),
    ordering(
      "<=", .lessOrEqual, "Whether the first does not come after.",
      Example("print \"a\" <= \"b\"", "true")),
    ordering(">", .greater, "Whether the first comes after.", Example("print 2 > 3", "false")),
    ordering(
      ">=", .greaterOrEqual, "Whether the first does not come before.",
      Example("print 1d >= 24h", "true")),
  ]

  private static let orderedTypes: [ScalarType] = [
    .int, .long, .real, .decimal, .datetime, .timespan, .string,
  ]

  private static func equality(
    _ spelling: String, _ comparison: Comparison, _ summary: String, _ example: Example
  ) -> ScalarFunction {
    make(spelling, comparison, orderedTypes + [.bool, .guid], summary, example)
  }

  private static func ordering(
    _ spelling: String, _ comparison: Comparison, _ summary: String, _ example: Example
  ) -> ScalarFunction {
    make(spelling, comparison, orderedTypes + [.bool], summary, example)
  }

  private static func make(
    _ spelling: String, _ comparison: Comparison, _ types: [ScalarType], _ summary: String,
    _ example: Example
  ) -> ScalarFunction {
    let pairs =
      types.map { ($0, $0) } + [(.decimal, .real), (.real, .decimal)]
      + [(.dynamic, .dynamic), (.dynamic, .long), (.long, .dynamic)]
    return ScalarFunction(
      FunctionSignature(
        name: spelling,
        overloads: pairs.map { left, right in
          FunctionOverload(
            [Parameter("a", .exactly(left)), Parameter("b", .exactly(right))],
            result: .exactly(.bool))
        }, summary: summary, example: example),
      kernels: pairs.map { left, right in
        if left == .dynamic || right == .dynamic { return DynamicComparison.kernel(comparison) }
        return left == right
          ? ComparisonKernel.kernel(comparison, left) : ComparisonKernel.mixedKernel(comparison)
      })
  }
}

import Columns
import QueryPlanning

extension ScalarFunction {
  /// `in`, `!in`, `between` and `!between`.
  static let membership: [ScalarFunction] = [
    membership(
      "in", isNegated: false, "Whether the value equals one of a list, an array or a query's.",
      Example("print 2 in (1, 2, 3)", "true")),
    membership(
      "!in", isNegated: true, "Whether the value equals none of a list, an array or a query's.",
      Example("print 2 !in (1, 3)", "true")),
    range(
      "between", isNegated: false, "Whether the value lies between two others or equals one.",
      Example("print 2 between (1 .. 3)", "true")),
    range(
      "!between", isNegated: true, "Whether the value lies outside of two others.",
      Example("print 4 !between (1 .. 3)", "true")),
  ]

  private static func membership(
    _ spelling: String, isNegated: Bool, _ summary: String, _ example: Example
  ) -> ScalarFunction {
    ScalarFunction(
      FunctionSignature(
        name: spelling,
        overloads: [
          FunctionOverload(
            [Parameter("value", .any), Parameter("element", .any)], isVariadic: true,
            result: .exactly(.bool))
        ], summary: summary, example: example),
      form: .membership(isNegated: isNegated),
      kernel: { _, _, count in .nulls(.bool, count: count) })
  }

  private static func range(
    _ spelling: String, isNegated: Bool, _ summary: String, _ example: Example
  ) -> ScalarFunction {
    let types: [ScalarType] = [.int, .long, .real, .decimal, .datetime, .timespan, .string]
    let triples =
      types.map { ($0, $0, $0) }
      + [
        (.datetime, .datetime, .timespan), (.dynamic, .long, .long), (.dynamic, .dynamic, .dynamic),
      ]
    return ScalarFunction(
      FunctionSignature(
        name: spelling,
        overloads: triples.map { value, low, high in
          FunctionOverload(
            [
              Parameter("value", .exactly(value)), Parameter("low", .exactly(low)),
              Parameter("high", .exactly(high)),
            ], result: .exactly(.bool))
        }, summary: summary, example: example),
      kernels: triples.map { value, _, high in
        rangeKernel(value, isLength: high == .timespan && value == .datetime, isNegated: isNegated)
      })
  }

  /// Both comparisons, joined.
  ///
  /// Where the high end is a length it is added to the low end first.
  private static func rangeKernel(
    _ type: ScalarType, isLength: Bool, isNegated: Bool
  ) -> Kernel {
    let above = ComparisonKernel.kernel(isNegated ? .less : .greaterOrEqual, type)
    let below = ComparisonKernel.kernel(isNegated ? .greater : .lessOrEqual, type)
    let end = IntegerArithmetic.add(.datetime)
    return { context, arguments, count in
      // The two comparisons would share what one call keeps by dictionary entry.
      context.memo = nil
      let high = isLength ? try end(&context, [arguments[1], arguments[2]], count) : arguments[2]
      let lower = try above(&context, [arguments[0], arguments[1]], count).flattened()
      let upper = try below(&context, [arguments[0], high], count).flattened()
      return ThreeValuedLogic.combine(lower, upper, decidedBy: isNegated, count)
    }
  }
}

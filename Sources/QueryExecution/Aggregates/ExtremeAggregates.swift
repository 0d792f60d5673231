import Columns
import QueryPlanning

extension AggregateFunction {
  static let minimum = extreme(
    "min", wantsLargest: false, "The smallest value; null of nothing.",
    Example("range x from 1 to 3 step 1 | summarize min(x)", "1"))
  static let maximum = extreme(
    "max", wantsLargest: true, "The largest value; null of nothing.",
    Example("range x from 1 to 3 step 1 | summarize max(x)", "3"))
  static let minimumIf = conditionalExtreme(
    "minif", wantsLargest: false, "The smallest value among rows for which the condition is true.",
    Example("range x from 1 to 3 step 1 | summarize minif(x, x > 1)", "2"))
  static let maximumIf = conditionalExtreme(
    "maxif", wantsLargest: true, "The largest value among rows for which the condition is true.",
    Example("range x from 1 to 3 step 1 | summarize maxif(x, x < 3)", "2"))

  private static func extreme(
    _ name: String, wantsLargest: Bool, _ summary: String, _ example: Example
  ) -> AggregateFunction {
    AggregateFunction(
      AggregateSignature(
        name: name,
        overloads: [FunctionOverload([Parameter("x", .any)], result: .sameAsArgument(0))],
        naming: .prefixed(name), summary: summary, example: example)
    ) { call in accumulator(call.types.first ?? .long, wantsLargest) }
  }

  private static func accumulator(
    _ type: ScalarType, _ wantsLargest: Bool
  ) -> any AggregateAccumulator {
    IntegerExtremeAccumulator.serves(type)
      ? IntegerExtremeAccumulator(type, wantsLargest: wantsLargest)
      : ExtremeAccumulator(type, wantsLargest: wantsLargest)
  }

  private static func conditionalExtreme(
    _ name: String, wantsLargest: Bool, _ summary: String, _ example: Example
  ) -> AggregateFunction {
    AggregateFunction(
      AggregateSignature(
        name: name,
        overloads: [
          FunctionOverload(
            [Parameter("x", .any), Parameter("condition", .exactly(.bool))],
            result: .sameAsArgument(0))
        ],
        naming: .prefixed(name), summary: summary, example: example)
    ) { call in
      ConditionalAccumulator(
        accumulator(call.types.first ?? .long, wantsLargest), condition: 1)
    }
  }
}

/// The smallest or largest value of each group: the value column of the best rows.
final class ExtremeAccumulator: AggregateAccumulator {
  private let best: BestRows

  init(_ type: ScalarType, wantsLargest: Bool) {
    best = BestRows(types: [type], wantsLargest: wantsLargest)
  }

  var byteCount: Int { best.byteCount }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    best.add(arguments, rows)
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    best.finish(groupCount: groupCount)
  }
}

import Columns
import QueryPlanning

extension AggregateFunction {
  static let count = AggregateFunction(
    AggregateSignature(
      name: "count",
      overloads: [
        FunctionOverload([Parameter("x", .any)], optional: 1, result: .exactly(.long))
      ],
      naming: .prefixed("count"),
      summary: "The number of rows, those with nulls too.",
      example: Example("range x from 1 to 3 step 1 | summarize count()", "3"))
  ) { _ in CountAccumulator() }

  static let countIf = AggregateFunction(
    AggregateSignature(
      name: "countif",
      overloads: [
        FunctionOverload([Parameter("condition", .exactly(.bool))], result: .exactly(.long))
      ],
      naming: .prefixed("countif"),
      summary: "The number of rows for which the condition is true.",
      example: Example("range x from 1 to 3 step 1 | summarize countif(x > 1)", "2"))
  ) { _ in ConditionalAccumulator(CountAccumulator(), condition: 0) }
}

/// Counts rows.
final class CountAccumulator: AggregateAccumulator {
  private var counts: [Int64] = []

  var byteCount: Int { counts.count * 8 }

  func add(_: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    counts.grow(to: rows.groupCount, with: 0)
    if rows.groupCount == 1 {
      counts[0] &+= Int64(rows.count)
      return
    }
    counts.withUnsafeMutableBufferPointer { counts in
      rows.groups.withUnsafeBufferPointer { groups in
        for group in groups { counts[Int(group)] &+= 1 }
      }
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    counts.grow(to: groupCount, with: 0)
    return [.longs(counts)]
  }
}

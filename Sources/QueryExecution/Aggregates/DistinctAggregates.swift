import Columns
import QueryPlanning

extension AggregateFunction {
  static let distinctCount = AggregateFunction(
    AggregateSignature(
      name: "dcount",
      overloads: [
        FunctionOverload(
          [Parameter("x", .any), Parameter("accuracy", .exactly(.long))], optional: 1,
          result: .exactly(.long))
      ],
      naming: .prefixed("dcount"),
      summary: "How many different values there are, exactly; nulls are left out.",
      example: Example("range x from 1 to 9 step 1 | summarize dcount(x % 3)", "3"))
  ) { _ in DistinctCountAccumulator() }

  static let distinctCountIf = AggregateFunction(
    AggregateSignature(
      name: "dcountif",
      overloads: [
        FunctionOverload(
          [
            Parameter("x", .any), Parameter("condition", .exactly(.bool)),
            Parameter("accuracy", .exactly(.long)),
          ], optional: 1, result: .exactly(.long))
      ],
      naming: .prefixed("dcountif"),
      summary: "How many different values there are in rows for which the condition is true.",
      example: Example("range x from 1 to 9 step 1 | summarize dcountif(x % 3, x < 3)", "2"))
  ) { _ in ConditionalAccumulator(DistinctCountAccumulator(), condition: 1) }

  static let countDistinct = AggregateFunction(
    AggregateSignature(
      name: "count_distinct",
      overloads: [FunctionOverload([Parameter("x", .any)], result: .exactly(.long))],
      naming: .prefixed("count_distinct"),
      summary: "How many different values there are, exactly; nulls are left out.",
      example: Example("range x from 1 to 9 step 1 | summarize count_distinct(x % 3)", "3"))
  ) { _ in DistinctCountAccumulator() }

  static let countDistinctIf = AggregateFunction(
    AggregateSignature(
      name: "count_distinctif",
      overloads: [
        FunctionOverload(
          [Parameter("x", .any), Parameter("condition", .exactly(.bool))],
          result: .exactly(.long))
      ],
      naming: .prefixed("count_distinctif"),
      summary: "How many different values there are in rows for which the condition is true.",
      example: Example("range x from 1 to 9 step 1 | summarize count_distinctif(x % 3, x < 3)", "2")
    )
  ) { _ in ConditionalAccumulator(DistinctCountAccumulator(), condition: 1) }
}

/// Finds out which rows bring a value that their group has not had.
struct DistinctValues {
  private var values = ValueNumbering()
  private var pairs = IntegerNumbering()
  /// While there is one group, a value that is new is new to it.
  private var hasOneGroup = true

  var byteCount: Int { values.byteCount + pairs.byteCount }

  /// Rows of the column that are not null and new to their group.
  mutating func newRows(_ column: ColumnVector, _ rows: GroupedRows) -> [Int32] {
    let flat = column.flattened()
    if hasOneGroup {
      if rows.groupCount == 1 {
        var found: [Int32] = []
        _ = values.number(flat, newRows: &found)
        return flat.validity == nil ? found : found.filter { !flat.isNull(Int($0)) }
      }
      hasOneGroup = false
      for number in 0..<Int64(values.count) { _ = pairs.number(of: number) }
    }
    var ignored: [Int32] = []
    let numbers = values.number(flat, newRows: &ignored)
    let keys = numbers.indices.map { Int64(rows.groups[$0]) &<< 32 | Int64(numbers[$0]) }
    var found: [Int32] = []
    _ = keys.withUnsafeBufferPointer {
      pairs.number($0, validity: nil, newRows: &found)
    }
    guard flat.validity != nil else { return found }
    return found.filter { !flat.isNull(Int($0)) }
  }
}

/// Counts different values.
final class DistinctCountAccumulator: AggregateAccumulator {
  private var distinct = DistinctValues()
  private var counts: [Int64] = []

  var byteCount: Int { distinct.byteCount + counts.count * 8 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    counts.grow(to: rows.groupCount, with: 0)
    for row in distinct.newRows(arguments[0], rows) {
      counts[Int(rows.groups[Int(row)])] &+= 1
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    counts.grow(to: groupCount, with: 0)
    return [.longs(counts)]
  }
}

import Columns
import QueryPlanning

extension AggregateFunction {
  static let rowOfMinimum = rowExtreme(
    "arg_min", aliases: ["argmin"], wantsLargest: false,
    "The smallest value and, of the row that has it, the columns named after it.",
    Example("range x from 1 to 3 step 1 | extend y = 10 - x | summarize arg_min(x, y)", "9"))
  static let rowOfMaximum = rowExtreme(
    "arg_max", aliases: ["argmax"], wantsLargest: true,
    "The largest value and, of the row that has it, the columns named after it.",
    Example("range x from 1 to 3 step 1 | extend y = 10 - x | summarize arg_max(x, y)", "7"))

  static let takeAny = AggregateFunction(
    AggregateSignature(
      name: "take_any", aliases: ["any"],
      overloads: [
        FunctionOverload([Parameter("x", .any)], result: .sameAsArgument(0)),
        FunctionOverload(
          [Parameter("x", .any), Parameter("y", .any)], isVariadic: true,
          result: .sameAsArgument(0)),
      ],
      naming: .ofArgument,
      summary: "The first value that is not null or empty; of several columns the first row's.",
      example: Example("range x from 1 to 3 step 1 | summarize take_any(x)", "1"))
  ) { call in TakeAnyAccumulator(call.types) }

  static let takeAnyIf = AggregateFunction(
    AggregateSignature(
      name: "take_anyif", aliases: ["anyif"],
      overloads: [
        FunctionOverload(
          [Parameter("x", .any), Parameter("condition", .exactly(.bool))],
          result: .sameAsArgument(0))
      ],
      naming: .ofArgument,
      summary: "The first value, not null or empty, in rows for which the condition is true.",
      example: Example("range x from 1 to 3 step 1 | summarize take_anyif(x, x > 1)", "2"))
  ) { call in
    ConditionalAccumulator(TakeAnyAccumulator(Array(call.types.prefix(1))), condition: 1)
  }

  private static func rowExtreme(
    _ name: String, aliases: [String], wantsLargest: Bool, _ summary: String, _ example: Example
  ) -> AggregateFunction {
    AggregateFunction(
      AggregateSignature(
        name: name, aliases: aliases,
        overloads: [
          FunctionOverload([Parameter("x", .any)], result: .sameAsArgument(0)),
          FunctionOverload(
            [Parameter("x", .any), Parameter("column", .any)], isVariadic: true,
            result: .sameAsArgument(0)),
        ],
        naming: .extreme, summary: summary, example: example)
    ) { call in RowExtremeAccumulator(call.types, wantsLargest: wantsLargest) }
  }
}

/// `arg_max` and `arg_min`: all columns of the best row.
final class RowExtremeAccumulator: AggregateAccumulator {
  private let best: BestRows

  init(_ types: [ScalarType], wantsLargest: Bool) {
    best = BestRows(types: types, wantsLargest: wantsLargest)
  }

  var byteCount: Int { best.byteCount }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    best.add(arguments, rows)
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    best.finish(groupCount: groupCount)
  }
}

/// `take_any`: the first row of each group; of a single column the first that holds something.
final class TakeAnyAccumulator: AggregateAccumulator {
  private let types: [ScalarType]
  private var builders: [ColumnBuilder]
  private var heldCount: Int32 = 0
  private var places: [Int32] = []

  init(_ types: [ScalarType]) {
    self.types = types
    builders = types.map { ColumnBuilder($0) }
  }

  var byteCount: Int { builders.reduce(places.count * 4) { $0 + $1.byteCount } }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    places.grow(to: rows.groupCount, with: -1)
    var taken: [Int32] = []
    let only = types.count == 1 ? arguments[0] : nil
    for row in 0..<rows.count where places[Int(rows.groups[row])] < 0 {
      if let only, only.holdsNothing(row) { continue }
      places[Int(rows.groups[row])] = heldCount
      heldCount += 1
      taken.append(Int32(truncatingIfNeeded: row))
    }
    guard !taken.isEmpty else { return }
    for index in builders.indices { builders[index].append(arguments[index].gathered(taken)) }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    places.grow(to: groupCount, with: -1)
    if places.contains(-1) {
      for index in builders.indices { builders[index].append(.nulls(types[index], count: 1)) }
      for group in places.indices where places[group] < 0 { places[group] = heldCount }
      heldCount += 1
    }
    return builders.map { $0.finish().gathered(places) }
  }
}

extension ColumnVector {
  /// Null, or the empty string.
  fileprivate func holdsNothing(_ row: Int) -> Bool {
    if isNull(row) { return true }
    guard case .string(let ids, let dictionary) = storage else { return false }
    return dictionary.entries[Int(ids[index(row)])].isEmpty
  }
}

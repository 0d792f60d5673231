import Columns
import QueryPlanning

extension AggregateFunction {
  static let percentile = AggregateFunction(
    AggregateSignature(
      name: "percentile",
      overloads: [ScalarType.long, .real, .decimal, .datetime, .timespan].map {
        FunctionOverload(
          [
            Parameter("x", .exactly($0)),
            Parameter("percentage", .exactly(.real), isConstant: true),
          ], result: .exactly($0))
      },
      naming: .prefixedWithParameter("percentile"),
      summary: "The value below or at which that share of the values lies, by nearest rank.",
      example: Example("range x from 1 to 100 step 1 | summarize percentile(x, 95)", "95"))
  ) { call in PercentileAccumulator(call) }
}

/// Keeps all values and sorts each group's at the end.
final class PercentileAccumulator: AggregateAccumulator {
  private let type: ScalarType
  private let percentage: Double
  private var values: ColumnBuilder
  private var groups: [Int32] = []

  init(_ call: AggregateCall) {
    type = call.types.first ?? .long
    values = ColumnBuilder(type)
    if case .real(let percentage) = call.constant(1) {
      self.percentage = percentage
    } else {
      percentage = .nan
    }
  }

  var byteCount: Int { values.byteCount + groups.count * 4 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    let column = arguments[0].flattened()
    var taken: [Int32] = []
    for row in 0..<rows.count where !column.isNull(row) {
      if case .real(let reals) = column.storage, reals[row].isNaN { continue }
      taken.append(Int32(truncatingIfNeeded: row))
      groups.append(rows.groups[row])
    }
    values.append(column.gathered(taken))
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    let column = values.finish()
    let codes = OrderCodes.codes(of: column)
    let order = groups.indices.sorted {
      groups[$0] != groups[$1]
        ? groups[$0] < groups[$1]
        : codes[$0] != codes[$1] ? codes[$0] < codes[$1] : $0 < $1
    }
    // A row of nulls at the end stands for groups without a value.
    var places = [Int32](repeating: Int32(truncatingIfNeeded: column.count), count: groupCount)
    var start = 0
    while start < order.count, percentage >= 0, percentage <= 100 {
      let group = groups[order[start]]
      var end = start
      while end < order.count, groups[order[end]] == group { end += 1 }
      let rank = Int((percentage / 100 * Double(end - start)).rounded(.up))
      places[Int(group)] = Int32(truncatingIfNeeded: order[start + max(1, rank) - 1])
      start = end
    }
    var all = ColumnBuilder(type)
    all.append(column)
    all.append(.nulls(type, count: 1))
    return [all.finish().gathered(places)]
  }
}

import Columns
import QueryPlanning

extension AggregateFunction {
  static let percentile = single(
    "percentile", isWeighted: false,
    "The value below or at which that share of the values lies; percentiles(x, 5, 95) gives more.",
    Example("range x from 1 to 100 step 1 | summarize percentile(x, 95)", "95"))
  static let weightedPercentile = single(
    "percentilew", isWeighted: true,
    "The percentile of values that each count so many times; percentilesw(x, n, 5, 95) gives more.",
    Example("range x from 1 to 3 step 1 | summarize percentilew(x, x * x, 50)", "3"))
  static let percentilesArray = several(
    "percentiles_array", prefix: "percentiles", isWeighted: false,
    "The percentiles of the values as an array, one for each percentage.",
    Example("range x from 1 to 100 step 1 | summarize percentiles_array(x, 5, 95)", "[5,95]"))
  static let weightedPercentilesArray = several(
    "percentilesw_array", prefix: "percentile", isWeighted: true,
    "The percentiles of values that each count so many times, as an array.",
    Example("range x from 1 to 3 step 1 | summarize percentilesw_array(x, x * x, 5, 50)", "[1,3]"))

  private static let types: [ScalarType] = [.long, .real, .decimal, .datetime, .timespan]

  private static func single(
    _ name: String, isWeighted: Bool, _ summary: String, _ example: Example
  ) -> AggregateFunction {
    let weight = isWeighted ? [Parameter("weight", .exactly(.long))] : []
    let percentage = Parameter("percentage", .exactly(.real), isConstant: true)
    return AggregateFunction(
      AggregateSignature(
        name: name,
        overloads: types.map {
          FunctionOverload(
            [Parameter("x", .exactly($0))] + weight + [percentage], result: .exactly($0))
        },
        naming: .prefixedWithParameter("percentile"), summary: summary, example: example)
    ) { call in PercentileAccumulator(call, isWeighted: isWeighted, makesArray: false) }
  }

  private static func several(
    _ name: String, prefix: String, isWeighted: Bool, _ summary: String, _ example: Example
  ) -> AggregateFunction {
    let weight = isWeighted ? [Parameter("weight", .exactly(.long))] : []
    let percentages = Parameter("percentages", .any, isConstant: true)
    return AggregateFunction(
      AggregateSignature(
        name: name,
        overloads: types.map {
          FunctionOverload(
            [Parameter("x", .exactly($0))] + weight + [percentages], isVariadic: true,
            result: .exactly(.dynamic))
        },
        naming: .prefixed(prefix), summary: summary, example: example)
    ) { call in PercentileAccumulator(call, isWeighted: isWeighted, makesArray: true) }
  }
}

/// Keeps all values and sorts each group's at the end.
///
/// A value with a weight stands for so many; one whose weight is null or not above 0 for none.
final class PercentileAccumulator: AggregateAccumulator {
  private let type: ScalarType
  private let percentages: [Double]
  private let isWeighted: Bool
  private let makesArray: Bool
  private var values: ColumnBuilder
  private var weights: [Int64] = []
  private var groups: [Int32] = []

  init(_ call: AggregateCall, isWeighted: Bool, makesArray: Bool) {
    type = call.types.first ?? .long
    self.isWeighted = isWeighted
    self.makesArray = makesArray
    values = ColumnBuilder(type)
    percentages = call.constants.dropFirst(isWeighted ? 2 : 1)
      .flatMap { $0.map { PercentileAccumulator.percentages(DynamicValue($0)) } ?? [] }
  }

  var byteCount: Int { values.byteCount + groups.count * 4 + weights.count * 8 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    let column = arguments[0].flattened()
    let weightRows = isWeighted ? arguments[1].longRows : nil
    var taken: [Int32] = []
    for row in 0..<rows.count where !column.isNull(row) {
      if case .real(let reals) = column.storage, reals[row].isNaN { continue }
      if let weightRows {
        guard let weight = weightRows[row], weight > 0 else { continue }
        weights.append(weight)
      }
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
    let nothing = Int32(truncatingIfNeeded: column.count)
    var places = [Int32](repeating: nothing, count: groupCount * percentages.count)
    var start = 0
    while start < order.count {
      let group = groups[order[start]]
      var end = start
      while end < order.count, groups[order[end]] == group { end += 1 }
      let ranks = order[start..<end]
      for (index, percentage) in percentages.enumerated() {
        guard let row = nearestRank(percentage, ranks) else { continue }
        places[Int(group) * percentages.count + index] = Int32(truncatingIfNeeded: row)
      }
      start = end
    }
    var all = ColumnBuilder(type)
    all.append(column)
    all.append(.nulls(type, count: 1))
    let results = all.finish().gathered(places)
    guard makesArray else { return [results] }
    return [
      .dynamics(
        (0..<groupCount).map { group in
          .array(
            percentages.indices.map { index in
              DynamicValue(results.value(at: group * percentages.count + index))
            })
        })
    ]
  }

  // MARK: - Implementation

  /// The row of the first value that so many percent of the values, or of the weights, lie at or
  /// below; nil unless the percentage is 0 to 100.
  private func nearestRank(_ percentage: Double, _ rows: ArraySlice<Int>) -> Int? {
    guard percentage >= 0, percentage <= 100 else { return nil }
    guard isWeighted else {
      // Multiplied first: 7 percent of 100 are 7 without a rest.
      let rank = Int((percentage * Double(rows.count) / 100).rounded(.up))
      return rows[rows.startIndex + max(1, rank) - 1]
    }
    // The sums may have more digits than a real.
    if percentage == 100 { return rows.last }
    let total = rows.reduce(Int128(0)) { $0 + Int128(weights[$1]) }
    let wanted = (percentage * Double(total) / 100).rounded(.up)
    var sum: Int128 = 0
    for row in rows {
      sum += Int128(weights[row])
      if Double(sum) >= wanted { return row }
    }
    return rows.last
  }

  /// Those of a list are given one by one, or in an array; what is no number picks nothing.
  private static func percentages(_ value: DynamicValue) -> [Double] {
    switch value {
    case .long(let number): return [Double(number)]
    case .real(let number): return [number]
    case .array(let members): return members.flatMap(percentages)
    case .null, .bool, .string, .datetime, .timespan, .bag: return [.nan]
    }
  }
}

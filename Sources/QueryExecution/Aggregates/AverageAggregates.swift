import Columns
import QueryPlanning

extension AggregateFunction {
  static let average = AggregateFunction(
    AggregateSignature(
      name: "avg", overloads: averageOverloads([]), naming: .prefixed("avg"),
      summary: "The mean; of numbers a real, of nothing null.",
      example: Example("range x from 1 to 4 step 1 | summarize avg(x)", "2.5"))
  ) { makeAverage($0) }

  static let averageIf = AggregateFunction(
    AggregateSignature(
      name: "avgif", overloads: averageOverloads([Parameter("condition", .exactly(.bool))]),
      naming: .prefixed("avgif"),
      summary: "The mean of the rows for which the condition is true.",
      example: Example("range x from 1 to 4 step 1 | summarize avgif(x, x > 1)", "3.0"))
  ) { ConditionalAccumulator(makeAverage($0), condition: 1) }

  private static func averageOverloads(_ more: [Parameter]) -> [FunctionOverload] {
    let pairs: [(ScalarType, ScalarType)] = [
      (.long, .real), (.real, .real), (.decimal, .decimal), (.timespan, .timespan),
      (.datetime, .datetime),
    ]
    return pairs.map { type, result in
      FunctionOverload([Parameter("x", .exactly(type))] + more, result: .exactly(result))
    }
  }

  private static func makeAverage(_ call: AggregateCall) -> any AggregateAccumulator {
    switch call.types.first ?? .long {
    case .real: return RealAverageAccumulator()
    case .decimal: return DecimalAverageAccumulator(call)
    case .bool, .int, .long, .string, .datetime, .timespan, .dynamic, .guid, .unknown:
      return IntegerAverageAccumulator(call.types.first ?? .long)
    }
  }
}

/// The mean of integers as a real, of times as a time.
///
/// Sums in 128 bits, so it is exact until the division.
final class IntegerAverageAccumulator: AggregateAccumulator {
  private let type: ScalarType
  private var sums: [Int128] = []
  private var counts: [Int64] = []

  init(_ type: ScalarType) { self.type = type }

  var byteCount: Int { sums.count * 24 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    sums.grow(to: rows.groupCount, with: 0)
    counts.grow(to: rows.groupCount, with: 0)
    let column = arguments[0].flattened()
    column.longs.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        counts.withUnsafeMutableBufferPointer { counts in
          rows.forEachValue(of: column) { row, group in
            sums[group] &+= Int128(values[row])
            counts[group] &+= 1
          }
        }
      }
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    sums.grow(to: groupCount, with: 0)
    counts.grow(to: groupCount, with: 0)
    let validity = counts.contains(0) ? counts.map { $0 == 0 ? UInt8(0) : 1 } : nil
    if type == .datetime || type == .timespan {
      let means = sums.indices.map { group in
        counts[group] == 0 ? 0 : Int64(truncatingIfNeeded: sums[group] / Int128(counts[group]))
      }
      return [.longs(means, validity: validity, type: type)]
    }
    let means = sums.indices.map { group in
      counts[group] == 0 ? 0 : Double(sums[group]) / Double(counts[group])
    }
    return [.reals(means, validity: validity)]
  }
}

/// The mean of reals, summed in the order of the rows.
final class RealAverageAccumulator: AggregateAccumulator {
  private var sums: [Double] = []
  private var counts: [Int64] = []

  var byteCount: Int { sums.count * 16 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    sums.grow(to: rows.groupCount, with: 0)
    counts.grow(to: rows.groupCount, with: 0)
    let column = arguments[0].flattened()
    column.reals.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        counts.withUnsafeMutableBufferPointer { counts in
          rows.forEachValue(of: column) { row, group in
            sums[group] += values[row]
            counts[group] &+= 1
          }
        }
      }
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    sums.grow(to: groupCount, with: 0)
    counts.grow(to: groupCount, with: 0)
    let means = sums.indices.map { counts[$0] == 0 ? 0 : sums[$0] / Double(counts[$0]) }
    let validity = counts.contains(0) ? counts.map { $0 == 0 ? UInt8(0) : 1 } : nil
    return [.reals(means, validity: validity)]
  }
}

/// The mean of decimals: their exact sum, divided.
final class DecimalAverageAccumulator: AggregateAccumulator {
  private let sum: DecimalSumAccumulator
  private let count = CountAccumulator()

  init(_ call: AggregateCall) { sum = DecimalSumAccumulator(call.range) }

  var byteCount: Int { sum.byteCount + count.byteCount }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _ context: EvaluationContext) {
    sum.add(arguments, rows, context)
    let column = arguments[0]
    let valid = (0..<rows.count).filter { !column.isNull($0) }.map { rows.groups[$0] }
    count.add([], GroupedRows(groups: valid, groupCount: rows.groupCount), context)
  }

  func finish(groupCount: Int, _ context: EvaluationContext) -> [ColumnVector] {
    let sums = sum.finish(groupCount: groupCount, context)[0]
    let counts = count.finish(groupCount: groupCount, context)[0].longs
    let means = (0..<groupCount).map { group -> DecimalValue? in
      guard !sums.isNull(group), counts[group] > 0 else { return nil }
      return sums.decimals[group].divided(by: DecimalValue(counts[group]))
    }
    return [
      .decimals(means.map { $0 ?? .zero }, validity: means.map { $0 == nil ? 0 : 1 })
    ]
  }
}

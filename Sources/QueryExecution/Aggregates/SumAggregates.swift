import Columns
import Diagnostics
import QueryPlanning

extension AggregateFunction {
  static let sum = AggregateFunction(
    AggregateSignature(
      name: "sum", overloads: sumOverloads([]), naming: .prefixed("sum"),
      summary: "The sum; 0 of nothing, null if it does not fit.",
      example: Example("range x from 1 to 3 step 1 | summarize sum(x)", "6"))
  ) { makeSum($0) }

  static let sumIf = AggregateFunction(
    AggregateSignature(
      name: "sumif", overloads: sumOverloads([Parameter("condition", .exactly(.bool))]),
      naming: .prefixed("sumif"),
      summary: "The sum of the rows for which the condition is true.",
      example: Example("range x from 1 to 3 step 1 | summarize sumif(x, x > 1)", "5"))
  ) { ConditionalAccumulator(makeSum($0), condition: 1) }

  private static func sumOverloads(_ more: [Parameter]) -> [FunctionOverload] {
    [ScalarType.long, .real, .decimal, .timespan].map {
      FunctionOverload([Parameter("x", .exactly($0))] + more, result: .exactly($0))
    }
  }

  private static func makeSum(_ call: AggregateCall) -> any AggregateAccumulator {
    switch call.types.first ?? .long {
    case .real: return RealSumAccumulator()
    case .decimal: return DecimalSumAccumulator(call.range)
    case .bool, .int, .long, .string, .datetime, .timespan, .dynamic, .guid, .unknown:
      return IntegerSumAccumulator(call.types.first ?? .long, call.range)
    }
  }
}

/// Sums integers and timespans.
///
/// A sum that leaves 64 bits on the way is null, even where later rows would bring it back.
final class IntegerSumAccumulator: AggregateAccumulator {
  private let type: ScalarType
  private let range: SourceRange
  private var sums: [Int64] = []
  private var overflows: [UInt8] = []

  init(_ type: ScalarType, _ range: SourceRange) {
    self.type = type
    self.range = range
  }

  var byteCount: Int { sums.count * 9 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    sums.grow(to: rows.groupCount, with: 0)
    overflows.grow(to: rows.groupCount, with: 0)
    let column = arguments[0].flattened()
    column.longs.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        overflows.withUnsafeMutableBufferPointer { overflows in
          rows.forEachValue(of: column) { row, group in
            let (sum, isOver) = sums[group].addingReportingOverflow(values[row])
            sums[group] = sum
            if isOver { overflows[group] = 1 }
          }
        }
      }
    }
  }

  func finish(groupCount: Int, _ context: EvaluationContext) -> [ColumnVector] {
    sums.grow(to: groupCount, with: 0)
    overflows.grow(to: groupCount, with: 0)
    let failures = overflows.withUnsafeBufferPointer { countOnes($0) }
    guard failures > 0 else { return [.longs(sums, type: type)] }
    context.warnings.add(.integerOverflow, at: range, rows: failures)
    return [.longs(sums, validity: overflows.map { $0 ^ 1 }, type: type)]
  }
}

/// Sums reals in the order of the rows, so that the same input gives the same bits.
final class RealSumAccumulator: AggregateAccumulator {
  private var sums: [Double] = []

  var byteCount: Int { sums.count * 8 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    sums.grow(to: rows.groupCount, with: 0)
    let column = arguments[0].flattened()
    column.reals.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        rows.forEachValue(of: column) { row, group in sums[group] += values[row] }
      }
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    sums.grow(to: groupCount, with: 0)
    return [.reals(sums)]
  }
}

/// Sums decimals exactly.
final class DecimalSumAccumulator: AggregateAccumulator {
  private let range: SourceRange
  /// Nil where the sum has left 34 digits.
  private var sums: [DecimalValue?] = []

  init(_ range: SourceRange) { self.range = range }

  var byteCount: Int { sums.count * 48 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    sums.grow(to: rows.groupCount, with: .zero)
    let column = arguments[0].flattened()
    let values = column.decimals
    for row in 0..<rows.count where !column.isNull(row) {
      let group = Int(rows.groups[row])
      sums[group] = sums[group].flatMap { $0.adding(values[row]) }
    }
  }

  func finish(groupCount: Int, _ context: EvaluationContext) -> [ColumnVector] {
    sums.grow(to: groupCount, with: .zero)
    let failures = sums.count { $0 == nil }
    if failures > 0 { context.warnings.add(.decimalOverflow, at: range, rows: failures) }
    return [
      .decimals(
        sums.map { $0 ?? .zero }, validity: failures > 0 ? sums.map { $0 == nil ? 0 : 1 } : nil)
    ]
  }
}

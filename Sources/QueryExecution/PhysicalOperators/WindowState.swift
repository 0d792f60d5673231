import Columns
import QueryPlanning

/// What one function of the rows before keeps from batch to batch.
struct WindowState {
  private let function: WindowCall.Function
  private let type: ScalarType
  /// The last row's number or rank.
  private var number: Int64 = 0
  /// Of `row_rank_min`, how many rows have come.
  private var count: Int64 = 0
  private var sum = ScalarValue.null(.unknown)
  private var last: ScalarValue?
  /// Of sessions, when this one began and when its last row was.
  private var session: (start: Int64, last: Int64)?
  /// Of `prev`, the last values, as many as it looks back.
  private var tail: ColumnVector?

  init(_ function: WindowCall.Function, type: ScalarType) {
    self.function = function
    self.type = type
  }

  /// The values `offset` rows before; ahead where it is below 0, within these rows.
  mutating func shifted(
    _ arguments: [ColumnVector], by offset: Int, count: Int
  ) -> ColumnVector {
    let values = arguments[0]
    var known = values
    var before = 0
    if let tail, offset > 0 {
      var builder = ColumnBuilder(values.type)
      builder.append(tail)
      builder.append(values)
      known = builder.finish()
      before = tail.count
    }
    let missing = Int32(truncatingIfNeeded: known.count)
    let places = (0..<count).map { row -> Int32 in
      let place = before + row - offset
      return place >= 0 && place < known.count ? Int32(truncatingIfNeeded: place) : missing
    }
    if offset > 0 {
      let kept = min(known.count, offset)
      tail = known[known.count - kept..<known.count]
    }
    let result = known.appendingMissing().gathered(places)
    guard arguments.count == 3 else { return result }
    return .merging([result, arguments[2]], by: places.map { $0 == missing ? 1 : 0 })
  }

  /// The function's values for these rows.
  mutating func run(
    _ arguments: [ColumnVector], count: Int, _ context: EvaluationContext
  ) throws -> ColumnVector {
    switch function {
    case .rowNumber: return numbers(arguments, count: count)
    case .rowRankDense, .rowRankMinimum: return ranks(arguments, count: count)
    case .rowCumulativeSum: return sums(arguments, count: count, context)
    case .rowWindowSession: return sessions(arguments, count: count)
    case .previous, .next, .matchesPattern: return arguments[0]
    }
  }

  // MARK: - Implementation

  private func restarts(_ arguments: [ColumnVector], _ index: Int, at row: Int) -> Bool {
    guard arguments.count > index, !arguments[index].isNull(row) else { return false }
    return arguments[index].bools[row] != 0
  }

  private mutating func numbers(_ arguments: [ColumnVector], count: Int) -> ColumnVector {
    var result = [Int64](repeating: 0, count: count)
    for row in 0..<count {
      var first: Int64 = 1
      if let start = arguments.first, !start.isNull(row) { first = start.longs[row] }
      if self.count == 0 || restarts(arguments, 1, at: row) { number = first &- 1 }
      self.count = 1
      number &+= 1
      result[row] = number
    }
    return .longs(result)
  }

  private mutating func ranks(_ arguments: [ColumnVector], count: Int) -> ColumnVector {
    var result = [Int64](repeating: 0, count: count)
    for row in 0..<count {
      let value = arguments[0].value(at: row)
      if restarts(arguments, 1, at: row) { (number, self.count, last) = (0, 0, nil) }
      self.count &+= 1
      if last != value {
        number = function == .rowRankDense ? number &+ 1 : self.count
        last = value
      }
      result[row] = number
    }
    return .longs(result)
  }

  private mutating func sums(
    _ arguments: [ColumnVector], count: Int, _ context: EvaluationContext
  ) -> ColumnVector {
    var result: [ScalarValue] = []
    result.reserveCapacity(count)
    for row in 0..<count {
      if restarts(arguments, 1, at: row) { sum = .null(.unknown) }
      let value = arguments[0].value(at: row)
      if !value.isNull {
        let (next, isSound) = added(sum, value)
        if !isSound { context.warn(.integerOverflow) }
        sum = next
      }
      result.append(sum.isNull ? zero : sum)
    }
    return ColumnVector(values: result, type: type)
  }

  private var zero: ScalarValue {
    switch type {
    case .real: return .real(0)
    case .decimal: return .decimal(.zero)
    case .timespan: return .timespan(0)
    case .bool, .int, .long, .string, .datetime, .dynamic, .guid, .unknown: return .long(0)
    }
  }

  private func added(_ left: ScalarValue, _ right: ScalarValue) -> (ScalarValue, Bool) {
    switch (left, right) {
    case (.long(let a), .long(let b)):
      let (value, overflow) = a.addingReportingOverflow(b)
      return overflow ? (.null(.unknown), false) : (.long(value), true)
    case (.real(let a), .real(let b)): return (.real(a + b), true)
    case (.timespan(let a), .timespan(let b)):
      let (value, overflow) = a.addingReportingOverflow(b)
      return overflow ? (.null(.unknown), false) : (.timespan(value), true)
    case (.decimal(let a), .decimal(let b)):
      return a.adding(b).map { (.decimal($0), true) } ?? (.null(.unknown), false)
    default: return (right, true)
    }
  }

  /// Session windows: a row opens one where it is too far from the first of the last, or from the
  /// row before it.
  private mutating func sessions(_ arguments: [ColumnVector], count: Int) -> ColumnVector {
    var result = [Int64](repeating: 0, count: count)
    var validity = [UInt8](repeating: 1, count: count)
    for row in 0..<count {
      guard !arguments[0].isNull(row) else {
        validity[row] = 0
        continue
      }
      let time = arguments[0].longs[row]
      let isFar: Bool
      if let session, !restarts(arguments, 3, at: row) {
        isFar =
          time &- session.start > arguments[1].longs[row]
          || time &- session.last > arguments[2].longs[row] || time < session.last
      } else {
        isFar = true
      }
      session = (isFar ? time : session?.start ?? time, time)
      result[row] = session?.start ?? time
    }
    return .longs(
      result, validity: validity.contains(0) ? validity : nil, type: .datetime)
  }
}

import Columns

/// Arithmetic on long, datetime and timespan values.
///
/// A result that does not fit is null, with a warning; nothing traps.
enum IntegerArithmetic {
  /// The quick way for all rows; only a batch in which a row went over the edge is worked out
  /// again, row by row.
  static func kernel<Operation: IntegerOperation & Sendable>(
    _ operation: Operation, _ type: ScalarType
  ) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let (a, b) = (arguments[0], arguments[1])
      let values = BinaryKernel.map(a, a.longs, b, b.longs, count, operation)
      guard isOver(a, b, values, operation) || (type == .datetime && isOutsideDatetimes(values))
      else {
        return BinaryKernel.vector(
          type, .long(ColumnSlice(values)), BinaryKernel.validity(a, b, count), a, b, count)
      }
      return mapChecked(context, a, b, count, type: type, warns: true) {
        operation.checked($0, $1)
      }
    }
  }

  /// Row by row; nil gives null, with a warning where `warns` (out of range) and without where not
  /// (a division by zero).
  static func mapChecked(
    _ context: EvaluationContext, _ a: ColumnVector, _ b: ColumnVector, _ count: Int,
    type: ScalarType, warns: Bool, _ body: (Int64, Int64) -> Int64?
  ) -> ColumnVector {
    let rows = a.isConstant && b.isConstant ? min(1, count) : count
    let first = a.longs
    let second = b.longs
    var values = [Int64](repeating: 0, count: rows)
    var validity = [UInt8](repeating: 1, count: rows)
    var hasNulls = false
    var failures = 0
    for row in 0..<rows {
      if a.isNull(row) || b.isNull(row) {
        validity[row] = 0
        hasNulls = true
        continue
      }
      if let value = body(first[a.index(row)], second[b.index(row)]),
        type != .datetime || Ticks.isDatetime(value)
      {
        values[row] = value
      } else {
        validity[row] = 0
        hasNulls = true
        if context.isSelected(row) { failures += 1 }
      }
    }
    if warns, failures > 0 {
      let warning: ExecutionWarning = type == .datetime ? .datetimeOutOfRange : .integerOverflow
      context.warnings.add(warning, at: context.range, rows: failures)
    }
    return BinaryKernel.vector(
      type, .long(ColumnSlice(values)), hasNulls ? validity : nil, a, b, count)
  }

  // MARK: - The operators

  static func add(_ type: ScalarType) -> ScalarFunction.Kernel {
    kernel(IntegerAddition(), type)
  }

  static func subtract(_ type: ScalarType) -> ScalarFunction.Kernel {
    kernel(IntegerSubtraction(), type)
  }

  static func multiply(_ type: ScalarType) -> ScalarFunction.Kernel {
    kernel(IntegerMultiplication(), type)
  }

  /// Towards zero; by zero null.
  static func divide(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let divisor = arguments[1]
      if divisor.isConstant, !divisor.isNull(0), let constant = ConstantDivisor(divisor.longs[0]) {
        return byConstant(arguments[0], count, type, QuotientByConstant(divisor: constant))
      }
      let quotients = mapChecked(context, arguments[0], divisor, count, type: type, warns: false) {
        if $1 == 0 { return nil }
        let (value, isOver) = $0.dividedReportingOverflow(by: $1)
        return isOver ? nil : value
      }
      warnOfLostQuotients(context, arguments[0], divisor, count)
      return quotients
    }
  }

  /// From 0 up to the divisor's magnitude, whatever the signs; by zero null.
  static func modulo(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let divisor = arguments[1]
      if divisor.isConstant, !divisor.isNull(0), let constant = ConstantDivisor(divisor.longs[0]) {
        return byConstant(arguments[0], count, type, ModuloByConstant(divisor: constant))
      }
      return mapChecked(context, arguments[0], divisor, count, type: type, warns: false) { x, y in
        if y == 0 { return nil }
        let remainder = x.remainderReportingOverflow(dividingBy: y).partialValue
        // Minus the smallest integer is no integer, but then adding it wraps to the same.
        return remainder < 0 ? remainder &+ (y < 0 ? 0 &- y : y) : remainder
      }
    }
  }

  static let negate: ScalarFunction.Kernel = { context, arguments, count in
    let zero = ColumnVector.constant(.long(0), count: count)
    let type = arguments[0].type
    return try subtract(type)(&context, [zero, arguments[0]], count)
  }

  private static func byConstant<Operation: UnaryOperation>(
    _ value: ColumnVector, _ count: Int, _ type: ScalarType, _ operation: Operation
  ) -> ColumnVector where Operation.Input == Int64, Operation.Result == Int64 {
    ColumnVector(
      type: type, count: count,
      storage: .long(ColumnSlice(BinaryKernel.map(value.longs, operation))),
      validity: value.validity, isConstant: value.isConstant)
  }

  // MARK: - Implementation

  /// The smallest integer divided by -1 is the one quotient that does not fit.
  private static func warnOfLostQuotients(
    _ context: EvaluationContext, _ a: ColumnVector, _ b: ColumnVector, _ count: Int
  ) {
    let (dividends, divisors) = (a.longs, b.longs)
    var lost = 0
    for row in 0..<(a.isConstant && b.isConstant ? min(1, count) : count)
    where context.isSelected(row) && !a.isNull(row) && !b.isNull(row) {
      if dividends[a.index(row)] == .min, divisors[b.index(row)] == -1 { lost += 1 }
    }
    if lost > 0 { context.warnings.add(.integerOverflow, at: context.range, rows: lost) }
  }

  private static func isOver<Operation: IntegerOperation>(
    _ a: ColumnVector, _ b: ColumnVector, _ results: [Int64], _ operation: Operation
  ) -> Bool {
    a.longs.withUnsafeBufferPointer { x in
      b.longs.withUnsafeBufferPointer { y in
        results.withUnsafeBufferPointer { results in
          overflowBits(x, a.isConstant, y, b.isConstant, results, operation) < 0
        }
      }
    }
  }

  /// The overflow bits of all rows together.
  ///
  /// A loop of its own, so that both it and the loop that makes the results stay simple enough for
  /// vector instructions.
  @inline(never)
  private static func overflowBits<Operation: IntegerOperation>(
    _ x: UnsafeBufferPointer<Int64>, _ isConstantX: Bool, _ y: UnsafeBufferPointer<Int64>,
    _ isConstantY: Bool, _ results: UnsafeBufferPointer<Int64>, _ operation: Operation
  ) -> Int64 {
    guard let x = x.baseAddress, let y = y.baseAddress else { return 0 }
    var wrong: Int64 = 0
    if isConstantY {
      let right = y.pointee
      for row in results.indices { wrong |= operation.overflow(x[row], right, results[row]) }
    } else if isConstantX {
      let left = x.pointee
      for row in results.indices { wrong |= operation.overflow(left, y[row], results[row]) }
    } else {
      for row in results.indices { wrong |= operation.overflow(x[row], y[row], results[row]) }
    }
    return wrong
  }

  private static func isOutsideDatetimes(_ values: [Int64]) -> Bool {
    var wrong: Int64 = 0
    for value in values { wrong |= value | (Ticks.lastDatetime &- value) }
    return wrong < 0
  }
}

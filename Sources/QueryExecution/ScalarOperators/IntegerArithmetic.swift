import Columns

/// Arithmetic on long, datetime and timespan values. A result that does not fit is null, with a
/// warning; nothing traps.
enum IntegerArithmetic {
  /// `wrapping` is the quick way, with the sign bit of `overflow` set where it went wrong; only a
  /// batch with such a row is worked out again, with `checked`.
  @inline(__always)
  static func map(
    _ context: EvaluationContext, _ a: ColumnVector, _ b: ColumnVector, _ count: Int,
    type: ScalarType,
    wrapping: (Int64, Int64) -> Int64,
    overflow: (Int64, Int64, Int64) -> Int64,
    checked: (Int64, Int64) -> Int64?
  ) -> ColumnVector {
    let isDatetime = type == .datetime
    var wrong: Int64 = 0
    let values = BinaryKernel.map(a, a.longs, b, b.longs, count) { x, y in
      let result = wrapping(x, y)
      wrong |= overflow(x, y, result)
      return result
    }
    if isDatetime {
      for value in values { wrong |= value | (Ticks.lastDatetime &- value) }
    }
    let validity = BinaryKernel.validity(a, b, count)
    guard wrong < 0 else {
      return BinaryKernel.vector(type, .long(ColumnSlice(values)), validity, a, b, count)
    }
    return mapChecked(context, a, b, count, type: type, warns: true, checked)
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
    { context, arguments, count in
      map(
        context, arguments[0], arguments[1], count, type: type,
        wrapping: { $0 &+ $1 },
        overflow: { ($0 ^ $2) & ($1 ^ $2) },
        checked: { Int64.checked($0.addingReportingOverflow($1)) })
    }
  }

  static func subtract(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      map(
        context, arguments[0], arguments[1], count, type: type,
        wrapping: { $0 &- $1 },
        overflow: { ($0 ^ $1) & ($0 ^ $2) },
        checked: { Int64.checked($0.subtractingReportingOverflow($1)) })
    }
  }

  static func multiply(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      map(
        context, arguments[0], arguments[1], count, type: type,
        wrapping: { $0 &* $1 },
        overflow: { x, y, _ in x.multipliedReportingOverflow(by: y).overflow ? -1 : 0 },
        checked: { Int64.checked($0.multipliedReportingOverflow(by: $1)) })
    }
  }

  /// Towards zero; by zero null.
  static func divide(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let divisor = arguments[1]
      if divisor.isConstant, !divisor.isNull(0), let constant = ConstantDivisor(divisor.longs[0]) {
        return byConstant(arguments[0], divisor, count, type) { constant.quotient($0) }
      }
      return mapChecked(context, arguments[0], divisor, count, type: type, warns: false) {
        $1 == 0 ? nil : Int64.checked($0.dividedReportingOverflow(by: $1))
      }
    }
  }

  /// From 0 up to the divisor's magnitude, whatever the signs; by zero null.
  static func modulo(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let divisor = arguments[1]
      if divisor.isConstant, !divisor.isNull(0), let constant = ConstantDivisor(divisor.longs[0]) {
        return byConstant(arguments[0], divisor, count, type) { constant.modulo($0) }
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

  @inline(__always)
  private static func byConstant(
    _ value: ColumnVector, _ divisor: ColumnVector, _ count: Int, _ type: ScalarType,
    _ body: (Int64) -> Int64
  ) -> ColumnVector {
    let values = BinaryKernel.map(value, value.longs, divisor, divisor.longs, count) { x, _ in
      body(x)
    }
    return BinaryKernel.vector(
      type, .long(ColumnSlice(values)), BinaryKernel.validity(value, divisor, count), value,
      divisor, count)
  }
}

extension Int64 {
  /// The result, if it fits.
  fileprivate static func checked(
    _ result: (partialValue: Int64, overflow: Bool)
  ) -> Int64? {
    result.overflow ? nil : result.partialValue
  }
}

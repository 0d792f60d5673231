import Columns

/// Arithmetic on decimals: exact up to 34 digits; what does not fit, and division by zero, is null.
enum DecimalArithmetic {
  static let add = kernel { $0.adding($1) }
  static let subtract = kernel { $0.subtracting($1) }
  static let multiply = kernel { $0.multiplied(by: $1) }
  static let divide = kernel { $1.mantissa == 0 ? nil : $0.divided(by: $1) }
  static let modulo = kernel { $1.mantissa == 0 ? nil : $0.remainder(dividingBy: $1) }

  static let negate: ScalarFunction.Kernel = { context, arguments, count in
    let zero = ColumnVector.constant(.decimal(.zero), count: count)
    return try subtract(&context, [zero, arguments[0]], count)
  }

  private static func kernel(
    _ body: @escaping @Sendable (DecimalValue, DecimalValue) -> DecimalValue?
  ) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let (a, b) = (arguments[0], arguments[1])
      let rows = a.isConstant && b.isConstant ? min(1, count) : count
      let (first, second) = (a.decimals, b.decimals)
      var values = [DecimalValue](repeating: .zero, count: rows)
      var validity = [UInt8](repeating: 1, count: rows)
      var failures = 0
      for row in 0..<rows {
        guard !a.isNull(row), !b.isNull(row) else {
          validity[row] = 0
          continue
        }
        let divisor = second[b.index(row)]
        if let value = body(first[a.index(row)], divisor) {
          values[row] = value
        } else {
          validity[row] = 0
          if divisor.mantissa != 0, context.isSelected(row) { failures += 1 }
        }
      }
      if failures > 0 {
        context.warnings.add(.decimalOverflow, at: context.range, rows: failures)
      }
      return BinaryKernel.vector(
        .decimal, .decimal(ColumnSlice(values)), validity.contains(0) ? validity : nil, a, b, count)
    }
  }
}

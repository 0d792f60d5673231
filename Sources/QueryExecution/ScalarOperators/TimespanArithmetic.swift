import Columns

/// Timespans times and by numbers, and by each other.
enum TimespanArithmetic {
  /// timespan × real, to the nearest tick.
  static let multiplyByReal = scaled { $0 * $1 }
  /// timespan ÷ real.
  static let divideByReal = scaled { $0 / $1 }

  /// real × timespan.
  static let multiplyReal: ScalarFunction.Kernel = { context, arguments, count in
    try multiplyByReal(&context, [arguments[1], arguments[0]], count)
  }

  /// timespan ÷ timespan is a real number.
  static let ratio: ScalarFunction.Kernel = { _, arguments, count in
    let (a, b) = (arguments[0], arguments[1])
    let values = BinaryKernel.map(a, a.longs, b, b.longs, count, TickRatio())
    return BinaryKernel.vector(
      .real, .real(ColumnSlice(values)), BinaryKernel.validity(a, b, count), a, b, count)
  }

  private static func scaled(
    _ body: @escaping @Sendable (Double, Double) -> Double
  ) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let (a, b) = (arguments[0], arguments[1])
      let rows = a.isConstant && b.isConstant ? min(1, count) : count
      let (spans, factors) = (a.longs, b.reals)
      var values = [Int64](repeating: 0, count: rows)
      var validity = [UInt8](repeating: 1, count: rows)
      var failures = 0
      for row in 0..<rows {
        guard !a.isNull(row), !b.isNull(row) else {
          validity[row] = 0
          continue
        }
        let factor = factors[b.index(row)]
        let exact = body(Double(spans[a.index(row)]), factor)
        if let value = Int64(exactly: exact.rounded()) {
          values[row] = value
        } else {
          validity[row] = 0
          // A product beyond all reals is too large as well; infinities and division by zero are not.
          if factor.isFinite, exact.isFinite || factor != 0, !exact.isNaN, context.isSelected(row) {
            failures += 1
          }
        }
      }
      if failures > 0 {
        context.warnings.add(.integerOverflow, at: context.range, rows: failures)
      }
      return BinaryKernel.vector(
        .timespan, .long(ColumnSlice(values)), validity.contains(0) ? validity : nil, a, b, count)
    }
  }
}

struct TickRatio: BinaryOperation {
  @inline(__always)
  func callAsFunction(_ a: Int64, _ b: Int64) -> Double { Double(a) / Double(b) }
}

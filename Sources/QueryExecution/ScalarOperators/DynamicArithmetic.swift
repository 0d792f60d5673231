import Columns
import Glibc
import QueryPlanning

/// Arithmetic between two dynamic values, which gives a dynamic value: what each row holds decides.
///
/// Whole numbers give a whole number, a real beside them a real; anything else gives null.
enum DynamicArithmetic {
  static let add = kernel({ $0.addingReportingOverflow($1) }, { $0 + $1 })
  static let subtract = kernel({ $0.subtractingReportingOverflow($1) }, { $0 - $1 })
  static let multiply = kernel({ $0.multipliedReportingOverflow(by: $1) }, { $0 * $1 })
  static let divide = kernel({ $0.dividedReportingOverflow(by: $1) }, { $0 / $1 })
  static let modulo = kernel(rest, { fmod($0, $1) })

  static let negate: ScalarFunction.Kernel = { context, arguments, count in
    let zero = ColumnVector.constant(.dynamic(.long(0)), count: count)
    return try subtract(&context, [zero, arguments[0]], count)
  }

  // MARK: - Implementation

  private typealias Checked = (partialValue: Int64, overflow: Bool)

  private static func kernel(
    _ whole: @escaping @Sendable (Int64, Int64) -> Checked,
    _ real: @escaping @Sendable (Double, Double) -> Double
  ) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let (a, b) = (arguments[0].dynamicRows, arguments[1].dynamicRows)
      return context.dynamicRows(count, of: arguments) { row in
        switch (a[row], b[row]) {
        case (.long(let x), .long(let y)):
          let result = whole(x, y)
          return result.overflow ? .null : .long(result.partialValue)
        case (.long(let x), .real(let y)): return .real(real(Double(x), y))
        case (.real(let x), .long(let y)): return .real(real(x, Double(y)))
        case (.real(let x), .real(let y)): return .real(real(x, y))
        case (_, _): return .null
        }
      }
    }
  }

  /// Never below zero, as `%` of integers.
  private static func rest(_ a: Int64, _ b: Int64) -> Checked {
    if b == -1 { return (0, false) }
    let result = a.remainderReportingOverflow(dividingBy: b)
    guard !result.overflow, result.partialValue < 0 else { return result }
    return b < 0
      ? result.partialValue.subtractingReportingOverflow(b)
      : result.partialValue.addingReportingOverflow(b)
  }
}

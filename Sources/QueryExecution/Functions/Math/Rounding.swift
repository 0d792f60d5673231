import Columns
import Glibc
import QueryPlanning

/// `round`, `ceiling`, `abs` and `sign`.
enum Rounding {
  static let functions: [ScalarFunction] = [round, ceiling, abs, sign]

  // MARK: - Implementation

  private static let round = ScalarFunction(
    FunctionSignature(
      name: "round",
      overloads: [
        .taking(.long("value"), .long("digits"), optional: 1, giving: .long),
        .taking(.real("value"), .long("digits"), optional: 1, giving: .real),
        .taking(.decimal("value"), .long("digits"), optional: 1, giving: .decimal),
      ],
      naming: .ofArgument,
      summary: "The value rounded to so many digits after the point (none by default), half up.",
      example: Example("print round(2.15, 1)", "2.2")),
    kernels: [
      { context, arguments, count in
        let values = arguments[0].longRows
        let digits = arguments.count > 1 ? arguments[1].longRows : nil
        return context.rows(count, of: arguments, as: .long) { row -> Int64? in
          guard let value = values[row], let places = digits.map({ $0[row] }) ?? 0 else {
            return nil
          }
          return rounded(DecimalValue(value), places).flatMap { Int64(exactly: $0.mantissa) }
        }
      },
      { context, arguments, count in
        let values = arguments[0].realRows
        let digits = arguments.count > 1 ? arguments[1].longRows : nil
        return context.rows(count, of: arguments, as: .real) { row -> Double? in
          guard let value = values[row], let places = digits.map({ $0[row] }) ?? 0 else {
            return nil
          }
          return rounded(value, places)
        }
      },
      { context, arguments, count in
        let values = arguments[0].decimalRows
        let digits = arguments.count > 1 ? arguments[1].longRows : nil
        return context.rows(count, of: arguments, as: .decimal) { row -> DecimalValue? in
          guard let value = values[row], let places = digits.map({ $0[row] }) ?? 0 else {
            return nil
          }
          return rounded(value, places)
        }
      },
    ])

  private static func rounded(_ value: Double, _ places: Int64) -> Double {
    guard places != 0 else { return value.rounded(.toNearestOrAwayFromZero) }
    guard places.magnitude <= 300, value.isFinite else { return places > 0 ? value : 0 }
    let power = pow(10, Double(places.magnitude))
    let scaled = places > 0 ? value * power : value / power
    guard scaled.isFinite, Swift.abs(scaled) < 4_503_599_627_370_496 else { return value }
    let whole = scaled.rounded(.toNearestOrAwayFromZero)
    return places > 0 ? whole / power : whole * power
  }

  private static func rounded(_ value: DecimalValue, _ places: Int64) -> DecimalValue? {
    guard places < Int64(value.scale) else { return value }
    guard places > -39 else { return .zero }
    let target = Int(places)
    // Half away from zero: half a step is added and the rest cut off.
    let digits = value.scale - target
    var step: Int128 = 1
    for _ in 0..<digits {
      let (next, overflow) = step.multipliedReportingOverflow(by: 10)
      guard !overflow else { return .zero }
      step = next
    }
    let (quotient, remainder) = value.mantissa.quotientAndRemainder(dividingBy: step)
    let isUp = remainder.magnitude >= step.magnitude - step.magnitude / 2
    let whole = isUp ? quotient + (value.mantissa < 0 ? -1 : 1) : quotient
    return DecimalValue(rounding: whole, scale: target)
  }

  private static let ceiling = ScalarFunction(
    FunctionSignature(
      name: "ceiling",
      overloads: [
        .taking(.long("value"), giving: .long), .taking(.real("value"), giving: .real),
        .taking(.decimal("value"), giving: .decimal),
      ],
      naming: .ofArgument, summary: "The smallest whole number that is not below the value.",
      example: Example("print ceiling(1.2)", "2.0")),
    kernels: [
      { _, arguments, _ in arguments[0] },
      { context, arguments, count in
        let values = arguments[0].realRows
        return context.rows(count, of: arguments, as: .real) { values[$0]?.rounded(.up) }
      },
      { context, arguments, count in
        let values = arguments[0].decimalRows
        return context.rows(count, of: arguments, as: .decimal) {
          values[$0]?.negated.floor.negated
        }
      },
    ])

  private static let abs = ScalarFunction(
    FunctionSignature(
      name: "abs",
      overloads: [
        .taking(.long("value"), giving: .long), .taking(.real("value"), giving: .real),
        .taking(.decimal("value"), giving: .decimal),
        .taking(.timespan("value"), giving: .timespan),
      ],
      summary: "The value without its sign.", example: Example("print abs(-3)", "3")),
    kernels: [
      longAbs(.long),
      { context, arguments, count in
        let values = arguments[0].realRows
        return context.rows(count, of: arguments, as: .real) { values[$0]?.magnitude }
      },
      { context, arguments, count in
        let values = arguments[0].decimalRows
        return context.rows(count, of: arguments, as: .decimal) { values[$0]?.magnitude }
      },
      longAbs(.timespan),
    ])

  private static func longAbs(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let values = arguments[0].longRows
      return context.rows(count, of: arguments, as: type) { row -> Int64? in
        guard let value = values[row] else { return nil }
        guard value != .min else {
          context.warn(.integerOverflow)
          return nil
        }
        return Swift.abs(value)
      }
    }
  }

  private static let sign = ScalarFunction(
    FunctionSignature(
      name: "sign",
      overloads: [
        .taking(.long("value"), giving: .long), .taking(.real("value"), giving: .real),
        .taking(.decimal("value"), giving: .decimal),
      ],
      summary: "-1, 0 or 1: whether the value is below, at or above zero.",
      example: Example("print sign(-42)", "-1")),
    kernels: [
      { context, arguments, count in
        let values = arguments[0].longRows
        return context.rows(count, of: arguments, as: .long) { values[$0]?.signum() }
      },
      { context, arguments, count in
        let values = arguments[0].realRows
        return context.rows(count, of: arguments, as: .real) { row -> Double? in
          values[row].map { $0.isNaN ? $0 : $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
        }
      },
      { context, arguments, count in
        let values = arguments[0].decimalRows
        return context.rows(count, of: arguments, as: .decimal) { row -> DecimalValue? in
          values[row].map { DecimalValue(mantissa: $0.mantissa.signum(), scale: 0) }
        }
      },
    ])
}

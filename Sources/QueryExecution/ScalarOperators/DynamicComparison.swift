import Columns
import QueryPlanning

/// Comparison of dynamic values with each other and with whole numbers, by what each row holds.
///
/// A number keeps its fraction: 1.5 in a bag is above 1 and not equal to it. Beside a number, text
/// that reads as one counts as that number. Values of different kinds are unequal, and neither
/// comes before the other.
enum DynamicComparison {
  /// Of two dynamic values, or a dynamic value and a long in either order.
  static func kernel(_ comparison: Comparison) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let (a, b) = (arguments[0], arguments[1])
      let (x, y) = (reader(a, beside: b), reader(b, beside: a))
      return context.boolRows(count, of: arguments) { row in holds(comparison, x(row), y(row)) }
    }
  }

  // MARK: - Implementation

  private static func holds(
    _ comparison: Comparison, _ a: DynamicValue, _ b: DynamicValue
  ) -> Bool? {
    switch (a, b) {
    case (.null, .null): return nil
    case (.null, _), (_, .null): return unequal(comparison)
    case (.real(let number), _) where number.isNaN, (_, .real(let number)) where number.isNaN:
      return comparison == .notEqual
    case (_, _): break
    }
    if DynamicOrder.key(a) == DynamicOrder.key(b) { return comparison.holds(0) }
    guard comparison != .equal, comparison != .notEqual else { return unequal(comparison) }
    guard DynamicOrder.areAlike(a, b) else { return nil }
    return comparison.holds(DynamicOrder.isLess(a, b) ? -1 : 1)
  }

  /// What becomes of two values that cannot be equal and have no order.
  private static func unequal(_ comparison: Comparison) -> Bool? {
    switch comparison {
    case .equal: return false
    case .notEqual: return true
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
    }
  }

  private static func reader(
    _ column: ColumnVector, beside other: ColumnVector
  ) -> (Int) -> DynamicValue {
    guard column.type == .dynamic else {
      let rows = column.longRows
      return { row in rows[row].map { .long($0) } ?? .null }
    }
    let rows = column.dynamicRows
    guard other.type != .dynamic else { return { row in rows[row] ?? .null } }
    return { row in
      switch rows[row] {
      case .long(let number)?: return .long(number)
      case .real(let number)?: return .real(number)
      case .string(let text)?: return number(in: text)
      case .null?, nil: return .null
      case .bool?, .datetime?, .timespan?, .array?, .bag?: return .null
      }
    }
  }

  private static func number(in text: String) -> DynamicValue {
    switch Conversion.convert(.string(text), to: .long) {
    case .long(let number): return .long(number)
    case .null, .bool, .int, .real, .decimal, .string, .datetime, .timespan, .dynamic, .guid:
      break
    }
    guard case .real(let number) = Conversion.convert(.string(text), to: .real) else {
      return .null
    }
    return .real(number)
  }
}

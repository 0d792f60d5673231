import Columns
import QueryPlanning

/// `around`: whether a value is near another.
enum Around {
  static let function = ScalarFunction(
    FunctionSignature(
      name: "around",
      overloads: [
        .taking(.long("value"), .long("center"), .long("distance"), giving: .bool),
        .taking(.real("value"), .real("center"), .real("distance"), giving: .bool),
        .taking(.datetime("value"), .datetime("center"), .timespan("distance"), giving: .bool),
        .taking(.timespan("value"), .timespan("center"), .timespan("distance"), giving: .bool),
      ],
      summary: "Whether the value is no farther from a center than a distance.",
      example: Example("print around(datetime(2024-03-05), datetime(2024-03-07), 2d)", "true")),
    kernels: [whole, real, whole, whole])

  // MARK: - Implementation

  /// Of whole numbers and times.
  private static let whole: ScalarFunction.Kernel = { context, arguments, count in
    let rows = arguments.map(\.longRows)
    return context.boolRows(count, of: arguments) { row in
      guard let value = rows[0][row], let center = rows[1][row], let distance = rows[2][row] else {
        return nil
      }
      guard distance >= 0 else { return false }
      let gap =
        value > center
        ? value.subtractingReportingOverflow(center)
        : center.subtractingReportingOverflow(value)
      return !gap.overflow && gap.partialValue <= distance
    }
  }

  private static let real: ScalarFunction.Kernel = { context, arguments, count in
    let rows = arguments.map(\.realRows)
    return context.boolRows(count, of: arguments) { row in
      guard let value = rows[0][row], let center = rows[1][row], let distance = rows[2][row] else {
        return nil
      }
      return value >= center - distance && value <= center + distance
    }
  }
}

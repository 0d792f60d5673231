import Columns
import QueryPlanning

/// `range(start, stop, step)`: an array of evenly spaced values, both ends counted.
enum RangeFunction {
  static let function = ScalarFunction(
    FunctionSignature(
      name: "range",
      overloads: [
        .taking(.long("start"), .long("stop"), .long("step"), optional: 1, giving: .dynamic),
        .taking(.real("start"), .real("stop"), .real("step"), optional: 1, giving: .dynamic),
        .taking(
          .datetime("start"), .datetime("stop"), .timespan("step"), optional: 1, giving: .dynamic),
        .taking(
          .timespan("start"), .timespan("stop"), .timespan("step"), optional: 1, giving: .dynamic),
      ],
      summary: "An array of evenly spaced values from one to another; the step is 1 or 1 hour.",
      example: Example("print range(1, 8, 3)", "[1,4,7]")),
    kernels: [
      longKernel(defaultStep: 1) { .long($0) }, realKernel,
      longKernel(defaultStep: Ticks.perHour) { .datetime($0) },
      longKernel(defaultStep: Ticks.perHour) { .timespan($0) },
    ])

  // MARK: - Implementation

  private static func longKernel(
    defaultStep: Int64, _ make: @escaping @Sendable (Int64) -> DynamicValue
  ) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let (starts, stops) = (arguments[0].longRows, arguments[1].longRows)
      let steps = arguments.count > 2 ? arguments[2].longRows : nil
      return context.dynamicRows(count, of: arguments) { row in
        guard let start = starts[row], let stop = stops[row],
          let step = steps.map({ $0[row] }) ?? defaultStep, step != 0
        else { return .null }
        var values: [DynamicValue] = []
        var value = start
        while step > 0 ? value <= stop : value >= stop {
          guard values.count < ArrayFunctions.lengthLimit else {
            warnOfCut(context)
            break
          }
          values.append(make(value))
          let (next, overflow) = value.addingReportingOverflow(step)
          if overflow { break }
          value = next
        }
        return .array(values)
      }
    }
  }

  private static let realKernel: ScalarFunction.Kernel = { context, arguments, count in
    let (starts, stops) = (arguments[0].realRows, arguments[1].realRows)
    let steps = arguments.count > 2 ? arguments[2].realRows : nil
    return context.dynamicRows(count, of: arguments) { row in
      guard let start = starts[row], let stop = stops[row],
        let step = steps.map({ $0[row] }) ?? 1, step != 0, start.isFinite, stop.isFinite
      else { return .null }
      let length = ((stop - start) / step).rounded(.down)
      guard length >= 0 else { return .array([]) }
      let lastAllowed = ArrayFunctions.lengthLimit - 1
      if length > Double(lastAllowed) { warnOfCut(context) }
      let last = Int64(exactly: length).map { min($0, lastAllowed) } ?? lastAllowed
      return .array((0...last).map { .real(start + Double($0) * step) })
    }
  }

  /// As in KQL the array ends where it would get too long.
  private static func warnOfCut(_ context: EvaluationContext) {
    context.warn(
      .other(
        code: ExecutionErrorCode.badArgument.rawValue,
        message: "range: the array ends after \(ArrayFunctions.lengthLimit) elements"))
  }
}

import Calendar
import Columns
import QueryPlanning

/// `bin`, `floor`, `ceiling` and `bin_at`: values rounded down to steps.
enum Bin {
  static let functions: [ScalarFunction] = [
    bin(
      "bin", summary: "The value rounded down to a multiple of a step; months and years also work.",
      example: ("print bin(17, 5)", "15")),
    bin(
      "floor", isStepOptional: true,
      summary: "The value rounded down to a whole number, or to a multiple of a step.",
      example: ("print floor(17.8, 5.0)", "15.0")),
    binAt,
    ScalarFunction(
      "bin_months", .taking(.datetime("date"), .long("months"), giving: .datetime),
      naming: .ofArgument, summary: "The start of the calendar step of so many months.",
      example: ("print bin(datetime(2024-05-17), 1q)", "2024-04-01T00:00:00.0000000Z")
    ) { context, arguments, count in
      let dates = arguments[0].longRows
      let steps = arguments[1].longRows
      return context.rows(count, of: arguments, as: .datetime) { row -> Int64? in
        guard let ticks = dates[row], let step = steps[row], step > 0, step <= 120_000,
          let (date, _) = Ticks.split(ticks)
        else { return nil }
        let month = (date.year - 1) * 12 + date.month - 1
        let start = month - month % Int(step)
        return CalendarDate(year: start / 12 + 1, month: start % 12 + 1, day: 1)
          .map { Ticks.datetime($0) }
      }
    },
  ]

  /// The largest multiple of `step`, from `start` on, that is not above the value.
  ///
  /// Nil for steps that are not above 0 and for results that do not fit.
  static func floor(_ value: Int64, step: Int64, from start: Int64 = 0) -> Int64? {
    guard step > 0 else { return nil }
    let (distance, overflow) = value.subtractingReportingOverflow(start)
    guard !overflow else { return nil }
    let rest = distance % step
    let (result, low) = value.subtractingReportingOverflow(rest < 0 ? rest + step : rest)
    return low ? nil : result
  }

  // MARK: - Implementation

  private static func bin(
    _ name: String, isStepOptional: Bool = false, summary: String,
    example: (query: String, answer: String)
  ) -> ScalarFunction {
    let optional = isStepOptional ? 1 : 0
    let overloads: [FunctionOverload] = [
      .taking(.long("value"), .long("step"), optional: optional, giving: .long),
      .taking(.real("value"), .real("step"), optional: optional, giving: .real),
      .taking(.decimal("value"), .decimal("step"), optional: optional, giving: .decimal),
      .taking(.datetime("value"), .timespan("step"), giving: .datetime),
      .taking(.timespan("value"), .timespan("step"), giving: .timespan),
    ]
    return ScalarFunction(
      FunctionSignature(
        name: name, overloads: overloads, naming: .ofArgument, summary: summary,
        example: Example(example.query, example.answer)),
      kernels: [
        longKernel(.long), realKernel, decimalKernel, longKernel(.datetime), longKernel(.timespan),
      ])
  }

  private static func longKernel(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      guard arguments.count > 1 else { return arguments[0] }
      let (value, step) = (arguments[0], arguments[1])
      if step.isConstant, count > 0, !step.isNull(0), !value.isConstant,
        let divisor = ConstantDivisor(step.longs[0]),
        let quick = floors(of: value.longs, by: divisor, count)
      {
        return ColumnVector(
          type: type, count: count, storage: .long(ColumnSlice(quick)), validity: value.validity)
      }
      let (values, steps) = (value.longRows, step.longRows)
      return context.rows(count, of: arguments, as: type) { row -> Int64? in
        guard let value = values[row], let step = steps[row],
          let result = floor(value, step: step)
        else { return nil }
        return type == .datetime && result < 0 ? nil : result
      }
    }
  }

  /// Nil where a value is so low that its multiple does not fit.
  @inline(never)
  private static func floors(
    of values: ColumnSlice<Int64>, by divisor: ConstantDivisor, _ count: Int
  ) -> [Int64]? {
    var wrapped: Int64 = 0
    let result = values.withUnsafeBufferPointer { values in
      [Int64](unsafeUninitializedCapacity: count) { buffer, made in
        for row in 0..<count {
          let floor = divisor.floor(values[row])
          // Only a multiple that wrapped around is from 0 up where the value is below.
          wrapped |= ~floor & values[row]
          buffer[row] = floor
        }
        made = count
      }
    }
    return wrapped < 0 ? nil : result
  }

  private static let realKernel: ScalarFunction.Kernel = { context, arguments, count in
    let values = arguments[0].realRows
    let steps = arguments.count > 1 ? arguments[1].realRows : nil
    return context.rows(count, of: arguments, as: .real) { row -> Double? in
      guard let value = values[row] else { return nil }
      guard let steps else { return value.rounded(.down) }
      guard let step = steps[row], step > 0 else { return nil }
      return (value / step).rounded(.down) * step
    }
  }

  private static let decimalKernel: ScalarFunction.Kernel = { context, arguments, count in
    let values = arguments[0].decimalRows
    let steps = arguments.count > 1 ? arguments[1].decimalRows : nil
    return context.rows(count, of: arguments, as: .decimal) { row -> DecimalValue? in
      guard let value = values[row] else { return nil }
      guard let steps else { return value.floor }
      guard let step = steps[row], step > .zero else { return nil }
      return value.divided(by: step).flatMap { $0.floor.multiplied(by: step) }
    }
  }

  private static let binAt = ScalarFunction(
    FunctionSignature(
      name: "bin_at",
      overloads: [
        .taking(.long("value"), .long("step"), .long("start"), giving: .long),
        .taking(.real("value"), .real("step"), .real("start"), giving: .real),
        .taking(.datetime("value"), .timespan("step"), .datetime("start"), giving: .datetime),
        .taking(.timespan("value"), .timespan("step"), .timespan("start"), giving: .timespan),
      ],
      naming: .ofArgument,
      summary: "The value rounded down to a step, the steps counted from a start.",
      example: Example("print bin_at(17, 5, 1)", "16")),
    kernels: [binAtKernel(.long), binAtRealKernel, binAtKernel(.datetime), binAtKernel(.timespan)])

  private static func binAtKernel(_ type: ScalarType) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let (values, steps) = (arguments[0].longRows, arguments[1].longRows)
      let starts = arguments[2].longRows
      return context.rows(count, of: arguments, as: type) { row -> Int64? in
        guard let value = values[row], let step = steps[row], let start = starts[row],
          let result = floor(value, step: step, from: start)
        else { return nil }
        return type == .datetime && result < 0 ? nil : result
      }
    }
  }

  private static let binAtRealKernel: ScalarFunction.Kernel = { context, arguments, count in
    let (values, steps) = (arguments[0].realRows, arguments[1].realRows)
    let starts = arguments[2].realRows
    return context.rows(count, of: arguments, as: .real) { row -> Double? in
      guard let value = values[row], let step = steps[row], let start = starts[row], step > 0
      else { return nil }
      return ((value - start) / step).rounded(.down) * step + start
    }
  }
}

import Calendar
import Columns
import QueryPlanning

/// `now`, `ago`, `datetime_diff` and `datetime_add`.
enum DatetimeArithmetic {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "now", .taking(.timespan("offset"), optional: 1, giving: .datetime),
      summary: "The time of the run, one value for the whole script, or so much later.",
      example: ("print now() == now()", "true")
    ) { context, arguments, count in
      let now = context.now
      guard let offset = arguments.first else { return .constant(.datetime(now), count: count) }
      return shifted(context, [offset], count) { now.addingReportingOverflow($0) }
    },
    ScalarFunction(
      "ago", .taking(.timespan("length"), giving: .datetime),
      summary: "The time so long before the run.", example: ("print now() - ago(1h)", "01:00:00")
    ) { context, arguments, count in
      let now = context.now
      return shifted(context, arguments, count) { now.subtractingReportingOverflow($0) }
    },
    ScalarFunction(
      "ago_months", .taking(.long("months"), giving: .datetime),
      summary: "The time so many months before the run.",
      example: ("print datetime_diff(\"month\", now(), ago(2mo))", "2")
    ) { context, arguments, count in
      let now = context.now
      let months = arguments[0].longRows
      return context.rows(count, of: arguments, as: .datetime) { row -> Int64? in
        months[row].flatMap { adding(-1, times: $0, .month, to: now) }
      }
    },
    ScalarFunction(
      "datetime_diff",
      .taking(.text("part"), .datetime("later"), .datetime("earlier"), giving: .long),
      summary: "How many bounds of years, months, days … lie between two datetimes.",
      example: ("print datetime_diff(\"day\", datetime(2024-03-05), datetime(2024-02-28))", "6")
    ) { context, arguments, count in
      var parts = DatetimePartReader(arguments[0], function: "datetime_diff")
      let (later, earlier) = (arguments[1].longRows, arguments[2].longRows)
      return try context.rows(count, of: arguments, as: .long) { row -> Int64? in
        let part = try parts.part(row)
        guard let a = later[row], let b = earlier[row] else { return nil }
        return difference(part, a, b)
      }
    },
    ScalarFunction(
      "datetime_add", .taking(.text("part"), .long("count"), .datetime("date"), giving: .datetime),
      summary: "The datetime so many years, months, days … later.",
      example: (
        "print datetime_add(\"month\", 1, datetime(2024-01-31))", "2024-02-29T00:00:00.0000000Z"
      )
    ) { context, arguments, count in
      var parts = DatetimePartReader(arguments[0], function: "datetime_add")
      let (amounts, dates) = (arguments[1].longRows, arguments[2].longRows)
      return try context.rows(count, of: arguments, as: .datetime) { row -> Int64? in
        let part = try parts.part(row)
        guard let amount = amounts[row], let date = dates[row] else { return nil }
        guard let result = adding(amount, times: 1, part, to: date) else {
          context.warn(.datetimeOutOfRange)
          return nil
        }
        return result
      }
    },
  ]

  // MARK: - Implementation

  private static func shifted(
    _ context: EvaluationContext, _ arguments: [ColumnVector], _ count: Int,
    _ body: (Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> ColumnVector {
    let lengths = arguments[0].longRows
    return context.rows(count, of: arguments, as: .datetime) { row -> Int64? in
      guard let length = lengths[row] else { return nil }
      let (result, overflow) = body(length)
      guard !overflow, Ticks.isDatetime(result) else {
        context.warn(.datetimeOutOfRange)
        return nil
      }
      return result
    }
  }

  private static func difference(_ part: DatetimePart, _ a: Int64, _ b: Int64) -> Int64? {
    if let months = part.months {
      guard let (first, _) = Ticks.split(a), let (second, _) = Ticks.split(b) else { return nil }
      let periods = { (date: CalendarDate) in Int64(date.year * 12 + date.month - 1) / months }
      return periods(first) - periods(second)
    }
    guard let ticks = part.ticks else {
      let (result, overflow) = (a - b).multipliedReportingOverflow(by: 100)
      return overflow ? nil : result
    }
    // Weeks begin on Sunday; day 0 is a Monday.
    let shift = part == .week ? Ticks.perDay : 0
    return (a + shift) / ticks - (b + shift) / ticks
  }

  private static func adding(
    _ amount: Int64, times factor: Int64, _ part: DatetimePart, to ticks: Int64
  ) -> Int64? {
    let (count, tooMany) = amount.multipliedReportingOverflow(by: factor)
    guard !tooMany else { return nil }
    if let months = part.months {
      let (shift, overflow) = count.multipliedReportingOverflow(by: months)
      guard !overflow, let (date, time) = Ticks.split(ticks),
        let moved = date.adding(months: Int(shift))
      else { return nil }
      return Ticks.datetime(moved) + time
    }
    let shift: Int64
    if let unit = part.ticks {
      let (product, overflow) = count.multipliedReportingOverflow(by: unit)
      guard !overflow else { return nil }
      shift = product
    } else {
      shift = count / 100
    }
    let (result, overflow) = ticks.addingReportingOverflow(shift)
    return !overflow && Ticks.isDatetime(result) ? result : nil
  }
}

import Calendar
import Columns
import QueryPlanning

/// Times from numbers: `make_datetime`, `make_timespan` and `unixtime_seconds_todatetime` and its
/// kin.
enum TimeMaking {
  static let functions: [ScalarFunction] =
    [makeDatetime, makeTimespan]
    + [
      unixTime("seconds", Double(Ticks.perSecond), "1709649000"),
      unixTime("milliseconds", Double(Ticks.perMillisecond), "1709649000000"),
      unixTime("microseconds", Double(Ticks.perMicrosecond), "1709649000000000"),
      unixTime("nanoseconds", 0.01, "1709649000000000000"),
    ]

  // MARK: - Implementation

  private static let makeDatetime = ScalarFunction(
    "make_datetime",
    .taking(
      .long("year"), .long("month"), .long("day"), .long("hour"), .long("minute"),
      .real("second"), optional: 3, giving: .datetime),
    .taking(.text("text"), giving: .datetime),
    summary: "The datetime of a year, month, day, and perhaps hour, minute and second.",
    example: ("print make_datetime(2024, 3, 5, 14, 30)", "2024-03-05T14:30:00.0000000Z")
  ) { context, arguments, count in
    if arguments.count == 1 {
      return context.mapTextToLong(arguments, count, as: .datetime) { text, _ in
        DatetimeText.parse(text)
      }
    }
    let numbers = arguments.prefix(5).map(\.longRows)
    let seconds = arguments.count > 5 ? arguments[5].realRows : nil
    return context.rows(count, of: arguments, as: .datetime) { row -> Int64? in
      let parts = numbers.compactMap { $0[row] }
      guard parts.count == numbers.count, let second = seconds.map({ $0[row] }) ?? 0,
        let year = Int(exactly: parts[0]), let month = Int(exactly: parts[1]),
        let day = Int(exactly: parts[2]),
        let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      let hour = parts.count > 3 ? parts[3] : 0
      let minute = parts.count > 4 ? parts[4] : 0
      guard (0..<24).contains(hour), (0..<60).contains(minute), second >= 0, second < 60 else {
        return nil
      }
      let time = hour * Ticks.perHour + minute * Ticks.perMinute
      return Ticks.datetime(date) + time + ticks(ofSecond: second)
    }
  }

  private static let makeTimespan = ScalarFunction(
    "make_timespan",
    .taking(.long("hours"), .long("minutes"), .real("seconds"), optional: 1, giving: .timespan),
    .taking(.long("days"), .long("hours"), .long("minutes"), .real("seconds"), giving: .timespan),
    .taking(.text("text"), giving: .timespan),
    summary: "The timespan of days, hours, minutes and seconds; days or seconds may be left out.",
    example: ("print make_timespan(1, 12, 30, 55.25)", "1.12:30:55.2500000")
  ) { context, arguments, count in
    if arguments.count == 1 {
      return context.mapTextToLong(arguments, count, as: .timespan) { text, _ in
        TimespanText.parse(text)
      }
    }
    let units = [Ticks.perDay, Ticks.perHour, Ticks.perMinute]
    let first = arguments.count == 4 ? 0 : 1
    let numbers = arguments.prefix(3 - first).map(\.longRows)
    let seconds = arguments.count > 2 ? arguments.last?.realRows : nil
    return context.rows(count, of: arguments, as: .timespan) { row -> Int64? in
      guard let second = seconds.map({ $0[row] }) ?? 0, second >= 0, second < 60 else { return nil }
      var total = ticks(ofSecond: second)
      for (index, rows) in numbers.enumerated() {
        guard let number = rows[row] else { return nil }
        // Hours and minutes stay below the unit before; the first unit may be larger.
        let limit: Int64 = index == 0 ? 10_000_000 : index + first == 1 ? 24 : 60
        guard number >= 0, number < limit else { return nil }
        total += number * units[first + index]
      }
      return total
    }
  }

  /// The steps of part of a minute, below 60 seconds.
  private static func ticks(ofSecond second: Double) -> Int64 {
    min(Int64((second * Double(Ticks.perSecond)).rounded()), Ticks.perMinute - 1)
  }

  private static func unixTime(
    _ unit: String, _ ticks: Double, _ number: String
  ) -> ScalarFunction {
    ScalarFunction(
      "unixtime_\(unit)_todatetime", .taking(.real("number"), giving: .datetime),
      summary: "The datetime so many \(unit) after the start of 1970.",
      example: ("print unixtime_\(unit)_todatetime(\(number))", "2024-03-05T14:30:00.0000000Z")
    ) { context, arguments, count in
      let numbers = arguments[0].realRows
      return context.rows(count, of: arguments, as: .datetime) { row -> Int64? in
        guard let number = numbers[row],
          let steps = Int64(exactly: (number * ticks).rounded(.toNearestOrEven))
        else { return nil }
        let (result, overflow) = steps.addingReportingOverflow(Ticks.unixEpoch)
        return !overflow && Ticks.isDatetime(result) ? result : nil
      }
    }
  }
}

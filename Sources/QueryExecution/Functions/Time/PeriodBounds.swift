import Calendar
import Columns
import QueryPlanning

/// `startofday` to `endofyear`: the first and the last moment of the period that a datetime is in,
/// or of one so many periods later.
enum PeriodBounds {
  static let functions: [ScalarFunction] = [
    declare("startofday", "first", "day", .days(1, from: 0), "2024-03-05T00:00:00.0000000Z"),
    declare(
      "startofweek", "first", "week, which begins on Sunday", .days(7, from: 6),
      "2024-03-03T00:00:00.0000000Z"),
    declare(
      "startofweek_iso", "first", "week, which begins on Monday", .days(7, from: 0),
      "2024-03-04T00:00:00.0000000Z"),
    declare("startofmonth", "first", "month", .months(1), "2024-03-01T00:00:00.0000000Z"),
    declare("startofyear", "first", "year", .months(12), "2024-01-01T00:00:00.0000000Z"),
    declare("endofday", "last", "day", .days(1, from: 0), "2024-03-05T23:59:59.9999999Z"),
    declare(
      "endofweek", "last", "week, which begins on Sunday", .days(7, from: 6),
      "2024-03-09T23:59:59.9999999Z"),
    declare("endofmonth", "last", "month", .months(1), "2024-03-31T23:59:59.9999999Z"),
    declare("endofyear", "last", "year", .months(12), "2024-12-31T23:59:59.9999999Z"),
  ]

  // MARK: - Implementation

  private enum Period: Sendable {
    /// So many days; one period begins on day `from` (0 is 0001-01-01, a Monday).
    case days(Int, from: Int)
    case months(Int)

    /// The first tick of the period `offset` periods after the one that has the date.
    func start(_ date: CalendarDate, offset: Int64) -> Int64? {
      guard offset.magnitude <= 4_000_000 else { return nil }
      switch self {
      case .days(let length, let first):
        let day = date.dayNumber
        let start = day - (day - first + length) % length + Int(offset) * length
        let ticks = Int64(start) * Ticks.perDay
        // The end of the last period lies past the last datetime, and is needed.
        return ticks >= -7 * Ticks.perDay && ticks <= Ticks.lastDatetime + 7 * Ticks.perDay
          ? ticks : nil
      case .months(let length):
        let month = (date.year - 1) * 12 + date.month - 1
        let start = month - month % length + Int(offset) * length
        if start == 9999 * 12 { return Ticks.lastDatetime + 1 }
        guard start >= 0, start < 9999 * 12 else { return nil }
        return CalendarDate(year: start / 12 + 1, month: start % 12 + 1, day: 1)
          .map { Ticks.datetime($0) }
      }
    }
  }

  private static func declare(
    _ name: String, _ which: String, _ what: String, _ period: Period, _ answer: String
  ) -> ScalarFunction {
    let isEnd = which == "last"
    return ScalarFunction(
      name, .taking(.datetime("date"), .long("offset"), optional: 1, giving: .datetime),
      naming: name == "startofday" ? .ofArgument : .anonymous,
      summary: "The \(which) moment of the \(what), or of one so many later.",
      example: ("print \(name)(datetime(2024-03-05 14:30))", answer)
    ) { context, arguments, count in
      let dates = arguments[0].longRows
      let offsets = arguments.count > 1 ? arguments[1].longRows : nil
      return context.rows(count, of: arguments, as: .datetime) { row -> Int64? in
        guard let ticks = dates[row], let (date, _) = Ticks.split(ticks),
          let offset = offsets.map({ $0[row] }) ?? 0
        else { return nil }
        let bound = period.start(date, offset: isEnd ? offset &+ 1 : offset)
        let result = isEnd ? bound.map { $0 - 1 } : bound
        guard let result, Ticks.isDatetime(result) else {
          context.warn(.datetimeOutOfRange)
          return nil
        }
        return result
      }
    }
  }
}

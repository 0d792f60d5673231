import Calendar
import Columns
import QueryPlanning

/// Parts of a datetime: `getyear`, `dayofweek`, `datetime_part` and their kin.
enum DateParts {
  static let functions: [ScalarFunction] = [
    map("getyear", "The year.", "2024", .int) { date, _ in Int64(date.year) },
    map("getmonth", "The month, 1 to 12.", "3", .int) { date, _ in Int64(date.month) },
    map("monthofyear", "The month, 1 to 12.", "3", .int) { date, _ in Int64(date.month) },
    map("dayofmonth", "The day of the month, 1 to 31.", "5", .int) { date, _ in Int64(date.day) },
    map("dayofyear", "The day of the year, 1 to 366.", "65", .int) { date, _ in
      Int64(date.dayOfYear)
    },
    map("hourofday", "The hour, 0 to 23.", "14", .int) { _, time in time / Ticks.perHour },
    map("week_of_year", "The week by ISO 8601, 1 to 53.", "10", .int) { date, _ in
      Int64(date.isoWeek)
    },
    map("dayofweek", "The time since Sunday, in whole days.", "2.00:00:00", .timespan) { date, _ in
      Int64(date.weekday) * Ticks.perDay
    },
    ScalarFunction(
      "datetime_part", .taking(.text("part"), .datetime("date"), giving: .int),
      summary: "A part of the datetime by its name, such as \"year\", \"quarter\" or \"day\".",
      example: ("print datetime_part(\"quarter\", datetime(2024-03-05))", "1")
    ) { context, arguments, count in
      var parts = DatetimePartReader(arguments[0], function: "datetime_part")
      let dates = arguments[1].longRows
      return try context.rows(count, of: arguments, as: .int) { row -> Int32? in
        let part = try parts.part(row)
        guard let ticks = dates[row], let (date, time) = Ticks.split(ticks) else { return nil }
        return Int32(exactly: part.value(date, time))
      }
    },
  ]

  // MARK: - Implementation

  private static func map(
    _ name: String, _ summary: String, _ answer: String, _ type: ScalarType,
    _ body: @escaping @Sendable (CalendarDate, Int64) -> Int64
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.datetime("date"), giving: type), summary: summary,
      example: ("print \(name)(datetime(2024-03-05 14:30))", answer)
    ) { context, arguments, count in
      let dates = arguments[0].longRows
      if type == .int {
        return context.rows(count, of: arguments, as: .int) { row -> Int32? in
          dates[row].flatMap { Ticks.split($0) }.map { Int32(truncatingIfNeeded: body($0, $1)) }
        }
      }
      return context.rows(count, of: arguments, as: type) { row -> Int64? in
        dates[row].flatMap { Ticks.split($0) }.map { body($0, $1) }
      }
    }
  }
}

/// A part or unit of time by its name in `datetime_part`, `datetime_diff` and `datetime_add`.
enum DatetimePart: String, CaseIterable {
  case year, quarter, month, week, day, hour, minute, second, millisecond, microsecond, nanosecond
  case weekOfYear = "week_of_year"
  case dayOfYear = "dayofyear"

  /// The part that the text of a row names, in any case.
  ///
  /// Throws `badArgument`.
  init(_ column: ColumnVector, _ row: Int, function: String) throws {
    let name = column.withUTF8(row) { String(decoding: $0, as: UTF8.self) }
    let isPart = function == "datetime_part"
    guard let part = DatetimePart(rawValue: name.lowercased()),
      isPart ? part != .week : part != .weekOfYear && part != .dayOfYear
    else {
      throw ExecutionError.badArgument(function: function, reason: "there is no part '\(name)'")
    }
    self = part
  }

  func value(_ date: CalendarDate, _ time: Int64) -> Int64 {
    let fraction = time % Ticks.perSecond
    switch self {
    case .year: return Int64(date.year)
    case .quarter: return Int64((date.month + 2) / 3)
    case .month: return Int64(date.month)
    case .week, .weekOfYear: return Int64(date.isoWeek)
    case .day: return Int64(date.day)
    case .dayOfYear: return Int64(date.dayOfYear)
    case .hour: return time / Ticks.perHour
    case .minute: return time / Ticks.perMinute % 60
    case .second: return time / Ticks.perSecond % 60
    case .millisecond: return fraction / Ticks.perMillisecond
    case .microsecond: return fraction / Ticks.perMicrosecond
    case .nanosecond: return fraction * 100
    }
  }

  /// Months of the units that have no fixed length, nil for the others.
  var months: Int64? {
    switch self {
    case .year: return 12
    case .quarter: return 3
    case .month: return 1
    case .week, .day, .hour, .minute, .second, .millisecond, .microsecond, .nanosecond,
      .weekOfYear, .dayOfYear:
      return nil
    }
  }

  /// The length of the units that have one, nanoseconds apart: their step is a hundredth.
  var ticks: Int64? {
    switch self {
    case .week: return 7 * Ticks.perDay
    case .day: return Ticks.perDay
    case .hour: return Ticks.perHour
    case .minute: return Ticks.perMinute
    case .second: return Ticks.perSecond
    case .millisecond: return Ticks.perMillisecond
    case .microsecond: return Ticks.perMicrosecond
    case .year, .quarter, .month, .nanosecond, .weekOfYear, .dayOfYear: return nil
    }
  }
}

/// The parts that the rows of a column name; a constant is read once.
struct DatetimePartReader {
  private let names: ColumnVector
  private let function: String
  private var constant: DatetimePart?

  init(_ names: ColumnVector, function: String) {
    self.names = names
    self.function = function
  }

  /// Throws `badArgument` where there is no such part.
  mutating func part(_ row: Int) throws -> DatetimePart {
    if let constant { return constant }
    let part = try DatetimePart(names, row, function: function)
    if names.isConstant { constant = part }
    return part
  }
}

/// A day of the proleptic Gregorian calendar, in the years 1 to 9999.
public struct CalendarDate: Hashable, Sendable {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// The number of 9999-12-31.
  public static let lastDayNumber = 3_652_058

  /// Nil unless there is such a day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is so many days after 0001-01-01, from 0 to ``lastDayNumber``; nil outside.
  public init?(dayNumber: Int) {
    guard (0...Self.lastDayNumber).contains(dayNumber) else { return nil }
    self.init(clampingDayNumber: dayNumber)
  }

  /// The day that is so many days after 0001-01-01; outside the years 1 to 9999, the nearest.
  ///
  /// Years are taken to begin in March, so that the leap day comes last (Howard Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
  public init(clampingDayNumber dayNumber: Int) {
    let shifted = min(max(dayNumber, 0), Self.lastDayNumber) + 306
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 0001-01-01.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 306
  }

  /// 0 Sunday to 6 Saturday.
  public var weekday: Int { (dayNumber + 1) % 7 }

  /// 1 to 366.
  public var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + Self.daysInMonth($1, of: year) }
  }

  /// The week by ISO 8601: weeks begin on Monday, week 1 holds the year's first Thursday.
  public var isoWeek: Int {
    let thursday = dayNumber - (weekday + 6) % 7 + 3
    guard let date = CalendarDate(dayNumber: thursday) else { return 1 }
    return (date.dayOfYear - 1) / 7 + 1
  }

  /// The day so many days later; outside the years 1 to 9999, the nearest.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(clampingDayNumber: dayNumber.addingReportingOverflow(days).partialValue)
  }

  /// The same day so many months later, or that month's last day; nil outside the years 1 to 9999.
  public func adding(months: Int) -> CalendarDate? {
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12, total < 120_000 else { return nil }
    let (year, month) = (total / 12, total % 12 + 1)
    return CalendarDate(
      year: year, month: month, day: min(day, Self.daysInMonth(month, of: year)))
  }

  /// How many days a month has.
  public static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: return isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Whether the year has a 29 February.
  public static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension CalendarDate: Comparable {
  /// The earlier day is less.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `2024-03-05`, as ISO 8601 writes it.
  public var description: String {
    padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }
}

/// A number of at least so many digits.
package func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

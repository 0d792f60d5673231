/// A day of the proleptic Gregorian calendar, years 1 to 9999.
package struct CalendarDate: Hashable, Sendable {
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int

  /// Nil unless there is such a day.
  package init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= Self.dayCount(year: year, month: month)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is so many days after 0001-01-01, from 0 to 3,652,058; nil outside.
  package init?(dayNumber: Int) {
    guard dayNumber >= 0, dayNumber <= Self.lastDayNumber else { return nil }
    // Years are taken to begin in March, so that the leap day comes last [Hinnant, days_from_civil].
    let shifted = dayNumber + 306
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// 9999-12-31.
  package static let lastDayNumber = 3_652_058

  /// Days since 0001-01-01.
  package var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 306
  }

  /// 0 is Sunday.
  package var weekday: Int { (dayNumber + 1) % 7 }

  /// 1 to 366.
  package var dayOfYear: Int {
    var result = day
    for earlier in 1..<month { result += Self.dayCount(year: year, month: earlier) }
    return result
  }

  /// The week by ISO 8601: weeks begin on Monday, week 1 holds the year's first Thursday.
  package var isoWeek: Int {
    let dayFromMonday = (weekday + 6) % 7
    let thursday = dayNumber - dayFromMonday + 3
    guard let date = CalendarDate(dayNumber: thursday) else { return 1 }
    return (date.dayOfYear - 1) / 7 + 1
  }

  /// The same day so many months later, or that month's last day; nil outside the years 1 to 9999.
  package func adding(months: Int) -> CalendarDate? {
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12, total < 120_000 else { return nil }
    let (year, month) = (total / 12, total % 12 + 1)
    return CalendarDate(
      year: year, month: month, day: min(day, Self.dayCount(year: year, month: month)))
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: return isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

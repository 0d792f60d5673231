/// A point on the time line: 100 ns steps since 0001-01-01T00:00 UTC in the proleptic Gregorian
/// calendar, as `datetime` in queries.
public struct Instant: Hashable, Sendable, Comparable {
  public var ticks: Int64

  public init(ticks: Int64) { self.ticks = ticks }

  public static let ticksPerDay: Int64 = 864_000_000_000

  /// Midnight UTC of a day; nil where there is no such day in the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    ticks = Int64(date.dayNumber) * Self.ticksPerDay
  }

  /// The UTC day it falls on.
  public var date: CalendarDate {
    let days = ticks >= 0 ? ticks / Self.ticksPerDay : (ticks + 1) / Self.ticksPerDay - 1
    return CalendarDate(dayNumber: Int(days))
  }

  public static func < (a: Instant, b: Instant) -> Bool { a.ticks < b.ticks }
}

/// A day of the proleptic Gregorian calendar.
public struct CalendarDate: Hashable, Sendable, Comparable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Nil where there is no such day in the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is `dayNumber` days after 0001-01-01; outside the years 1 to 9999, the nearest.
  public init(dayNumber: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let z = min(max(dayNumber, 0), 3_652_058) + 306
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 0001-01-01.
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 306
  }

  /// 0 Sunday to 6 Saturday.
  public var weekday: Int { (dayNumber + 1) % 7 }

  public static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: return isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  public static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

  /// `2024-03-05`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// When something was published, as exactly as its source says.
public enum PublicationTime: Hashable, Sendable {
  /// The day alone; no midnight is invented.
  case day(CalendarDate)
  /// A moment, with the offset from UTC that the source gave, in minutes.
  case moment(Instant, utcOffset: Int)

  /// The calendar day where it was published.
  public var date: CalendarDate {
    switch self {
    case .day(let date): return date
    case .moment(let instant, let utcOffset):
      return Instant(ticks: instant.ticks + Int64(utcOffset) * 600_000_000).date
    }
  }

  /// The moment in UTC; for a day alone, its first.
  public var instant: Instant {
    switch self {
    case .day(let date): return Instant(ticks: Int64(date.dayNumber) * Instant.ticksPerDay)
    case .moment(let instant, _): return instant
    }
  }
}

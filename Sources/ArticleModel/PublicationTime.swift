public import Calendar

/// A point on the time line: 100 ns steps since 0001-01-01T00:00 UTC in the proleptic Gregorian
/// calendar, as `datetime` in queries.
public struct Instant: Hashable, Sendable, Comparable {
  /// The steps.
  public var ticks: Int64

  /// The moment after so many steps.
  public init(ticks: Int64) { self.ticks = ticks }

  /// Steps of a day.
  public static let ticksPerDay: Int64 = 864_000_000_000

  /// Midnight UTC of a day; nil where there is no such day in the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    ticks = Int64(date.dayNumber) * Self.ticksPerDay
  }

  /// The UTC day it falls on.
  public var date: CalendarDate {
    let days = ticks >= 0 ? ticks / Self.ticksPerDay : (ticks + 1) / Self.ticksPerDay - 1
    return CalendarDate(clampingDayNumber: Int(days))
  }

  /// The earlier moment is less.
  public static func < (a: Instant, b: Instant) -> Bool { a.ticks < b.ticks }
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

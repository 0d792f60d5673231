package import Calendar

/// Time in steps of 100 ns: the unit of datetimes (since 0001-01-01 UTC) and timespans.
package enum Ticks {
  package static let perMicrosecond: Int64 = 10
  package static let perMillisecond: Int64 = 10_000
  package static let perSecond: Int64 = 10_000_000
  package static let perMinute: Int64 = 600_000_000
  package static let perHour: Int64 = 36_000_000_000
  package static let perDay: Int64 = 864_000_000_000

  /// 9999-12-31T23:59:59.9999999, the last datetime; the first is 0.
  package static let lastDatetime: Int64 = 3_155_378_975_999_999_999

  /// 1970-01-01.
  package static let unixEpoch: Int64 = 621_355_968_000_000_000

  package static func isDatetime(_ ticks: Int64) -> Bool { ticks >= 0 && ticks <= lastDatetime }

  /// The start of that day.
  package static func datetime(_ date: CalendarDate) -> Int64 { Int64(date.dayNumber) * perDay }

  /// The day and the time since its start, or nil for what is not a datetime.
  package static func split(_ ticks: Int64) -> (date: CalendarDate, time: Int64)? {
    guard isDatetime(ticks), let date = CalendarDate(dayNumber: Int(ticks / perDay)) else {
      return nil
    }
    return (date, ticks % perDay)
  }
}

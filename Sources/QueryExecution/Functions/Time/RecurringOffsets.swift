import Calendar
import Columns

/// A zone's offsets for all years to come, from a rule such as `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX,
/// with the hours of RFC 8536).
struct RecurringOffsets: Sendable {
  /// A day of the year and the second of it, by the clock that holds until then.
  private struct Change {
    enum Day {
      /// The nth (5: last) such weekday of a month.
      case weekday(month: Int, week: Int, day: Int)
      /// From 1 to 365, 29 February never counted.
      case withoutLeapDay(Int)
      /// From 0 to 365.
      case ofYear(Int)
    }

    let day: Day
    let second: Int64

    /// Seconds from the start of 1970 by the clock that holds until then.
    func second(in year: Int) -> Int64? {
      guard let first = CalendarDate(year: year, month: 1, day: 1)?.dayNumber else { return nil }
      let number: Int
      switch day {
      case .weekday(let month, let week, let day):
        guard let start = CalendarDate(year: year, month: month, day: 1) else { return nil }
        let date = (day - start.weekday + 7) % 7 + (week - 1) * 7
        let isPast = date >= CalendarDate.daysInMonth(month, of: year)
        number = start.dayNumber + (isPast ? date - 7 : date)
      case .withoutLeapDay(let day):
        number = first + day - 1 + (day >= 60 && CalendarDate.isLeapYear(year) ? 1 : 0)
      case .ofYear(let day): number = first + day
      }
      return Int64(number) * 86_400 - Ticks.unixEpoch / Ticks.perSecond + second
    }
  }

  private let standard: Int64
  private let summer: (offset: Int64, start: Change, end: Change)?

  /// Nil where the text is no such rule.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var cursor = ByteCursor(text)
    guard RecurringOffsets.skipName(&cursor), let west = RecurringOffsets.time(&cursor) else {
      return nil
    }
    standard = -west
    guard !cursor.isAtEnd else {
      summer = nil
      return
    }
    guard RecurringOffsets.skipName(&cursor) else { return nil }
    var offset = standard + 3_600
    if cursor.next != UInt8(ascii: ",") {
      guard let west = RecurringOffsets.time(&cursor) else { return nil }
      offset = -west
    }
    guard let start = RecurringOffsets.change(&cursor), let end = RecurringOffsets.change(&cursor),
      cursor.isAtEnd
    else { return nil }
    summer = (offset, start, end)
  }

  /// The offset in seconds at a moment, seconds since 1970.
  func offset(atSecond second: Int64) -> Int64 {
    guard let summer else { return standard }
    let local = second + standard + Ticks.unixEpoch / Ticks.perSecond
    let year = CalendarDate(clampingDayNumber: Int(local / 86_400)).year
    guard let start = summer.start.second(in: year), let end = summer.end.second(in: year) else {
      return standard
    }
    let (begins, ends) = (start - standard, end - summer.offset)
    let isSummer =
      begins < ends ? second >= begins && second < ends : second < ends || second >= begins
    return isSummer ? summer.offset : standard
  }

  // MARK: - Implementation

  /// Letters, or anything in angle brackets.
  private static func skipName(_ cursor: inout ByteCursor) -> Bool {
    let start = cursor.position
    if cursor.take(UInt8(ascii: "<")) {
      while !cursor.isAtEnd, !cursor.take(UInt8(ascii: ">")) { cursor.advance() }
    } else {
      while cursor.next.isASCIILetter { cursor.advance() }
    }
    return cursor.position > start
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  private static func time(_ cursor: inout ByteCursor) -> Int64? {
    let isNegative = cursor.take(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.take(UInt8(ascii: "+")) }
    var seconds: Int64 = 0
    var unit: Int64 = 3_600
    repeat {
      guard let part = cursor.takeDigits(atMost: 3) else { return nil }
      seconds += part.value * unit
      unit /= 60
    } while unit > 0 && cursor.take(UInt8(ascii: ":"))
    return isNegative ? -seconds : seconds
  }

  /// `,M3.5.0/2`, `,J60`, `,59`; at two o'clock where no time is given.
  private static func change(_ cursor: inout ByteCursor) -> Change? {
    guard cursor.take(UInt8(ascii: ",")) else { return nil }
    let day: Change.Day
    if cursor.take(UInt8(ascii: "M")) {
      guard let month = number(&cursor, 1...12), cursor.take(UInt8(ascii: ".")),
        let week = number(&cursor, 1...5), cursor.take(UInt8(ascii: ".")),
        let weekday = number(&cursor, 0...6)
      else { return nil }
      day = .weekday(month: month, week: week, day: weekday)
    } else if cursor.take(UInt8(ascii: "J")) {
      guard let number = number(&cursor, 1...365) else { return nil }
      day = .withoutLeapDay(number)
    } else {
      guard let number = number(&cursor, 0...365) else { return nil }
      day = .ofYear(number)
    }
    guard cursor.take(UInt8(ascii: "/")) else { return Change(day: day, second: 7_200) }
    return time(&cursor).map { Change(day: day, second: $0) }
  }

  private static func number(_ cursor: inout ByteCursor, _ range: ClosedRange<Int>) -> Int? {
    guard let digits = cursor.takeDigits(atMost: 3), range.contains(Int(digits.value)) else {
      return nil
    }
    return Int(digits.value)
  }
}

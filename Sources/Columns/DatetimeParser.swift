import Calendar

/// Reads one datetime; see ``DatetimeText`` for the forms.
struct DatetimeParser {
  var cursor: ByteCursor

  mutating func parse() -> Int64? {
    cursor.skipSpaces()
    skipWeekday()
    var time: Int64?
    if isTimeNext {
      guard let early = parseTime() else { return nil }
      time = early
      cursor.skipSpaces()
    }
    guard let date = parseDate() else { return nil }
    if time == nil {
      guard let late = parseTimeAfterDate() else { return nil }
      time = late
    }
    cursor.skipSpaces()
    guard let offset = parseZone() else { return nil }
    cursor.skipSpaces()
    guard cursor.isAtEnd else { return nil }
    let ticks = Ticks.datetime(date) + (time ?? 0) - offset
    return Ticks.isDatetime(ticks) ? ticks : nil
  }

  // MARK: - Dates

  private mutating func skipWeekday() {
    let start = cursor.position
    let word = cursor.takeLetters()
    guard !word.isEmpty, DatetimeText.isWeekday(word, in: cursor) else {
      cursor.move(to: start)
      return
    }
    _ = cursor.take(UInt8(ascii: ","))
    cursor.skipSpaces()
  }

  private mutating func parseDate() -> CalendarDate? {
    if cursor.next.isASCIILetter { return parseMonthFirst() }
    guard let (first, count) = cursor.takeDigits(atMost: 4) else { return nil }
    if count == 4 { return parseAfterYear(Int(first)) }
    guard count <= 2 else { return nil }
    return parseAfterDay(Int(first))
  }

  /// `2024-3-5`, `2024/03/05`, `2024-03`, `2024`, `2025, 6, 14`.
  private mutating func parseAfterYear(_ year: Int) -> CalendarDate? {
    let separator = cursor.next
    if separator == UInt8(ascii: ",") { return parseListAfterYear(year) }
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else {
      return CalendarDate(year: year, month: 1, day: 1)
    }
    cursor.advance()
    guard let month = cursor.takeDigits(atMost: 2)?.value else { return nil }
    guard cursor.take(separator) else {
      return CalendarDate(year: year, month: Int(month), day: 1)
    }
    guard let day = cursor.takeDigits(atMost: 2)?.value else { return nil }
    return CalendarDate(year: year, month: Int(month), day: Int(day))
  }

  private mutating func parseListAfterYear(_ year: Int) -> CalendarDate? {
    guard let month = parseListItem(), let day = parseListItem() else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A number after a comma: `, 6`.
  private mutating func parseListItem() -> Int? {
    cursor.skipSpaces()
    guard cursor.take(UInt8(ascii: ",")) else { return nil }
    cursor.skipSpaces()
    return cursor.takeDigits(atMost: 2).map { Int($0.value) }
  }

  /// `5 Mar 2024`, `5-Mar-24`, `03-05-2024`, `25/3/2024`.
  private mutating func parseAfterDay(_ first: Int) -> CalendarDate? {
    let separator = cursor.next
    let hasSpaces = cursor.skipSpaces()
    if !hasSpaces, !cursor.next.isASCIILetter {
      guard
        separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
          || separator == UInt8(ascii: ".")
      else { return nil }
      cursor.advance()
    }
    if cursor.next.isASCIILetter {
      guard let month = parseMonthName() else { return nil }
      if separator == UInt8(ascii: "-") {
        guard cursor.take(separator) else { return nil }
      } else {
        _ = cursor.take(UInt8(ascii: ","))
        cursor.skipSpaces()
      }
      guard let year = parseYear() else { return nil }
      return CalendarDate(year: year, month: month, day: first)
    }
    guard !hasSpaces, let second = cursor.takeDigits(atMost: 2)?.value, cursor.take(separator),
      let (year, count) = cursor.takeDigits(atMost: 4), count == 4
    else { return nil }
    let (month, day) = first > 12 ? (Int(second), first) : (first, Int(second))
    return CalendarDate(year: Int(year), month: month, day: day)
  }

  /// A date that begins with the month: `March 5, 2024`.
  private mutating func parseMonthFirst() -> CalendarDate? {
    guard let month = parseMonthName() else { return nil }
    cursor.skipSpaces()
    guard let day = cursor.takeDigits(atMost: 2)?.value else { return nil }
    let hasComma = cursor.take(UInt8(ascii: ","))
    guard cursor.skipSpaces() || hasComma, let (year, count) = cursor.takeDigits(atMost: 4),
      count == 4
    else { return nil }
    return CalendarDate(year: Int(year), month: month, day: Int(day))
  }

  private mutating func parseMonthName() -> Int? {
    let word = cursor.takeLetters()
    _ = cursor.take(UInt8(ascii: "."))
    return DatetimeText.month(word, in: cursor)
  }

  /// Four digits, or the two of RFC 822: up to 49 they mean 20xx.
  private mutating func parseYear() -> Int? {
    guard let (year, count) = cursor.takeDigits(atMost: 4) else { return nil }
    switch count {
    case 4: return Int(year)
    case 2: return Int(year) + (year < 50 ? 2000 : 1900)
    default: return nil
    }
  }

  // MARK: - Times

  private var isTimeNext: Bool {
    cursor.next.isASCIIDigit
      && (cursor.peek(1) == UInt8(ascii: ":")
        || (cursor.peek(1).isASCIIDigit && cursor.peek(2) == UInt8(ascii: ":")))
  }

  /// The time that may follow a date, after `T` or spaces; 0 where there is none.
  private mutating func parseTimeAfterDate() -> Int64? {
    if cursor.next == UInt8(ascii: ",") { return parseListTime() }
    if cursor.take(UInt8(ascii: "T")) || cursor.take(UInt8(ascii: "t")) {
      return isTimeNext ? parseTime() : nil
    }
    guard cursor.skipSpaces() else { return 0 }
    return isTimeNext ? parseTime() : 0
  }

  /// `, 14, 30, 5` after a date written so.
  private mutating func parseListTime() -> Int64? {
    var parts: [Int64] = []
    while cursor.next == UInt8(ascii: ","), parts.count < 3 {
      guard let part = parseListItem() else { return nil }
      parts.append(Int64(part))
    }
    while parts.count < 3 { parts.append(0) }
    guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
    return parts[0] * Ticks.perHour + parts[1] * Ticks.perMinute + parts[2] * Ticks.perSecond
  }

  /// `14:30`, `14:30:05.1234567`, `2:30 pm`; digits after the seventh are dropped.
  private mutating func parseTime() -> Int64? {
    guard var hour = cursor.takeDigits(atMost: 2)?.value, cursor.take(UInt8(ascii: ":")),
      let minute = cursor.takeDigits(atMost: 2)?.value, minute < 60
    else { return nil }
    var second: Int64 = 0
    var fraction: Int64 = 0
    if cursor.take(UInt8(ascii: ":")) {
      guard let value = cursor.takeDigits(atMost: 2)?.value, value < 60 else { return nil }
      second = value
      if cursor.next == UInt8(ascii: "."), cursor.peek(1).isASCIIDigit {
        cursor.advance()
        fraction = takeFraction()
      }
    }
    guard applyHalfOfDay(to: &hour), hour < 24 else { return nil }
    return hour * Ticks.perHour + minute * Ticks.perMinute + second * Ticks.perSecond + fraction
  }

  private mutating func takeFraction() -> Int64 {
    var unit = Ticks.perSecond
    var value: Int64 = 0
    while cursor.next.isASCIIDigit {
      unit /= 10
      value += Int64(cursor.next - UInt8(ascii: "0")) * unit
      cursor.advance()
    }
    return value
  }

  /// Takes `am` or `pm` where one follows; false where the hour does not fit it.
  private mutating func applyHalfOfDay(to hour: inout Int64) -> Bool {
    let start = cursor.position
    cursor.skipSpaces()
    let word = cursor.takeLetters()
    let isMorning = cursor.matches(word, "am")
    guard isMorning || cursor.matches(word, "pm") else {
      cursor.move(to: start)
      return true
    }
    guard hour >= 1, hour <= 12 else { return false }
    hour = hour % 12 + (isMorning ? 0 : 12)
    return true
  }

  // MARK: - Zones

  /// How far the zone is ahead of UTC; 0 where none is written, nil where it is not known.
  private mutating func parseZone() -> Int64? {
    if cursor.isAtEnd { return 0 }
    if cursor.next.isASCIILetter {
      let word = cursor.takeLetters()
      let named: [(name: StaticString, hours: Int64)] = [
        ("z", 0), ("gmt", 0), ("utc", 0), ("ut", 0), ("est", -5), ("edt", -4), ("cst", -6),
        ("cdt", -5), ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7),
      ]
      guard let zone = named.first(where: { cursor.matches(word, $0.name) }) else { return nil }
      return zone.hours * Ticks.perHour
    }
    let isBehind = cursor.next == UInt8(ascii: "-")
    guard isBehind || cursor.next == UInt8(ascii: "+") else { return nil }
    cursor.advance()
    guard let (first, count) = cursor.takeDigits(atMost: 4) else { return nil }
    var (hours, minutes) = (first, Int64(0))
    if count == 4 {
      (hours, minutes) = (first / 100, first % 100)
    } else if count == 3 {
      return nil
    } else if cursor.take(UInt8(ascii: ":")) {
      guard let value = cursor.takeDigits(atMost: 2)?.value else { return nil }
      minutes = value
    }
    guard hours <= 14, minutes < 60 else { return nil }
    let offset = hours * Ticks.perHour + minutes * Ticks.perMinute
    return isBehind ? -offset : offset
  }
}

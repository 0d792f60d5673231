import Calendar

/// The text forms of datetimes, as literals, `todatetime` and readers take them.
///
/// Read are `2024-03-05`, `2024-03`, `2024`, `2024/3/5`, `05-03-2024` and `5/3/2024` (the first is
/// the month, unless it is over 12), `5 Mar 2024`, `5-Mar-24`, `March 5, 2024`, `2025, 6, 14`; before
/// them perhaps a weekday (`Tue,`), before or after them a time (`14:30`, `14:30:05.1234567`,
/// `2:30 pm`), and at the end a zone (`Z`, `GMT`, `EST`, `+01:00`, `-0500`).
package enum DatetimeText {
  /// The datetime in UTC, or nil where the text is none or lies outside the years 1 to 9999.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var parser = DatetimeParser(cursor: ByteCursor(bytes))
    return parser.parse()
  }

  package static func parse(_ text: String) -> Int64? { text.withUTF8Bytes { parse($0) } }

  /// Appends it as `2017-10-15T12:00:00.0000000Z`.
  package static func append(_ ticks: Int64, to bytes: inout [UInt8]) {
    guard let (date, time) = Ticks.split(ticks) else { return }
    bytes.appendDigits(date.year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDigits(date.month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDigits(date.day, width: 2)
    bytes.append(UInt8(ascii: "T"))
    bytes.appendDigits(Int(time / Ticks.perHour), width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(Int(time / Ticks.perMinute % 60), width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(Int(time / Ticks.perSecond % 60), width: 2)
    bytes.append(UInt8(ascii: "."))
    bytes.appendDigits(Int(time % Ticks.perSecond), width: 7)
    bytes.append(UInt8(ascii: "Z"))
  }

  package static func string(_ ticks: Int64) -> String {
    var bytes: [UInt8] = []
    append(ticks, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The month of that English name, whole or its first three letters, 1 to 12.
  static func month(_ range: Range<Int>, in cursor: ByteCursor) -> Int? {
    let names: [StaticString] = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    return names.firstIndex { isName(range, $0, in: cursor) }.map { $0 + 1 }
      ?? (cursor.matches(range, "sept") ? 9 : nil)
  }

  static func isWeekday(_ range: Range<Int>, in cursor: ByteCursor) -> Bool {
    let names: [StaticString] = [
      "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]
    return names.contains { isName(range, $0, in: cursor) }
  }

  /// Whether the range is the name or its first three letters.
  private static func isName(
    _ range: Range<Int>, _ name: StaticString, in cursor: ByteCursor
  ) -> Bool {
    if cursor.matches(range, name) { return true }
    guard range.count == 3 else { return false }
    let pointer = name.utf8Start
    return (0..<3).allSatisfy {
      cursor.bytes[range.lowerBound + $0].asciiLowercased == pointer[$0]
    }
  }
}

extension [UInt8] {
  /// Appends a number that is not negative, with zeros before it up to that width.
  package mutating func appendDigits(_ value: Int, width: Int) {
    var power = 1
    for _ in 1..<Swift.max(width, 1) { power *= 10 }
    while value / power >= 10 { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / power % 10))
      power /= 10
    }
  }
}

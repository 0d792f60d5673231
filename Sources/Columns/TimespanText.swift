/// The text forms of timespans: `[-][d.]hh:mm:ss[.fffffff]`, `1.5h`, `2 days`; a bare number is days.
package enum TimespanText {
  /// The timespan, or nil where the text is none or is out of range.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    let isNegative = cursor.take(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.take(UInt8(ascii: "+")) }
    let start = cursor.position
    var end = bytes.count
    while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
    guard start < end else { return nil }
    let rest = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let hasColon = rest.contains(UInt8(ascii: ":"))
    guard let magnitude = hasColon ? parseClock(rest) : parseQuantity(rest) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  package static func parse(_ text: String) -> Int64? { text.withUTF8Bytes { parse($0) } }

  /// The length of a unit of literals (`d`, `hours`, `ms` …), or nil where there is no such unit.
  ///
  /// `1mo`, `1q` and `1y` have no fixed length and are not among them.
  package static func unit(_ name: UnsafeBufferPointer<UInt8>) -> Int64? {
    let cursor = ByteCursor(name)
    let range = 0..<name.count
    return units.first { cursor.matches(range, $0.name) }?.ticks
  }

  /// Appends it as `[-][d.]hh:mm:ss[.fffffff]`.
  package static func append(_ ticks: Int64, to bytes: inout [UInt8]) {
    if ticks < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = ticks.magnitude
    let days = magnitude / UInt64(Ticks.perDay)
    let time = Int64(magnitude % UInt64(Ticks.perDay))
    if days > 0 {
      bytes.appendDigits(Int(days), width: 1)
      bytes.append(UInt8(ascii: "."))
    }
    bytes.appendDigits(Int(time / Ticks.perHour), width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(Int(time / Ticks.perMinute % 60), width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(Int(time / Ticks.perSecond % 60), width: 2)
    let fraction = time % Ticks.perSecond
    if fraction > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.appendDigits(Int(fraction), width: 7)
    }
  }

  package static func string(_ ticks: Int64) -> String {
    var bytes: [UInt8] = []
    append(ticks, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Implementation

  private static let units: [(name: StaticString, ticks: Int64)] = [
    ("d", Ticks.perDay), ("day", Ticks.perDay), ("days", Ticks.perDay),
    ("h", Ticks.perHour), ("hr", Ticks.perHour), ("hrs", Ticks.perHour),
    ("hour", Ticks.perHour), ("hours", Ticks.perHour),
    ("m", Ticks.perMinute), ("min", Ticks.perMinute), ("mins", Ticks.perMinute),
    ("minute", Ticks.perMinute), ("minutes", Ticks.perMinute),
    ("s", Ticks.perSecond), ("sec", Ticks.perSecond), ("secs", Ticks.perSecond),
    ("second", Ticks.perSecond), ("seconds", Ticks.perSecond),
    ("ms", Ticks.perMillisecond), ("milli", Ticks.perMillisecond),
    ("millis", Ticks.perMillisecond), ("millisec", Ticks.perMillisecond),
    ("millisecond", Ticks.perMillisecond), ("milliseconds", Ticks.perMillisecond),
    ("micro", Ticks.perMicrosecond), ("micros", Ticks.perMicrosecond),
    ("microsec", Ticks.perMicrosecond), ("microsecond", Ticks.perMicrosecond),
    ("microseconds", Ticks.perMicrosecond), ("tick", 1), ("ticks", 1),
    ("w", 7 * Ticks.perDay), ("week", 7 * Ticks.perDay), ("weeks", 7 * Ticks.perDay),
  ]

  /// The form with colons: `[d.]hh:mm[:ss[.fffffff]]`.
  private static func parseClock(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var cursor = ByteCursor(bytes)
    guard var hour = cursor.takeDigits(atMost: 8)?.value else { return nil }
    var days: Int64 = 0
    if cursor.take(UInt8(ascii: ".")) {
      days = hour
      guard let value = cursor.takeDigits(atMost: 2)?.value else { return nil }
      hour = value
    }
    guard hour < 24, cursor.take(UInt8(ascii: ":")),
      let minute = cursor.takeDigits(atMost: 2)?.value, minute < 60
    else { return nil }
    var ticks = hour * Ticks.perHour + minute * Ticks.perMinute
    if cursor.take(UInt8(ascii: ":")) {
      guard let second = cursor.takeDigits(atMost: 2)?.value, second < 60 else { return nil }
      ticks += second * Ticks.perSecond
      if cursor.take(UInt8(ascii: ".")) {
        guard var (fraction, count) = cursor.takeDigits(atMost: 7) else { return nil }
        while count < 7 {
          fraction *= 10
          count += 1
        }
        ticks += fraction
      }
    }
    guard cursor.isAtEnd else { return nil }
    let (length, overflow) = days.multipliedReportingOverflow(by: Ticks.perDay)
    let (sum, carry) = length.addingReportingOverflow(ticks)
    return overflow || carry ? nil : sum
  }

  /// `1.5h`, `15 seconds`, `2`; exact, rounded to the step.
  private static func parseQuantity(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var end = bytes.count
    while end > 0, bytes[end - 1].isASCIILetter { end -= 1 }
    let name = UnsafeBufferPointer(rebasing: bytes[end...])
    guard let unit = name.isEmpty ? Ticks.perDay : unit(name) else { return nil }
    while end > 0, bytes[end - 1].isASCIISpace { end -= 1 }
    guard end > 0, bytes[0].isASCIIDigit || bytes[0] == UInt8(ascii: "."),
      let number = DecimalText.parse(UnsafeBufferPointer(rebasing: bytes[..<end])),
      let product = number.multiplied(by: DecimalValue(mantissa: Int128(unit), scale: 0))
    else { return nil }
    return product.rounded(toScale: 0).flatMap { Int64(exactly: $0.mantissa) }
  }
}

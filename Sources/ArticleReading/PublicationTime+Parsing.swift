package import ArticleModel
package import Calendar

/// Why a text is no publication time.
package enum PublicationTimeError: Error, Hashable {
  /// `--date 7/12/2023`
  case malformed(String)
  /// `--date 2023-02-30`
  case noSuchDay(String)
  /// `--date 2023-12-07T25:00Z`
  case noSuchTime(String)
  /// `--date 2023-12-07T10:00`; the day itself is sound.
  case missingZone(String, day: CalendarDate)
}

extension PublicationTime {
  /// Reads a day (`2023-12-07`) or a moment with its zone (`2023-12-07T10:00Z`,
  /// `2023-12-07 10:00:30.5+02:00`) as ISO 8601 writes them.
  package init(parsing text: String) throws(PublicationTimeError) {
    var cursor = DigitCursor(text)
    guard let year = cursor.number(digits: 4), cursor.take("-"),
      let month = cursor.number(digits: 2), cursor.take("-"), let day = cursor.number(digits: 2)
    else { throw .malformed(text) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      if cursor.isAtEnd { throw .noSuchDay(text) }
      throw .malformed(text)
    }
    if cursor.isAtEnd {
      self = .day(date)
      return
    }
    guard cursor.take("T") || cursor.take("t") || cursor.take(" "),
      let hour = cursor.number(digits: 2), cursor.take(":"), let minute = cursor.number(digits: 2)
    else { throw .malformed(text) }
    var second = 0
    var ticks: Int64 = 0
    if cursor.take(":") {
      guard let seconds = cursor.number(digits: 2) else { throw .malformed(text) }
      second = seconds
      if cursor.take(".") || cursor.take(",") {
        guard let fraction = cursor.fractionTicks() else { throw .malformed(text) }
        ticks = fraction
      }
    }
    _ = cursor.take(" ")
    guard let utcOffset = cursor.zone(), cursor.isAtEnd else {
      if cursor.isAtEnd { throw .missingZone(text, day: date) }
      throw .malformed(text)
    }
    guard hour < 24, minute < 60, second <= 60, abs(utcOffset) <= 18 * 60 else {
      throw .noSuchTime(text)
    }
    // A leap second counts as the last of its minute.
    let seconds = (hour * 60 + minute - utcOffset) * 60 + min(second, 59)
    ticks += Int64(date.dayNumber) * Instant.ticksPerDay + Int64(seconds) * 10_000_000
    self = .moment(Instant(ticks: ticks), utcOffset: utcOffset)
  }
}

// MARK: - Implementation

private struct DigitCursor {
  private let bytes: [UInt8]
  private var offset: Int

  init(_ text: String) {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    self.bytes = bytes
    offset = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, UInt32(bytes[offset]) == scalar.value else { return false }
    offset += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard offset + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[offset..<(offset + digits)] {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    offset += digits
    return value
  }

  /// The digits after the point as steps of 100 ns; finer ones are dropped.
  mutating func fractionTicks() -> Int64? {
    let start = offset
    var ticks: Int64 = 0
    var step: Int64 = 1_000_000
    while offset < bytes.count, 0x30...0x39 ~= bytes[offset] {
      ticks += Int64(bytes[offset] - 0x30) * step
      step /= 10
      offset += 1
    }
    return offset > start ? ticks : nil
  }

  /// `Z`, `+02:00`, `+0200` or `-05` in minutes.
  mutating func zone() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = number(digits: 2) else { return nil }
    if isAtEnd { return sign * hours * 60 }
    _ = take(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return sign * (hours * 60 + minutes)
  }
}

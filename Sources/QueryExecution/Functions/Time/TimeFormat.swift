import Calendar
import Columns
import QueryPlanning

/// `format_datetime` and `format_timespan`: times by a pattern of letters.
///
/// Runs of `y M d h H m s f F t` stand for the parts of the time, everything else for itself;
/// lede adds names: `MMM`, `MMMM`, `ddd`, `dddd`.
enum TimeFormat {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "format_datetime", .taking(.datetime("date"), .text("format"), giving: .string),
      naming: .ofArgument,
      summary: "The datetime by a pattern such as \"yyyy-MM-dd HH:mm:ss.fff\" or \"d MMMM yyyy\".",
      example: (
        "print format_datetime(datetime(2024-03-05 14:30), \"d.M.yyyy h:mm tt\")",
        "5.3.2024 2:30 PM"
      )
    ) { context, arguments, count in
      let dates = arguments[0].longRows
      return context.textRows(count, of: arguments) { row, bytes in
        guard let ticks = dates[row], let (date, time) = Ticks.split(ticks) else { return }
        arguments[1].withUTF8(row) { format in
          forEachRun(of: format) { letter, length in
            appendDatetime(letter, length, date, time, to: &bytes)
          }
        }
      }
    },
    ScalarFunction(
      "format_timespan", .taking(.timespan("length"), .text("format"), giving: .string),
      naming: .ofArgument, summary: "The timespan by a pattern such as \"d.hh:mm:ss\".",
      example: ("print format_timespan(1d + 2h + 3m, \"d.hh:mm\")", "1.02:03")
    ) { context, arguments, count in
      let lengths = arguments[0].longRows
      return context.textRows(count, of: arguments) { row, bytes in
        guard let ticks = lengths[row] else { return }
        if ticks < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = ticks == .min ? .max : abs(ticks)
        arguments[1].withUTF8(row) { format in
          forEachRun(of: format) { letter, length in
            appendTimespan(letter, length, magnitude, to: &bytes)
          }
        }
      }
    },
  ]

  // MARK: - Implementation

  private static func forEachRun(
    of format: UnsafeBufferPointer<UInt8>, _ body: (UInt8, Int) -> Void
  ) {
    var index = 0
    while index < format.count {
      let letter = format[index]
      var end = index + 1
      while end < format.count, format[end] == letter { end += 1 }
      body(letter, end - index)
      index = end
    }
  }

  private static func appendDatetime(
    _ letter: UInt8, _ length: Int, _ date: CalendarDate, _ time: Int64, to bytes: inout [UInt8]
  ) {
    switch letter {
    case UInt8(ascii: "y"):
      bytes.appendDigits(length <= 2 ? date.year % 100 : date.year, width: min(length, 8))
    case UInt8(ascii: "M") where length > 2:
      appendName(monthNames[date.month - 1], isShort: length == 3, to: &bytes)
    case UInt8(ascii: "M"): bytes.appendDigits(date.month, width: length)
    case UInt8(ascii: "d") where length > 2:
      appendName(dayNames[date.weekday], isShort: length == 3, to: &bytes)
    case UInt8(ascii: "d"): bytes.appendDigits(date.day, width: length)
    case UInt8(ascii: "h"):
      let hour = Int(time / Ticks.perHour) % 12
      bytes.appendDigits(hour == 0 ? 12 : hour, width: min(length, 2))
    case UInt8(ascii: "t"):
      bytes.append(UInt8(ascii: time < 12 * Ticks.perHour ? "A" : "P"))
      if length > 1 { bytes.append(UInt8(ascii: "M")) }
    default: appendClock(letter, length, time, to: &bytes)
    }
  }

  private static func appendTimespan(
    _ letter: UInt8, _ length: Int, _ ticks: Int64, to bytes: inout [UInt8]
  ) {
    let time = ticks % Ticks.perDay
    switch letter {
    case UInt8(ascii: "d"): bytes.appendDigits(Int(ticks / Ticks.perDay), width: min(length, 8))
    case UInt8(ascii: "h"):
      bytes.appendDigits(Int(time / Ticks.perHour), width: min(length, 2))
    default: appendClock(letter, length, time, to: &bytes)
    }
  }

  /// The parts that datetimes and timespans share.
  private static func appendClock(
    _ letter: UInt8, _ length: Int, _ time: Int64, to bytes: inout [UInt8]
  ) {
    switch letter {
    case UInt8(ascii: "H"): bytes.appendDigits(Int(time / Ticks.perHour), width: min(length, 2))
    case UInt8(ascii: "m"):
      bytes.appendDigits(Int(time / Ticks.perMinute % 60), width: min(length, 2))
    case UInt8(ascii: "s"):
      bytes.appendDigits(Int(time / Ticks.perSecond % 60), width: min(length, 2))
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      appendFraction(time % Ticks.perSecond, digits: min(length, 7), to: &bytes)
      if letter == UInt8(ascii: "F") { dropZeros(atMost: min(length, 7), from: &bytes) }
    default:
      for _ in 0..<length { bytes.append(letter) }
    }
  }

  private static func appendFraction(_ fraction: Int64, digits: Int, to bytes: inout [UInt8]) {
    var value = fraction
    for _ in digits..<7 { value /= 10 }
    bytes.appendDigits(Int(value), width: digits)
  }

  /// `F` leaves out zeros at the end, and the point where nothing follows it.
  private static func dropZeros(atMost count: Int, from bytes: inout [UInt8]) {
    var left = count
    while left > 0, bytes.last == UInt8(ascii: "0") {
      bytes.removeLast()
      left -= 1
    }
    if left == 0, bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
  }

  private static func appendName(_ name: String, isShort: Bool, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: isShort ? name.utf8.prefix(3) : name.utf8.prefix(name.utf8.count))
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let dayNames = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}

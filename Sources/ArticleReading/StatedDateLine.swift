import ArticleModel
import Calendar

/// One line near the top of a text, read as a statement of when it was published.
struct StatedDateLine {
  /// What the day before which it stands is the day of.
  enum Label: Hashable {
    case published, updated
  }

  private let line: [UInt8]
  private var offset = 0

  init(_ line: [UInt8]) { self.line = line }

  /// `line ::= label? weekday? day time? (label weekday? day time?)*`; nil where anything else
  /// stands in it.
  mutating func wholeLine() -> [(label: Label?, time: PublicationTime)]? {
    offset = 0
    var found: [(label: Label?, time: PublicationTime)] = []
    repeat {
      let label = takeLabel()
      // Only the first day may stand without a label.
      guard label != nil || found.isEmpty, let time = takeTime() else { return nil }
      found.append((label, time))
      skipTimeOfDay()
    } while offset < line.count
    return found
  }

  /// The day in `LONDON, March 14, 2024 (Reuters) -`; nil where the line begins otherwise.
  mutating func dateline() -> PublicationTime? {
    let place = line.prefix { 0x41...0x5A ~= $0 || $0 >= 0x80 }
    guard place.count >= 2, place.first.map({ 0x41...0x5A ~= $0 }) == true else { return nil }
    for index in place.count..<min(line.count, 70) where Self.opensDate(line[index]) {
      offset = index + 1
      guard let time = takeTime() else { continue }
      skip(" ,)")
      if let open = peek, open == UInt8(ascii: "(") || open == UInt8(ascii: "/") {
        let closing = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open
        guard let end = line[(offset + 1)...].firstIndex(of: closing) else { return nil }
        offset = end + 1
      }
      skip(" ,")
      return isAtDash ? time : nil
    }
    return nil
  }

  // MARK: - Implementation

  private var peek: UInt8? { offset < line.count ? line[offset] : nil }

  /// `-`, `–` or `—`.
  private var isAtDash: Bool {
    if peek == UInt8(ascii: "-") { return true }
    let rest = line[offset...].prefix(3)
    return rest.elementsEqual("\u{2013}".utf8) || rest.elementsEqual("\u{2014}".utf8)
  }

  /// Whether a dateline's day may follow: a comma, a bracket, a dash (by its last byte).
  private static func opensDate(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "-")
      || byte == 0x93 || byte == 0x94
  }

  private mutating func skip(_ characters: StaticString) {
    characters.withUTF8Buffer { skipped in
      while let byte = peek, skipped.contains(byte) { offset += 1 }
    }
  }

  /// The letters at the cursor in lower case; the cursor stays.
  private func word() -> String {
    String(
      decoding: line[offset...].prefix { 0x61...0x7A ~= $0 | 0x20 }.map { $0 | 0x20 },
      as: UTF8.self)
  }

  private mutating func takeWord(_ words: [String]) -> Bool {
    let word = word()
    guard words.contains(word) else { return false }
    offset += word.utf8.count
    return true
  }

  /// `label ::= ("first" | "last")? ("published" | "date" | "updated" …) ("on" | "at")? ":"?`.
  private mutating func takeLabel() -> Label? {
    let start = offset
    skip(" ")
    _ = takeWord(["first", "last", "originally"])
    skip(" ")
    let label: Label?
    if takeWord(["published", "posted", "issued"]) {
      label = .published
    } else if takeWord(["updated", "modified"]) {
      label = .updated
    } else if takeWord(["date"]) {
      skip(" ")
      label = takeWord(["updated", "modified"]) ? .updated : .published
      _ = takeWord(["published", "posted"])
    } else if takeWord(["publication"]) {
      skip(" ")
      label = takeWord(["date"]) ? .published : nil
    } else {
      label = nil
    }
    guard label != nil else {
      offset = start
      return nil
    }
    skip(" ")
    _ = takeWord(["on", "at"])
    skip(" :")
    return label
  }

  /// A day, after its weekday or not, or a moment that ends the line.
  private mutating func takeTime() -> PublicationTime? {
    skip(" ")
    let start = offset
    if takeWord(Self.weekdays) {
      skip(".")
      skip(" ,")
    }
    guard let first = peek else { return nil }
    if 0x30...0x39 ~= first {
      if let time = takeISO() { return time }
      guard let day = takeDay() else { return giveUp(start) }
      skip(" ")
      _ = takeWord(["of"])
      guard let month = takeMonth(), let year = takeYear() else { return giveUp(start) }
      return CalendarDate(year: year, month: month, day: day).map { .day($0) }
    }
    guard let month = takeMonth() else { return giveUp(start) }
    guard let day = takeDay(), let year = takeYear() else { return giveUp(start) }
    return CalendarDate(year: year, month: month, day: day).map { .day($0) }
  }

  private mutating func giveUp(_ start: Int) -> PublicationTime? {
    offset = start
    return nil
  }

  /// `2024-03-14`, and with a time of day where that goes on to the end of the line.
  private mutating func takeISO() -> PublicationTime? {
    let rest = line[offset...]
    let dayEnd = offset + 10
    guard rest.count >= 10, rest.count == 10 || !(0x30...0x39 ~= line[dayEnd]) else { return nil }
    do throws(PublicationTimeError) {
      let time = try PublicationTime(parsing: String(decoding: rest, as: UTF8.self))
      offset = line.count
      return time
    } catch {
      let text = String(decoding: rest.prefix(10), as: UTF8.self)
      guard let time = try? PublicationTime(parsing: text) else { return nil }
      offset = dayEnd
      if peek == UInt8(ascii: "T") { offset += 1 }
      return time
    }
  }

  /// `14` or `14th`.
  private mutating func takeDay() -> Int? {
    skip(" ")
    guard let day = takeNumber(digits: 1...2) else { return nil }
    _ = takeWord(["st", "nd", "rd", "th"])
    return day
  }

  /// `March` or `Mar.`, with its point.
  private mutating func takeMonth() -> Int? {
    skip(" ")
    let word = word()
    guard word.utf8.count >= 3 else { return nil }
    let index = Self.months.firstIndex { month in
      month == word || word == String(month.prefix(3)) || (word == "sept" && month == "september")
    }
    guard let index else { return nil }
    offset += word.utf8.count
    skip(".")
    return index + 1
  }

  /// `2024`, after a comma or not.
  private mutating func takeYear() -> Int? {
    skip(" ,")
    return takeNumber(digits: 4...4)
  }

  private mutating func takeNumber(digits: ClosedRange<Int>) -> Int? {
    let text = line[offset...].prefix { 0x30...0x39 ~= $0 }
    guard digits.contains(text.count) else { return nil }
    offset += text.count
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Goes over `, 10:15 GMT`, `at 9.30 a.m. |`: what stands between one day and the next.
  private mutating func skipTimeOfDay() {
    while let byte = peek {
      if 0x30...0x39 ~= byte || Self.separators.contains(byte) || isAtDash {
        offset += 1
      } else if byte == UInt8(ascii: "."), offset > 0, 0x30...0x39 ~= line[offset - 1],
        offset + 1 < line.count, 0x30...0x39 ~= line[offset + 1]
      {
        offset += 1
      } else if byte >= 0x80 {
        // Dashes and middle dots, and the rest of them.
        guard byte == 0xC2 || byte == 0xE2 || 0x80...0xBF ~= byte else { return }
        offset += 1
      } else if line[offset...].prefix(4).map({ $0 | 0x20 }).elementsEqual("a.m.".utf8)
        || line[offset...].prefix(4).map({ $0 | 0x20 }).elementsEqual("p.m.".utf8)
      {
        offset += 4
      } else if !takeWord(Self.timeWords) {
        return
      }
    }
  }

  private static let separators = Array(" \t,:|+/()".utf8)

  private static let timeWords = [
    "at", "am", "pm", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "cst", "cdt", "ct",
    "mst", "mdt", "mt", "pst", "pdt", "pt", "ist", "aest", "aedt", "hrs", "z",
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ]
}

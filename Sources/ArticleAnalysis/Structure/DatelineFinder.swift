import ArticleModel

/// Finds the dateline with which an agency's story begins: `LONDON, March 3 (Reuters) -`,
/// `BERLIN — `, `Lisbon (AP) –`.
enum DatelineFinder {
  struct Dateline {
    /// Place, date and agency, without the dash.
    var range: TextRange
    /// Nil where it names a day alone ("March 12 (Reuters) -").
    var place: TextRange?
    /// Where the text after the dash begins.
    var textStart: Int
  }

  /// The dateline at the beginning of a paragraph; nil where it has none.
  static func dateline(in paragraph: TextRange, of reader: ScalarReader) -> Dateline? {
    let limit = min(paragraph.end, paragraph.start + 90)
    guard let dash = dash(from: paragraph.start, to: limit, reader) else { return nil }
    var end = dash.start
    while end > paragraph.start, reader.byte(end - 1).isASCIISpace { end -= 1 }
    let range = TextRange(paragraph.start, end)
    guard range.count >= 3 else { return nil }
    var textStart = dash.end
    while textStart < paragraph.end, reader.characterClass(at: textStart) == .space {
      textStart += reader.scalar(at: textStart).length
    }
    guard textStart < paragraph.end || dash.end >= paragraph.end else { return nil }

    let (head, hasAgency) = withoutAgency(range, reader)
    if hasAgency, beginsWithMonth(head, reader) {
      return Dateline(range: range, place: nil, textStart: textStart)
    }
    guard !head.isEmpty, let place = place(in: head, reader) else { return nil }
    let firstPart = TextRange(place.start, firstComma(in: place, reader))
    if !hasAgency, !isDated(head, place, reader) {
      // "BRIDGE TO STAY CLOSED - MAYOR" is a headline.
      let rest = TextRange(textStart, min(paragraph.end, textStart + 60))
      guard isUppercase(firstPart, reader), rest.isEmpty || !isUppercase(rest, reader) else {
        return nil
      }
    }
    return Dateline(range: range, place: place, textStart: textStart)
  }

  // MARK: - Implementation

  /// The first dash with a space after it, and a space or bracket before it.
  private static func dash(from start: Int, to limit: Int, _ reader: ScalarReader) -> TextRange? {
    var cursor = start
    while cursor < limit {
      let (value, length) = reader.scalar(at: cursor)
      let end = cursor + length
      switch value {
      case 0x2013, 0x2014, 0x2D:
        var dashEnd = end
        while reader.byte(dashEnd) == UInt8(ascii: "-") { dashEnd += 1 }
        let isSpaced =
          reader.byte(cursor - 1).isASCIISpace || reader.byte(cursor - 1) == UInt8(ascii: ")")
          || reader.byte(cursor - 1) == 0xA0
        let isLong = value == 0x2014 || dashEnd > end
        if cursor > start, isSpaced || isLong { return TextRange(cursor, dashEnd) }
      case 0x2E:
        // A period ends the search, except after an abbreviation ("D.C.", "Calif.", "St.").
        if reader.byte(end).isASCIISpace, cursor - start > 40 { return nil }
      case 0x22, 0x201C, 0x201D, 0x3F, 0x21: return nil
      default: break
      }
      cursor = end
    }
    return nil
  }

  private static func withoutAgency(_ range: TextRange, _ reader: ScalarReader) -> (TextRange, Bool)
  {
    guard reader.byte(range.end - 1) == UInt8(ascii: ")") else { return (range, false) }
    var cursor = range.end - 1
    while cursor > range.start, reader.byte(cursor) != UInt8(ascii: "(") { cursor -= 1 }
    guard cursor > range.start else { return (TextRange(range.start, range.start), true) }
    var end = cursor
    while end > range.start, reader.byte(end - 1).isASCIISpace { end -= 1 }
    return (TextRange(range.start, end), true)
  }

  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The part before the date: capitalised words, at most three parts between commas.
  private static func place(in head: TextRange, _ reader: ScalarReader) -> TextRange? {
    var place = head
    var cursor = head.start
    var words = 0
    while cursor < head.end {
      while cursor < head.end, reader.byte(cursor) == 0x20 || reader.byte(cursor) == 0x2C {
        cursor += 1
      }
      let start = cursor
      while cursor < head.end, reader.byte(cursor) != 0x20, reader.byte(cursor) != 0x2C {
        cursor += 1
      }
      guard cursor > start else { break }
      let first = reader.byte(start)
      if first.isASCIIDigit || (words > 0 && isMonth(at: start, cursor, reader)) {
        place.end = start
        break
      }
      let isParticle =
        cursor - start <= 3 && words > 0 && reader.byte(start).isASCIILowercase
      guard first.isASCIIUppercase || first >= 0xC3 || isParticle || first == UInt8(ascii: "/")
      else { return nil }
      words += 1
    }
    while place.end > place.start,
      reader.byte(place.end - 1) == 0x20 || reader.byte(place.end - 1) == 0x2C
    {
      place.end -= 1
    }
    return words > 0 && words <= 7 && place.count >= 2 ? place : nil
  }

  /// Whether a month and day stand behind a comma and nothing but the place before it: "Orlo, Oct 19".
  private static func isDated(_ head: TextRange, _ place: TextRange, _ reader: ScalarReader) -> Bool
  {
    guard reader.byte(place.end) == UInt8(ascii: ","), !isWeekday(place, reader) else {
      return false
    }
    var date = TextRange(place.end + 1, head.end)
    while date.start < date.end, reader.byte(date.start) == 0x20 { date.start += 1 }
    return date.count <= 24 && beginsWithMonth(date, reader)
  }

  private static func isWeekday(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    let last = [UInt8(ascii: "d"), UInt8(ascii: "a"), UInt8(ascii: "y")]
    return range.count <= 12 && !(range.start..<range.end).contains { reader.byte($0) == 0x20 }
      && (1...3).allSatisfy { reader.byte(range.end - $0).asciiLowercased == last[3 - $0] }
  }

  private static func beginsWithMonth(_ head: TextRange, _ reader: ScalarReader) -> Bool {
    var end = head.start
    while end < head.end, reader.byte(end) != 0x20 { end += 1 }
    return isMonth(at: head.start, end, reader)
  }

  private static func isMonth(at start: Int, _ end: Int, _ reader: ScalarReader) -> Bool {
    guard end - start >= 3 else { return false }
    var after = end
    while reader.byte(after) == 0x20 { after += 1 }
    guard reader.byte(after).isASCIIDigit else { return false }
    return months.contains { month in
      month.withUTF8Buffer { name in
        (0..<3).allSatisfy { reader.byte(start + $0) == name[$0] }
      }
    }
  }

  private static func firstComma(in range: TextRange, _ reader: ScalarReader) -> Int {
    var cursor = range.start
    while cursor < range.end, reader.byte(cursor) != UInt8(ascii: ",") { cursor += 1 }
    return cursor
  }

  /// At least two letters, none of them small, so that "I - " and running text are no place.
  private static func isUppercase(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    var letters = 0
    var cursor = range.start
    while cursor < range.end {
      let (value, length) = reader.scalar(at: cursor)
      cursor += length
      if value < 0x80 {
        let byte = UInt8(value)
        if byte.isASCIILowercase || byte.isASCIIDigit { return false }
        if byte.isASCIIUppercase { letters += 1 }
      } else if let scalar = Unicode.Scalar(value) {
        if scalar.properties.isLowercase { return false }
        if scalar.properties.isUppercase { letters += 1 }
      }
    }
    return letters >= 3
  }
}

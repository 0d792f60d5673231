import ArticleModel

/// Finds the credit of a picture at the end of a line: who took it and for which agency.
///
/// Knows `AGENCY/Name`, `Name/AGENCY`, `Name AP Photo`, `(Photo: …)`, `Photo by …`, `© …` and
/// `Getty Images`, also where no space divides the credit from the caption before it
/// ("…in LisbonREUTERS/Per Holm").
enum CreditLine {
  /// The credit's range within `line`, without outer brackets; nil where the line holds none.
  static func credit(in line: TextRange, of reader: ScalarReader) -> TextRange? {
    guard line.count >= 2, line.count <= 1_500 else { return nil }
    // A credit stands at the end and is short; nothing before this place can begin one.
    let from = max(line.start, line.end - 160)
    var best: TextRange?
    var cursor = line.end - 1
    while cursor >= from {
      // A credit begins with a capital, a sign, or the one agency that is written small.
      let byte = reader.byte(cursor)
      if byte.isASCIIUppercase || byte >= 0xC2 || byte == UInt8(ascii: "d"),
        let credit = creditStarting(at: cursor, in: line, reader)
      {
        best = credit
      }
      cursor -= 1
    }
    return best
  }

  // MARK: - Implementation

  private static let introductions: [StaticString] = [
    "Photo by ", "Photograph by ", "Photography by ", "Photos by ", "Picture by ", "Image by ",
    "Photo: ", "Photo:", "Photograph: ", "Picture: ", "Image: ", "Image credit", "Photo credit",
    "Picture credit", "Image source", "Photo courtesy", "Image courtesy", "Courtesy of ",
    "Credit: ",
    "Credit:", "Pic: ", "PHOTO: ", "PHOTO BY ", "File photo: ", "\u{A9}",
  ]

  /// Written in a form that no running text has.
  private static let agencies: [StaticString] = [
    "REUTERS", "AFP", "AP Photo", "Getty Images", "GETTY IMAGES", "Associated Press", "AP",
    "EPA-EFE",
    "EPA", "PA Wire", "PA Images", "PA", "Xinhua", "XINHUA", "TASS", "dpa", "DPA", "ANSA", "UPI",
    "Anadolu Agency", "Anadolu", "Shutterstock", "Alamy", "NurPhoto", "ZUMA Press", "ZUMA",
    "iStock",
    "Bloomberg", "Reuters", "TT News Agency", "NTB", "Ritzau", "LUSA", "EFE", "CP", "Kyodo",
    "Yonhap",
    "Sipa", "SIPA", "POOL", "Pool", "Handout", "HANDOUT", "Flickr", "Wikimedia Commons",
    "Rex Features",
    "AAP", "Flash90",
  ]

  private static func creditStarting(at start: Int, in line: TextRange, _ reader: ScalarReader)
    -> TextRange?
  {
    let previous = reader.byte(start - 1)
    let isBracketed =
      start > line.start
      && (previous == UInt8(ascii: "(") || previous == UInt8(ascii: "["))
      && (reader.byte(line.end - 1) == UInt8(ascii: ")")
        || reader.byte(line.end - 1) == UInt8(ascii: "]"))
    let end = isBracketed ? line.end - 1 : line.end
    guard start < end else { return nil }
    let afterWord = start > line.start && (previous.isASCIILetter || previous.isASCIIDigit)

    for introduction in introductions where matches(introduction, at: start, end, reader) {
      if afterWord && previous.isASCIIUppercase { continue }
      // An introduction in the middle of a sentence has a sentence after it.
      guard end - start <= 120, !endsWithPeriod(TextRange(start, end), reader) || isBracketed
      else { continue }
      return TextRange(start, end)
    }
    for agency in agencies where matches(agency, at: start, end, reader) {
      let after = start + agency.utf8CodeUnitCount
      if afterWord && !previous.isASCIILowercase { continue }
      if after == end {
        // The name alone: only in brackets, run into the caption, or as the whole line's tail
        // after the end of a sentence.
        let isDistinct = agency.utf8CodeUnitCount > 8 || afterWord || start == line.start
        if isBracketed || (isDistinct && !isInsideSentence(start, line, reader)) {
          return TextRange(start, end)
        }
        continue
      }
      if joins(after, end, reader), isNames(TextRange(after + 1, end), reader) {
        return TextRange(start, end)
      }
      if matches("AP Photo", at: start, end, reader), isNames(TextRange(after, end), reader) {
        return TextRange(start, end)
      }
    }
    return photographerFirst(at: start, end, line, reader)
  }

  /// "Per Holm/AFP", "Per Holm AP Photo", "Per Holm via Getty Images".
  private static func photographerFirst(
    at start: Int, _ end: Int, _ line: TextRange, _ reader: ScalarReader
  ) -> TextRange? {
    let previous = reader.byte(start - 1)
    let isBegin =
      start == line.start || previous == UInt8(ascii: "(") || previous == UInt8(ascii: "[")
      || isSentenceEnd(before: start, line, reader)
    guard isBegin, reader.byte(start).isASCIIUppercase || reader.byte(start) >= 0xC3 else {
      return nil
    }
    // Up to four capitalised words, then a slash (or "via") and an agency at the end.
    var slash = start
    while slash < min(end, start + 60), reader.byte(slash) != UInt8(ascii: "/") { slash += 1 }
    guard slash < end, reader.byte(slash) == UInt8(ascii: "/") else { return nil }
    var name = TextRange(start, slash)
    while name.end > name.start, reader.byte(name.end - 1) == 0x20 { name.end -= 1 }
    guard isNames(name, reader) else { return nil }
    var tail = slash + 1
    while tail < end, reader.byte(tail) == 0x20 { tail += 1 }
    for agency in agencies where matches(agency, at: tail, end, reader) {
      let after = tail + agency.utf8CodeUnitCount
      if after == end || isNames(TextRange(after, end), reader) { return TextRange(start, end) }
    }
    return nil
  }

  /// Whether a slash or dash joins the agency to what follows.
  private static func joins(_ offset: Int, _ end: Int, _ reader: ScalarReader) -> Bool {
    guard offset < end else { return false }
    return reader.byte(offset) == UInt8(ascii: "/")
      || (reader.byte(offset) == 0x20 && reader.byte(offset + 1) == UInt8(ascii: "/"))
  }

  /// Whether the stretch holds capitalised words only ("Per Holm", "File Photo", "via AP").
  private static func isNames(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    var words = 0
    var cursor = range.start
    while cursor < range.end {
      let byte = reader.byte(cursor)
      if byte == 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",") {
        cursor += 1
        continue
      }
      let start = cursor
      while cursor < range.end, reader.byte(cursor) != 0x20,
        reader.byte(cursor) != UInt8(ascii: "/"),
        reader.byte(cursor) != UInt8(ascii: ",")
      {
        cursor += 1
      }
      words += 1
      let first = reader.byte(start)
      let isParticle =
        cursor - start <= 4
        && (matches("via", at: start, cursor, reader) || matches("for", at: start, cursor, reader)
          || matches("de", at: start, cursor, reader) || matches("van", at: start, cursor, reader)
          || matches("von", at: start, cursor, reader) || matches("al", at: start, cursor, reader)
          || matches("pool", at: start, cursor, reader)
          || matches("file", at: start, cursor, reader))
      guard first.isASCIIUppercase || first >= 0xC3 || isParticle else { return false }
    }
    return words > 0 && words <= 10
  }

  private static func endsWithPeriod(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    reader.byte(range.end - 1) == UInt8(ascii: ".") && range.count > 60
  }

  /// Whether words of a sentence, not its end, stand before the place.
  private static func isInsideSentence(_ start: Int, _ line: TextRange, _ reader: ScalarReader)
    -> Bool
  {
    guard start > line.start else { return false }
    return reader.byte(start - 1) == 0x20 && !isSentenceEnd(before: start, line, reader)
  }

  private static func isSentenceEnd(before start: Int, _ line: TextRange, _ reader: ScalarReader)
    -> Bool
  {
    var cursor = start - 1
    while cursor > line.start, reader.byte(cursor) == 0x20 { cursor -= 1 }
    switch reader.byte(cursor) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"),
      UInt8(ascii: "|"), UInt8(ascii: "\""), 0x9D:
      return cursor < start - 1 || reader.byte(start - 1) == UInt8(ascii: ".")
    default: return false
    }
  }

  private static func matches(
    _ text: StaticString, at offset: Int, _ end: Int, _ reader: ScalarReader
  ) -> Bool {
    text.withUTF8Buffer { expected in
      guard offset + expected.count <= end else { return false }
      for index in 0..<expected.count where reader.byte(offset + index) != expected[index] {
        return false
      }
      return true
    }
  }
}

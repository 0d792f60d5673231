import ArticleModel

/// A row of figures, as reports of companies' results begin with: "Net 1.2 mln vs 1.4 mln".
enum TableLine {
  /// Whether a short line holds two figures or more, each a word apart from the next, and no date.
  static func isRow(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    guard range.count <= 80 else { return false }
    var words = 0
    var figures = 0
    var cursor = range.start
    while cursor < range.end {
      while cursor < range.end, reader.byte(cursor).isASCIISpace { cursor += 1 }
      let start = cursor
      while cursor < range.end, !reader.byte(cursor).isASCIISpace { cursor += 1 }
      guard cursor > start else { break }
      words += 1
      if isDatePart(TextRange(start, cursor), reader) { return false }
      if isFigure(TextRange(start, cursor), reader) { figures += 1 }
    }
    return figures >= 2 && words <= 12
  }

  // MARK: - Implementation

  /// "1.02", "$3,400", "12%", "(1.2)".
  private static func isFigure(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    var digits = 0
    for offset in word.start..<word.end {
      let byte = reader.byte(offset)
      if byte.isASCIIDigit { digits += 1 } else if byte.isASCIILetter { return false }
    }
    return digits > 0
  }

  /// A month, a year, a time of day, or digits with strokes or hyphens between them.
  private static func isDatePart(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    if isMonth(word, reader) { return true }
    var digits = 0
    var joints = 0
    for offset in word.start..<word.end {
      let byte = reader.byte(offset)
      if byte.isASCIIDigit {
        digits += 1
      } else if digits > 0,
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
          || byte == UInt8(ascii: "-")
      {
        joints += 1
      }
    }
    return joints > 0 || digits == 4 && isYear(word.start, reader)
  }

  private static func isYear(_ start: Int, _ reader: ScalarReader) -> Bool {
    reader.byte(start) == UInt8(ascii: "1") && reader.byte(start + 1) == UInt8(ascii: "9")
      || reader.byte(start) == UInt8(ascii: "2") && reader.byte(start + 1) == UInt8(ascii: "0")
  }

  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func isMonth(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    guard word.count >= 3, word.count <= 10 else { return false }
    return months.contains { month in
      month.withUTF8Buffer { name in
        name.indices.allSatisfy { reader.byte(word.start + $0).asciiLowercased == name[$0] }
      }
    }
  }
}

import ArticleModel

/// Words of dates as bytes between spaces: "March", "Oct.", "2023,", "3/3/2023", "10:15".
enum DateWord {
  /// Whether a word may be part of a date or a time of day.
  static func isPart(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    isDistinct(word, reader) || isYear(word, reader)
  }

  /// Whether a word makes a date or time by itself: a month, or digits in a date's form.
  static func isDistinct(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    isMonth(word, reader) || isNumericDate(word, reader)
  }

  // MARK: - Implementation

  /// "3/3/2023", "2023-03-03", "3.3.2023", "10:15", "20230303"; not the fraction "27-1/2".
  private static func isNumericDate(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    var digits = 0
    var joint: UInt8?
    for offset in word.start..<word.end {
      let byte = reader.byte(offset)
      switch byte {
      case UInt8(ascii: ":") where digits > 0 && reader.byte(offset + 1).isASCIIDigit: return true
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if digits > 0, joint == byte, offset + 1 < word.end { return true }
        if digits > 0 { joint = byte }
      case UInt8(ascii: ","): joint = nil
      default:
        if byte.isASCIIDigit { digits += 1 } else { return false }
      }
    }
    return digits == 8 && joint == nil && word.count == 8
  }

  private static func isYear(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    var year = word
    while year.end > year.start, !reader.byte(year.end - 1).isASCIIDigit { year.end -= 1 }
    guard year.count == 4, (0..<4).allSatisfy({ reader.byte(year.start + $0).isASCIIDigit }) else {
      return false
    }
    let century = (reader.byte(year.start), reader.byte(year.start + 1))
    return century == (UInt8(ascii: "1"), UInt8(ascii: "9"))
      || century == (UInt8(ascii: "2"), UInt8(ascii: "0"))
  }

  private static let months: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "sept",
  ]

  /// A month's name, or its first three letters, with a period or comma.
  private static func isMonth(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    var name = word
    while name.end > name.start, !reader.byte(name.end - 1).isASCIILetter { name.end -= 1 }
    guard name.count >= 3 else { return false }
    return months.contains { month in
      month.withUTF8Buffer { letters in
        (name.count == 3 || name.count == letters.count)
          && (0..<name.count).allSatisfy {
            reader.byte(name.start + $0).asciiLowercased == letters[$0]
          }
      }
    }
  }
}

import ArticleModel

/// What a paragraph looks like from outside, to tell titles and labels from running text.
struct LineShape {
  var words = 0
  var startsUppercase = false
  /// Ends as a sentence does, closing quotation marks and brackets not counted.
  var endsSentence = false
  /// Ends with a question mark or an exclamation mark.
  var endsQuestion = false
  /// Holds the end of a sentence before its own end.
  var holdsSentenceEnd = false

  init(of range: TextRange, in reader: ScalarReader) {
    var cursor = range.start
    var inWord = false
    while cursor < range.end {
      let (value, length) = reader.scalar(at: cursor)
      let kind = CharacterClass(value)
      let isWord = kind == .letter || kind == .digit || kind == .ideograph
      if isWord, !inWord {
        words += 1
        if words == 1 { startsUppercase = Self.isUppercaseOrUncased(value) }
      }
      inWord = isWord || (inWord && (value == 0x27 || value == 0x2019 || value == 0x2D))
      if value == 0x2E || value == 0x3F || value == 0x21,
        reader.byte(cursor + length).isASCIISpace,
        cursor + length + 1 < range.end, reader.byte(cursor + length + 1).isASCIIUppercase,
        cursor > range.start + 2, reader.byte(cursor - 1).isASCIILowercase
      {
        holdsSentenceEnd = true
      }
      cursor += length
    }
    let last = Self.lastMark(range, reader)
    endsSentence = last != nil
    endsQuestion = last == UInt8(ascii: "?") || last == UInt8(ascii: "!")
  }

  // MARK: - Implementation

  private static func isUppercaseOrUncased(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    return !scalar.properties.isLowercase
  }

  /// The mark by which a paragraph ends as a sentence, closing marks behind it not counted; of … its
  /// last byte.
  private static func lastMark(_ range: TextRange, _ reader: ScalarReader) -> UInt8? {
    var end = range.end
    while end > range.start {
      let byte = reader.byte(end - 1)
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
        UInt8(ascii: ";"), UInt8(ascii: ","):
        return byte
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): end -= 1
      case 0x9D where reader.byte(end - 2) == 0x80, 0x99 where reader.byte(end - 2) == 0x80:
        end -= 3
      case 0xA6 where reader.byte(end - 2) == 0x80: return byte
      default: return nil
      }
    }
    return nil
  }
}

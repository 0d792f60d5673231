import ArticleModel

/// What a paragraph looks like from outside, to tell titles and labels from running text.
struct LineShape {
  var words = 0
  var startsUppercase = false
  /// Ends as a sentence does, closing quotation marks and brackets not counted.
  var endsSentence = false
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
    endsSentence = Self.endsSentence(range, reader)
  }

  // MARK: - Implementation

  private static func isUppercaseOrUncased(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    return !scalar.properties.isLowercase
  }

  private static func endsSentence(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    var end = range.end
    while end > range.start {
      switch reader.byte(end - 1) {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
        UInt8(ascii: ";"), UInt8(ascii: ","):
        return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): end -= 1
      case 0x9D where reader.byte(end - 2) == 0x80, 0x99 where reader.byte(end - 2) == 0x80:
        end -= 3
      case 0xA6 where reader.byte(end - 2) == 0x80: return true
      default: return false
      }
    }
    return false
  }
}

import ArticleModel

/// The line with which a desk signs off a story: "REUTER", "(Reuters)", "ENDS", "-30-", "###".
enum SignOff {
  /// Whether `range` holds nothing else.
  static func isWhole(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    guard range.count >= 2, range.count <= 16 else { return false }
    var word = range
    while word.start < word.end, isOrnament(reader.byte(word.start)) { word.start += 1 }
    while word.end > word.start, isOrnament(reader.byte(word.end - 1)) { word.end -= 1 }
    guard !word.isEmpty else { return isHashes(range, reader) }
    return words.contains { matches($0.text, word, reader) && (!$0.needsOrnament || word != range) }
  }

  // MARK: - Implementation

  private static let words: [(text: StaticString, needsOrnament: Bool)] = [
    ("REUTER", false), ("Reuter", false), ("REUTERS", false), ("Reuters", false),
    ("reuter", false), ("ENDS", false), ("Ends", false), ("ends", true), ("END", true),
    ("30", true), ("MORE", true), ("more", true), ("MTF", false), ("MF", true),
  ]

  private static func isOrnament(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
      UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "="), UInt8(ascii: " "):
      return true
    default: return false
    }
  }

  private static func isHashes(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    (range.start..<range.end).allSatisfy { offset in
      reader.byte(offset) == UInt8(ascii: "#") || reader.byte(offset) == 0x20
    }
  }

  private static func matches(_ text: StaticString, _ range: TextRange, _ reader: ScalarReader)
    -> Bool
  {
    text.withUTF8Buffer { expected in
      expected.count == range.count
        && expected.indices.allSatisfy { reader.byte(range.start + $0) == expected[$0] }
    }
  }
}

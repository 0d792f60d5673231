/// What a word's own letters give the tagger, computed once for each different word of an article.
package struct WordTraits: Sendable {
  /// The word as written, digits as 0 and marks of one kind alike.
  package var form: UInt64 = 0
  /// The same in lower case.
  package var lower: UInt64 = 0
  /// The last eight bytes in lower case, the very last one lowest.
  package var ending: UInt64 = 0
  /// The first eight bytes in lower case, the first one lowest.
  package var beginning: UInt64 = 0
  package var shape: UInt64 = 0
  package var casing = WordShape.Casing.none
  /// Longer than three bytes, as words are that titles write with a capital.
  package var isLong = false
  /// Whether it can be in no closed class, such as the prepositions.
  package var isOpen = false
  /// What the lexicon knows of it.
  package var entry = TaggerLexicon.Entry.unknown
  /// Whether the article writes it in lower case somewhere, and with a capital inside a sentence.
  package var writings: UInt64 = 0
  /// Whether these are traits of a word at all.
  package var isMade = false

  /// The traits of what stands before a sentence's first word, or after its last.
  package static func outside(_ number: UInt64) -> WordTraits {
    var traits = WordTraits()
    traits.form = number
    traits.lower = number
    traits.ending = number << 32
    traits.isMade = true
    return traits
  }

  private init() {}

  /// No traits yet.
  package static let none = WordTraits()

  package init(word: ArraySlice<UInt8>, lower: ArraySlice<UInt8>, lexicon: TaggerLexicon) {
    let shape = WordShape(word)
    form = FeatureHash.part(of: Self.normalized(word))
    let normal = Self.normalized(lower)
    self.lower = FeatureHash.part(of: normal)
    for byte in normal.suffix(8) { ending = ending << 8 | UInt64(byte) }
    for byte in normal.prefix(8).reversed() { beginning = beginning << 8 | UInt64(byte) }
    casing = shape.casing
    isLong = word.count > 3
    let length = UInt64(min(word.count, 4))
    self.shape = UInt64(shape.pattern) << 3 | length
    entry = lexicon[self.lower]
    // "to sue", "to mark", "a bill"
    if casing == .lower { entry.lists &= ~WordLists.names }
    isOpen = ClosedClasses.excludes(normal)
    isMade = true
  }

  /// The last `count` bytes, at most eight.
  @inline(__always)
  package func ending(_ count: UInt64) -> UInt64 { ending & ((1 << (8 * count)) &- 1) }

  /// The first `count` bytes, at most seven.
  @inline(__always)
  package func beginning(_ count: UInt64) -> UInt64 { beginning & ((1 << (8 * count)) &- 1) }

  /// Digits become 0, curly quotation marks and dashes their ASCII forms, ’ becomes '.
  package static func normalized(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      if byte == 0xE2, index + 2 < word.endIndex, word[index + 1] == 0x80,
        let mark = ascii(generalPunctuation: word[index + 2])
      {
        result.append(contentsOf: mark)
        index += 3
        continue
      }
      result.append(byte.isASCIIDigit ? UInt8(ascii: "0") : byte)
      index += 1
    }
    return result
  }

  /// The form that the treebanks mostly have, by the last byte of U+2010 and those after it.
  private static func ascii(generalPunctuation byte: UInt8) -> [UInt8]? {
    switch byte {
    case 0x90, 0x91: return [UInt8(ascii: "-")]
    case 0x93: return [UInt8(ascii: "-"), UInt8(ascii: "-")]
    case 0x94, 0x95: return [UInt8(ascii: "-"), UInt8(ascii: "-")]
    case 0x98: return [UInt8(ascii: "`")]
    case 0x99: return [UInt8(ascii: "'")]
    case 0x9C, 0x9E: return [UInt8(ascii: "`"), UInt8(ascii: "`")]
    case 0x9D: return [UInt8(ascii: "'"), UInt8(ascii: "'")]
    case 0xA6: return [UInt8(ascii: "."), UInt8(ascii: "."), UInt8(ascii: ".")]
    default: return nil
    }
  }
}

/// What a word's own letters and the word lists say of it, computed once for each different word of
/// an article.
struct NameWord: Sendable {
  /// The word as written.
  private(set) var form: UInt64 = 0
  /// The sequence of kinds of characters, runs cut to two, at most eight.
  private(set) var pattern: UInt64 = 0
  /// The last eight bytes, the very last one lowest; of a word in lower case.
  private(set) var ending: UInt64 = 0
  /// The first eight bytes, the first one lowest.
  private(set) var beginning: UInt64 = 0
  /// How many bytes the word has.
  private(set) var length: UInt64 = 0
  /// The classes of the lexicon, and from bit 48 up the kinds of the gazetteer; of a word in lower
  /// case.
  var lists: UInt64 = 0

  /// The kinds of the gazetteer as lists.
  static func lists(of kinds: NameGazetteer.Kinds) -> UInt64 { UInt64(kinds.rawValue) << 48 }

  init() {}

  init(_ word: UnsafeBufferPointer<UInt8>) {
    form = FeatureHash.part(of: word)
    length = UInt64(word.count)
    for byte in word.suffix(8) { ending = ending << 8 | UInt64(byte) }
    for byte in word.prefix(8).reversed() { beginning = beginning << 8 | UInt64(byte) }
    pattern = Self.pattern(of: word)
  }

  /// The last `count` bytes; 0 for a shorter word.
  @inline(__always)
  func ending(_ count: UInt64) -> UInt64 { length < count ? 0 : ending & ((1 << (8 * count)) &- 1) }

  /// The first `count` bytes; 0 for a shorter word.
  @inline(__always)
  func beginning(_ count: UInt64) -> UInt64 {
    length < count ? 0 : beginning & ((1 << (8 * count)) &- 1)
  }

  // MARK: - Implementation

  private static func pattern(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var pattern: UInt64 = 0
    var last: UInt8 = 0
    var run = 0
    var kinds = 0
    for byte in word {
      let kind: UInt8
      switch byte {
      case 0x80..<0xC0: continue
      case 0xC0...: kind = UInt8(ascii: "u")
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): kind = UInt8(ascii: "X")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): kind = UInt8(ascii: "x")
      case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = UInt8(ascii: "d")
      default: kind = byte
      }
      run = kind == last ? run + 1 : 1
      last = kind
      guard run <= 2 else { continue }
      pattern = pattern << 8 | UInt64(kind)
      kinds += 1
      if kinds == 8 { break }
    }
    return pattern
  }
}

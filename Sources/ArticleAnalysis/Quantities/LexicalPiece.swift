/// A run of letters, a number in digits, or a mark: what amounts and times are read from.
///
/// Pieces are smaller than tokens and do not depend on how those are cut: `10-year` gives three,
/// `$75m` gives three.
struct LexicalPiece {
  enum Kind {
    case word, digits, mark
  }

  var kind: Kind
  /// UTF-8 offsets in the article's text.
  var start: Int
  var end: Int
  /// For a word, the hash of its letters in lower case (``WordHash``); for a mark, its scalar.
  var key: UInt64
  /// Whether white space stands before it.
  var isSpaced: Bool
  var isCapitalized: Bool
  /// Whether it is an abbreviation of letters with points, as in `U.S.` or `a.m.` of texts.
  var isDotted: Bool

  /// Whether it is that mark.
  func isMark(_ scalar: Unicode.Scalar) -> Bool { kind == .mark && key == UInt64(scalar.value) }
  /// Whether it is a hyphen or dash.
  var isDash: Bool {
    kind == .mark && (key == 0x2D || (0x2010...0x2015).contains(key) || key == 0x2212)
  }
  var isApostrophe: Bool { kind == .mark && (key == 0x27 || key == 0x2019) }
  var length: Int { end - start }
}

/// The hash by which words are looked up: FNV-1a, 64 bits, over ASCII lower case, points left out.
///
/// A lexicon compares hashes alone: with some thousand entries, one word in 10^16 is taken wrongly.
struct WordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
    value = (value ^ UInt64(folded)) &* 0x100_0000_01b3
  }

  static func of(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in word where byte != 0x2E { hash.add(byte) }
    return hash.value
  }
}

/// Words with what they mean, found by hash.
struct WordLexicon<Value: Sendable>: Sendable {
  private let table: HashedTable<Value>

  /// Entries may hold several words, parted by spaces, which share a value.
  init(_ entries: [(words: String, value: Value)]) {
    table = HashedTable(
      entries.flatMap { entry in
        entry.words.utf8.split(separator: 0x20).map { (WordHash.of($0), entry.value) }
      })
  }

  subscript(word word: some Sequence<UInt8>) -> Value? { table[WordHash.of(word)] }

  subscript(_ piece: LexicalPiece) -> Value? { piece.kind == .word ? table[piece.key] : nil }
}

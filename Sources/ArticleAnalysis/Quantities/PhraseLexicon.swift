/// Phrases of up to four words with what they mean; the longest that begins at a piece is found.
struct PhraseLexicon<Value: Sendable>: Sendable {
  private let table: HashedTable<Value>
  private let firstWords: HashedTable<Bool>

  /// Entries hold phrases parted by spaces, the words of a phrase parted by `_`.
  init(_ entries: [(phrases: String, value: Value)]) {
    var phrases: [(key: UInt64, value: Value)] = []
    var first: [(key: UInt64, value: Bool)] = []
    for entry in entries {
      for phrase in entry.phrases.utf8.split(separator: 0x20) {
        var key: UInt64?
        for word in phrase.split(separator: 0x5F) {
          let hash = WordHash.of(word)
          if let before = key {
            key = Self.join(before, hash)
          } else {
            key = hash
            first.append((hash, true))
          }
        }
        if let key { phrases.append((key, entry.value)) }
      }
    }
    table = HashedTable(phrases)
    firstWords = HashedTable(first)
  }

  /// Whether a phrase begins with the word.
  func begins(_ piece: LexicalPiece) -> Bool {
    piece.kind == .word && firstWords[piece.key] != nil
  }

  /// The longest phrase that begins at a piece, and the index of the piece after it.
  func longest(_ pieces: [LexicalPiece], at start: Int) -> (value: Value, end: Int)? {
    guard start < pieces.count, begins(pieces[start]) else { return nil }
    var found: (value: Value, end: Int)?
    var key = pieces[start].key
    var index = start
    for length in 1...4 {
      if length > 1 {
        // "square-mile" is two words as "square mile" is.
        if index + 1 < pieces.count, pieces[index].isDash, !pieces[index].isSpaced { index += 1 }
        guard index < pieces.count, pieces[index].kind == .word else { break }
        key = Self.join(key, pieces[index].key)
      }
      index += 1
      if let value = table[key] { found = (value, index) }
    }
    return found
  }

  private static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ second
  }
}

/// Words that the tagger knows, with what training saw of them.
package struct TaggerLexicon: Sendable {
  package struct Entry: Hashable, Sendable {
    /// The number of the set of classes that the word takes, 0 where it is unknown.
    package var ambiguity: UInt16
    /// The class that it always has, 0 where it has several; else the class and 1.
    package var sure: UInt16
    /// What lists say of it, one bit each.
    package var lists: UInt16

    package init(ambiguity: UInt16, sure: UInt16, lists: UInt16) {
      self.ambiguity = ambiguity
      self.sure = sure
      self.lists = lists
    }

    package static let unknown = Entry(ambiguity: 0, sure: 0, lists: 0)
  }

  /// By normalized lower-case word.
  private let entries: HashedTable<Entry>

  package init(_ words: [(word: [UInt8], entry: Entry)]) {
    entries = HashedTable(words.map { (FeatureHash.part(of: $0.word), $0.entry) })
  }

  /// The entry of a word by the number of its normalized form in lower case.
  package subscript(_ lower: UInt64) -> Entry { entries[lower] ?? .unknown }
}

/// The form in a file, words sorted: for each the bytes that it shares with the word before, the
/// number of other bytes, these, then its three numbers of two bytes each.
extension TaggerLexicon {
  package static func encode(_ words: [(word: [UInt8], entry: Entry)]) -> [UInt8] {
    var bytes: [UInt8] = []
    var previous: [UInt8] = []
    for (word, entry) in words.sorted(by: { $0.word.lexicographicallyPrecedes($1.word) })
    where word.count < 256 {
      let shared = zip(previous, word).prefix { $0 == $1 }.count
      bytes.append(UInt8(shared))
      bytes.append(UInt8(word.count - shared))
      bytes.append(contentsOf: word[shared...])
      for number in [entry.ambiguity, entry.sure, entry.lists] {
        bytes.append(UInt8(number & 0xFF))
        bytes.append(UInt8(number >> 8))
      }
      previous = word
    }
    return bytes
  }

  /// Reads the lexicon from a part of a model file.
  package init(section name: String, of file: ModelFile, classCount: Int) throws(ModelError) {
    let bytes = try file.section(name).elements
    var words: [(word: [UInt8], entry: Entry)] = []
    var word: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      guard offset + 2 <= bytes.count, bytes[offset] <= word.count else {
        throw .damaged(section: name)
      }
      let count = Int(bytes[offset + 1])
      guard offset + 2 + count + 6 <= bytes.count else { throw .damaged(section: name) }
      word.removeLast(word.count - Int(bytes[offset]))
      word.append(contentsOf: bytes[(offset + 2)..<(offset + 2 + count)])
      offset += 2 + count
      func number(_ index: Int) -> UInt16 {
        UInt16(bytes[offset + 2 * index]) | UInt16(bytes[offset + 2 * index + 1]) << 8
      }
      let entry = Entry(ambiguity: number(0), sure: number(1), lists: number(2))
      guard entry.sure <= classCount else { throw .damaged(section: name) }
      words.append((word, entry))
      offset += 6
    }
    self.init(words)
  }
}

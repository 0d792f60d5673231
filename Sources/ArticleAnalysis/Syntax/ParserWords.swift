package import ArticleModel

/// The words of a sentence as the parser sees them.
package struct ParserWords: Sendable {
  /// A word's properties as parts of features.
  package struct Parts: Hashable, Sendable {
    package var word: UInt64
    /// Tag and part of speech together.
    package var tag: UInt64
    package var partOfSpeech: UInt64
    /// What kind of words it stands among in texts, finely and coarsely parted.
    package var kind: UInt64
    package var broadKind: UInt64

    /// What stands where there is no word.
    package static let none = Parts(word: 1, tag: 2, partOfSpeech: 3, kind: 4, broadKind: 5)
  }

  /// One place before the first word for "no word", hence word *i* at *i* + 1.
  package private(set) var parts: [Parts] = [.none]

  package var count: Int { parts.count - 1 }

  package init() {}

  /// The words of a sentence of an article.
  package init(_ range: TokenRange, of article: AnnotatedArticle, classes: WordClassTable) {
    read(range, tokens: article.tokens, words: article.words, classes: classes)
  }

  /// Takes another sentence.
  package mutating func read(
    _ range: TokenRange, tokens: [Token], words: WordTable, classes: WordClassTable
  ) {
    parts.removeAll(keepingCapacity: true)
    parts.append(.none)
    for token in tokens[range.start..<range.end] {
      let word = Self.wordPart(words.utf8(token.lower))
      let place = classes[word]
      let partOfSpeech = UInt64(token.partOfSpeech.rawValue) &+ 16
      parts.append(
        Parts(
          word: word,
          tag: Self.mixed(FeatureHash.part(of: words.utf8(token.tag)) ^ partOfSpeech << 32),
          partOfSpeech: Self.mixed(partOfSpeech), kind: Self.mixed(UInt64(place.kind) &+ 1_000),
          broadKind: Self.mixed(UInt64(place.broadKind) &+ 100_000)))
    }
  }

  /// The same words from last to first.
  package func reversed() -> ParserWords {
    var words = self
    words.parts[1...].reverse()
    return words
  }

  /// The number of a word in lower case: digits are alike, and so are all quotation marks.
  package static func wordPart(_ lower: ArraySlice<UInt8>) -> UInt64 {
    var normal = WordTraits.normalized(lower)
    if normal == Array("``".utf8) || normal == Array("''".utf8) { normal = [UInt8(ascii: "\"")] }
    return mixed(FeatureHash.part(of: normal))
  }

  // MARK: - Implementation

  /// Spreads a number over all bits, as features add parts by a single multiplication.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var value = number &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
    value = value &* 0xD6E8_FEB8_6659_FD93
    return value ^ (value >> 29)
  }
}

/// A word of a sentence where it lies, for reading its parts.
struct WordView {
  private let place: UnsafePointer<ParserWords.Parts>

  /// - Parameters:
  ///   - words: the parts of a sentence's words.
  ///   - index: the word's place in the sentence; -1 for "no word".
  init(_ words: UnsafePointer<ParserWords.Parts>, _ index: Int) { place = words + (index + 1) }

  var word: UInt64 { place.pointee.word }
  var tag: UInt64 { place.pointee.tag }
  var partOfSpeech: UInt64 { place.pointee.partOfSpeech }
  var kind: UInt64 { place.pointee.kind }
  var broadKind: UInt64 { place.pointee.broadKind }
}

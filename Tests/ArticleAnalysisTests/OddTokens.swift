import ArticleModel

@testable import ArticleAnalysis

/// Cuts texts into tokens and sentences as no tokenizer does, the same in every run.
struct OddTokens {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// An article of the text with given tokens: of any length, with blanks inside, one for several
  /// words, several for one; in any sentences; with any tags, lemmas and heads.
  mutating func article(_ text: String) -> Article {
    let utf8 = Array(text.utf8)
    var article = Article(id: "odd", text: ArticleText(utf8: utf8), format: "test")
    let style = below(5)
    var words = WordTable()
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var paragraphs: [TextRange] = []
    var first = 0
    for range in pieces(of: utf8, style: style) {
      // A source may state several words for one stretch, and other words than stand there.
      for _ in 0..<(below(20) == 0 ? 3 : 1) {
        let form = below(30) == 0 ? Array("Ruiz".utf8)[...] : utf8[range.start..<range.end]
        var token = Token(
          start: range.start, end: range.end, sentence: sentences.count,
          word: words.intern(form), lower: words.intern(WordTable.lowercased(form)))
        token.partOfSpeech = PartOfSpeech.allCases[below(PartOfSpeech.allCases.count)]
        token.tag = words.intern(["VBD", "NN", "PRP$", "subst:sg", "''", ""][below(6)])
        token.lemma = words.intern(["say", "be", "", "told", "Ruiz"][below(5)])
        token.relation = words.intern(["nsubj", "root", "conj:and", ""][below(4)])
        if token.partOfSpeech == .unknown { token.givenLabel = words.intern("subst") }
        tokens.append(token)
      }
      if below(12) == 0 { end() }
    }
    end()
    for index in tokens.indices { tokens[index].head = Int32(below(tokens.count + 1) - 1) }
    var given = GivenLayers(
      paragraphs: paragraphs, sentences: sentences, tokens: tokens, words: words,
      layers: WordLayers(rawValue: UInt8(below(64))))
    if !tokens.isEmpty {
      let start = below(tokens.count)
      given.spans = [
        SpanAnnotation(
          type: "any", id: "1", tokens: [TokenRange(start, tokens.count)], evidence: .given)
      ]
    }
    article.given = given
    return article

    func end() {
      guard tokens.count > first else { return }
      let range = TextRange(Int(tokens[first].start), Int(tokens[tokens.count - 1].end))
      if paragraphs.isEmpty || below(3) == 0 { paragraphs.append(range) }
      paragraphs[paragraphs.count - 1].end = range.end
      sentences.append(
        Sentence(
          range: range, paragraph: paragraphs.count - 1, tokens: TokenRange(first, tokens.count)))
      first = tokens.count
    }
  }

  // MARK: - Implementation

  /// Whole scalars in order, with and without gaps.
  private mutating func pieces(of utf8: [UInt8], style: Int) -> [TextRange] {
    var ranges: [TextRange] = []
    var offset = 0
    while offset < utf8.count {
      let length: Int
      switch style {
      case 0: length = 1
      case 1: length = 1 + below(40)
      case 2:
        // As words are, and now and then two of them.
        var blanks = below(8) == 0 ? 2 : 1
        length =
          utf8[offset...].firstIndex { byte in
            if byte == 0x20 { blanks -= 1 }
            return blanks == 0
          }.map { $0 - offset } ?? utf8.count - offset
      case 3: length = 1 + below(4)
      default: length = 1 + below(400)
      }
      var end = min(offset + max(1, length), utf8.count)
      while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
      if below(10) > 0 { ranges.append(TextRange(offset, end)) }
      offset = end
      if style == 2, offset < utf8.count { offset += 1 }
      while offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return ranges
  }

  /// SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}

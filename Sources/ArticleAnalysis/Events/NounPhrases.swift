import ArticleModel

/// The base noun phrases of a sentence, in order: articles, adjectives, possessives and nouns up to
/// the last noun, without what follows in "of" or a relative clause.
struct NounPhrases {
  private let article: AnnotatedArticle
  private(set) var phrases: [TokenRange] = []

  init(_ article: AnnotatedArticle, _ sentence: TokenRange) {
    self.article = article
    let mentions = article.mentions
    var mention = SpeakerLinker.first(
      endingAfter: sentence.isEmpty ? 0 : Int(article.tokens[sentence.start].start), mentions)
    var start = -1
    var lastNoun = -1
    var nameEnd = 0
    for index in sentence.start..<sentence.end {
      let token = article.tokens[index]
      while mention < mentions.count, mentions[mention].range.start <= Int(token.start) {
        if mentions[mention].form == .name { nameEnd = max(nameEnd, mentions[mention].range.end) }
        mention += 1
      }
      var part = Int(token.start) < nameEnd ? Part.noun : Self.part(token, index, article)
      if part == .outside, start >= 0, isNounAfterAll(index, from: start) { part = .noun }
      switch part {
      case .opener, .pronoun:
        close(&start, &lastNoun)
        start = index
        if part == .pronoun {
          lastNoun = index
          close(&start, &lastNoun)
        }
      case .modifier:
        if start < 0 { start = index }
      case .noun:
        if start < 0 { start = index }
        lastNoun = index
      case .possessive:
        // "the council's plan" is one phrase; it goes on only after a noun.
        if lastNoun != index - 1 { close(&start, &lastNoun) }
      case .outside:
        // "most of the members", "one of them"
        if start >= 0, lastNoun < start, article.words[token.lower] == "of" { lastNoun = index - 1 }
        close(&start, &lastNoun)
      }
    }
    close(&start, &lastNoun)
  }

  // MARK: - Implementation

  private enum Part { case opener, modifier, noun, pronoun, possessive, outside }

  private mutating func close(_ start: inout Int, _ lastNoun: inout Int) {
    if start >= 0, lastNoun >= start { phrases.append(TokenRange(start, lastNoun + 1)) }
    start = -1
    lastNoun = -1
  }

  /// "concrete steps": a verb's form after modifiers alone is a noun.
  private func isNounAfterAll(_ index: Int, from start: Int) -> Bool {
    guard article.tokens[index].partOfSpeech == .verb else { return false }
    switch article.tokens[index - 1].partOfSpeech {
    case .adjective, .unknown: break
    case .noun: return isBareObject(index, from: start)
    case .determiner: return !Self.isFinitePast(article.words[article.tokens[index].tag])
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .interjection, .numeral,
      .particle, .pronoun, .properNoun, .punctuation, .subordinatingConjunction, .symbol, .verb,
      .other:
      return false
    }
    for token in article.tokens[start..<index] {
      switch token.partOfSpeech {
      case .noun, .properNoun, .pronoun: return false
      case .adjective, .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner,
        .interjection, .numeral, .particle, .punctuation, .subordinatingConjunction, .symbol,
        .unknown, .verb, .other:
        break
      }
    }
    return !Self.isFinitePast(article.words[article.tokens[index].tag])
  }

  /// "laid out concrete steps": one bare noun after a verb or preposition, then what looks like a
  /// verb in -s.
  private func isBareObject(_ index: Int, from start: Int) -> Bool {
    guard index == start + 1, start > 0, article.words[article.tokens[index].tag] == "VBZ" else {
      return false
    }
    switch article.tokens[start - 1].partOfSpeech {
    case .verb, .adposition: return true
    case .adjective, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
      .noun, .numeral, .particle, .pronoun, .properNoun, .punctuation, .subordinatingConjunction,
      .symbol, .unknown, .other:
      return false
    }
  }

  private static func isFinitePast(_ tag: String) -> Bool { tag == "VBD" || tag == "VBN" }

  private static func part(_ token: Token, _ index: Int, _ article: AnnotatedArticle) -> Part {
    switch token.partOfSpeech {
    case .determiner: return .opener
    case .adjective, .numeral, .symbol: return token.partOfSpeech == .numeral ? .noun : .modifier
    case .noun, .properNoun, .unknown:
      return token.partOfSpeech == .unknown && token.range.count < 2 ? .outside : .noun
    case .pronoun:
      // "his plan" goes on.
      let isPossessive = index + 1 < article.tokens.count && article.words[token.tag] == "PRP$"
      return isPossessive ? .opener : .pronoun
    case .particle: return article.words[token.tag] == "POS" ? .possessive : .outside
    case .adverb:
      // "most of the members"
      let isQuantity = ["most", "more", "half", "much"].contains(article.words[token.lower])
      return isQuantity && index + 1 < article.tokens.count
        && article.words[article.tokens[index + 1].lower] == "of" ? .noun : .outside
    case .adposition, .auxiliary, .coordinatingConjunction, .interjection, .punctuation,
      .subordinatingConjunction, .verb, .other:
      return .outside
    }
  }
}

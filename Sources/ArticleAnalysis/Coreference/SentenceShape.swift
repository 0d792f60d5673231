import ArticleModel

/// What can be told of a sentence without a parse: subjects and clauses.
struct SentenceShape {
  private let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// Whether a name or pronoun stands before its verb, and after no preposition.
  func isSubject(_ start: Int, nameEnd: Int) -> Bool {
    let sentence = tokens.sentence(of: start)
    if start > sentence.start {
      switch partOfSpeech(start - 1) {
      case .adposition, .verb, .auxiliary: return false
      case .unknown, .adjective, .adverb, .coordinatingConjunction, .determiner, .interjection,
        .noun, .numeral, .particle, .pronoun, .properNoun, .punctuation, .subordinatingConjunction,
        .symbol, .other:
        break
      }
    }
    var index = nameEnd
    let end = min(sentence.end, nameEnd + 25)
    guard index < end else { return false }
    if tokens.matches(index, "'s") { return isClitic(index) }
    // An apposition between the name and its verb.
    if tokens.matches(index, ",") {
      index += 1
      while index < end, !tokens.matches(index, ",") { index += 1 }
      index += 1
    }
    while index < end {
      switch partOfSpeech(index) {
      case .verb, .auxiliary: return true
      case .adverb, .properNoun, .noun, .adjective: index += 1
      case .unknown, .adposition, .coordinatingConjunction, .determiner, .interjection, .numeral,
        .particle, .pronoun, .punctuation, .subordinatingConjunction, .symbol, .other:
        // "Ruiz and Orlo said", "Ruiz on Monday said".
        guard tokens.matches(index, "and") || tokens.matches(index, "on"), index == nameEnd else {
          return false
        }
        index += 1
      }
    }
    return false
  }

  /// For a pronoun that is an object: the first token of its clause, since the clause's subject is
  /// somebody else ("Ruiz told him"); nil where nobody is ruled out.
  func clauseSubjectBlock(_ index: Int, _ pronoun: Pronouns.Third) -> Int? {
    switch pronoun.grammaticalCase {
    case .subject, .possessive, .reflexive: return nil
    case .object: break
    }
    let sentence = tokens.sentence(of: index)
    var place = index - 1
    var verbs = 0
    while place >= max(sentence.start, index - 25) {
      switch partOfSpeech(place) {
      case .verb, .auxiliary: verbs += 1
      case .subordinatingConjunction: return place
      case .punctuation where !tokens.matches(place, "'s"): return place
      case .unknown, .adjective, .adposition, .adverb, .coordinatingConjunction, .determiner,
        .interjection, .noun, .numeral, .particle, .pronoun, .properNoun, .punctuation, .symbol,
        .other:
        break
      }
      place -= 1
    }
    return place
  }

  // MARK: - Implementation

  private func partOfSpeech(_ index: Int) -> PartOfSpeech {
    tokens.article.tokens[index].partOfSpeech
  }

  private func isClitic(_ index: Int) -> Bool {
    switch partOfSpeech(index) {
    case .auxiliary, .verb: return true
    case .unknown, .adjective, .adposition, .adverb, .coordinatingConjunction, .determiner,
      .interjection, .noun, .numeral, .particle, .pronoun, .properNoun, .punctuation,
      .subordinatingConjunction, .symbol, .other:
      return false
    }
  }
}

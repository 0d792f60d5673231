import ArticleModel

/// Knows the pronouns that stand for people.
struct Pronouns {
  struct Third {
    var gender: PersonGender.Gender
    enum Case { case subject, object, possessive, reflexive }
    var grammaticalCase: Case

    var isReflexive: Bool { grammaticalCase == .reflexive }
  }

  private let tokens: NameTokens
  private let third: [WordID: Third]
  private let first: Set<WordID>
  private let her: WordID?

  init(_ tokens: NameTokens) {
    self.tokens = tokens
    let words = tokens.article.words
    var third: [WordID: Third] = [:]
    for (word, gender, grammaticalCase) in Self.words {
      guard let id = words.find(word) else { continue }
      third[id] = Third(gender: gender, grammaticalCase: grammaticalCase)
    }
    self.third = third
    first = Set(["i", "me", "my", "mine", "myself"].compactMap { words.find($0) })
    her = words.find("her")
  }

  func thirdPerson(at index: Int) -> Third? {
    guard var pronoun = third[tokens.article.tokens[index].lower] else { return nil }
    // "HE" and "HER" in capitals are more often letters.
    if tokens.shape(index) == .allCapitals { return nil }
    if tokens.article.tokens[index].lower == her, isBeforeNoun(index) {
      pronoun.grammaticalCase = .possessive
    }
    return pronoun
  }

  func isFirstPerson(_ index: Int) -> Bool { first.contains(tokens.article.tokens[index].lower) }

  // MARK: - Implementation

  private static let words: [(String, PersonGender.Gender, Third.Case)] = [
    ("he", .male, .subject), ("him", .male, .object), ("his", .male, .possessive),
    ("himself", .male, .reflexive), ("she", .female, .subject), ("her", .female, .object),
    ("hers", .female, .possessive), ("herself", .female, .reflexive),
  ]

  private func isBeforeNoun(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    switch tokens.article.tokens[index + 1].partOfSpeech {
    case .noun, .adjective, .properNoun, .numeral: return true
    case .unknown: return tokens.shape(index + 1) != .mark
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
      .particle, .pronoun, .punctuation, .subordinatingConjunction, .symbol, .verb, .other:
      return false
    }
  }
}

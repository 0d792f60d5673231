import ArticleModel

/// Finds descriptions that stand right before the name of whom they describe: "the singer Ana Ruiz",
/// "Kenn's coach, Ana Ruiz,".
struct DescriptionMentions {
  private let tokens: NameTokens
  private let finder: TitleFinder
  private let nouns: PersonNouns

  init(_ tokens: NameTokens, nouns: PersonNouns) {
    self.tokens = tokens
    self.nouns = nouns
    finder = TitleFinder(tokens)
  }

  /// The description of a person's name, from its article or possessive on; nil where there is none.
  func description(before name: TokenRange, in sentence: TokenRange) -> TokenRange? {
    var end = name.start
    while end > sentence.start, tokens.has(end - 1, .address) { end -= 1 }
    guard end > sentence.start else { return nil }
    if tokens.matches(end - 1, ",") {
      guard isPhraseEnd(name.end, sentence) else { return nil }
      return phrase(endingAt: end - 1, in: sentence) { _ in true }
    }
    // "the pupil of Pope Ruiz" and "the plan President Ruiz has" describe others.
    return phrase(endingAt: end, in: sentence) { phrase in
      tokens.shape(phrase.end - 1) == .lower
        ? !(phrase.start..<phrase.end).contains { isPreposition($0) }
        : (phrase.start..<phrase.end).allSatisfy { isPartOfTitle($0) }
    }
  }

  // MARK: - Implementation

  private static let longest = 9

  /// The innermost phrase with a determiner whose noun is somebody, if it is fit behind the
  /// determiner.
  private func phrase(
    endingAt end: Int, in sentence: TokenRange, isFit: (TokenRange) -> Bool
  ) -> TokenRange? {
    var start = end - 1
    let first = max(sentence.start, end - Self.longest)
    while start >= first {
      if isDeterminer(start) {
        let head = head(of: TokenRange(start + 1, end))
        if let head, nouns.contains(head), isNoun(head) {
          guard isFit(TokenRange(start + 1, end)) else { return nil }
          let close = min(end, finder.endOfObject(after: head + 1, before: end))
          return TokenRange(beginning(of: start, sentence), close)
        }
        guard start > first, isPreposition(start - 1) else { return nil }
      } else if !isPart(start) {
        return nil
      }
      start -= 1
    }
    return nil
  }

  /// The noun that the phrase is about: the last before a preposition.
  private func head(of phrase: TokenRange) -> Int? {
    for index in phrase.start..<phrase.end where isPreposition(index) {
      return index > phrase.start ? index - 1 : nil
    }
    guard !phrase.isEmpty else { return nil }
    let last = phrase.end - 1
    // "secretary general", "chief executive"
    let isContinued =
      phrase.count > 1 && !nouns.contains(last) && tokens.has(last, .titleModifier)
    return isContinued ? last - 1 : last
  }

  /// Where the phrase begins whose determiner is at `index`: a possessor belongs to it.
  private func beginning(of index: Int, _ sentence: TokenRange) -> Int {
    guard tokens.matches(index, "'s") else { return index }
    var start = index - 1
    while start > sentence.start, tokens.isCapital(start), tokens.isCapital(start - 1) {
      start -= 1
    }
    if tokens.isCapital(start) {
      return start > sentence.start && tokens.matches(start - 1, "the") ? start - 1 : start
    }
    while start > max(sentence.start, index - 5), isPart(start - 1) { start -= 1 }
    return start > sentence.start && isDeterminer(start - 1) ? start - 1 : start
  }

  private func isDeterminer(_ index: Int) -> Bool {
    Self.determiners.contains { tokens.matches(index, $0) }
  }

  private static let determiners: [StaticString] = [
    "the", "his", "her", "my", "our", "your", "their", "its", "'s",
  ]

  private func isPreposition(_ index: Int) -> Bool {
    tokens.article.tokens[index].partOfSpeech == .adposition || tokens.matches(index, "of")
  }

  /// Whether the word can stand inside a description.
  private func isPart(_ index: Int) -> Bool {
    switch tokens.article.tokens[index].partOfSpeech {
    case .noun, .properNoun, .adjective, .numeral, .adposition: return true
    case .unknown: return tokens.shape(index) != .mark
    case .verb: return tokens.has(index, .titleModifier)
    case .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection, .particle,
      .pronoun, .punctuation, .subordinatingConjunction, .symbol, .other:
      return tokens.matches(index, "and") || tokens.has(index, .titleModifier)
    }
  }

  private func isPartOfTitle(_ index: Int) -> Bool {
    tokens.isCapital(index) || tokens.has(index, .titleModifier)
      || tokens.article.tokens[index].partOfSpeech == .adjective
  }

  private func isNoun(_ index: Int) -> Bool {
    switch tokens.article.tokens[index].partOfSpeech {
    case .noun, .properNoun, .adjective, .unknown: return tokens.shape(index) != .mark
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
      .numeral, .particle, .pronoun, .punctuation, .subordinatingConjunction, .symbol, .verb,
      .other:
      return false
    }
  }

  private func isPhraseEnd(_ index: Int, _ sentence: TokenRange) -> Bool {
    index >= sentence.end || tokens.shape(index) == .mark && !tokens.matches(index, "'s")
  }
}

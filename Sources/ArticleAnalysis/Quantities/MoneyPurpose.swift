import ArticleModel

/// Finds what a sum of money is of or for, by the words' parts of speech: `$3 million in damages`,
/// `85 million euros for the new pier`, `a $10 million contract`.
struct MoneyPurpose {
  private let article: AnnotatedArticle
  private let prepositions: Set<WordID>

  init(_ article: AnnotatedArticle) {
    self.article = article
    prepositions = Set(["of", "in", "for"].compactMap { article.words.find($0) })
  }

  /// The phrase without its article, or nil where the words around the sum name none.
  func phrase(of sum: Quantity) -> TextRange? {
    let tokens = article.sentences[sum.sentence].tokens
    let first = article.tokens(in: sum.range).start
    var next = first
    while next < tokens.end, Int(article.tokens[next].start) < sum.range.end { next += 1 }
    guard first < next, next < tokens.end else { return nil }
    if prepositions.contains(article.tokens[next].lower) { return nounPhrase(next + 1, tokens) }
    // "a $10 million contract": the sum stands before the noun that its article belongs to.
    guard first > tokens.start, article.tokens[first - 1].partOfSpeech == .determiner else {
      return nil
    }
    return nounPhrase(next, tokens)
  }

  /// The phrase that begins at `counted`, up to its noun, as its tags tell.
  ///
  /// It is `imported beef` where the words alone gave `imported`; nil where it is no longer.
  func wholePhrase(at counted: TextRange, after amount: Quantity) -> TextRange? {
    let tokens = article.sentences[amount.sentence].tokens
    let first = article.tokens(in: counted).start
    guard first < tokens.end, let phrase = nounPhrase(first, tokens),
      phrase.start == counted.start, phrase.end > counted.end
    else { return nil }
    return phrase
  }

  // MARK: - Implementation

  private static let longest = 6

  private func nounPhrase(_ start: Int, _ sentence: TokenRange) -> TextRange? {
    var index = start
    if index < sentence.end, article.tokens[index].partOfSpeech == .determiner { index += 1 }
    let first = index
    var end: Int?
    while index < min(sentence.end, first + Self.longest) {
      switch article.tokens[index].partOfSpeech {
      case .noun: end = index + 1
      case .properNoun, .adjective: break
      case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
        .numeral, .particle, .pronoun, .punctuation, .subordinatingConjunction, .symbol, .verb,
        .other, .unknown:
        return range(first, end)
      }
      index += 1
    }
    return range(first, end)
  }

  private func range(_ first: Int, _ end: Int?) -> TextRange? {
    guard let end else { return nil }
    let range = TextRange(Int(article.tokens[first].start), Int(article.tokens[end - 1].end))
    return isTime(range) ? nil : range
  }

  private func isTime(_ range: TextRange) -> Bool {
    var low = 0
    var high = article.timeExpressions.count
    while low < high {
      let middle = (low + high) / 2
      if article.timeExpressions[middle].range.end <= range.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < article.timeExpressions.count
      && article.timeExpressions[low].range.overlaps(range)
  }
}

import ArticleModel

/// Where names of several words stand that the word lists or the gazetteer know.
struct NamePhrases: Sendable {
  /// Per token: the lists that hold a phrase which begins there.
  private(set) var begins: [UInt64]
  /// Per token: the lists that hold a phrase which goes on there.
  private(set) var insides: [UInt64]

  /// The phrases in an article whose words, by their ids, have these lists.
  init(_ tokens: NameTokens, _ words: [NameWord], _ gazetteer: NameGazetteer) {
    begins = Array(repeating: 0, count: tokens.count)
    insides = Array(repeating: 0, count: tokens.count)
    for sentence in tokens.article.sentences {
      let end = sentence.tokens.end
      for index in sentence.tokens.start..<end {
        if tokens.has(index, .opensPhrase),
          let (end, entry) = tokens.longestPhrase(at: index, before: end, .all), end > index + 1
        {
          note(TokenRange(index, end), entry.classes.rawValue)
        }
        let lists = words[Int(tokens.article.tokens[index].lower.index)].lists
        if lists & Self.opensName != 0 { findName(at: index, before: end, tokens, gazetteer) }
      }
    }
  }

  // MARK: - Implementation

  private static let longest = 6
  private static let opensName = NameWord.lists(of: .opensName)

  private mutating func findName(
    at index: Int, before end: Int, _ tokens: NameTokens, _ gazetteer: NameGazetteer
  ) {
    var key = NameGazetteer.Key()
    key.append(tokens.lower(index))
    var best: (end: Int, kinds: NameGazetteer.Kinds)?
    for next in (index + 1)..<max(index + 1, min(end, index + Self.longest)) {
      key.append(tokens.lower(next))
      let kinds = gazetteer[key].subtracting(.opensName)
      if !kinds.isEmpty { best = (next + 1, kinds) }
    }
    if let best { note(TokenRange(index, best.end), NameWord.lists(of: best.kinds)) }
  }

  private mutating func note(_ phrase: TokenRange, _ lists: UInt64) {
    begins[phrase.start] |= lists
    for index in (phrase.start + 1)..<phrase.end { insides[index] |= lists }
  }
}

import ArticleModel

/// Finds short forms with the article: "the Council" after "the Orlo Council", "the Strip" after
/// "the Naro Strip", and makes them mentions of the longer name.
struct DefiniteNames {
  private let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// Adds and repoints mentions; entities that lose their last mention stay for the linker to drop.
  func addMentions(to article: inout AnnotatedArticle) {
    /// The last entity whose name ends, or begins before "of", with a word.
    var latest: [WordID: Int] = [:]
    var mentions: [Mention] = []
    mentions.reserveCapacity(article.mentions.count)
    var next = 0
    for index in 0..<tokens.count {
      let token = article.tokens[index]
      var covering: Mention?
      while next < article.mentions.count, article.mentions[next].range.start <= Int(token.start) {
        covering = article.mentions[next]
        remember(article.mentions[next], article, &latest)
        mentions.append(article.mentions[next])
        next += 1
      }
      guard isShortForm(index), let entity = latest[token.lower] else { continue }
      if let covering {
        guard covering.range == token.range, covering.entity != entity else { continue }
        mentions[mentions.count - 1].entity = entity
        mentions[mentions.count - 1].evidence = Self.evidence
      } else if mentions.last.map({ $0.range.end <= Int(token.start) }) ?? true {
        mentions.append(
          Mention(
            entity: entity, range: token.range, sentence: Int(token.sentence), form: .name,
            evidence: Self.evidence))
      }
    }
    mentions.append(contentsOf: article.mentions[next...])
    article.mentions = mentions
  }

  // MARK: - Implementation

  private static let evidence = Evidence("link.definite", confidence: 0.85)
  private static let heads: WordClasses = [
    .organizationHead, .organizationOpener, .placeHead, .placeLowercaseHead,
  ]

  private func isShortForm(_ index: Int) -> Bool {
    guard tokens.shape(index) == .capital, tokens.has(index, Self.heads), index > 0,
      tokens.matches(index - 1, "the")
    else { return false }
    return !tokens.isCapital(index + 1) && !tokens.matches(index + 1, "of")
  }

  private func remember(
    _ mention: Mention, _ article: AnnotatedArticle, _ latest: inout [WordID: Int]
  ) {
    switch article.entities[mention.entity].kind {
    case .organization, .place: break
    case .person, .group, .other: return
    }
    let name = tokens.tokens(in: mention.range)
    guard name.count >= 2 else { return }
    latest[article.tokens[name.end - 1].lower] = mention.entity
    for index in name.start..<(name.end - 1) where tokens.matches(index + 1, "of") {
      latest[article.tokens[index].lower] = mention.entity
      break
    }
  }
}

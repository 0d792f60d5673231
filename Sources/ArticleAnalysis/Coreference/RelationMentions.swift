import ArticleModel

/// Finds people called by what they are to another ("his sister Ana Ruiz"), and remembers them for
/// the places where the name is left out ("his sister").
struct RelationMentions {
  private let tokens: NameTokens
  private let entities: [Entity]
  private let mentions: [Mention]
  /// By the noun's word: who is called so, and by whom; -1 for an owner who is not known.
  private var known: [WordID: [Relation]] = [:]

  private struct Relation: Hashable {
    var person: Int
    var owner: Int
  }

  init(_ article: AnnotatedArticle, tokens: NameTokens) {
    self.tokens = tokens
    entities = article.entities
    mentions = article.mentions
  }

  /// The phrase that begins at a possessive and whom it stands for; nil where it tells nobody.
  ///
  /// `owner` is whom the possessive stands for, nil where that is not known; `next` the first mention
  /// that does not begin before the possessive ends.
  mutating func mention(
    at index: Int, in sentence: TokenRange, owner: Int?, next: Int
  ) -> (phrase: TokenRange, person: Int)? {
    guard Self.possessives.contains(where: { tokens.matches(index, $0) }),
      let noun = noun(after: index, in: sentence)
    else { return nil }
    let isBare = owner == nil && tokens.matches(index, "'s")
    let phrase = TokenRange(isBare ? index + 1 : index, noun + 1)
    let word = tokens.article.tokens[noun].lower
    if let person = person(after: noun, in: sentence, next: next), person != owner {
      let relation = Relation(person: person, owner: owner ?? -1)
      if !(known[word] ?? []).contains(relation) { known[word, default: []].append(relation) }
      return (phrase, person)
    }
    let fitting = (known[word] ?? []).filter {
      $0.person != owner && (owner == nil || $0.owner == -1 || $0.owner == owner)
    }
    guard let first = fitting.first, fitting.allSatisfy({ $0.person == first.person }) else {
      return nil
    }
    return (phrase, first.person)
  }

  // MARK: - Implementation

  private static let possessives: [StaticString] = ["his", "her", "my", "their", "our", "'s"]

  /// The noun that says who is meant, behind two words of description at most.
  private func noun(after index: Int, in sentence: TokenRange) -> Int? {
    for place in (index + 1)..<max(index + 1, min(sentence.end, index + 4)) {
      guard tokens.shape(place) == .lower, !tokens.has(place, .function) else { return nil }
      if tokens.has(place, .kin) { return place }
    }
    return nil
  }

  /// The person named right after the noun, or after a comma and before another mark.
  private func person(after noun: Int, in sentence: TokenRange, next: Int) -> Int? {
    let hasComma = tokens.matches(noun + 1, ",")
    let start = noun + (hasComma ? 2 : 1)
    guard start < sentence.end, tokens.isCapital(start) else { return nil }
    let offset = Int(tokens.article.tokens[start].start)
    var place = next
    while place < mentions.count, mentions[place].range.start < offset { place += 1 }
    guard place < mentions.count, mentions[place].range.start == offset,
      entities[mentions[place].entity].kind == .person
    else { return nil }
    if hasComma {
      let end = tokens.tokens(in: mentions[place].range).end
      guard end >= sentence.end || tokens.shape(end) == .mark, !tokens.matches(end, "'s") else {
        return nil
      }
    }
    return mentions[place].entity
  }
}

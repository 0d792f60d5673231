import ArticleModel

/// Finds people called by what they are to another ("his sister Ana Ruiz"), and remembers them for
/// the places where the name is left out ("his sister").
struct RelationMentions {
  private let tokens: NameTokens
  private let entities: [Entity]
  private let mentions: [Mention]
  /// By the noun's word: who is called so, and by whom; -1 for an owner who is not known.
  private var known: [WordID: [Relation]] = [:]
  private let nouns: PersonNouns
  private let words: RelationWords

  private struct Relation: Hashable {
    var person: Int
    var owner: Int
  }

  init(_ article: AnnotatedArticle, tokens: NameTokens, nouns: PersonNouns) {
    self.tokens = tokens
    self.nouns = nouns
    words = RelationWords(article.words)
    entities = article.entities
    mentions = article.mentions
  }

  /// The phrase that begins at a possessive and whom it stands for; nil where it tells nobody.
  ///
  /// `owner` is whom the possessive stands for, nil where that is not known; `next` the first mention
  /// that does not begin before the possessive ends.
  mutating func mention(
    at index: Int, in sentence: TokenRange, owner: Int?, next: Int,
    gender: (Int) -> PersonGender.Gender?
  ) -> (phrase: TokenRange, person: Int)? {
    guard Self.possessives.contains(where: { tokens.matches(index, $0) }),
      let noun = noun(after: index, in: sentence)
    else { return nil }
    let isKin = tokens.has(noun, .kin)
    // A lawyer may be anybody's.
    guard isKin || owner != nil else { return nil }
    let word = tokens.article.tokens[noun].lower
    if word == words.parents {
      learnParents(after: noun, in: sentence, next: next, of: owner ?? -1, gender)
      return nil
    }
    let isBare = owner == nil && tokens.matches(index, "'s")
    let phrase = TokenRange(isBare ? index + 1 : index, noun + 1)
    if let person = person(after: noun, in: sentence, next: next), person != owner {
      learn(word, Relation(person: person, owner: owner ?? -1))
      if let owner, let converse = words.converse(of: word, gender(owner)) {
        learn(converse, Relation(person: owner, owner: person))
      }
      return (phrase, person)
    }
    let fitting = (known[word] ?? []).filter { relation in
      guard relation.person != owner else { return false }
      return isKin
        ? owner == nil || relation.owner == -1 || relation.owner == owner
        : relation.owner == owner
    }
    guard let first = fitting.first, fitting.allSatisfy({ $0.person == first.person }) else {
      return nil
    }
    return (phrase, first.person)
  }

  /// Learns from "a daughter of Ana Ruiz" and "married Ana Ruiz" whom "her mother" and "his wife" may
  /// stand for.
  mutating func read(
    at index: Int, in sentence: TokenRange, next: Int, gender: (Int) -> PersonGender.Gender?
  ) {
    let word = tokens.article.tokens[index].lower
    if words.isChild(word), tokens.matches(index + 1, "of") {
      learnParents(after: index + 1, in: sentence, next: next, of: -1, gender)
    } else if word == words.married {
      let start = index + (tokens.matches(index + 1, "to") ? 2 : 1)
      guard let spouse = named(at: start, in: sentence, next: next)?.person else { return }
      if gender(spouse) != .male, let wife = words.wife {
        learn(wife, Relation(person: spouse, owner: -1))
      }
      if gender(spouse) != .female, let husband = words.husband {
        learn(husband, Relation(person: spouse, owner: -1))
      }
    }
  }

  // MARK: - Implementation

  private static let possessives: [StaticString] = ["his", "her", "my", "their", "our", "'s"]

  private mutating func learn(_ word: WordID, _ relation: Relation) {
    if !(known[word] ?? []).contains(relation) { known[word, default: []].append(relation) }
  }

  /// The one or two people named behind a token are somebody's father and mother.
  private mutating func learnParents(
    after index: Int, in sentence: TokenRange, next: Int, of child: Int,
    _ gender: (Int) -> PersonGender.Gender?
  ) {
    let start = index + (tokens.matches(index + 1, ",") ? 2 : 1)
    guard let first = named(at: start, in: sentence, next: next) else { return }
    var parents = [first.person]
    if tokens.matches(first.end, "and"),
      let second = named(at: first.end + 1, in: sentence, next: next)
    {
      parents.append(second.person)
    }
    for parent in parents {
      guard let gender = gender(parent) ?? other(than: parent, of: parents, gender),
        let word = gender == .male ? words.father : words.mother
      else { continue }
      learn(word, Relation(person: parent, owner: child))
    }
  }

  /// Of two parents, one is the father.
  private func other(
    than parent: Int, of parents: [Int], _ gender: (Int) -> PersonGender.Gender?
  ) -> PersonGender.Gender? {
    guard let other = parents.first(where: { $0 != parent }), let known = gender(other) else {
      return nil
    }
    return known == .male ? .female : .male
  }

  /// The person whose name begins at a token, and where it ends.
  private func named(at start: Int, in sentence: TokenRange, next: Int) -> (person: Int, end: Int)?
  {
    guard start < sentence.end, tokens.isCapital(start) else { return nil }
    let offset = Int(tokens.article.tokens[start].start)
    var place = next
    while place < mentions.count, mentions[place].range.start < offset { place += 1 }
    guard place < mentions.count, mentions[place].range.start == offset,
      entities[mentions[place].entity].kind == .person
    else { return nil }
    return (mentions[place].entity, tokens.tokens(in: mentions[place].range).end)
  }

  /// The noun that says who is meant, behind two words of description at most.
  private func noun(after index: Int, in sentence: TokenRange) -> Int? {
    for place in (index + 1)..<max(index + 1, min(sentence.end, index + 4)) {
      guard tokens.shape(place) == .lower, !tokens.has(place, .function) else { return nil }
      if nouns.contains(place), !nouns.contains(place + 1) { return place }
    }
    return nil
  }

  /// The person named right after the noun, or after a comma and before another mark.
  private func person(after noun: Int, in sentence: TokenRange, next: Int) -> Int? {
    let hasComma = tokens.matches(noun + 1, ",")
    let start = noun + (hasComma ? 2 : 1)
    guard let named = named(at: start, in: sentence, next: next) else { return nil }
    if hasComma {
      guard named.end >= sentence.end || tokens.shape(named.end) == .mark,
        !tokens.matches(named.end, "'s")
      else { return nil }
    }
    return named.person
  }
}

import ArticleModel

/// Finds nouns with "the" that stand for an organisation named before: "the museum", "the company".
///
/// A noun stands for the organisation that ends in it ("Orlo Museum"), that opens with it ("Ministry
/// of Trade") or that was called so beside its name ("the shipping company Orlo Lines"); "the company"
/// and "the firm" stand for any business. Where two fit and neither was met last, nobody is meant.
struct OrganizationMentions {
  private let tokens: NameTokens
  /// Per noun, the organisations that it may stand for, the one met last at the end.
  private var owners: [WordID: [Owner]] = [:]
  private var businesses: [Owner] = []
  /// Per organisation, the nouns that may stand for it, few.
  private var nouns: [Int: [WordID]] = [:]

  private struct Owner {
    var entity: Int
    var sentence: Int
  }

  /// Whether "a group" or "groups" were met, which are nobody by name.
  private var hasGroup = false

  /// No noun keeps more organisations than this.
  private static let kept = 6

  init(tokens: NameTokens) { self.tokens = tokens }

  /// Notes the nouns by which a mention may be meant later.
  mutating func meet(_ entity: Int, _ mention: Mention, article: AnnotatedArticle) {
    let name = tokens.tokens(in: mention.range)
    guard !name.isEmpty else { return }
    let sentence = tokens.sentence(of: name.start)
    var isBusiness = tokens.has(name.end - 1, .businessNoun)
    if name.count > 1 {
      note(name.end - 1, entity, mention.sentence)
      for index in name.start..<(name.end - 1) where tokens.matches(index + 1, "of") {
        note(index, entity, mention.sentence)
        break
      }
    }
    if name.start > sentence.start, isNoun(name.start - 1) {
      note(name.start - 1, entity, mention.sentence)
      isBusiness = isBusiness || tokens.has(name.start - 1, .businessNoun)
    }
    if let noun = apposed(after: name.end, sentence) {
      note(noun, entity, mention.sentence)
      isBusiness = isBusiness || tokens.has(noun, .businessNoun)
    }
    if isBusiness || businesses.contains(where: { $0.entity == entity }) {
      Self.add(Owner(entity: entity, sentence: mention.sentence), to: &businesses)
    }
    // A name met again makes its nouns fresh.
    for noun in nouns[entity] ?? [] {
      Self.add(Owner(entity: entity, sentence: mention.sentence), to: &owners[noun, default: []])
    }
  }

  /// Notes a group of people that has no name.
  mutating func meetWord(at index: Int) {
    if tokens.matches(index, "groups")
      || index > 0 && tokens.matches(index, "group")
        && tokens.matches(index - 1, "a")
    {
      hasGroup = true
    }
  }

  /// The noun with its article that begins at `index`, and the organisation it stands for.
  func mention(at index: Int, in sentence: TokenRange) -> (phrase: TokenRange, entity: Int)? {
    guard tokens.matches(index, "the"), index + 1 < sentence.end, isNoun(index + 1),
      standsAlone(index + 2, sentence)
    else { return nil }
    let isCompany = tokens.matches(index + 1, "company") || tokens.matches(index + 1, "firm")
    var fitting = isCompany ? businesses : owners[tokens.article.tokens[index + 1].lower] ?? []
    // "the group", of a business, where nothing else was called a group.
    if fitting.isEmpty, tokens.matches(index + 1, "group"), !hasGroup {
      fitting = businesses
    }
    guard let last = fitting.last else { return nil }
    if fitting.count > 1, fitting[fitting.count - 2].sentence == last.sentence { return nil }
    return (TokenRange(index, index + 2), last.entity)
  }

  // MARK: - Implementation

  private func isNoun(_ index: Int) -> Bool {
    namesOrganization(index) && tokens.shape(index) == .lower
  }

  private func namesOrganization(_ index: Int) -> Bool {
    tokens.has(index, .organizationNoun) || tokens.matches(index, "group")
  }

  /// Whether the noun is the head of its phrase: no noun or "of" behind it.
  private func standsAlone(_ index: Int, _ sentence: TokenRange) -> Bool {
    guard index < sentence.end else { return true }
    if tokens.isCapital(index) || tokens.matches(index, "of") || tokens.matches(index, "-") {
      return false
    }
    switch tokens.article.tokens[index].partOfSpeech {
    case .noun, .properNoun, .adjective, .numeral, .unknown, .other, .symbol: return false
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
      .particle, .pronoun, .punctuation, .subordinatingConjunction, .verb:
      return true
    }
  }

  /// The noun of ", a maker of engines" behind a name.
  private func apposed(after end: Int, _ sentence: TokenRange) -> Int? {
    guard end + 2 < sentence.end, tokens.matches(end, ","),
      tokens.matches(end + 1, "a") || tokens.matches(end + 1, "an")
        || tokens.matches(end + 1, "the")
    else { return nil }
    var index = end + 2
    while index < min(sentence.end, end + 7), tokens.shape(index) != .mark {
      if isNoun(index), standsAlone(index + 1, sentence) || tokens.matches(index + 1, "of") {
        return index
      }
      index += 1
    }
    return nil
  }

  private mutating func note(_ noun: Int, _ entity: Int, _ sentence: Int) {
    guard namesOrganization(noun) else { return }
    let word = tokens.article.tokens[noun].lower
    if nouns[entity, default: []].count < Self.kept, nouns[entity]?.contains(word) != true {
      nouns[entity, default: []].append(word)
    }
    Self.add(Owner(entity: entity, sentence: sentence), to: &owners[word, default: []])
  }

  private static func add(_ owner: Owner, to owners: inout [Owner]) {
    owners.removeAll { $0.entity == owner.entity }
    owners.append(owner)
    if owners.count > kept { owners.removeFirst() }
  }
}

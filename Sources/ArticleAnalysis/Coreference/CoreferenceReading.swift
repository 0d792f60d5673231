import ArticleModel

/// One reading of an article from its first word to its last, with the people met on the way.
struct CoreferenceReading {
  let article: AnnotatedArticle
  let tokens: NameTokens
  private let speakers: SpeakerLinker
  private let pronouns: Pronouns
  private var titles: TitleMentions
  private let shape: SentenceShape
  private var organizations: OrganizationMentions
  private var relations: RelationMentions
  private let descriptions: DescriptionMentions
  private var plain: PlainMentions
  private let nouns: PersonNouns
  /// Nouns that brought in somebody without a name: "a man" is whom "the man" may stand for.
  private var introduced: Set<WordID> = []
  /// The organisation that was the subject last, and the sentence; -1 where another stood beside it.
  private var subject: (organization: Int, sentence: Int)?
  /// The ranges of all sources.
  private let sources: Set<TextRange>
  /// Per token: the entity that is quoted, where the token stands in a source that names it.
  private let namedSources: [Int: Int]
  private(set) var mentions: [Mention]
  private(set) var quotations: [Quotation]
  private var people: RecentPeople
  /// Per token: the innermost quotation whose content holds it, -1 where none does.
  private let quotationAt: [Int32]
  /// Per quotation: the place in `mentions` order by which its source can be looked up.
  private var linked: [Mention] = []

  init(article: AnnotatedArticle, tokens: NameTokens, speakers: SpeakerLinker) {
    self.article = article
    self.tokens = tokens
    self.speakers = speakers
    pronouns = Pronouns(tokens)
    titles = TitleMentions(tokens: tokens, entities: article.entities)
    shape = SentenceShape(tokens)
    organizations = OrganizationMentions(tokens: tokens)
    nouns = PersonNouns(tokens)
    relations = RelationMentions(article, tokens: tokens, nouns: nouns)
    descriptions = DescriptionMentions(tokens, nouns: nouns)
    plain = PlainMentions(tokens, nouns: nouns)
    mentions = article.mentions
    quotations = article.quotations
    people = RecentPeople(tokens: tokens, entities: article.entities, mentions: article.mentions)
    sources = Set(article.quotations.flatMap(\.source))
    quotationAt = Self.quotations(of: article, tokens)
    var namedSources: [Int: Int] = [:]
    for quotation in article.quotations {
      guard let speaker = quotation.speaker else { continue }
      for source in quotation.source {
        let range = tokens.tokens(in: source)
        for token in range.start..<range.end { namedSources[token] = speaker }
      }
    }
    self.namedSources = namedSources
  }

  mutating func read() {
    var next = 0
    for (index, sentence) in article.sentences.enumerated() {
      people.enter(sentence: index, paragraph: sentence.paragraph)
      for token in sentence.tokens.start..<sentence.tokens.end {
        while next < article.mentions.count,
          article.mentions[next].range.start < Int(article.tokens[token].end)
        {
          meet(article.mentions[next], at: token)
          next += 1
        }
        readOrganization(at: token, in: sentence.tokens, sentence: index)
        readTitle(at: token, in: sentence.tokens, sentence: index)
        readPronoun(at: token, in: sentence.tokens, sentence: index)
        readRelation(at: token, in: sentence.tokens, sentence: index, next: next)
        relations.read(at: token, in: sentence.tokens, next: next) { people.gender(of: $0) }
      }
    }
    mentions += linked
    linkSpeakers()
    linkFirstPerson()
  }

  // MARK: - Implementation

  private mutating func meet(_ mention: Mention, at token: Int) {
    switch article.entities[mention.entity].kind {
    case .person: break
    case .organization:
      meetOrganization(mention)
      return
    case .place:
      // A museum is a place, and speaks.
      let last = tokens.tokens(in: mention.range).end - 1
      if tokens.has(last, .organizationHead), tokens.isCapital(last) { meetOrganization(mention) }
      return
    case .group, .other: return
    }
    let name = tokens.tokens(in: mention.range)
    let sentence = article.sentences[mention.sentence].tokens
    titles.learn(mention.entity, after: name.end, in: sentence)
    plain.learn(mention.entity, after: name.end, in: sentence)
    let isSpeaker = namedSources[token] == mention.entity
    people.meet(
      mention.entity, at: token,
      isSubject: isSpeaker || shape.isSubject(token, nameEnd: name.end),
      place: isSpeaker ? .speaking : place(of: token))
    describe(mention, name, in: sentence)
  }

  /// "the singer Ana Ruiz": the description is a mention of hers too.
  private mutating func describe(_ mention: Mention, _ name: TokenRange, in sentence: TokenRange) {
    guard mention.form == .name,
      let phrase = descriptions.description(before: name, in: sentence)
    else { return }
    let range = tokens.range(phrase)
    guard !linked.suffix(4).contains(where: { $0.form == .title && $0.range.overlaps(range) })
    else { return }
    linked.append(
      Mention(
        entity: mention.entity, range: range, sentence: mention.sentence, form: .title,
        evidence: Evidence("coreference.description", confidence: 0.85)))
  }

  private mutating func meetOrganization(_ mention: Mention) {
    organizations.meet(mention.entity, mention, article: article)
    let name = tokens.tokens(in: mention.range)
    meetOrganization(mention.entity, name, sentence: mention.sentence)
  }

  private func speaker(at token: Int) -> Int? {
    guard token < quotationAt.count, quotationAt[token] >= 0 else { return nil }
    let quotation = quotations[Int(quotationAt[token])]
    // Outside quotation marks "he" may well be the one who speaks; a transcript's lines have none.
    let isSpoken = article.isQuoted(at: token)
    return isSpoken || quotation.evidence.how == "quote.transcript" ? quotation.speaker : nil
  }

  private mutating func readTitle(at token: Int, in sentence: TokenRange, sentence index: Int) {
    guard let title = titles.title(at: token, in: sentence) else {
      if readPlain(at: token, in: sentence, sentence: index) { return }
      if let gender = titles.unnamedPerson(at: token, in: sentence) {
        introduced.insert(article.tokens[token].lower)
        people.meetUnnamed(
          at: token, gender: gender, isSubject: shape.isSubject(token, nameEnd: token + 1),
          place: place(of: token))
      }
      return
    }
    guard !isCovered(tokens.range(title)) else { return }
    if let person = titles.person(of: title, among: people) {
      linked.append(
        Mention(
          entity: person, range: tokens.range(title), sentence: index, form: .title,
          evidence: Evidence("coreference.title", confidence: 0.8)))
      people.meet(
        person, at: title.end - 1, isSubject: shape.isSubject(title.start, nameEnd: title.end),
        place: place(of: title))
    } else {
      people.meetUnnamed(
        at: title.end - 1, gender: nil,
        isSubject: shape.isSubject(title.start, nameEnd: title.end), place: place(of: title))
    }
  }

  /// "the man", "the 34-year-old": whoever was spoken of last and fits.
  private mutating func readPlain(
    at token: Int, in sentence: TokenRange, sentence index: Int
  ) -> Bool {
    guard let phrase = plain.phrase(at: token, in: sentence),
      !introduced.contains(article.tokens[phrase.tokens.end - 1].lower),
      let choice = choice(for: phrase, at: token)
    else { return false }
    linked.append(
      Mention(
        entity: choice.person, range: tokens.range(phrase.tokens), sentence: index, form: .title,
        evidence: Evidence("coreference.person", confidence: choice.confidence)))
    people.meet(
      choice.person, at: phrase.tokens.end - 1,
      isSubject: shape.isSubject(token, nameEnd: phrase.tokens.end),
      place: place(of: phrase.tokens),
      gender: phrase.gender)
    return true
  }

  private func choice(for phrase: PlainMentions.Phrase, at token: Int) -> RecentPeople.Choice? {
    if let age = phrase.age {
      let aged = plain.people(aged: age)
      if let person = aged.first, aged.count == 1 {
        return RecentPeople.Choice(person: person, confidence: 0.9)
      }
    }
    let speaker = speaker(at: token)
    guard
      let choice = people.resolve(
        phrase.gender, at: token, place: place(of: phrase.tokens), speaker: speaker)
    else {
      return nil
    }
    if let age = phrase.age { return plain.contradicts(choice.person, age) ? nil : choice }
    // "The man" is not just anybody: it must be known that he is one.
    return phrase.gender != nil && people.gender(of: choice.person) == phrase.gender ? choice : nil
  }

  /// Where a phrase that names nobody stands.
  private func place(of phrase: TokenRange) -> RecentPeople.Place {
    isSource(tokens.range(phrase)) ? .speaking : place(of: phrase.start)
  }

  private func place(of token: Int) -> RecentPeople.Place {
    article.isQuoted(at: token) ? .quoted : .told
  }

  private func isCovered(_ range: TextRange) -> Bool {
    linked.last.map { $0.range.overlaps(range) } ?? false
  }

  /// "the museum", "the company"; and "it" as the subject of a sentence behind one about them.
  private mutating func readOrganization(
    at token: Int, in sentence: TokenRange, sentence index: Int
  ) {
    organizations.meetWord(at: token)
    if let (phrase, entity) = organizations.mention(at: token, in: sentence) {
      let range = tokens.range(phrase)
      guard !isCovered(range) else { return }
      linked.append(
        Mention(
          entity: entity, range: range, sentence: index, form: .title,
          evidence: Evidence("coreference.organization", confidence: 0.75)))
      meetOrganization(entity, phrase, sentence: index)
      return
    }
    guard tokens.matches(token, "it"), let subject, index - subject.sentence <= 1,
      article.sentences[index].paragraph - article.sentences[subject.sentence].paragraph <= 1,
      subject.organization >= 0, isSource(tokens.range(TokenRange(token, token + 1)))
    else { return }
    linked.append(
      Mention(
        entity: subject.organization, range: article.tokens[token].range, sentence: index,
        form: .pronoun, evidence: Evidence("coreference.pronoun", confidence: 0.7)))
    self.subject = (subject.organization, index)
  }

  private mutating func meetOrganization(_ entity: Int, _ name: TokenRange, sentence: Int) {
    guard shape.isSubject(withoutArticle(name.start), nameEnd: name.end) else { return }
    if let subject, subject.sentence == sentence, subject.organization != entity {
      self.subject = (-1, sentence)
    } else {
      subject = (entity, sentence)
    }
  }

  /// The place of the article before a name, so that what stands before it is seen.
  private func withoutArticle(_ start: Int) -> Int {
    start > 0 && tokens.matches(start - 1, "the") ? start - 1 : start
  }

  /// Whether the range is the source of a quotation.
  private func isSource(_ range: TextRange) -> Bool { sources.contains(range) }

  private mutating func readPronoun(at token: Int, in sentence: TokenRange, sentence index: Int) {
    guard let pronoun = pronouns.thirdPerson(at: token) else { return }
    let isSubject = shape.isSubject(token, nameEnd: token + 1)
    let place = place(of: TokenRange(token, token + 1))
    guard
      let choice = people.resolve(
        pronoun, at: token, place: place, speaker: speaker(at: token),
        clauseSubject: pronoun.isReflexive ? nil : shape.clauseSubjectBlock(token, pronoun))
    else { return }
    people.meet(
      choice.person, at: token, isSubject: isSubject, place: place, gender: pronoun.gender)
    titles.learn(choice.person, after: token + 1, in: sentence)
    linked.append(
      Mention(
        entity: choice.person, range: article.tokens[token].range, sentence: index, form: .pronoun,
        evidence: Evidence("coreference.pronoun", confidence: choice.confidence)))
  }

  /// "his sister": somebody whom the article names once as that.
  private mutating func readRelation(
    at token: Int, in sentence: TokenRange, sentence index: Int, next: Int
  ) {
    let possessive = article.tokens[token].range
    var owner: Mention?
    if let last = linked.last, last.range == possessive { owner = last }
    // "Ana Ruiz's sister" begins with her name.
    if next > 0, article.mentions[next - 1].range.end == possessive.start {
      owner = article.mentions[next - 1]
    }
    guard
      let (phrase, person) = relations.mention(
        at: token, in: sentence, owner: owner?.entity, next: next,
        gender: { people.gender(of: $0) })
    else { return }
    let range = owner.map { $0.range.union(tokens.range(phrase)) } ?? tokens.range(phrase)
    linked.append(
      Mention(
        entity: person, range: range, sentence: index, form: .title,
        evidence: Evidence("coreference.relation", confidence: 0.8)))
    people.meet(
      person, at: phrase.end - 1, isSubject: shape.isSubject(phrase.start, nameEnd: phrase.end),
      place: place(of: phrase))
  }

  /// Speakers that are named by a title or pronoun.
  private mutating func linkSpeakers() {
    let sorted = mentions.sorted { ($0.range, $0.entity) < ($1.range, $1.entity) }
    for index in quotations.indices where quotations[index].speaker == nil {
      quotations[index].speaker = speakers.speaker(
        of: quotations[index], mentions: sorted, entities: article.entities)
    }
    ExchangeSpeakers(tokens).link(&quotations, mentions: sorted)
  }

  /// "I" inside quotation marks is the quotation's speaker.
  private mutating func linkFirstPerson() {
    for token in article.tokens.indices where pronouns.isFirstPerson(token) {
      guard let speaker = speaker(at: token), article.entities[speaker].kind == .person else {
        continue
      }
      mentions.append(
        Mention(
          entity: speaker, range: article.tokens[token].range,
          sentence: Int(article.tokens[token].sentence), form: .pronoun,
          evidence: Evidence("coreference.first-person", confidence: 0.9)))
    }
  }

  /// Fills outer quotations first, so that the innermost stays.
  private static func quotations(of article: AnnotatedArticle, _ tokens: NameTokens) -> [Int32] {
    var at = Array(repeating: Int32(-1), count: article.tokens.count)
    let order = article.quotations.indices.sorted { a, b in
      !article.quotations[a].isNested && article.quotations[b].isNested
    }
    for index in order {
      for content in article.quotations[index].content {
        let range = tokens.tokens(in: content)
        for token in range.start..<range.end { at[token] = Int32(index) }
      }
    }
    return at
  }
}

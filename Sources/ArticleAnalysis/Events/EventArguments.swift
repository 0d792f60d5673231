import ArticleModel
import Calendar

/// Makes events of clauses: who, what and whom as text, entities, the day and the place.
struct EventArguments {
  private let article: AnnotatedArticle
  private let words: EventWords
  private let speakers: SpeakerLinker
  private let placeWords: Set<WordID>

  init(_ article: AnnotatedArticle) {
    self.article = article
    words = EventWords(article)
    speakers = SpeakerLinker(NameTokens(article))
    placeWords = Set(["in", "at", "near"].compactMap { article.words.find($0) })
  }

  /// The event that a clause states; nil where it states none.
  mutating func event(of clause: EventClause, sentence: Int) -> Event? {
    let lemma = article.tokens[clause.main].lemma
    guard lemma != .none, !words.isStative(lemma) else { return nil }
    let subject = clause.subject.map(range)
    var event = Event(
      actor: clause.isPassive ? clause.agent.map(range) : subject,
      action: range(clause.verb), lemma: article.words[lemma],
      target: clause.isPassive ? subject : clause.object.map(range), sentence: sentence,
      evidence: Evidence(clause.isPassive ? "event.passive" : "event.active", confidence: 0.7))
    event.isNegated = clause.isNegated
    event.modal = clause.modal.map { article.words[$0] }
    event.actorEntity = event.actor.flatMap(entity)
    event.targetEntity = event.target.flatMap(entity)
    if event.target == nil {
      // "Ruiz resigned" is worth telling; "prices rose" is not sure enough.
      guard event.actorEntity != nil, words.isIntransitiveDeed(lemma) else { return nil }
      event.evidence.confidence = 0.6
    }
    if let actor = event.actor, isPronounWithoutPerson(actor, event.actorEntity) { return nil }
    event.date = day(of: clause, sentence: sentence)
    event.place = place(after: clause, event, sentence: sentence)
    return event
  }

  // MARK: - Implementation

  private func range(_ tokens: TokenRange) -> TextRange {
    guard !tokens.isEmpty, tokens.start >= 0, tokens.end <= article.tokens.count else {
      return TextRange(0, 0)
    }
    return TextRange(
      Int(article.tokens[tokens.start].start), Int(article.tokens[tokens.end - 1].end))
  }

  private func entity(_ phrase: TextRange) -> Int? {
    speakers.headMention(in: phrase, mentions: article.mentions, entities: article.entities)
      .map { article.mentions[$0].entity }
  }

  private static let pronouns: Set<String> = [
    "it", "they", "this", "that", "these", "those", "which", "who", "what", "there", "you", "one",
    "i", "we", "something", "anything", "everything", "nothing", "some", "many", "all", "others",
  ]

  private func isPronounWithoutPerson(_ phrase: TextRange, _ entity: Int?) -> Bool {
    guard entity == nil, phrase.count <= 10 else { return false }
    return Self.pronouns.contains(article.text[phrase].lowercased())
  }

  /// The single day that the clause names, the one nearest to its verb where it names several.
  ///
  /// A day behind another verb belongs to that one: of "will rule by May, Ruiz said on Monday" the
  /// Monday is when she said it.
  private func day(of clause: EventClause, sentence: Int) -> CalendarDate? {
    let verb = Int(article.tokens[clause.main].start)
    let bounds = article.sentences[sentence].range
    var best: (distance: Int, day: CalendarDate)?
    var low = 0
    var high = article.timeExpressions.count
    while low < high {
      let middle = (low + high) / 2
      if article.timeExpressions[middle].range.end <= bounds.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < article.timeExpressions.count, article.timeExpressions[low].range.start < bounds.end
    {
      let expression = article.timeExpressions[low]
      low += 1
      guard let from = expression.from, from == expression.to,
        !standsVerb(between: clause, and: expression.range)
      else { continue }
      let distance = abs(expression.range.start - verb)
      if distance < best?.distance ?? Int.max { best = (distance, from) }
    }
    return best?.day
  }

  /// Whether another verb stands between a clause's verb and a place in its sentence.
  private func standsVerb(between clause: EventClause, and range: TextRange) -> Bool {
    let isBehind = range.start >= Int(article.tokens[clause.verb.end - 1].end)
    var index = isBehind ? clause.verb.end : clause.verb.start - 1
    let sentence = article.sentences[Int(article.tokens[clause.main].sentence)].tokens
    while sentence.contains(index) {
      let token = article.tokens[index]
      if isBehind ? Int(token.end) > range.start : Int(token.start) < range.end { return false }
      if token.partOfSpeech == .verb || token.partOfSpeech == .auxiliary { return true }
      index += isBehind ? 1 : -1
    }
    return false
  }

  /// A place that stands after the verb with "in", "at" or "near", outside actor and target.
  private func place(after clause: EventClause, _ event: Event, sentence: Int) -> Int? {
    let start = Int(article.tokens[clause.verb.end - 1].end)
    let end = article.sentences[sentence].range.end
    var index = SpeakerLinker.first(endingAfter: start, article.mentions)
    var steps = 0
    while index < article.mentions.count, article.mentions[index].range.start < end, steps < 12 {
      let mention = article.mentions[index]
      index += 1
      steps += 1
      guard mention.form == .name, article.entities[mention.entity].kind == .place else { continue }
      if let target = event.target, target.overlaps(mention.range) { continue }
      if let actor = event.actor, actor.overlaps(mention.range) { continue }
      guard let preposition = token(before: mention.range.start, after: clause.verb.end) else {
        continue
      }
      if placeWords.contains(article.tokens[preposition].lower) { return mention.entity }
    }
    return nil
  }

  /// The token right before an offset, an article skipped.
  private func token(before offset: Int, after first: Int) -> Int? {
    var low = first
    var high = article.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(article.tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    var index = low - 1
    if index >= first, article.tokens[index].partOfSpeech == .determiner { index -= 1 }
    return index >= first ? index : nil
  }
}

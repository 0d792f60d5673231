import ArticleModel
import Calendar

/// Makes events of clauses: who, what and whom as text, entities, the day and the place.
struct EventArguments {
  private let article: AnnotatedArticle
  private let words: EventWords
  private let speakers: SpeakerLinker

  init(_ article: AnnotatedArticle, _ words: EventWords, _ speakers: SpeakerLinker) {
    self.article = article
    self.words = words
    self.speakers = speakers
  }

  /// The event that a clause states; nil where it states none.
  func event(of clause: EventClause, _ tree: RelationTree, sentence: Int) -> Event? {
    let lemma = article.tokens[clause.verb].lemma
    guard lemma != .none, !words.isStative(lemma) else { return nil }
    let actor = clause.actor.map { phrase($0, tree) }
    let target = clause.target.map { phrase($0, tree) }
    var event = Event(
      actor: actor.map(range), action: range(clause.action), lemma: article.words[lemma],
      target: target.map(range), sentence: sentence,
      evidence: Evidence(
        clause.isPassive ? "event.passive" : "event.active", confidence: clause.isFinite ? 0.7 : 0.6
      ))
    event.isNegated = clause.isNegated
    event.modal = clause.modal.map { article.words[$0] }
    event.actorEntity = event.actor.flatMap(entity)
    event.targetEntity = event.target.flatMap(entity)
    if event.target == nil {
      // "Ruiz resigned" is worth telling; "prices rose" is not sure enough.
      guard event.actorEntity != nil, words.isIntransitiveDeed(lemma) else { return nil }
      event.evidence.confidence = 0.6
    }
    if let actor, event.actorEntity == nil, isPronoun(actor) { return nil }
    if event.actor == nil, let target, event.targetEntity == nil, isPronoun(target) { return nil }
    event.date = day(of: clause, actor, tree, sentence: sentence)
    event.place = place(of: clause, actor, tree, sentence: sentence)
    return event
  }

  // MARK: - Implementation

  private func range(_ tokens: TokenRange) -> TextRange {
    TextRange(Int(article.tokens[tokens.start].start), Int(article.tokens[tokens.end - 1].end))
  }

  private func entity(_ phrase: TextRange) -> Int? {
    speakers.headMention(in: phrase, mentions: article.mentions, entities: article.entities)
      .map { article.mentions[$0].entity }
  }

  private func isPronoun(_ phrase: TokenRange) -> Bool {
    phrase.count == 1 && words.isPronoun(article.tokens[phrase.start].lower)
  }

  /// The noun phrase without appositions and times: "the budget of the port".
  private func phrase(_ head: Int, _ tree: RelationTree) -> TokenRange {
    var phrase = tree.nounPhrase(head) { child in
      switch tree.relation(child) {
      case .apposition, .unmarkedOblique, .adverb, .punctuation: false
      case .conjunct: tree.child(child, .preposition) == nil
      case .oblique, .nominal: isOf(child, tree) || isPart(child, of: head, tree)
      default: !holdsTime(tree.span(child))
      }
    }
    if phrase.count > Self.longestPhrase {
      phrase = TokenRange(max(phrase.start, head - Self.longestPhrase), head + 1)
    }
    while phrase.end - 1 > head, isPunctuation(phrase.end - 1) { phrase.end -= 1 }
    while phrase.start < head, isPunctuation(phrase.start) { phrase.start += 1 }
    closeQuotation(&phrase, before: tree.range.end)
    return phrase
  }

  private func isOf(_ noun: Int, _ tree: RelationTree) -> Bool {
    tree.child(noun, .preposition).map { article.tokens[$0].lower == words.of } ?? false
  }

  /// Whether "in the south" belongs to the noun before it, as far as can be told: "on Monday" and "to
  /// this point" belong to the verb.
  private func isPart(_ noun: Int, of head: Int, _ tree: RelationTree) -> Bool {
    tree.relation(noun) == .nominal && !holdsTime(tree.span(noun))
      && !tree.children(noun).contains { article.tokens[$0].lower == words.this }
  }

  /// Takes in the closing mark of words in quotation marks.
  private func closeQuotation(_ phrase: inout TokenRange, before end: Int) {
    guard phrase.end < end, words.quotation(article.tokens[phrase.end].tag) < 0 else { return }
    let open = (phrase.start..<phrase.end).reduce(0) {
      $0 + words.quotation(article.tokens[$1].tag)
    }
    if open == 1 { phrase.end += 1 }
  }

  private static let longestPhrase = 25

  private func isPunctuation(_ token: Int) -> Bool {
    article.tokens[token].partOfSpeech == .punctuation
  }

  private func holdsTime(_ tokens: TokenRange) -> Bool {
    article.timeExpressions.element(at: range(tokens)) != nil
  }

  /// The single day that hangs on the clause's verb, the nearest where there are several.
  ///
  /// Of "will rule by May, Ruiz said on Monday" the Monday is when she said it.
  private func day(
    of clause: EventClause, _ actor: TokenRange?, _ tree: RelationTree, sentence: Int
  ) -> CalendarDate? {
    let bounds = article.sentences[sentence].range
    var index = article.timeExpressions.firstIndex(endingAfter: bounds.start)
    var best: (distance: Int, day: CalendarDate)?
    while index < article.timeExpressions.count,
      article.timeExpressions[index].range.start < bounds.end
    {
      let expression = article.timeExpressions[index]
      index += 1
      guard let day = expression.from, day == expression.to,
        let head = tree.head(of: article.tokens(in: expression.range)),
        actor?.contains(head) != true, hangs(head, on: clause, tree)
      else { continue }
      let distance = abs(head - clause.verb)
      if distance < best?.distance ?? .max { best = (distance, day) }
    }
    return best?.day
  }

  /// The place named after "in", "at" or "near" that hangs on the clause's verb or its object.
  private func place(
    of clause: EventClause, _ actor: TokenRange?, _ tree: RelationTree, sentence: Int
  ) -> Int? {
    let bounds = article.sentences[sentence].range
    var index = SpeakerLinker.first(endingAfter: bounds.start, article.mentions)
    while index < article.mentions.count, article.mentions[index].range.start < bounds.end {
      let mention = article.mentions[index]
      index += 1
      guard mention.form == .name, article.entities[mention.entity].kind == .place,
        var head = tree.head(of: article.tokens(in: mention.range)),
        actor?.contains(head) != true
      else { continue }
      // "in the capital, Orlo"
      while tree.relation(head) == .apposition, let above = tree.head(head), above < head {
        head = above
      }
      guard let preposition = tree.child(head, .preposition),
        words.isPlacePreposition(article.tokens[preposition].lower),
        hangs(head, on: clause, tree)
      else { continue }
      return mention.entity
    }
    return nil
  }

  /// Whether a noun belongs to the clause: no other verb stands between.
  private func hangs(_ token: Int, on clause: EventClause, _ tree: RelationTree) -> Bool {
    var token = token
    for _ in 0..<Self.longestPhrase {
      guard let head = tree.head(token) else { return false }
      if clause.governors.contains(head) { return true }
      if clause.conjuncts.contains(head) { return token < head }
      guard article.tokens[head].partOfSpeech != .verb, tree.subject(head) == nil else {
        return false
      }
      token = head
    }
    return false
  }
}

extension [TimeExpression] {
  /// The first that ends behind an offset.
  /// - Complexity: O(log *n*)
  func firstIndex(endingAfter offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The one that overlaps a range.
  func element(at range: TextRange) -> TimeExpression? {
    let index = firstIndex(endingAfter: range.start)
    return index < count && self[index].range.start < range.end ? self[index] : nil
  }
}

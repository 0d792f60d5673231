import ArticleModel

/// Reads the finite clauses of a sentence: verb groups, and the noun phrases before and after them.
struct EventClauseReader {
  private let article: AnnotatedArticle
  private let words: EventWords
  private let sentence: TokenRange
  private let phrases: [TokenRange]
  /// Per token of the sentence: the index of the phrase that it belongs to, -1 where none.
  private let phraseAt: [Int32]
  /// Per token of the sentence: whether an expression of time covers it.
  private let isTime: [Bool]

  /// How far from a verb its subject and object are sought.
  private static let reach = 40

  init(
    _ article: AnnotatedArticle, _ words: EventWords, sentence: TokenRange, phrases: NounPhrases
  ) {
    self.article = article
    self.words = words
    self.sentence = sentence
    self.phrases = phrases.phrases
    var at = Array(repeating: Int32(-1), count: sentence.count)
    for (index, phrase) in phrases.phrases.enumerated() {
      for token in phrase.start..<phrase.end { at[token - sentence.start] = Int32(index) }
    }
    phraseAt = at
    isTime = Self.times(article, sentence)
  }

  func clauses() -> [EventClause] {
    var clauses: [EventClause] = []
    var index = sentence.start
    while index < sentence.end {
      guard let group = VerbGroup(article, words, at: index, before: sentence.end) else {
        index += 1
        continue
      }
      if let clause = clause(of: group, after: clauses.last) { clauses.append(clause) }
      index = max(index + 1, group.range.end)
    }
    return clauses
  }

  // MARK: - Implementation

  private func clause(of group: VerbGroup, after previous: EventClause?) -> EventClause? {
    guard !isQuoted(group.main) else { return nil }
    var clause = EventClause(
      subject: nil, verb: group.range, main: group.main, object: nil, agent: nil,
      isPassive: group.isPassive, isNegated: group.isNegated, modal: group.modal)
    guard !isConditional(group.range.start) else { return nil }
    clause.subject = subject(before: group.range.start, previous: previous)
    guard clause.subject != nil else { return nil }
    if group.isPassive {
      clause.agent = agent(after: group.range.end)
    } else {
      var start = group.range.end
      if start < sentence.end, words.isParticle(article.tokens[start].lower) {
        clause.verb.end = start + 1
        start += 1
      }
      clause.object = object(at: start)
    }
    return clause
  }

  private func isQuoted(_ index: Int) -> Bool {
    article.isQuoted.indices.contains(index) && article.isQuoted[index]
  }

  private func partOfSpeech(_ index: Int) -> PartOfSpeech { article.tokens[index].partOfSpeech }

  private func phrase(endingAt index: Int) -> TokenRange? {
    guard index >= sentence.start, index < sentence.end else { return nil }
    let found = phraseAt[index - sentence.start]
    return found < 0 ? nil : phrases[Int(found)]
  }

  /// Whether "if" opens the clause.
  private func isConditional(_ index: Int) -> Bool {
    var place = index - 1
    let first = max(sentence.start, index - 12)
    while place >= first {
      if words.isCondition(article.tokens[place].lower) { return true }
      switch partOfSpeech(place) {
      case .verb, .punctuation: return false
      case .unknown, .adjective, .adposition, .adverb, .auxiliary, .coordinatingConjunction,
        .determiner, .interjection, .noun, .numeral, .particle, .pronoun, .properNoun,
        .subordinatingConjunction, .symbol, .other:
        place -= 1
      }
    }
    return false
  }

  // MARK: Subjects

  private func subject(before index: Int, previous: EventClause?) -> TokenRange? {
    var end = skipAdjuncts(before: index)
    guard end > sentence.start else { return nil }
    if let previous, isBehindRelative(previous, end) { return previous.subject }
    if words.isRelative(article.tokens[end - 1].lower) {
      // "the council, which approved …"
      end -= 1
      guard end > sentence.start, isComma(end - 1) else {
        return phraseWithObjects(endingAt: end - 1)
      }
      end -= 1
      // "at the trial of Ana Ruiz, who …": behind a name and a comma it is about the name.
      if end > sentence.start, partOfSpeech(end - 1) == .properNoun {
        return phrase(endingAt: end - 1)
      }
      return phraseWithObjects(endingAt: end - 1)
    }
    if partOfSpeech(end - 1) == .coordinatingConjunction, let previous {
      // "objected and voted against": the same subject, where nothing else stands between.
      return index - previous.verb.end <= 12 && !hasSubjectBetween(previous, end - 1)
        ? previous.subject : nil
    }
    if isComma(end - 1), let apposed = beforeApposition(closingAt: end - 1) { end = apposed }
    return phraseWithObjects(endingAt: end - 1)
  }

  /// "A man who set fire to two rooms and a kitchen was …": whether the verb behind `end` is that of
  /// the phrase which begins the sentence, the clause before being all about it.
  private func isBehindRelative(_ clause: EventClause, _ end: Int) -> Bool {
    guard clause.subject?.start == sentence.start, end - clause.verb.end <= Self.reach,
      end > clause.verb.end, !words.opensClause(article.tokens[clause.main].lemma)
    else { return false }
    let relative = skipAdjuncts(before: clause.verb.start) - 1
    guard relative > sentence.start, words.isRelative(article.tokens[relative].lower),
      !isComma(relative - 1)
    else { return false }
    for place in clause.verb.end..<end {
      switch partOfSpeech(place) {
      case .verb, .auxiliary, .punctuation, .subordinatingConjunction, .pronoun: return false
      case .unknown, .adjective, .adposition, .adverb, .coordinatingConjunction, .determiner,
        .interjection, .noun, .numeral, .particle, .properNoun, .symbol, .other:
        break
      }
    }
    return partOfSpeech(end - 1) != .coordinatingConjunction
  }

  private func hasSubjectBetween(_ previous: EventClause, _ conjunction: Int) -> Bool {
    // A comma before "and" parts clauses of different subjects as a rule.
    conjunction > sentence.start && isComma(conjunction - 1)
  }

  private func isComma(_ index: Int) -> Bool {
    article.tokens[index].range.count == 1
      && article.text.utf8[Int(article.tokens[index].start)] == UInt8(ascii: ",")
  }

  /// Steps back over adverbs, and times with their preposition.
  private func skipAdjuncts(before index: Int) -> Int {
    var end = index
    let first = max(sentence.start, index - Self.reach)
    while end > first {
      if isTime[end - 1 - sentence.start] {
        while end > first, isTime[end - 1 - sentence.start] { end -= 1 }
        if end > first, partOfSpeech(end - 1) == .adposition { end -= 1 }
      } else if partOfSpeech(end - 1) == .adverb {
        end -= 1
      } else {
        return end
      }
    }
    return end
  }

  /// For the comma that closes an apposition or insertion: the end of the phrase before it.
  private func beforeApposition(closingAt comma: Int) -> Int? {
    var place = comma - 1
    let first = max(sentence.start, comma - Self.reach)
    while place >= first {
      if isComma(place) {
        // What stands before must be a noun phrase, and the insertion no clause's subject.
        let end = skipAdjuncts(before: place)
        return end > sentence.start && phrase(endingAt: end - 1) != nil ? end : nil
      }
      place -= 1
    }
    return nil
  }

  /// The phrase with the prepositional phrases that hang on it: "the head of the agency in Orlo".
  private func phraseWithObjects(endingAt last: Int) -> TokenRange? {
    guard var phrase = phrase(endingAt: last), phrase.end == last + 1 else { return nil }
    var steps = 0
    while phrase.start > sentence.start, steps < 6 {
      let before = phrase.start - 1
      if partOfSpeech(before) == .adposition || article.tokens[before].lower == words.to {
        guard let head = self.phrase(endingAt: before - 1), head.end == before else { return nil }
        phrase.start = head.start
      } else if partOfSpeech(before) == .coordinatingConjunction,
        let head = self.phrase(endingAt: before - 1), head.end == before,
        isOpening(head.start) || isInOf(head.start)
      {
        phrase.start = head.start
      } else {
        break
      }
      steps += 1
    }
    guard !isObject(phrase.start) else { return nil }
    // Only "of" is sure to belong: "Orlo to this point had …".
    guard let head = self.phrase(endingAt: phrase.start) ?? Optional(phrase) else { return nil }
    return phrase.count > 25 ? nil : trimmed(phrase, head: head)
  }

  /// The head phrase with what follows in "of" or "and".
  private func trimmed(_ phrase: TokenRange, head: TokenRange) -> TokenRange {
    var end = head.end
    while end + 1 < phrase.end {
      let isKept =
        article.tokens[end].lower == words.of || partOfSpeech(end) == .coordinatingConjunction
      guard isKept, let next = self.phrase(endingAt: end + 1) else { break }
      end = next.end
    }
    return TokenRange(phrase.start, min(end, phrase.end))
  }

  /// Whether a phrase there begins its clause, so that "A and B" is the subject and not the end of
  /// another clause.
  private func isOpening(_ index: Int) -> Bool {
    guard index > sentence.start else { return true }
    switch partOfSpeech(index - 1) {
    case .punctuation, .subordinatingConjunction: return true
    case .unknown, .adjective, .adposition, .adverb, .auxiliary, .coordinatingConjunction,
      .determiner, .interjection, .noun, .numeral, .particle, .pronoun, .properNoun, .symbol,
      .verb, .other:
      return false
    }
  }

  /// "ministers of Orlo and Kenn": whether "of" stands before a phrase.
  private func isInOf(_ index: Int) -> Bool {
    index > sentence.start && article.tokens[index - 1].lower == words.of
  }

  /// Whether a phrase there is the object of an infinitive or participle before it.
  private func isObject(_ index: Int) -> Bool {
    guard index > sentence.start, partOfSpeech(index - 1) == .verb else { return false }
    let tag = article.words[article.tokens[index - 1].tag]
    return tag == "VB" || tag == "VBG"
  }

  // MARK: Objects

  private func object(at start: Int) -> TokenRange? {
    guard start < sentence.end, !isQuoted(start) || partOfSpeech(start) != .punctuation else {
      return nil
    }
    var first = start
    while first < min(sentence.end, start + 2), partOfSpeech(first) == .adverb { first += 1 }
    guard let phrase = phrase(endingAt: first), phrase.start == first,
      !isTime[first - sentence.start], !isMeasure(phrase)
    else {
      return nil
    }
    // A phrase that is the subject of the next verb is a clause, not an object.
    if phrase.end < sentence.end {
      switch partOfSpeech(phrase.end) {
      case .auxiliary: return nil
      case .verb:
        let tag = article.words[article.tokens[phrase.end].tag]
        if tag == "VBZ" || tag == "VBP" { return nil }
      case .unknown, .adjective, .adposition, .adverb, .coordinatingConjunction, .determiner,
        .interjection, .noun, .numeral, .particle, .pronoun, .properNoun, .punctuation,
        .subordinatingConjunction, .symbol, .other:
        break
      }
    }
    return withObjects(phrase)
  }

  /// "rose 4 percent", "voted 7-2", "voted 5 to 4": how much, not whom.
  private func isMeasure(_ phrase: TokenRange) -> Bool {
    let isPercent =
      phrase.count > 1
      && Self.measures.contains(article.words[article.tokens[phrase.end - 1].lower])
    let number = isPercent ? phrase.start..<(phrase.end - 1) : phrase.start..<phrase.end
    guard number.allSatisfy({ partOfSpeech($0) == .numeral }) else { return false }
    if isPercent { return true }
    let isTally = article.tokens[phrase.start..<phrase.end].contains { token in
      article.words.utf8(token.word).contains(UInt8(ascii: "-"))
    }
    guard !isTally, phrase.end < sentence.end else { return isTally }
    return Self.measures.contains(article.words[article.tokens[phrase.end].lower])
  }

  private static let measures: Set<String> = ["%", "percent", "per", "to", "points", "-"]

  /// Adds "of …" and, to nouns of change, "in …".
  private func withObjects(_ phrase: TokenRange) -> TokenRange {
    var phrase = phrase
    var steps = 0
    while phrase.end + 1 < sentence.end, steps < 4 {
      let preposition = article.tokens[phrase.end].lower
      let isIn = article.words[preposition] == "in" && isChange(phrase.end - 1)
      guard preposition == words.of || isIn, let next = self.phrase(endingAt: phrase.end + 1),
        next.start == phrase.end + 1
      else { break }
      phrase.end = next.end
      steps += 1
    }
    return phrase
  }

  private static let changes: Set<String> = [
    "increase", "decrease", "rise", "fall", "reduction", "cut", "drop", "change", "changes",
    "growth",
    "decline", "cuts", "increases", "investment", "stake", "role", "interest",
  ]

  private func isChange(_ index: Int) -> Bool {
    Self.changes.contains(article.words[article.tokens[index].lower])
  }

  /// The noun phrase after "by", past times and places.
  private func agent(after index: Int) -> TokenRange? {
    var place = index
    let limit = min(sentence.end, index + 12)
    while place < limit {
      if article.tokens[place].lower == words.by {
        guard let phrase = phrase(endingAt: place + 1), phrase.start == place + 1,
          !isTime[place + 1 - sentence.start]
        else { return nil }
        let last = article.tokens[phrase.end - 1]
        // "by 5 percent", "by Friday"
        if last.partOfSpeech == .numeral { return nil }
        return withObjects(phrase)
      }
      switch partOfSpeech(place) {
      case .verb, .auxiliary, .punctuation, .subordinatingConjunction: return nil
      case .unknown, .adjective, .adposition, .adverb, .coordinatingConjunction, .determiner,
        .interjection, .noun, .numeral, .particle, .pronoun, .properNoun, .symbol, .other:
        place += 1
      }
    }
    return nil
  }

  private static func times(_ article: AnnotatedArticle, _ sentence: TokenRange) -> [Bool] {
    var isTime = Array(repeating: false, count: sentence.count)
    guard !sentence.isEmpty else { return isTime }
    let start = Int(article.tokens[sentence.start].start)
    let end = Int(article.tokens[sentence.end - 1].end)
    var low = 0
    var high = article.timeExpressions.count
    while low < high {
      let middle = (low + high) / 2
      if article.timeExpressions[middle].range.end <= start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var token = sentence.start
    while low < article.timeExpressions.count, article.timeExpressions[low].range.start < end {
      let range = article.timeExpressions[low].range
      while token < sentence.end, Int(article.tokens[token].end) <= range.start { token += 1 }
      while token < sentence.end, Int(article.tokens[token].start) < range.end {
        isTime[token - sentence.start] = true
        token += 1
      }
      low += 1
    }
    return isTime
  }
}

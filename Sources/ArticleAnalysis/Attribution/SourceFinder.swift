import ArticleModel

/// Finds the noun phrases that name who is quoted: before a cue as its subject, or after it.
struct SourceFinder {
  let reader: ClauseReader

  /// Longer subjects than this are not looked for, so that one long sentence stays linear.
  private static let window = 40

  /// The subject whose last word stands at `last` or, behind a time or an inserted phrase, before it.
  ///
  /// `floor` is the first token that it may begin with.
  func subject(endingAt last: Int, floor: Int) -> TokenRange? {
    let floor = max(floor, last - Self.window)
    var end = last
    // "Ruiz on Thursday said", "Ruiz late last week said"
    if let before = beforeTime(end, floor: floor) { end = before }
    guard end >= floor else { return nil }
    if reader.word(end) == .comma { return subjectBeforeInsertion(comma: end, floor: floor) }
    if reader.word(end) == .closeBracket {
      var open = end
      while open > floor, reader.word(open) != .openBracket { open -= 1 }
      guard open > floor, let name = nounPhrase(endingAt: open - 1, floor: floor) else {
        return nil
      }
      return TokenRange(name.start, end + 1)
    }
    guard let phrase = nounPhrase(endingAt: end, floor: floor) else { return nil }
    return withRelativeClause(phrase, floor: floor)
  }

  /// "officials who spoke with the paper said": a phrase that a verb or preposition governs is part
  /// of a relative clause, and its head the subject.
  private func withRelativeClause(_ phrase: TokenRange, floor: Int) -> TokenRange {
    let left = phrase.start - 1
    guard left > floor,
      reader.partOfSpeech(phrase.start) != .pronoun || reader.tag(phrase.start) == .possessive
    else { return phrase }
    let isGoverned =
      reader.partOfSpeech(left) == .adposition || reader.partOfSpeech(left) == .verb
      || reader.word(left) == .to
    guard isGoverned else { return phrase }
    // "sources close to the mayor", "people familiar with the plan"
    if reader.partOfSpeech(left - 1) == .adjective, left - 2 >= floor,
      let head = nounPhrase(endingAt: left - 2, floor: floor), reader.tag(left - 2) == .nouns
    {
      return TokenRange(head.start, phrase.end)
    }
    var place = left
    while place > floor, place > left - 20 {
      if reader.isPunctuation(place) { return phrase }
      if reader.word(place) == .who, let head = nounPhrase(endingAt: place - 1, floor: floor) {
        return TokenRange(head.start, phrase.end)
      }
      place -= 1
    }
    return phrase
  }

  /// A noun phrase whose last word stands at `last`.
  func nounPhrase(endingAt last: Int, floor: Int) -> TokenRange? {
    guard last >= floor, reader.isHead(last) else { return nil }
    if reader.partOfSpeech(last) == .pronoun || reader.word(last) == .who
      || reader.word(last) == .which
    {
      if reader.word(last) == .there { return nil }
      return TokenRange(last, last + 1)
    }
    if reader.word(last) == .date, reader.partOfSpeech(last) == .properNoun { return nil }
    var start = last
    while start > floor {
      let left = start - 1
      if reader.isNominal(left), !reader.isMark(left) {
        if reader.word(left) == .date, reader.tag(left) == .name { break }
        // A determiner begins its phrase: what stands right of it belongs to it.
        if reader.partOfSpeech(start) == .determiner, reader.partOfSpeech(left) != .determiner {
          break
        }
        start = left
      } else if reader.word(left) == .of || isLink(reader.word(left)), left > floor {
        // "the minister of trade", "a spokesman for the White House"
        // "most of the ministers": an adjective stands alone before "of".
        let isHead =
          reader.isHead(left - 1)
          || reader.word(left) == .of && reader.partOfSpeech(left - 1) == .adjective
        guard isHead, reader.partOfSpeech(left - 1) != .pronoun, reader.word(left - 1) != .date
        else { break }
        if reader.word(left) != .of, !reachesClause(left, floor: floor) { break }
        start = left - 1
      } else if reader.word(left) == .and, left > floor, reader.isHead(left - 1),
        joinsNames(left, last)
      {
        start = left - 1
      } else if reader.tag(left) == .participle || reader.tag(left) == .ing, left > floor,
        reader.partOfSpeech(left - 1) == .determiner
      {
        start = left
      } else if reader.tag(left) == .ing, left == floor, reader.partOfSpeech(start) == .noun {
        // "Packaging maker Orlo": the sentence's first word.
        start = left
      } else {
        break
      }
    }
    while start < last, isWeakStart(start) { start += 1 }
    return TokenRange(start, last + 1)
  }

  /// A noun phrase that begins at `first`, with "of trade" and the apposition behind it.
  func nounPhrase(startingAt first: Int, limit: Int) -> TokenRange? {
    let limit = min(limit, first + Self.window)
    guard first < limit else { return nil }
    if reader.partOfSpeech(first) == .pronoun, reader.tag(first) != .possessive {
      return TokenRange(first, first + 1)
    }
    guard let core = core(startingAt: first, limit: limit) else { return nil }
    var end = core
    while end < limit {
      let link = reader.word(end)
      if link == .of || link == .for_ || link == .at || link == .from || link == .in_
        || link == .with,
        end + 1 < limit, reader.word(end + 1) != .date,
        let next = self.core(startingAt: end + 1, limit: limit)
      {
        if link != .of, reader.word(next - 1) == .date || isOccasion(end + 1, next) { break }
        end = next
      } else if link == .and, let next = self.core(startingAt: end + 1, limit: limit) {
        end = next
      } else {
        break
      }
    }
    return TokenRange(first, apposition(after: end, limit: limit))
  }

  /// The end of the determiner, adjectives and nouns that begin at `first`; nil without a head.
  func core(startingAt first: Int, limit: Int) -> Int? {
    var end = first
    var hasHead = false
    while end < limit {
      if reader.isNominal(end), !reader.isMark(end) {
        if reader.partOfSpeech(end) == .determiner || reader.tag(end) == .possessive, end > first,
          hasHead
        {
          break
        }
        if reader.word(end) == .date, hasHead, reader.tag(end) == .name { break }
        hasHead = hasHead || reader.isHead(end)
        end += 1
      } else if reader.partOfSpeech(end) == .adverb, end == first {
        end += 1
      } else {
        break
      }
    }
    return hasHead ? end : nil
  }

  // MARK: - Implementation

  private func isLink(_ word: ClauseReader.Word) -> Bool {
    switch word {
    case .for_, .at, .in_, .from, .with, .on: return true
    default:
      return false
    }
  }

  /// Whether the phrase left of a link begins a clause, so that the link belongs to its subject.
  private func reachesClause(_ link: Int, floor: Int) -> Bool {
    var start = link - 1
    while start > floor, reader.isNominal(start - 1) || reader.word(start - 1) == .of { start -= 1 }
    guard start > floor else { return true }
    switch reader.word(start - 1) {
    case .comma, .that, .and, .but, .mark, .colon, .semicolon, .dash, .openBracket: return true
    default:
      return reader.partOfSpeech(start - 1) == .subordinatingConjunction
    }
  }

  private func joinsNames(_ and: Int, _ last: Int) -> Bool {
    reader.partOfSpeech(and - 1) == .properNoun && reader.partOfSpeech(last) == .properNoun
      || reader.tag(and - 1) == .nouns && reader.tag(last) == .nouns
  }

  private func isWeakStart(_ index: Int) -> Bool {
    reader.tag(index) == .possessiveEnding || reader.partOfSpeech(index) == .symbol
      || (reader.word(index) == .that && reader.partOfSpeech(index) != .determiner)
  }

  /// "in an interview", "at a news conference": where it was said, not who said it.
  private func isOccasion(_ start: Int, _ end: Int) -> Bool {
    reader.word(start) == .article && end - start <= 4
      && reader.tag(end - 1) == .noun && reader.tag(start) == .determiner
      && reader.word(start - 1) != .for_ && reader.word(start - 1) != .of
  }

  /// The place before a time expression that ends at `end`: "on Thursday", "late Tuesday".
  private func beforeTime(_ end: Int, floor: Int) -> Int? {
    var index = end
    guard reader.word(index) == .date else { return nil }
    while index > floor,
      reader.word(index) == .date || reader.word(index) == .late
        || reader.partOfSpeech(index) == .numeral
        || reader.partOfSpeech(index) == .determiner && reader.word(index + 1) == .date
    {
      index -= 1
    }
    if index > floor, reader.word(index) == .on || reader.word(index) == .in_ { index -= 1 }
    return index
  }

  /// "Ruiz, the minister of trade, said", "Ruiz, 54, said", "Ruiz, speaking in Lisbon, said".
  private func subjectBeforeInsertion(comma: Int, floor: Int) -> TokenRange? {
    var open = comma - 1
    while open > floor, reader.word(open) != .comma {
      if reader.isMark(open) || reader.word(open) == .semicolon || reader.word(open) == .colon {
        return nil
      }
      open -= 1
    }
    guard open > floor, reader.word(open) == .comma, open + 1 < comma else { return nil }
    let first = open + 1
    // "An official, speaking without leave because the matter was secret, said": the name alone.
    if reader.partOfSpeech(first) == .verb,
      reader.tag(first) == .ing || reader.tag(first) == .participle || reader.tag(first) == .past
    {
      if let name = nounPhrase(endingAt: open - 1, floor: floor),
        name.start == floor || reader.partOfSpeech(name.start - 1) != .adposition
      {
        return name
      }
    }
    let isClause = reader.holdsFiniteVerb(TokenRange(first, comma))
    if isClause, reader.word(first) != .who, reader.word(first) != .which,
      reader.word(first) != .whose
    {
      return subjectFromStart(comma: comma, floor: floor)
    }
    guard let name = nounPhrase(endingAt: open - 1, floor: floor) else {
      return subjectFromStart(comma: comma, floor: floor)
    }
    // "Ruiz, the head of X, a company, said": the first of several insertions.
    if let whole = subjectFromStart(comma: comma, floor: floor), whole.start < name.start {
      return whole
    }
    // "After winning Orlo, Gov. Ana Ruiz, …": what is between the commas is the subject.
    if name.start > floor, reader.partOfSpeech(first) == .properNoun,
      reader.partOfSpeech(name.start - 1) == .verb, reader.tag(name.start - 1) == .ing
    {
      return TokenRange(first, comma)
    }
    // "In Lisbon, the minister of trade, …": a phrase after a preposition is no subject.
    if name.start > floor, reader.partOfSpeech(name.start - 1) == .adposition,
      reader.partOfSpeech(first) != .pronoun
    {
      return nil
    }
    let isApposition =
      reader.partOfSpeech(first) == .determiner || reader.isNominal(first)
      || reader.word(first) == .who || reader.word(first) == .which || reader.word(first) == .whose
    return isApposition ? TokenRange(name.start, comma) : name
  }

  /// "Ruiz, who runs the port, one of three, said": the phrase that begins the sentence, with all
  /// that is inserted behind it.
  private func subjectFromStart(comma: Int, floor: Int) -> TokenRange? {
    var first = floor
    while first < comma,
      reader.word(first) == .but || reader.word(first) == .and
        || reader.partOfSpeech(first) == .adverb
    {
      first += 1
      if first < comma, reader.word(first) == .comma { first += 1 }
    }
    guard first < comma, comma - first <= Self.window, !reader.isQuoted(first),
      reader.partOfSpeech(first) != .pronoun || reader.tag(first) == .possessive,
      var end = core(startingAt: first, limit: comma)
    else { return nil }
    while end + 1 < comma, reader.word(end) == .of || isLink(reader.word(end)),
      let next = core(startingAt: end + 1, limit: comma)
    {
      end = next
    }
    guard end + 1 < comma, reader.word(end) == .comma else { return nil }
    let inserted = end + 1
    for place in inserted..<comma where reader.isMark(place) || reader.word(place) == .semicolon {
      return nil
    }
    if reader.word(inserted) == .who || reader.word(inserted) == .whose
      || reader.word(inserted) == .which
    {
      return TokenRange(first, comma)
    }
    guard !reader.holdsFiniteVerb(TokenRange(inserted, firstRelative(inserted, comma))),
      reader.isNominal(inserted)
    else { return nil }
    return TokenRange(first, comma)
  }

  /// The first "who", "which" or "whose" before `limit`; `limit` where there is none.
  private func firstRelative(_ start: Int, _ limit: Int) -> Int {
    for place in start..<limit
    where reader.word(place) == .who || reader.word(place) == .which || reader.word(place) == .whose
    {
      return place
    }
    return limit
  }

  /// Where the apposition behind a name ends (", the minister of trade"); `end` where there is none.
  private func apposition(after end: Int, limit: Int) -> Int {
    guard end + 1 < limit, reader.word(end) == .comma else { return end }
    let first = end + 1
    let isNumber = reader.partOfSpeech(first) == .numeral
    let isClause = reader.word(first) == .who || reader.word(first) == .whose
    guard isClause || reader.isNominal(first) || isNumber else { return end }
    if reader.partOfSpeech(first) == .properNoun, reader.word(first) == .date { return end }
    var index = first
    while index < limit {
      switch reader.word(index) {
      case .mark where isClause:
        // "the analyst, who cut it to “hold”": the sentence goes on about the source.
        return end
      case .comma, .period, .question, .colon, .semicolon, .dash, .mark, .openBracket:
        return !isClause && reader.holdsFiniteVerb(TokenRange(first, index)) ? end : index
      case .and, .but:
        if !isClause,
          reader.holdsFiniteVerb(TokenRange(index, min(index + 6, limit)))
        {
          return end
        }
      default:
        break
      }
      index += 1
    }
    return index < limit ? end : index
  }
}

import ArticleModel

/// Finds the content that a cue opens: where it begins, and where it ends.
struct ContentFinder {
  struct Content {
    var range: TokenRange
    var frame: CueVerb.Frames
    var addressee: TokenRange?
    /// The cue with the preposition that belongs to it ("called for").
    var cueEnd: Int
  }

  let reader: ClauseReader
  let sources: SourceFinder

  /// How far behind the cue its content may begin.
  static let reach = 24
  /// No content is longer, so that a sentence of a million words stays linear.
  static let longest = 500

  init(reader: ClauseReader) {
    self.reader = reader
    sources = SourceFinder(reader: reader)
  }

  /// The complement of a cue.
  ///
  /// `limit` is the end of the sentence, or of the part of it that the cue may reach.
  func complement(of site: CueSite, limit: Int) -> Content? {
    let frames = site.verb.frames
    let after = site.clause.end
    var index = after
    if site.verb.lemma == "vote" { index = endOfTally(from: index, limit: limit) }
    while index < limit, isAdjunct(index) { index += 1 }
    guard index < limit else { return nil }
    if let content = opening(at: index, frames, addressee: nil, cueEnd: after, limit: limit) {
      return content
    }
    // "called on the mayor to resign"
    let isCalledOn = reader.word(index) == .on && frames.contains(.objectInfinitive)
    let person = isCalledOn ? index + 1 : index
    if !frames.isDisjoint(with: [.addressee, .objectInfinitive]), person < limit,
      site.verb.lemma != "call" || isCalledOn, let end = personEnd(person, limit)
    {
      var next = end
      while next < limit, isAdjunct(next) { next += 1 }
      if frames.contains(.objectInfinitive), let relative = endOfRelative(next, limit) {
        next = relative
      }
      let addressee = TokenRange(person, end)
      if next < limit {
        if frames.contains(.objectInfinitive), isInfinitive(next, limit) {
          return Content(
            range: TokenRange(next, infinitiveEnd(from: next, limit: limit)),
            frame: .objectInfinitive, addressee: addressee, cueEnd: isCalledOn ? index + 1 : after)
        }
        if frames.contains(.addressee),
          let content = opening(
            at: next, frames, addressee: addressee, cueEnd: after, limit: limit)
            ?? bareClause(at: next, frames, addressee: addressee, cueEnd: after, limit: limit)
            ?? behindAdjunct(from: next, frames, addressee: addressee, cueEnd: after, limit: limit)
        {
          return content
        }
      }
    }
    if frames.contains(.preposition), isContentPreposition(index), index + 1 < limit {
      return Content(
        range: TokenRange(index + 1, end(from: index + 1, limit: limit)), frame: .preposition,
        addressee: nil, cueEnd: index + 1)
    }
    if frames.contains(.toward), reader.word(index) == .to, index + 1 < limit,
      isToward(site, index + 1)
    {
      return Content(
        range: TokenRange(index + 1, objectEnd(from: index + 1, limit: limit)), frame: .toward,
        addressee: nil, cueEnd: index + 1)
    }
    if frames.contains(.adjective), let end = endOfAdjective(from: index, limit: limit) {
      return Content(
        range: TokenRange(index, end), frame: .adjective, addressee: nil, cueEnd: after)
    }
    if let content = bareClause(at: index, frames, addressee: nil, cueEnd: after, limit: limit) {
      return content
    }
    if let content = behindAdjunct(from: index, frames, addressee: nil, cueEnd: after, limit: limit)
    {
      return content
    }
    if !frames.isDisjoint(with: [.object, .objectPreposition, .quotedObject]), startsObject(index) {
      let range = TokenRange(index, objectEnd(from: index, limit: limit))
      let frame: CueVerb.Frames = frames.contains(.object) ? .object : .quotedObject
      if frames.isDisjoint(with: [.object, .objectPreposition]) {
        guard holdsQuoted(range) else { return nil }
      }
      return Content(range: range, frame: frame, addressee: nil, cueEnd: after)
    }
    return nil
  }

  // MARK: - Implementation

  /// A word between cue and content that belongs to neither: "again", "on Thursday".
  private func isAdjunct(_ index: Int) -> Bool {
    if reader.isQuoted(index) { return false }
    switch reader.word(index) {
    case .date: return true
    case .other:
      // "on April 30", "in May 2015": the number of a date.
      if reader.partOfSpeech(index) == .numeral {
        return index > 0 && reader.word(index - 1) == .date
      }
      return reader.partOfSpeech(index) == .adverb
    case .late: return index + 1 < reader.records.count && reader.word(index + 1) == .date
    case .on, .in_: return index + 1 < reader.records.count && reader.word(index + 1) == .date
    default:
      return reader.partOfSpeech(index) == .adverb
    }
  }

  /// Content whose first word shows itself: "that", "whether", "to", a quotation mark.
  private func opening(
    at index: Int, _ frames: CueVerb.Frames, addressee: TokenRange?, cueEnd: Int, limit: Int
  ) -> Content? {
    func content(_ start: Int, _ frame: CueVerb.Frames) -> Content? {
      let end =
        frame == .infinitive
        ? infinitiveEnd(from: start, limit: limit) : end(from: start, limit: limit)
      guard end > start else { return nil }
      return Content(
        range: TokenRange(start, end), frame: frame, addressee: addressee, cueEnd: cueEnd)
    }
    switch reader.word(index) {
    case .that:
      if frames.contains(.clause), reader.partOfSpeech(index) != .determiner || addressee == nil {
        return content(index, .clause)
      }
    case .if_, .wh, .what, .who:
      if frames.contains(.question) { return content(index, .question) }
    case .to:
      if frames.contains(.infinitive), isInfinitive(index, limit) {
        return content(index, .infinitive)
      }
    case .mark:
      if reader.isMark(index), index + 1 < limit, reader.isQuoted(index + 1),
        !frames.isDisjoint(with: [.quoted, .quotedObject, .object, .clause])
      {
        return content(index, .quoted)
      }
    case .comma, .colon:
      let mark = index + 1
      if mark + 1 < limit, reader.isMark(mark), reader.isQuoted(mark + 1),
        !frames.isDisjoint(with: [.quoted, .clause])
      {
        return content(mark, .quoted)
      }
      if reader.word(index) == .colon, index + 1 < limit, frames.contains(.clause) {
        return content(index + 1, .clause)
      }
    default:
      break
    }
    return nil
  }

  private func isInfinitive(_ index: Int, _ limit: Int) -> Bool {
    var verb = index
    if reader.word(verb) == .not { verb += 1 }
    guard verb + 1 < limit, reader.word(verb) == .to else { return false }
    var next = verb + 1
    while next + 1 < limit, reader.partOfSpeech(next) == .adverb { next += 1 }
    return reader.tag(next) == .base || reader.partOfSpeech(next) == .auxiliary
  }

  /// A clause without "that": a subject, and a finite verb behind it.
  private func bareClause(
    at index: Int, _ frames: CueVerb.Frames, addressee: TokenRange?, cueEnd: Int, limit: Int
  ) -> Content? {
    guard frames.contains(.clause) else { return nil }
    let isStart =
      reader.isNominal(index) || reader.partOfSpeech(index) == .pronoun
      || reader.word(index) == .there || isHedge(index, limit)
    guard isStart else { return nil }
    let stop = end(from: index, limit: limit)
    // A finite verb close enough to be the clause's own, before any comma of the outer sentence.
    let near = TokenRange(index, min(stop, index + Self.reach))
    guard reader.holdsFiniteVerb(near) else { return nil }
    return Content(
      range: TokenRange(index, stop), frame: .clause, addressee: addressee, cueEnd: cueEnd)
  }

  /// "at least six", "about 40": a preposition that belongs to the number behind it.
  private func isHedge(_ index: Int, _ limit: Int) -> Bool {
    guard index + 2 < limit else { return false }
    switch reader.word(index) {
    case .at:
      let isDegree =
        reader.partOfSpeech(index + 1) == .adverb || reader.partOfSpeech(index + 1) == .adjective
      return isDegree && reader.partOfSpeech(index + 2) == .numeral
    case .about, .over: return reader.partOfSpeech(index + 1) == .numeral
    default: return false
    }
  }

  /// "said in a statement that", "told the paper in March, “We lost”".
  private func behindAdjunct(
    from index: Int, _ frames: CueVerb.Frames, addressee: TokenRange?, cueEnd: Int, limit: Int
  ) -> Content? {
    guard
      reader.partOfSpeech(index) == .adposition || reader.word(index) == .comma
        || reader.isReason(index)
        || addressee != nil
    else { return nil }
    var place = index
    let stop = min(limit, index + Self.reach)
    while place < stop {
      if reader.isQuoted(place) { return nil }
      switch reader.word(place) {
      case .that:
        // "a road that was lost": a relative clause.
        if frames.contains(.clause), place > index, !isRelative(place, limit),
          reader.partOfSpeech(place - 1) != .noun
            || reader.word(index) != .of
        {
          return opening(at: place, frames, addressee: addressee, cueEnd: cueEnd, limit: limit)
        }
        return nil
      case .colon:
        return opening(at: place, frames, addressee: addressee, cueEnd: cueEnd, limit: limit)
      case .comma:
        // ", ending a service": the sentence goes on without the cue.
        if place + 1 < stop, reader.tag(place + 1) == .ing { return nil }
        if let content = opening(
          at: place, frames, addressee: addressee, cueEnd: cueEnd, limit: limit)
        {
          return content
        }
      case .mark:
        return nil
      default:
        if reader.isFinite(place) { return nil }
      }
      place += 1
    }
    return nil
  }

  /// Whether "that" is the subject of the verb behind it.
  private func isRelative(_ that: Int, _ limit: Int) -> Bool {
    var next = that + 1
    while next < limit, reader.partOfSpeech(next) == .adverb { next += 1 }
    return next < limit && (reader.isFinite(next) || reader.partOfSpeech(next) == .auxiliary)
  }

  private func isContentPreposition(_ index: Int) -> Bool {
    switch reader.word(index) {
    case .of, .for_, .about, .against: return true
    default:
      return false
    }
  }

  /// The end of a noun phrase that may be who is spoken to.
  private func personEnd(_ index: Int, _ limit: Int) -> Int? {
    guard !reader.isQuoted(index), !reader.isMark(index) else { return nil }
    if reader.partOfSpeech(index) == .pronoun {
      // "asked her who", "told her that": "her" stands alone.
      let isAlone =
        reader.tag(index) != .possessive
        || index + 1 < limit && !reader.isNominal(index + 1)
          && reader.partOfSpeech(index + 1) != .adverb
      if isAlone { return index + 1 }
    }
    guard var end = sources.core(startingAt: index, limit: min(limit, index + 12)) else {
      return nil
    }
    while end + 1 < limit,
      reader.word(end) == .of || reader.word(end) == .and
        || reader.word(end) == .at || reader.word(end) == .from || reader.word(end) == .in_,
      let next = sources.core(startingAt: end + 1, limit: min(limit, end + 10))
    {
      end = next
    }
    return end
  }

  /// "drivers who were on the road to check": the place of "to" behind the relative clause of who is
  /// asked; nil where there is none.
  private func endOfRelative(_ who: Int, _ limit: Int) -> Int? {
    guard who < limit, reader.word(who) == .who else { return nil }
    var place = who + 2
    while place < min(limit, who + Self.reach) {
      if reader.isPunctuation(place) || reader.isQuoted(place) { return nil }
      let takesInfinitive =
        reader.partOfSpeech(place - 1) == .verb || reader.partOfSpeech(place - 1) == .auxiliary
        || reader.partOfSpeech(place - 1) == .adjective
      if reader.word(place) == .to, !takesInfinitive, isInfinitive(place, limit) { return place }
      place += 1
    }
    return nil
  }

  /// "voted 5 to 4 to close": the place behind the count of votes.
  private func endOfTally(from start: Int, limit: Int) -> Int {
    var index = start
    while index + 1 < limit, index < start + 4,
      reader.partOfSpeech(index) == .numeral
        || reader.word(index) == .to && reader.partOfSpeech(index + 1) == .numeral
        || reader.word(index) == .dash && index > start
    {
      index += 1
    }
    return index
  }

  /// "refer to it", "point to the plan"; to respond says something only where nobody did.
  private func isToward(_ site: CueSite, _ object: Int) -> Bool {
    guard startsObject(object), reader.tag(object) != .base else { return false }
    let isReply = site.verb.frames.contains(.quoted)
    return !isReply || (site.cue.start..<site.head).contains { reader.word($0) == .not }
  }

  /// The end of a plea: "guilty", "not guilty of fraud".
  private func endOfAdjective(from start: Int, limit: Int) -> Int? {
    let first = reader.word(start) == .not ? start + 1 : start
    guard first < limit else { return nil }
    switch reader.partOfSpeech(first) {
    case .adjective, .unknown: break
    case .noun where first > start: break
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
      .noun, .numeral, .particle, .pronoun, .properNoun, .punctuation, .subordinatingConjunction,
      .symbol, .verb, .other:
      return nil
    }
    return objectEnd(from: start, limit: limit)
  }

  private func startsObject(_ index: Int) -> Bool {
    if reader.isMark(index) || reader.isQuoted(index) { return true }
    if reader.partOfSpeech(index) == .pronoun { return true }
    return reader.isNominal(index) || reader.tag(index) == .ing
  }

  private func holdsQuoted(_ range: TokenRange) -> Bool {
    for index in range.start..<min(range.end, range.start + 60) where reader.isQuoted(index) {
      return true
    }
    return false
  }

}

import ArticleModel

/// Where a content ends.
extension ContentFinder {
  /// Where an object ends: before the time, the reason or the comma behind it.
  func objectEnd(from start: Int, limit: Int) -> Int {
    let limit = end(from: start, limit: limit)
    var index = start
    while index < limit {
      if reader.isQuoted(index) || reader.isMark(index) {
        index += 1
        continue
      }
      let word = reader.word(index)
      if index > start {
        if word == .comma || word == .dash || reader.isReason(index) || word == .if_ {
          return index
        }
        let isGoverned =
          reader.partOfSpeech(index - 1) == .adposition && reader.word(index - 1) != .on
          && reader.word(index - 1) != .in_
        // "late Monday", and not "too late".
        let isLate =
          word == .late && index + 1 < reader.records.count && reader.word(index + 1) == .date
        if word == .date || isLate, !isGoverned,
          index + 1 >= limit || reader.word(index - 1) != .article
        {
          let before = index - 1
          let isPart =
            reader.word(before) == .on || reader.word(before) == .in_
            || reader.partOfSpeech(before) == .determiner && reader.word(before) != .article
          return isPart && before > start ? before : index
        }
      }
      index += 1
    }
    return limit
  }

  /// Where an infinitive ends: before ", after a meeting …", ", following a leak", which tell of the cue.
  func infinitiveEnd(from start: Int, limit: Int) -> Int {
    let limit = end(from: start, limit: limit)
    var index = start + 1
    while index + 1 < limit {
      if reader.word(index) == .comma, !reader.isQuoted(index),
        reader.word(index + 1) == .after
      {
        return index
      }
      index += 1
    }
    return limit
  }

  /// Where content that begins at `start` ends, at `limit` at the latest.
  func end(from start: Int, limit: Int) -> Int {
    let limit = min(limit, start + Self.longest)
    var index = start
    if let whole = endOfQuote(from: start, limit: limit) { return whole }
    var holdsFinite = false
    while index < limit {
      if reader.isQuoted(index) || reader.isMark(index) {
        index += 1
        continue
      }
      switch reader.word(index) {
      case .semicolon: return index
      case .comma:
        if index > start, endsAtComma(index, limit: limit, from: start) { return index }
        if index > start, isRelativeOfLastName(index, limit: limit) { return index }
      case .and:
        if index > start, index + 1 < limit, isSecondCue(index + 1, limit, from: start) {
          return index
        }
      case .but:
        if index > start, !holdsFinite, isPredicate(index + 1, limit: limit) { return index }
      default:
        if reader.isFinite(index) || reader.word(index) == .that { holdsFinite = true }
      }
      index += 1
    }
    return limit
  }

  /// "“We lost,” when she was asked": a comma inside the closing mark ends what is quoted, and what
  /// follows is the reporter's.
  private func endOfQuote(from start: Int, limit: Int) -> Int? {
    guard reader.isMark(start), start + 1 < limit, reader.isQuoted(start + 1) else { return nil }
    var end = start + 1
    while end < limit, reader.isQuoted(end) { end += 1 }
    guard end + 1 < limit, reader.isMark(end), reader.word(end - 1) == .comma else { return nil }
    // "“We lost,” and “it is over”": more of it.
    for index in end + 1..<min(limit, end + 12) {
      if reader.isQuoted(index) { return nil }
      if reader.isFinite(index) { break }
    }
    return end + 1
  }

  /// A comma behind which the sentence goes on without the cue.
  private func endsAtComma(_ comma: Int, limit: Int, from start: Int) -> Bool {
    var next = comma + 1
    guard next < limit else { return true }
    if reader.word(next) == .according { return true }
    // ", adding that", ", describing": another attribution of the same source.
    while next + 1 < limit, reader.partOfSpeech(next) == .adverb { next += 1 }
    if reader.tag(next) == .ing, reader.cue(at: next) != nil { return true }
    if reader.word(next) == .and || reader.word(next) == .but, next + 1 < limit {
      if isSecondCue(next + 1, limit, from: start) { return true }
    }
    return false
  }

  /// "…, who was out on bail": a relative clause that tells of the last name and ends the sentence;
  /// the reporter's words in three of four gold attributions, unlike those with "which".
  private func isRelativeOfLastName(_ comma: Int, limit: Int) -> Bool {
    guard comma + 2 < limit, limit - comma <= Self.longestRelative,
      reader.word(comma + 1) == .who, reader.partOfSpeech(comma - 1) == .properNoun,
      !reader.isQuoted(comma + 1), limit >= reader.records.count || !reader.isQuoted(limit)
    else { return false }
    for index in comma + 2..<limit {
      switch reader.word(index) {
      case .comma, .semicolon, .mark, .dash: return false
      default: if reader.isQuoted(index) { return false }
      }
    }
    return true
  }

  /// "but was convicted": a finite verb without a subject of its own behind a conjunction.
  private func isPredicate(_ index: Int, limit: Int) -> Bool {
    var verb = index
    while verb + 1 < limit, verb < index + 3, reader.partOfSpeech(verb) == .adverb { verb += 1 }
    return verb < limit && !reader.isQuoted(verb) && reader.isFinite(verb)
  }

  /// "and vowed to": a finite cue directly behind the conjunction.
  private func isSecondCue(_ index: Int, _ limit: Int, from start: Int) -> Bool {
    var head = index
    while head < limit, head < index + 4,
      reader.partOfSpeech(head) == .adverb || reader.partOfSpeech(head) == .auxiliary
    {
      head += 1
    }
    // "but went on to say"
    if head + 3 < limit, reader.word(head + 1) == .on, reader.word(head + 2) == .to,
      reader.isFinite(head), reader.cue(at: head + 3) != nil
    {
      return true
    }
    guard head < limit, let verb = reader.cue(at: head) else { return false }
    // "deny that … and argue that …"
    let opensClause = head + 1 < limit && reader.word(head + 1) == .that
    return (reader.tag(head) == .past || opensClause) && verb.attitude != .fact
      && !isJoined(to: start, before: index - 1, tag: reader.tag(head))
  }

  /// Whether a cue inside the content has the tense of the one behind "and": they share its subject
  /// ("said the group planned to sell and hoped to grow").
  private func isJoined(to start: Int, before and: Int, tag: PennTag) -> Bool {
    let first = max(start, and - Self.reach)
    var hasParticiple = false
    for index in first..<max(start, and)
    where reader.cue(at: index) != nil && !reader.isQuoted(index) {
      if reader.isFinite(index), reader.tag(index) == tag { return true }
      hasParticiple = hasParticiple || reader.tag(index) == .participle
    }
    // Where there is no finite verb, the one that looks like a participle is it.
    return hasParticiple && tag == .past
      && !reader.holdsFiniteVerb(TokenRange(first, max(start, and)))
  }

  private static let longestRelative = 30
}

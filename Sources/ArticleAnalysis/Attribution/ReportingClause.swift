import ArticleModel

/// Finds cues by their place beside words in quotation marks, whatever verb they are: "“…,” Ruiz
/// quipped", "“…,” reads the letter", "Or, as Ruiz put it: “…”", "From the report: “…”".
struct ReportingClauseFinder {
  let reader: ClauseReader
  let sources: SourceFinder

  /// How far a verb may stand from the quotation that it introduces.
  private static let reach = 30

  init(reader: ClauseReader) {
    self.reader = reader
    sources = SourceFinder(reader: reader)
  }

  /// The clause behind a closing mark, with a verb that the lexicon need not know.
  ///
  /// Behind a full stop only a sentence of nothing else counts: "“We lost.” Ruiz said." The paragraph
  /// ends at `limit`.
  func behind(_ run: QuotedRun, limit: Int) -> CueSite? {
    var start = run.tokens.end + 1
    guard run.isClosed, start < limit else { return nil }
    let hasComma = reader.word(start) == .comma
    if hasComma { start += 1 }
    guard start < limit, !reader.isQuoted(start) else { return nil }
    let sentence = reader.sentences[Int(reader.tokens[start].sentence)].tokens
    switch reader.word(reader.lastWord(before: run.tokens.end)) {
    case .comma, .question, .ellipsis, .dash: break
    case .period where sentence.start == start:
      return alone(sentence)
    default: guard hasComma else { return nil }
    }
    if sentence.start == start { return opening(sentence) }
    guard isSpeech(run),
      let site = inverted(from: start, sentence) ?? subjectFirst(from: start, sentence)
        ?? mistagged(from: start, run, sentence),
      !site.verb.frames.contains(.seeming)
    else { return nil }
    return site
  }

  /// The clause that ends in the colon or comma before an opening mark, or at the end of a paragraph.
  func before(joint: Int, in sentence: TokenRange) -> CueSite? {
    if reader.word(joint) == .colon, let named = namedBeforeColon(joint, sentence) { return named }
    let floor = max(sentence.start, joint - Self.reach)
    var shared: TokenRange?
    var index = joint - 1
    while index > floor {
      defer { index -= 1 }
      if reader.isQuoted(index) || reader.word(index) == .semicolon { return nil }
      if reader.word(index) == .comma {
        if reader.word(joint) == .comma { return nil }
        // "When …, Ruiz shot back: “…”": her verb was not seen, and the one before is another's.
        if index + 1 < joint,
          reader.partOfSpeech(index + 1) == .properNoun
            || reader.partOfSpeech(index + 1) == .pronoun
        {
          return nil
        }
      }
      guard reader.isFinite(index), let head = head(ofGroupAt: index, limit: joint) else {
        continue
      }
      let start = reader.verbGroupStart(index, floor: sentence.start)
      guard start > sentence.start else { return nil }
      if isPassive(start..<head, head) {
        // "Ruiz was asked, “…”": nobody is named.
        guard shared == nil, reader.cue(at: head)?.frames.contains(.question) == true else {
          return nil
        }
        return CueSite(
          head: head, verb: verb(at: head), cue: TokenRange(start, head + 1), source: nil,
          order: .passive, isParticiple: false)
      }
      let cue = shared ?? TokenRange(start, head + 1)
      if let subject = sources.subject(endingAt: start - 1, floor: sentence.start) {
        if isRelative(subject) { continue }
        return CueSite(
          head: cue.end - 1, verb: verb(at: cue.end - 1), cue: cue, source: subject,
          order: shared == nil ? .subjectFirst : .shared, isParticiple: false)
      }
      // "smiled and shot back": the subject stands before the first verb.
      if reader.word(start - 1) == .and || reader.word(start - 1) == .but
        || reader.word(start - 1) == .comma
      {
        shared = cue
      }
    }
    return nil
  }

  // MARK: - Behind

  /// The verb before its subject: "reads the letter", "beamed Ana Ruiz".
  private func inverted(from start: Int, _ sentence: TokenRange) -> CueSite? {
    guard reader.partOfSpeech(start) == .verb,
      reader.tag(start) == .past || reader.tag(start) == .third,
      let source = sources.nounPhrase(startingAt: start + 1, limit: sentence.end),
      source.end == sentence.end || endsClause(source.end)
    else { return nil }
    return CueSite(
      head: start, verb: verb(at: start), cue: TokenRange(start, start + 1), source: source,
      order: .inverted, isParticiple: false)
  }

  /// The subject before its verb: "the mayor later quipped".
  private func subjectFirst(from start: Int, _ sentence: TokenRange) -> CueSite? {
    guard var source = sources.nounPhrase(startingAt: start, limit: sentence.end),
      !isRelative(source)
    else { return nil }
    var head = source.end
    if head < sentence.end, reader.word(head) == .comma {
      if holdsComma(source) {
        // ", the head of the port, said": the comma that closes an apposition.
        head += 1
      } else if let verb = verbBehindApposition(head, sentence) {
        // ", the head of the port said", without that comma.
        head = verb
        source.end = verb
      }
    }
    let cueStart = head
    while head < sentence.end, head < cueStart + 4,
      reader.partOfSpeech(head) == .adverb || reader.partOfSpeech(head) == .auxiliary
        || reader.word(head) == .date
    {
      head += 1
    }
    guard head < sentence.end, reader.partOfSpeech(head) == .verb,
      reader.isFinite(head) || reader.tag(head) == .participle && head > cueStart
    else { return nil }
    if reader.tag(head) == .participle,
      (cueStart..<head).contains(where: { reader.word($0) == .be || reader.word($0) == .been })
    {
      return nil
    }
    if source.end < cueStart { source.end = cueStart - 1 }
    var cue = TokenRange(cueStart, head + 1)
    if head + 1 < sentence.end, reader.word(head + 1) == .out { cue.end += 1 }
    return CueSite(
      head: head, verb: verb(at: head), cue: cue, source: source, order: .subjectFirst,
      isParticiple: false)
  }

  /// The verb group of a lexicon's cue that ends an apposition.
  private func verbBehindApposition(_ comma: Int, _ sentence: TokenRange) -> Int? {
    var place = comma + 1
    while place < min(sentence.end, comma + Self.reach) {
      if reader.isPunctuation(place) || reader.isQuoted(place) { return nil }
      if reader.isFinite(place), let cue = reader.cue(at: place), cue.frames.contains(.quoted) {
        let start = reader.verbGroupStart(place, floor: comma + 1)
        return start > comma + 1 ? start : nil
      }
      place += 1
    }
    return nil
  }

  /// "the letter reads", where the verb was taken for a noun: nothing else can end the clause.
  private func mistagged(from start: Int, _ run: QuotedRun, _ sentence: TokenRange) -> CueSite? {
    guard beginsSentence(run), holdsVerb(run.tokens),
      let end = sources.core(startingAt: start, limit: sentence.end),
      end > start + 1, end == sentence.end || endsClause(end)
    else { return nil }
    let head = end - 1
    guard reader.tokens[head].word == reader.tokens[head].lower,
      reader.partOfSpeech(head) == .noun || reader.partOfSpeech(head) == .unknown
        || reader.partOfSpeech(head) == .properNoun,
      reader.partOfSpeech(head - 1) != .determiner, reader.partOfSpeech(head - 1) != .adposition
    else { return nil }
    return CueSite(
      head: head, verb: verb(at: head), cue: TokenRange(head, end),
      source: TokenRange(start, head), order: .subjectFirst, isParticiple: false)
  }

  /// "“Lost?” Ruiz asked, looking up.": a sentence of its own behind a question.
  private func opening(_ sentence: TokenRange) -> CueSite? {
    guard
      let site = inverted(from: sentence.start, sentence)
        ?? subjectFirst(from: sentence.start, sentence)
    else { return nil }
    if site.verb.frames.contains(.quoted), !site.verb.lemma.isEmpty { return site }
    let end = site.clause.end
    return end >= sentence.end || reader.isPunctuation(end) || reader.word(end) == .on ? site : nil
  }

  /// A sentence of source and cue alone.
  private func alone(_ sentence: TokenRange) -> CueSite? {
    guard sentence.count <= 16,
      let site = inverted(from: sentence.start, sentence)
        ?? subjectFirst(from: sentence.start, sentence),
      site.verb.frames.contains(.quoted), !site.verb.lemma.isEmpty
    else { return nil }
    var place = site.clause.end
    if place < sentence.end, reader.word(place) == .comma { return nil }
    while place < sentence.end {
      let isPart =
        reader.isPunctuation(place) || reader.word(place) == .date || reader.word(place) == .late
        || reader.partOfSpeech(place) == .adverb
      guard isPart, reader.word(place) != .colon else { return nil }
      place += 1
    }
    return site
  }

  // MARK: - Before

  /// A source alone: "Ana Ruiz: “…”", "ROADS ARE LOST - Ana Ruiz: “…”", "From the report: “…”".
  private func namedBeforeColon(_ colon: Int, _ sentence: TokenRange) -> CueSite? {
    guard var phrase = sources.nounPhrase(endingAt: colon - 1, floor: sentence.start),
      reader.partOfSpeech(phrase.start) != .pronoun
    else { return nil }
    // "More from Ruiz: “…”"
    if let from = (phrase.start..<phrase.end).last(where: { reader.word($0) == .from }) {
      phrase.start = from + 1
    }
    let before = phrase.start - 1
    let isNamed =
      before < sentence.start
      || reader.word(before) == .dash || reader.word(before) == .mark
      || reader.word(before) == .from && before <= sentence.start + 8
    guard isNamed else { return nil }
    return CueSite(
      head: colon, verb: verb(at: colon), cue: TokenRange(colon, colon + 1), source: phrase,
      order: .subjectFirst, isParticiple: false)
  }

  // MARK: - Implementation

  /// The verb of the group that begins with a finite word: "said", "has said", "did not say".
  private func head(ofGroupAt finite: Int, limit: Int) -> Int? {
    if reader.partOfSpeech(finite) == .verb { return finite }
    var place = finite + 1
    while place < min(limit, finite + 5) {
      if reader.partOfSpeech(place) == .verb { return place }
      guard
        reader.partOfSpeech(place) == .adverb || reader.partOfSpeech(place) == .auxiliary
          || reader.word(place) == .not
      else { return nil }
      place += 1
    }
    return nil
  }

  private func isPassive(_ group: Range<Int>, _ head: Int) -> Bool {
    reader.tag(head) == .participle
      && group.contains { reader.word($0) == .be || reader.word($0) == .been }
  }

  private func verb(at index: Int) -> CueVerb {
    reader.cue(at: index) ?? CueVerb(lemma: "", attitude: .assertion, frames: [.quoted])
  }

  private func isRelative(_ subject: TokenRange) -> Bool {
    switch reader.word(subject.start) {
    case .who, .which, .what, .that, .wh: return true
    default: return false
    }
  }

  private func holdsComma(_ range: TokenRange) -> Bool {
    (range.start..<range.end).contains { reader.word($0) == .comma }
  }

  /// Whether a clause may end before the token.
  private func endsClause(_ index: Int) -> Bool {
    reader.isPunctuation(index) || reader.partOfSpeech(index) == .adposition
      || reader.partOfSpeech(index) == .adverb
      || reader.partOfSpeech(index) == .subordinatingConjunction || reader.word(index) == .date
      || reader.word(index) == .late || reader.word(index) == .who || reader.word(index) == .and
      || reader.word(index) == .to || reader.word(index) == .wh || reader.isReason(index)
  }

  /// Whole words of somebody, not a title inside a sentence of the reporter's.
  private func isSpeech(_ run: QuotedRun) -> Bool {
    if beginsSentence(run) { return true }
    switch reader.word(run.tokens.start - 2) {
    case .colon, .dash: return true
    default: return run.count >= 5 && reader.holdsFiniteVerb(run.tokens)
    }
  }

  private func holdsVerb(_ range: TokenRange) -> Bool {
    (range.start..<min(range.end, range.start + 60)).contains {
      reader.partOfSpeech($0) == .verb || reader.partOfSpeech($0) == .auxiliary
    }
  }

  private func beginsSentence(_ run: QuotedRun) -> Bool {
    let mark = run.tokens.start - 1
    return mark < 1 || reader.sentences[Int(reader.tokens[mark].sentence)].tokens.start == mark
  }
}

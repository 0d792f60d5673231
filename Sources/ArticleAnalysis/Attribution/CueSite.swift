import ArticleModel

/// A cue in its sentence: the verb with its auxiliaries, and who its subject is.
struct CueSite {
  enum Order {
    /// "Ruiz said"
    case subjectFirst
    /// "said Ruiz"
    case inverted
    /// "…, claiming", "… and said": the subject stands before another verb
    case shared
    /// "was accused of": nobody is named
    case passive
  }

  var head: Int
  var verb: CueVerb
  var cue: TokenRange
  var source: TokenRange?
  var order: Order
  var isParticiple: Bool

  /// From the first to the last word of source and cue.
  var clause: TokenRange {
    guard let source, order != .shared else { return cue }
    return TokenRange(min(source.start, cue.start), max(source.end, cue.end))
  }
}

/// Finds the cues of a sentence with their subjects.
struct CueSiteFinder {
  let reader: ClauseReader
  let sources: SourceFinder

  init(reader: ClauseReader) {
    self.reader = reader
    sources = SourceFinder(reader: reader)
  }

  /// The sites in the sentence's words outside quotation marks, from left to right.
  func sites(in sentence: TokenRange) -> [CueSite] {
    var sites: [CueSite] = []
    var subjects = SentenceSubjects(start: sentence.start)
    for index in sentence.start..<sentence.end where !reader.isQuoted(index) {
      let isVerb = reader.partOfSpeech(index) == .verb
      guard isVerb || reader.partOfSpeech(index) == .auxiliary else { continue }
      if reader.isFinite(index), index > sentence.start {
        let start = reader.verbGroupStart(index, floor: sentence.start)
        if start > sentence.start,
          let subject = sources.subject(endingAt: start - 1, floor: sentence.start)
        {
          subjects.meet(subject, reader)
        }
      }
      guard isVerb, let verb = reader.cue(at: index) else { continue }
      if let site = site(index, verb, sentence, shared: subjects.shared(by: verb)) {
        sites.append(site)
        if let source = site.source { subjects.note(source, of: verb) }
      }
    }
    return sites
  }

  // MARK: - Implementation

  private func site(
    _ head: Int, _ verb: CueVerb, _ sentence: TokenRange, shared: TokenRange?
  ) -> CueSite? {
    let start = reader.verbGroupStart(head, floor: sentence.start)
    var cue = TokenRange(start, head + 1)
    if head + 1 < sentence.end, reader.word(head + 1) == .out, verb.isPhrasal { cue.end += 1 }
    let hasBe = (start..<head).contains { isBe($0) }
    let hasHave = (start..<head).contains {
      reader.partOfSpeech($0) == .auxiliary && !isBe($0) && reader.tag($0) != .modal
    }
    let tag = reader.tag(head)
    let before = start - 1
    let isParticiple = tag == .ing && !hasBe
    if tag == .participle, hasBe {
      guard verb.frames.contains(.passive), before >= sentence.start else { return nil }
      return CueSite(
        head: head, verb: verb, cue: cue, source: nil, order: .passive, isParticiple: false)
    }
    // "“…,” told Ruiz" has no participle; "the road described" has.
    if tag == .participle, !hasHave, before >= sentence.start, !reader.isMark(before),
      reader.partOfSpeech(before) != .pronoun, reader.partOfSpeech(before) != .properNoun
    {
      return nil
    }
    if isParticiple {
      guard before >= sentence.start else { return nil }
      // "with Ruiz calling it", "a letter urging": the phrase before it is its subject.
      if let phrase = sources.nounPhrase(endingAt: before, floor: sentence.start) {
        let source = isMedium(phrase, sentence) ? shared ?? phrase : phrase
        return CueSite(
          head: head, verb: verb, cue: TokenRange(head, head + 1), source: source,
          order: .shared, isParticiple: true)
      }
      guard let shared else { return nil }
      return CueSite(
        head: head, verb: verb, cue: TokenRange(head, head + 1), source: shared, order: .shared,
        isParticiple: true)
    }
    if tag == .base, start == head, before >= sentence.start {
      return infinitive(head, verb, sentence, shared)
    }
    if before >= sentence.start, reader.word(before) == .comma,
      let source = sources.subject(endingAt: before, floor: sentence.start)
    {
      return CueSite(
        head: head, verb: verb, cue: cue, source: source, order: .subjectFirst, isParticiple: false)
    }
    // "“…,” said Ruiz": nothing but a mark or comma before the verb, and a noun phrase after it.
    let opens = before < sentence.start || reader.isPunctuation(before)
    if opens, start == head, head + 1 < sentence.end,
      let source = sources.nounPhrase(startingAt: head + 1, limit: sentence.end),
      verb.frames.contains(.quoted), isInverted(head, source, sentence)
    {
      return CueSite(
        head: head, verb: verb, cue: cue, source: source, order: .inverted, isParticiple: false)
    }
    guard before >= sentence.start else { return nil }
    if verb.frames.contains(.seeming) {
      return CueSite(
        head: head, verb: verb, cue: cue, source: nil, order: .passive, isParticiple: false)
    }
    if let source = sources.subject(endingAt: before, floor: sentence.start) {
      // "set up a site called “…”": a participle, that names what stands before it.
      if verb.names, tag == .past, start == head, isGoverned(source, sentence) { return nil }
      return CueSite(
        head: head, verb: verb, cue: cue, source: source, order: .subjectFirst, isParticiple: false)
    }
    if reader.word(before) == .and || reader.word(before) == .but || reader.word(before) == .comma,
      let shared, shared.end <= before
    {
      // Adverbs before a shared verb belong to it only with an auxiliary.
      cue.start = start
      return CueSite(
        head: head, verb: verb, cue: cue, source: shared, order: .shared, isParticiple: false)
    }
    return nil
  }

  /// "sent an email saying", "wrote to supporters urging": what the words are in, not whose they are.
  private func isMedium(_ phrase: TokenRange, _ sentence: TokenRange) -> Bool {
    let left = phrase.start - 1
    guard left > sentence.start, reader.partOfSpeech(phrase.end - 1) == .noun else { return false }
    return reader.partOfSpeech(left) == .verb || reader.word(left) == .to
  }

  private func isGoverned(_ phrase: TokenRange, _ sentence: TokenRange) -> Bool {
    let left = phrase.start - 1
    return left > sentence.start && reader.partOfSpeech(phrase.end - 1) == .noun
      && (reader.partOfSpeech(left) == .verb || reader.partOfSpeech(left) == .adposition)
  }

  /// Behind a closing mark; or behind a comma or at the sentence's beginning, where source and
  /// sentence end together.
  private func isInverted(_ head: Int, _ source: TokenRange, _ sentence: TokenRange) -> Bool {
    let before = head - 1
    if before >= sentence.start, reader.isMark(before) { return true }
    let isFirst = before < sentence.start
    guard isFirst || reader.word(before) == .comma,
      reader.tag(head) == .past || reader.tag(head) == .third
    else { return false }
    guard source.end < sentence.end else { return !isFirst }
    if isFirst {
      return reader.word(source.end) == .colon || reader.word(source.end) == .comma
    }
    return reader.word(source.end) == .period || reader.word(source.end) == .comma
      || reader.word(source.end) == .dash
  }

  /// The first finite verb of a sentence with its subject, whatever verb it is.
  func mainVerb(of sentence: TokenRange) -> CueSite? {
    for index in sentence.start..<min(sentence.end, sentence.start + 60)
    where reader.isFinite(index) && !reader.isQuoted(index) && index > sentence.start {
      guard reader.partOfSpeech(index) == .verb else { continue }
      let start = reader.verbGroupStart(index, floor: sentence.start)
      guard start > sentence.start,
        let source = sources.subject(endingAt: start - 1, floor: sentence.start)
      else { continue }
      let verb = CueVerb(lemma: "", attitude: .assertion, frames: [.quoted])
      return CueSite(
        head: index, verb: verb, cue: TokenRange(start, index + 1), source: source,
        order: .subjectFirst, isParticiple: false)
    }
    return nil
  }

  /// "went on to say", "continued to insist": with a subject that is known.
  private func infinitive(
    _ head: Int, _ verb: CueVerb, _ sentence: TokenRange, _ shared: TokenRange?
  ) -> CueSite? {
    let on = head - 2
    guard on > sentence.start + 1, reader.word(head - 1) == .to, reader.word(on) == .on,
      reader.partOfSpeech(on - 1) == .verb, reader.isFinite(on - 1),
      verb.frames.contains(.clause) || verb.frames.contains(.quoted)
    else { return nil }
    let start = reader.verbGroupStart(on - 1, floor: sentence.start)
    let subject =
      start > sentence.start ? sources.subject(endingAt: start - 1, floor: sentence.start) : nil
    guard let source = subject ?? shared else { return nil }
    return CueSite(
      head: head, verb: verb, cue: TokenRange(start, head + 1), source: source,
      order: subject == nil ? .shared : .subjectFirst, isParticiple: false)
  }

  private func isBe(_ index: Int) -> Bool {
    reader.word(index) == .be || reader.word(index) == .been
  }
}

import ArticleModel

/// Finds the attributions of one paragraph, sentence by sentence.
struct ParagraphAttribution {
  let reader: ClauseReader
  let sites: CueSiteFinder
  let contents: ContentFinder
  let reporting: ReportingClauseFinder
  let range: TokenRange
  var runs: [QuotedRun]
  var drafts: [AttributionDraft] = []
  /// Per sentence that ends in "X said:", the draft that waits for its content.
  var waiting: AttributionDraft?
  /// By run, the draft of an "according to" that holds it.
  var accounts: [Int: Int] = [:]

  init(reader: ClauseReader, range: TokenRange) {
    self.reader = reader
    self.range = range
    sites = CueSiteFinder(reader: reader)
    contents = ContentFinder(reader: reader)
    reporting = ReportingClauseFinder(reader: reader)
    runs = reader.quotedRuns(in: range)
  }

  /// - Parameter sentences: indices of the paragraph's sentences.
  mutating func read(sentences: Range<Int>) {
    for index in sentences {
      let tokens = reader.sentences[index].tokens
      let sentence = TokenRange(max(tokens.start, range.start), min(tokens.end, range.end))
      if !sentence.isEmpty { read(sentence: sentence) }
    }
    joinReopened()
  }

  mutating func take(run index: Int) { runs[index].isTaken = true }

  // MARK: - One sentence

  private mutating func read(sentence: TokenRange) {
    let cues = cues(of: sentence)
    let found = cues.sites
    // The sentence without a final "…, Ruiz said".
    var inner = sentence.end
    var closing: CueSite?
    if let last = found.last, closesSentence(last, sentence), cues.run(before: last) == nil {
      closing = last
      inner = last.clause.start - 1
    }
    let accordingTo = readAccordingTo(sentence)
    if let accordingTo { inner = min(inner, max(sentence.start, accordingTo)) }
    if sentence.end == range.end, reader.word(sentence.end - 1) == .colon,
      let site = reporting.before(joint: sentence.end - 1, in: sentence)
    {
      waiting = draft(site, [], how: "quote.colon", confidence: 0.8)
    }
    for site in found {
      if let run = cues.run(before: site) {
        readAfterQuote(site, run: run, sentence, cues)
      } else if let closing, site.head == closing.head {
        readClosing(site, sentence)
      } else if isParenthetical(site, sentence) {
        readParenthetical(site, sentence, inner: inner)
      } else {
        let limit = site.head < inner ? inner : sentence.end
        readComplement(site, sentence, inner: cues.limit(of: site, inner: limit))
      }
    }
    readIntroduced(sentence)
  }

  /// "She went on: “We lost”", "As she put it, “We lost.”": a colon makes any verb one of saying,
  /// and so does the comma before a whole sentence.
  private mutating func readIntroduced(_ sentence: TokenRange) {
    var index = firstRun(from: sentence.start)
    while index < runs.count, runs[index].tokens.start - 1 < sentence.end {
      defer { index += 1 }
      guard !runs[index].isTaken, let site = introduction(of: runs[index], sentence) else {
        continue
      }
      runs[index].isTaken = true
      append(site, [runs[index].tokens], how: "quote.colon", confidence: 0.8)
    }
  }

  /// The clause or name before the comma or colon before a run.
  private func introduction(of run: QuotedRun, _ sentence: TokenRange) -> CueSite? {
    let joint = run.tokens.start - 2
    guard joint > sentence.start else { return nil }
    switch reader.word(joint) {
    case .colon where run.count >= 3: break
    case .comma where run.count >= 3 && isWholeSentences(run.tokens):
      let first = reader.tokens[run.tokens.start]
      guard first.word != first.lower, run.tokens.end + 1 >= sentence.end else { return nil }
    default: return nil
    }
    return reporting.before(joint: joint, in: sentence)
  }

  // MARK: - Cues

  /// The cues of a sentence, with the quotations before them and the bounds that they set.
  func cues(of sentence: TokenRange) -> SentenceCues {
    var cues = SentenceCues(sites: sites.sites(in: sentence))
    for site in cues.sites {
      if let run = runBefore(site, sentence) { cues.note(run: run, before: site) }
    }
    var more: [CueSite] = []
    var index = firstRun(from: sentence.start)
    if index > 0 { index -= 1 }
    while index < runs.count, runs[index].tokens.start - 1 < sentence.end {
      defer { index += 1 }
      let run = runs[index]
      guard run.isClosed, run.tokens.end + 1 >= sentence.start, run.tokens.end + 1 < sentence.end,
        !cues.isReported(run: index), let site = reporting.behind(run, limit: range.end),
        !introducesItsOwn(site, behind: run, sentence),
        !isReopenedBehindCue(index) || reader.word(run.tokens.end - 1) == .comma
      else { continue }
      more.append(site)
      cues.note(run: index, before: site)
    }
    cues.add(more)
    addBounds(to: &cues, sentence)
    return cues
  }

  /// "Ruiz was asked, “Why?” She answered, “…”": a sentence that opens a quotation of its own, behind one
  /// that was introduced, or that goes on from the paragraph before.
  private func introducesItsOwn(_ site: CueSite, behind run: QuotedRun, _ sentence: TokenRange)
    -> Bool
  {
    let joint = run.tokens.start - 2
    guard run.tokens.end + 1 == sentence.start, joint >= 0 else { return false }
    let isIntroduced =
      joint >= range.start
      ? reader.word(joint) == .comma || reader.word(joint) == .colon
      : joint == range.start - 1 && reader.isQuoted(joint)
    return isIntroduced && opensQuote(site, sentence)
  }

  private func addBounds(to cues: inout SentenceCues, _ sentence: TokenRange) {
    let isSubordinate = opensSubordinate(sentence)
    var hasMain = false
    for site in cues.sites {
      if let index = cues.run(before: site) {
        // "Ruiz saw it otherwise: “We lost,” she said": what stands before the colon ends there.
        let mark = runs[index].tokens.start - 1
        let isApart =
          mark > sentence.start
          && (reader.word(mark - 1) == .colon || reader.word(mark - 1) == .dash)
        cues.bound(leftOf: site.head, at: isApart ? mark - 1 : site.clause.start)
        continue
      }
      guard site.order == .subjectFirst, !site.isParticiple, let source = site.source,
        source.start > sentence.start + 1
      else { continue }
      let before = source.start - 1
      if isSubordinate, !hasMain, reader.word(before) == .comma {
        // "When the council asked for it, Ruiz said no": the first clause ends before the main one.
        hasMain = true
        cues.bound(leftOf: site.head, at: before)
      } else if reader.word(before) == .and || reader.word(before) == .but,
        opensQuote(site, sentence)
      {
        cues.bound(leftOf: site.head, at: reader.word(before - 1) == .comma ? before - 1 : before)
      }
    }
    var index = firstRun(from: sentence.start)
    while index < runs.count, runs[index].tokens.start - 1 < sentence.end {
      defer { index += 1 }
      let colon = runs[index].tokens.start - 2
      guard colon > sentence.start, reader.word(colon) == .colon, !cues.isReported(run: index),
        let site = introduction(of: runs[index], sentence), let source = site.source,
        source.start > sentence.start + 1
      else { continue }
      switch reader.word(source.start - 1) {
      case .dash, .and, .but: cues.bound(leftOf: site.head, at: source.start - 1)
      default: break
      }
    }
    cues.sortBounds()
  }

  /// Whether it opens as "After the vote, …", "When he asked her, …", "Asked about it, …" do.
  private func opensSubordinate(_ sentence: TokenRange) -> Bool {
    switch reader.word(sentence.start) {
    case .reason, .after, .wh, .as_, .if_: return true
    default:
      return reader.tag(sentence.start) == .ing || reader.tag(sentence.start) == .participle
        || reader.tag(sentence.start) == .past
    }
  }

  /// Whether nothing but a comma, colon or time stands between the cue and a quotation.
  func opensQuote(_ site: CueSite, _ sentence: TokenRange) -> Bool {
    var place = site.clause.end
    while place < min(sentence.end, site.clause.end + 4) {
      if reader.isMark(place) { return true }
      guard
        reader.word(place) == .comma || reader.word(place) == .colon
          || reader.word(place) == .date || reader.partOfSpeech(place) == .adverb
      else { return false }
      place += 1
    }
    return false
  }

  /// The first run whose mark stands at `start` or behind it.
  func firstRun(from start: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].tokens.start - 1 < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// "…, Ruiz said." at the sentence's end, after a comma.
  private func closesSentence(_ site: CueSite, _ sentence: TokenRange) -> Bool {
    let clause = site.clause
    guard site.order == .subjectFirst || site.order == .inverted, !site.isParticiple,
      site.verb.frames.contains(.quoted), clause.start > sentence.start + 2,
      reader.word(clause.start - 1) == .comma
    else { return false }
    // "…, the mayor told the Herald."
    let start =
      site.verb.frames.contains(.addressee) && site.order == .subjectFirst
        && reader.word(clause.start) != .which && reader.word(clause.start) != .who
      ? contents.sources.nounPhrase(startingAt: clause.end, limit: sentence.end)?.end : nil
    return endsSentence(from: start ?? clause.end, sentence)
  }

  /// Whether only a time, a short phrase ("in an interview") or marks follow.
  func endsSentence(from index: Int, _ sentence: TokenRange) -> Bool {
    var place = index
    guard sentence.end - place <= 14 else { return false }
    while place < sentence.end {
      if reader.isQuoted(place) || reader.word(place) == .that || reader.isFinite(place)
        || reader.word(place) == .comma || reader.word(place) == .colon
      {
        return false
      }
      if place == index, !reader.isPunctuation(place),
        reader.partOfSpeech(place) != .adposition, reader.partOfSpeech(place) != .adverb,
        reader.word(place) != .date, reader.word(place) != .late, !reader.isReason(place)
      {
        return false
      }
      place += 1
    }
    return true
  }

  // MARK: - Drafts

  func draft(
    _ site: CueSite, _ content: [TokenRange], how: String, confidence: Double,
    addressee: TokenRange? = nil
  ) -> AttributionDraft {
    AttributionDraft(
      content: content, source: site.source, cue: site.cue, cueHead: site.head,
      attitude: site.verb.attitude, addressee: addressee,
      evidence: Evidence(how, confidence: confidence))
  }

  mutating func append(
    _ site: CueSite, _ content: [TokenRange], how: String, confidence: Double,
    addressee: TokenRange? = nil
  ) {
    drafts.append(draft(site, content, how: how, confidence: confidence, addressee: addressee))
  }

  /// Without marks that close the sentence, and without commas at either end.
  func trimmed(_ range: TokenRange) -> TokenRange {
    var range = range
    while range.end > range.start, !reader.isQuoted(range.end - 1), isOuterMark(range.end - 1) {
      range.end -= 1
    }
    while range.end > range.start, reader.word(range.start) == .comma { range.start += 1 }
    return range
  }

  private func isOuterMark(_ index: Int) -> Bool {
    switch reader.word(index) {
    case .comma, .period, .colon, .semicolon, .dash, .question: return true
    default:
      return false
    }
  }

  static func rule(_ frame: CueVerb.Frames, _ site: CueSite) -> String {
    if site.isParticiple { return "speech.participle" }
    switch frame {
    case .clause: return "speech.clause"
    case .question: return "speech.question"
    case .infinitive: return "speech.infinitive"
    case .objectInfinitive: return "speech.object-infinitive"
    case .preposition: return "speech.preposition"
    case .quoted: return "quote.said-before"
    case .quotedObject, .object, .objectPreposition, .toward, .adjective: return "speech.object"
    default: return "speech.clause"
    }
  }

  /// By frame, the share of attributions that was right on articles marked by hand.
  static func confidence(_ frame: CueVerb.Frames) -> Double {
    switch frame {
    case .clause: return 0.85
    case .quoted: return 0.9
    case .infinitive: return 0.6
    case .question, .objectInfinitive: return 0.65
    default: return 0.66
    }
  }
}

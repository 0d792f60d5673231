import ArticleModel

/// Finds the attributions of one paragraph, sentence by sentence.
struct ParagraphAttribution {
  let reader: ClauseReader
  private let sites: CueSiteFinder
  private let contents: ContentFinder
  private let reporting: ReportingClauseFinder
  private let range: TokenRange
  private(set) var runs: [QuotedRun]
  var drafts: [AttributionDraft] = []
  /// Per sentence that ends in "X said:", the draft that waits for its content.
  private(set) var waiting: AttributionDraft?
  /// By run, the draft of an "according to" that holds it.
  private var accounts: [Int: Int] = [:]

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
  private func cues(of sentence: TokenRange) -> SentenceCues {
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
  private func opensQuote(_ site: CueSite, _ sentence: TokenRange) -> Bool {
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
  private func firstRun(from start: Int) -> Int {
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
  private func endsSentence(from index: Int, _ sentence: TokenRange) -> Bool {
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

  // MARK: - Quotes before the cue

  /// The quoted run that ends directly before the clause of a cue.
  private func runBefore(_ site: CueSite, _ sentence: TokenRange) -> Int? {
    guard site.order == .subjectFirst || site.order == .inverted, !site.isParticiple,
      site.verb.frames.contains(.quoted)
    else { return nil }
    var place = site.clause.start - 1
    if place > range.start, reader.word(place) == .comma { place -= 1 }
    guard place >= sentence.start, place > range.start, reader.isMark(place),
      reader.isQuoted(place - 1), let index = run(endingAt: place)
    else { return nil }
    if !isPointed(place), opensQuote(site, sentence) { return nil }
    guard
      isPointed(place) || endsSentence(from: site.clause.end, sentence)
        || site.clause.end < sentence.end && reader.isPunctuation(site.clause.end)
    else { return nil }
    if isTitle(runs[index], sentence),
      let content = contents.complement(of: site, limit: sentence.end),
      !reader.isMark(content.range.start)
    {
      return nil
    }
    return index
  }

  /// Whether a comma or the end of a sentence stands at a closing mark, as before "Ruiz said".
  private func isPointed(_ mark: Int) -> Bool {
    if mark + 1 < range.end, reader.word(mark + 1) == .comma { return true }
    switch reader.word(reader.lastWord(before: mark)) {
    case .comma, .question, .ellipsis, .dash, .period: return true
    default: return false
    }
  }

  /// "on “A Long Road,” Ruiz said the road …": a few words in marks that the sentence goes over.
  private func isTitle(_ run: QuotedRun, _ sentence: TokenRange) -> Bool {
    let before = run.tokens.start - 2
    guard run.count <= 6, before >= sentence.start else { return false }
    return reader.partOfSpeech(before) == .adposition || reader.isNominal(before)
  }

  private func run(endingAt end: Int) -> Int? {
    runIndex { $0.tokens.end < end ? 1 : ($0.tokens.end == end ? 0 : -1) }
  }

  private func run(startingAt start: Int) -> Int? {
    runIndex { $0.tokens.start < start ? 1 : ($0.tokens.start == start ? 0 : -1) }
  }

  /// Binary search: runs stand in order.
  private func runIndex(_ compare: (QuotedRun) -> Int) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      let order = compare(runs[middle])
      if order == 0 { return middle }
      if order > 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// "“…,” Ruiz said", with the quote that may follow.
  private mutating func readAfterQuote(
    _ site: CueSite, run index: Int, _ sentence: TokenRange, _ cues: SentenceCues
  ) {
    let run = runs[index]
    // "“We lost,” Ruiz said, according to the Herald": hers inside the paper's account.
    let account = accounts[index]
    guard !run.isTaken || account != nil else {
      // "Ruiz said “We lost,” she said. “It is over.”": the second cue has what follows it.
      if let next = continuation(after: site, run: index, sentence, cues) {
        runs[next].isTaken = true
        append(site, [runs[next].tokens], how: "quote.said-before", confidence: 0.7)
      }
      return
    }
    var content: [TokenRange] = []
    let mark = run.tokens.start - 1
    var begin = max(sentenceStart(of: mark, sentence), mark - 300)
    // Words before an earlier quote of the sentence belong to that one.
    if index > 0, runs[index - 1].isTaken, runs[index - 1].tokens.end > begin { begin = mark }
    if begin < mark, !isApart(mark), reader.holdsFiniteVerb(TokenRange(begin, mark)) {
      // "The road is “lost,” Ruiz said": the clause before the mark belongs to it.
      content.append(TokenRange(begin, run.tokens.end + 1))
    } else {
      content.append(run.tokens)
    }
    runs[index].isTaken = true
    takeRuns(in: content[0])
    var how = "quote.said-after"
    if let next = continuation(after: site, run: index, sentence, cues) {
      content.append(runs[next].tokens)
      if let account { drafts[account].content.append(runs[next].tokens) }
      runs[next].isTaken = true
      how = "quote.said-between"
    }
    append(site, content, how: how, confidence: 0.93)
  }

  /// Whether a colon, dash or bracket parts an opening mark from what stands before it.
  private func isApart(_ mark: Int) -> Bool {
    switch reader.word(mark - 1) {
    case .colon, .dash, .openBracket: return true
    default: return false
    }
  }

  /// Where the sentence that holds `mark` begins; the run may have begun sentences earlier.
  private func sentenceStart(of mark: Int, _ sentence: TokenRange) -> Int {
    guard mark >= range.start else { return range.start }
    if mark >= sentence.start { return sentence.start }
    return reader.sentences[Int(reader.tokens[mark].sentence)].tokens.start
  }

  /// The run that goes on after "…,” Ruiz said": behind a comma, or as the next sentence where no
  /// other cue claims it.
  private func continuation(
    after site: CueSite, run index: Int, _ sentence: TokenRange, _ cues: SentenceCues
  ) -> Int? {
    let next = index + 1
    guard next < runs.count, !runs[next].isTaken else { return nil }
    let mark = runs[next].tokens.start - 1
    let end = site.clause.end
    guard mark >= end else { return nil }
    if mark < sentence.end {
      // Inside the sentence: only a short adjunct may stand between.
      guard mark - end <= 20,
        reader.word(mark - 1) == .comma || reader.word(mark - 1) == .colon
          || reader.word(mark - 1) == .dash || mark == end
      else { return nil }
      var isRelative = false
      for place in end..<mark {
        switch reader.word(place) {
        case .that: return nil
        case .who, .whose, .which: isRelative = true
        default:
          if reader.isFinite(place), !isRelative || reader.word(mark - 1) != .comma { return nil }
        }
        // ", adding: “…”": a quotation of its own.
        if reader.tag(place) == .ing, let cue = reader.cue(at: place), cue.frames.contains(.quoted)
        {
          return nil
        }
      }
      // "the host of “A Long Road”", "told Orlo's “Long Road”": a title that belongs to what is before.
      if mark == end,
        reader.partOfSpeech(end - 1) != .verb || site.verb.frames.contains(.addressee),
        !isWholeSentences(runs[next].tokens) || reader.partOfSpeech(end - 1) == .adposition
          || site.verb.frames.contains(.addressee)
      {
        return nil
      }
      return isClaimedBehind(next) ? nil : next
    }
    guard mark == sentence.end, !isClaimedBehind(next) else { return nil }
    // ", adding that …. “…”": what follows goes on from there.
    if cues.sites.contains(where: {
      $0.head > site.head && $0.isParticiple && $0.verb.lemma == "add"
    }) {
      return nil
    }
    // The next sentence must begin with the quote and end with it.
    return isWholeSentences(runs[next].tokens) ? next : nil
  }

  /// Whether a cue of its own follows the run ("“…,” she added").
  private func isClaimedBehind(_ index: Int) -> Bool {
    // Of a reopened quotation the last part has the cue.
    let index = endOfReopened(from: index) - 1
    if reporting.behind(runs[index], limit: range.end) != nil { return true }
    let end = runs[index].tokens.end + 1
    guard end < range.end else { return false }
    let sentence = reader.tokens[end - 1].sentence
    for place in end..<min(end + 12, range.end) {
      if reader.isQuoted(place) || reader.word(place) == .period { return false }
      if reader.tokens[place].sentence != sentence { return false }
      if let verb = reader.cue(at: place), verb.frames.contains(.quoted),
        reader.isFinite(place) || reader.tag(place) == .participle
      {
        return true
      }
    }
    return false
  }

  private func isWholeSentences(_ run: TokenRange) -> Bool {
    let last = run.end - 1
    let ends: Bool
    switch reader.word(last) {
    case .period, .question, .ellipsis: ends = true
    default:
      ends = false
    }
    return ends || run.end + 1 >= range.end
      || run.end + 1 < range.end && reader.word(run.end + 1) == .period
  }

  // MARK: - Unquoted content

  /// "On top of that, Ruiz said, the road is lost": the content surrounds source and cue.
  private func isParenthetical(_ site: CueSite, _ sentence: TokenRange) -> Bool {
    guard site.order == .subjectFirst || site.order == .inverted, !site.isParticiple,
      site.verb.frames.contains(.quoted) || site.verb.frames.contains(.clause)
    else { return false }
    let clause = site.clause
    guard clause.start > sentence.start + 1, clause.end < sentence.end,
      reader.word(clause.start - 1) == .comma,
      let comma = commaAfterAdjunct(clause.end, sentence)
    else { return false }
    // ", Ruiz said, “We lost”": the quote is its content.
    return !(comma + 1 < sentence.end && reader.isMark(comma + 1))
  }

  /// The comma that closes "Ruiz said" or "Ruiz said in Lisbon on Monday"; nil where more follows
  /// than a time or place.
  private func commaAfterAdjunct(_ index: Int, _ sentence: TokenRange) -> Int? {
    var place = index
    let limit = min(sentence.end, index + 10)
    while place < limit {
      if reader.word(place) == .comma { return place }
      if place == index {
        let opens =
          reader.partOfSpeech(place) == .adposition || reader.partOfSpeech(place) == .adverb
          || reader.word(place) == .date || reader.word(place) == .late
        guard opens, reader.word(place) != .of, reader.word(place) != .about else { return nil }
      }
      if reader.isQuoted(place) || reader.isMark(place) || reader.isFinite(place)
        || reader.word(place) == .that || reader.word(place) == .period
        || reader.word(place) == .colon
      {
        return nil
      }
      place += 1
    }
    return nil
  }

  private mutating func readParenthetical(_ site: CueSite, _ sentence: TokenRange, inner: Int) {
    let clause = site.clause
    let before = TokenRange(
      max(sentence.start, clause.start - 1 - 200), clause.start - 1)
    var content = [trimmed(before)]
    guard let comma = commaAfterAdjunct(clause.end, sentence) else { return }
    let after = comma + 1
    let limit = site.head < inner ? inner : sentence.end
    var next = after
    while next < limit, reader.partOfSpeech(next) == .adverb { next += 1 }
    let goesOn = next < limit && !(reader.tag(next) == .ing)
    if goesOn {
      content.append(trimmed(TokenRange(after, contents.end(from: after, limit: limit))))
    }
    guard content.contains(where: { reader.holdsFiniteVerb($0) }) else { return }
    if goesOn, !reader.holdsFiniteVerb(content[1]) { return }
    takeRuns(in: before)
    if goesOn { takeRuns(in: content[1]) }
    append(site, content, how: "speech.said-inside", confidence: 0.85)
  }

  /// Content that its sentence ends with a cue: "The road is lost, Ruiz said".
  private mutating func readClosing(_ site: CueSite, _ sentence: TokenRange) {
    let end = site.clause.start - 1
    let content = trimmed(TokenRange(sentence.start, end))
    guard !content.isEmpty, reader.holdsFiniteVerb(content) else { return }
    takeRuns(in: content)
    append(site, [content], how: "speech.said-after", confidence: 0.85)
  }

  /// "Ruiz is expected to resign", "the road seems to be lost": the content is subject and infinitive.
  private mutating func readPassive(_ site: CueSite, _ sentence: TokenRange, inner: Int) {
    var next = site.cue.end
    while next < inner, reader.partOfSpeech(next) == .adverb { next += 1 }
    guard next + 1 < inner,
      let subject = contents.sources.subject(
        endingAt: site.cue.start - 1, floor: sentence.start)
    else { return }
    let end = contents.end(from: next, limit: inner)
    if reader.word(subject.start) == .which || reader.word(subject.start) == .who {
      // ", which is expected to end": what is expected stands in another clause.
      if reader.word(next) == .to {
        let infinitive = TokenRange(next, contents.objectEnd(from: next, limit: end))
        append(site, [trimmed(infinitive)], how: "speech.passive", confidence: 0.5)
      }
      return
    }
    if reader.word(next) == .to {
      append(
        site, [subject, trimmed(TokenRange(next, end))], how: "speech.passive", confidence: 0.56)
    } else if reader.word(next) == .that, subject.count == 1 {
      append(site, [trimmed(TokenRange(next, end))], how: "speech.passive", confidence: 0.56)
    }
  }

  private mutating func readComplement(_ site: CueSite, _ sentence: TokenRange, inner: Int) {
    if site.order == .passive {
      readPassive(site, sentence, inner: inner)
      return
    }
    if endsInColon(site, sentence) { return }
    guard let content = contents.complement(of: site, limit: inner) else { return }
    var site = site
    if content.cueEnd > site.cue.end, site.order != .inverted { site.cue.end = content.cueEnd }
    var range = content.range
    let first = range.start
    if reader.isMark(first), let index = run(startingAt: first + 1) {
      let run = runs[index].tokens
      // "Ruiz said: “…”": the whole run, over all its sentences.
      if run.end + 1 >= range.end || isWholeSentences(run) {
        guard !runs[index].isTaken else { return }
        runs[index].isTaken = true
        append(
          site, [run], how: "quote.said-before", confidence: 0.92, addressee: content.addressee)
        return
      }
    }
    if let index = introduced(in: content) {
      // "Ruiz added a caveat: “…”", "Ruiz sent a letter saying, “…”": the quotation alone.
      runs[index].isTaken = true
      append(
        site, [runs[index].tokens], how: "quote.said-before", confidence: 0.85,
        addressee: content.addressee)
      return
    }
    // A run that begins inside the content and goes on behind the sentence belongs to it.
    if let lastRun = lastRun(in: range), runs[lastRun].tokens.end > range.end {
      range.end = min(runs[lastRun].tokens.end + 1, self.range.end)
    }
    range = trimmed(range)
    guard !range.isEmpty, !isBareReference(range) else { return }
    takeRuns(in: range)
    if content.frame == .infinitive || content.frame == .objectInfinitive {
      // To vow to do it, or to ask somebody to, is no assertion.
      site.verb.attitude = .eventuality
    }
    append(
      site, [range], how: Self.rule(content.frame, site),
      confidence: site.isParticiple ? 0.52 : Self.confidence(content.frame),
      addressee: content.addressee)
  }

  /// The run behind the colon or comma that ends a phrase without a verb of its own.
  private func introduced(in content: ContentFinder.Content) -> Int? {
    switch content.frame {
    case .infinitive, .objectInfinitive, .question: return nil
    default: break
    }
    let index = firstRun(from: content.range.start + 1)
    guard index < runs.count, !runs[index].isTaken, runs[index].count >= 3 else { return nil }
    let joint = runs[index].tokens.start - 2
    guard joint > content.range.start, joint < content.range.end,
      reader.word(joint) == .colon || reader.word(joint) == .comma
    else { return nil }
    let first = reader.tokens[runs[index].tokens.start]
    guard reader.word(content.range.start) != .that, first.word != first.lower,
      isWholeSentences(runs[index].tokens),
      !reader.holdsFiniteVerb(TokenRange(content.range.start, joint))
    else { return nil }
    return index
  }

  /// "denies that", "said it": a word alone that only points at what was said before.
  private func isBareReference(_ range: TokenRange) -> Bool {
    guard range.count == 1, !reader.isQuoted(range.start) else { return false }
    switch reader.partOfSpeech(range.start) {
    case .determiner, .pronoun, .subordinatingConjunction: return true
    case .adjective, .adposition, .adverb, .auxiliary, .coordinatingConjunction, .interjection,
      .noun, .numeral, .particle, .properNoun, .punctuation, .symbol, .verb, .other, .unknown:
      return false
    }
  }

  /// "Ruiz said:" with the quote in the next paragraph.
  private mutating func endsInColon(_ site: CueSite, _ sentence: TokenRange) -> Bool {
    guard sentence.end == range.end, reader.word(sentence.end - 1) == .colon,
      sentence.end - site.clause.end <= 15,
      site.verb.frames.contains(.quoted)
        || site.verb.frames.contains(.clause)
    else { return false }
    for place in site.clause.end..<sentence.end where reader.isFinite(place) { return false }
    waiting = draft(site, [], how: "quote.colon", confidence: 0.9)
    return true
  }

  func lastRun(in range: TokenRange) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].tokens.start < range.end { low = middle + 1 } else { high = middle }
    }
    guard low > 0, runs[low - 1].tokens.start >= range.start else { return nil }
    return low - 1
  }

  /// Whether the run stands in the range with its marks and words behind them.
  private func isWhole(_ run: Int, in part: TokenRange) -> Bool {
    runs[run].tokens.start > part.start && runs[run].tokens.end + 1 < part.end
  }

  private mutating func takeRuns(in range: TokenRange) {
    guard var index = lastRun(in: range) else { return }
    while index >= 0, runs[index].tokens.start >= range.start {
      runs[index].isTaken = true
      index -= 1
    }
  }

  // MARK: - According to

  /// Reads "according to Ruiz"; the place of its comma where content stands before it.
  private mutating func readAccordingTo(_ sentence: TokenRange) -> Int? {
    var first: Int?
    for index in sentence.start..<sentence.end
    where reader.word(index) == .according && !reader.isQuoted(index) {
      guard index + 2 < sentence.end, reader.word(index + 1) == .to,
        let source = contents.sources.nounPhrase(startingAt: index + 2, limit: sentence.end)
      else { continue }
      let cue = TokenRange(index, index + 2)
      var content: [TokenRange] = []
      let before = trimmed(TokenRange(max(sentence.start, index - 500), index))
      let behind = endOfPhrase(source, sentence)
      if index == sentence.start
        || !reader.holdsFiniteVerb(before) && behind + 1 < sentence.end
      {
        // "According to figures collected by the council, …"
        let start = commaBehind(behind, sentence) ?? behind
        // As before the cue: many cues in one endless sentence must not each take all of it.
        content = [trimmed(TokenRange(start, max(start, min(sentence.end, start + 500))))]
      } else {
        content = [before]
        if first == nil { first = index }
        // ", according to Ruiz, and the bridge with it": more of the content behind it.
        if source.end + 2 < sentence.end, reader.word(source.end) == .comma,
          reader.word(index - 1) == .comma, reader.word(source.end + 1) != .which,
          reader.word(source.end + 1) != .who, reader.word(source.end + 1) != .whose
        {
          let after = trimmed(
            TokenRange(source.end + 1, contents.end(from: source.end + 1, limit: sentence.end)))
          if !after.isEmpty { content.append(after) }
        }
      }
      content.removeAll { $0.isEmpty }
      guard !content.isEmpty else { continue }
      if let first = content.first, reader.isMark(first.start),
        let run = run(startingAt: first.start + 1), isWholeSentences(runs[run].tokens)
      {
        content[0] = runs[run].tokens
      }
      for part in content {
        takeRuns(in: part)
        if let last = lastRun(in: part), isWhole(last, in: part) { accounts[last] = drafts.count }
      }
      drafts.append(
        AttributionDraft(
          content: content, source: source, cue: cue, cueHead: index, attitude: .assertion,
          addressee: nil, evidence: Evidence("speech.according-to", confidence: 0.88)))
    }
    return first
  }

  /// Behind a phrase with what stands in brackets after it: "the Road Safety Council (RSC)".
  private func endOfPhrase(_ phrase: TokenRange, _ sentence: TokenRange) -> Int {
    guard phrase.end < sentence.end, reader.word(phrase.end) == .openBracket else {
      return phrase.end
    }
    let limit = min(sentence.end, phrase.end + 12)
    let close = (phrase.end..<limit).first { reader.word($0) == .closeBracket }
    return close.map { $0 + 1 } ?? phrase.end
  }

  /// The comma that parts a source from the content behind it, past a relative clause.
  private func commaBehind(_ index: Int, _ sentence: TokenRange) -> Int? {
    var isRelative = false
    for place in index..<min(sentence.end, index + 40) {
      if reader.isQuoted(place) || reader.isMark(place) { return nil }
      guard reader.word(place) == .comma, place + 1 < sentence.end else { continue }
      switch reader.word(place + 1) {
      case .which, .who, .whose: isRelative = true
      default: if place > index || !isRelative { return place }
      }
    }
    return nil
  }

  // MARK: - Drafts

  private func draft(
    _ site: CueSite, _ content: [TokenRange], how: String, confidence: Double,
    addressee: TokenRange? = nil
  ) -> AttributionDraft {
    AttributionDraft(
      content: content, source: site.source, cue: site.cue, cueHead: site.head,
      attitude: site.verb.attitude, addressee: addressee,
      evidence: Evidence(how, confidence: confidence))
  }

  private mutating func append(
    _ site: CueSite, _ content: [TokenRange], how: String, confidence: Double,
    addressee: TokenRange? = nil
  ) {
    drafts.append(draft(site, content, how: how, confidence: confidence, addressee: addressee))
  }

  /// Without marks that close the sentence, and without commas at either end.
  private func trimmed(_ range: TokenRange) -> TokenRange {
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

  private static func rule(_ frame: CueVerb.Frames, _ site: CueSite) -> String {
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
  private static func confidence(_ frame: CueVerb.Frames) -> Double {
    switch frame {
    case .clause: return 0.85
    case .quoted: return 0.9
    case .infinitive: return 0.6
    case .question, .objectInfinitive: return 0.65
    default: return 0.66
    }
  }
}

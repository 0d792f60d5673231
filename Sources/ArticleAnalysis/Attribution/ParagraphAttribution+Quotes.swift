import ArticleModel

/// Words in quotation marks with their cue behind or between them.
extension ParagraphAttribution {
  /// The quoted run that ends directly before the clause of a cue.
  func runBefore(_ site: CueSite, _ sentence: TokenRange) -> Int? {
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

  func run(endingAt end: Int) -> Int? {
    runIndex { $0.tokens.end < end ? 1 : ($0.tokens.end == end ? 0 : -1) }
  }

  func run(startingAt start: Int) -> Int? {
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
  mutating func readAfterQuote(
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
  func isApart(_ mark: Int) -> Bool {
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

  func isWholeSentences(_ run: TokenRange) -> Bool {
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
}

import ArticleModel

/// Words without quotation marks: behind a cue, before it, round it.
extension ParagraphAttribution {
  /// "On top of that, Ruiz said, the road is lost": the content surrounds source and cue.
  func isParenthetical(_ site: CueSite, _ sentence: TokenRange) -> Bool {
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

  mutating func readParenthetical(_ site: CueSite, _ sentence: TokenRange, inner: Int) {
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
  mutating func readClosing(_ site: CueSite, _ sentence: TokenRange) {
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

  mutating func readComplement(_ site: CueSite, _ sentence: TokenRange, inner: Int) {
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
  func introduced(in content: ContentFinder.Content) -> Int? {
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
  func isWhole(_ run: Int, in part: TokenRange) -> Bool {
    runs[run].tokens.start > part.start && runs[run].tokens.end + 1 < part.end
  }

  mutating func takeRuns(in range: TokenRange) {
    guard var index = lastRun(in: range) else { return }
    while index >= 0, runs[index].tokens.start >= range.start {
      runs[index].isTaken = true
      index -= 1
    }
  }
}

import ArticleModel

/// Gathers the attributions of an article's paragraphs and ties those that run on together.
struct AttributionCollector {
  private let reader: ClauseReader
  private let paragraphs: [Paragraph]
  private var drafts: [AttributionDraft] = []
  /// The last draft with words in quotation marks, and the paragraph that it ends in.
  private var lastQuote: (draft: Int, paragraph: Int)?
  /// "X said:" at the end of the paragraph before.
  private var waiting: AttributionDraft?
  /// Whether the last quoted run had no closing mark.
  private var isOpen = false

  init(reader: ClauseReader, paragraphs: [Paragraph]) {
    self.reader = reader
    self.paragraphs = paragraphs
  }

  /// What the rules find in an article.
  static func drafts(of article: AnnotatedArticle, _ reader: ClauseReader) -> [AttributionDraft] {
    var collector = AttributionCollector(reader: reader, paragraphs: article.paragraphs)
    var sentence = 0
    while sentence < article.sentences.count {
      let paragraph = article.sentences[sentence].paragraph
      let first = sentence
      while sentence < article.sentences.count, article.sentences[sentence].paragraph == paragraph {
        sentence += 1
      }
      collector.read(sentences: first..<sentence, paragraph: paragraph)
    }
    return collector.drafts
  }

  mutating func read(sentences: Range<Int>, paragraph: Int) {
    switch paragraphs[paragraph].role {
    case .credit, .byline, .dateline, .boilerplate: return
    case .headline, .subheadline, .caption, .lede, .body, .heading: break
    }
    let range = TokenRange(
      reader.sentences[sentences.lowerBound].tokens.start,
      reader.sentences[sentences.upperBound - 1].tokens.end)
    if let transcript = TranscriptLine.draft(in: range, reader) {
      drafts.append(transcript)
      return
    }
    var found = ParagraphAttribution(reader: reader, range: range)
    found.read(sentences: sentences)
    let base = drafts.count
    drafts.append(contentsOf: found.drafts)
    tie(found, range: range, paragraph: paragraph, base: base)
    waiting = found.waiting
    isOpen = found.runs.last.map { !$0.isClosed } ?? false
  }

  // MARK: - Runs that no cue of their sentence holds

  private mutating func tie(
    _ found: ParagraphAttribution, range: TokenRange, paragraph: Int, base: Int
  ) {
    for (index, run) in found.runs.enumerated() {
      if run.isTaken {
        if let holder = holder(of: run, from: base) { lastQuote = (holder, paragraph) }
        continue
      }
      let mark = run.tokens.start - 1
      let beginsParagraph = mark <= range.start
      guard beginsParagraph || beginsSentence(mark), isSpeech(run, range) else { continue }
      if index == 0, beginsParagraph, var waiting {
        waiting.content = [run.tokens]
        drafts.append(waiting)
        self.waiting = nil
        lastQuote = (drafts.count - 1, paragraph)
      } else if let speech = speechBefore(mark, from: base),
        lastQuote.map({ $0.paragraph < paragraph || drafts[$0.draft].cueHead < speech.cueHead })
          ?? true
      {
        // "Ruiz said the road was lost. “Nobody came.”": her words.
        drafts.append(
          AttributionDraft(
            content: [run.tokens], source: speech.source,
            cue: TokenRange(run.tokens.start, run.tokens.start), cueHead: -1,
            attitude: .assertion, addressee: nil,
            evidence: Evidence("quote.follows-speech", confidence: 0.6)))
        lastQuote = (drafts.count - 1, paragraph)
      } else if let lastQuote,
        lastQuote.paragraph == paragraph
          || (lastQuote.paragraph >= paragraph - 1 && beginsParagraph)
      {
        drafts[lastQuote.draft].content.append(run.tokens)
        self.lastQuote = (lastQuote.draft, paragraph)
      } else if beginsParagraph, run.count >= 6 {
        drafts.append(
          AttributionDraft(
            content: [run.tokens], source: nil, cue: TokenRange(run.tokens.start, run.tokens.start),
            cueHead: -1, attitude: .assertion, addressee: nil,
            evidence: Evidence("quote.unattributed", confidence: 0.5)))
        lastQuote = (drafts.count - 1, paragraph)
      }
    }
  }

  /// The attribution without a quotation that ends the sentence before a mark.
  private func speechBefore(_ mark: Int, from base: Int) -> AttributionDraft? {
    guard mark > 0, base < drafts.count else { return nil }
    let before = reader.sentences[Int(reader.tokens[mark - 1].sentence)].tokens
    for draft in drafts[max(base, drafts.count - 12)...].reversed() {
      guard draft.cueHead >= before.start, draft.cueHead < before.end, draft.source != nil,
        draft.attitude == .assertion
      else { continue }
      return draft
    }
    return nil
  }

  private func holder(of run: QuotedRun, from base: Int) -> Int? {
    for index in stride(from: drafts.count - 1, through: max(base, drafts.count - 12), by: -1) {
      for part in drafts[index].content
      where part.start <= run.tokens.start && run.tokens.end <= part.end {
        return index
      }
    }
    return nil
  }

  private func beginsSentence(_ mark: Int) -> Bool {
    mark >= 0 && reader.sentences[Int(reader.tokens[mark].sentence)].tokens.start == mark
  }

  /// Whole sentences, not a title or a term in marks.
  private func isSpeech(_ run: QuotedRun, _ range: TokenRange) -> Bool {
    guard run.count >= 3 else { return false }
    let last = run.tokens.end - 1
    let after = run.tokens.end + 1
    let ends =
      reader.word(last) == .period || reader.word(last) == .question
      || reader.word(last) == .ellipsis || !run.isClosed
    return ends || after >= range.end
      || (after == range.end - 1 && reader.isPunctuation(after))
  }

  // MARK: - Quotations

  /// The attributions as the model holds them, in text order.
  static func quotations(
    of drafts: [AttributionDraft], in article: AnnotatedArticle, _ reader: ClauseReader
  ) -> [Quotation] {
    var collector = AttributionCollector(reader: reader, paragraphs: article.paragraphs)
    collector.drafts = drafts
    return collector.quotations(of: article)
  }

  private func quotations(of article: AnnotatedArticle) -> [Quotation] {
    var quotations: [Quotation] = []
    quotations.reserveCapacity(drafts.count)
    for draft in drafts {
      if let quotation = quotation(draft, article) { quotations.append(quotation) }
    }
    quotations.sort { a, b in
      guard let first = a.content.first, let second = b.content.first else { return false }
      if first != second {
        return first.start != second.start ? first.start < second.start : first.end > second.end
      }
      return (a.cue.first ?? first) < (b.cue.first ?? second)
    }
    markNested(&quotations)
    return quotations
  }

  private func quotation(_ draft: AttributionDraft, _ article: AnnotatedArticle) -> Quotation? {
    let parts = draft.content.compactMap { contentRange($0) }
    guard let first = draft.content.first(where: { !$0.isEmpty }), !parts.isEmpty else {
      return nil
    }
    let sentence = Int(reader.tokens[first.start].sentence)
    let hasCue = draft.cueHead >= 0 && !draft.cue.isEmpty
    var quotation = Quotation(
      kind: kind(of: draft.content),
      content: parts.sorted(),
      source: draft.source.map { [reader.textRange($0)] } ?? [],
      cue: hasCue ? [reader.textRange(draft.cue)] : [],
      cueLemma: hasCue ? lemma(draft, article) : nil,
      speaker: nil, attitude: hasCue ? draft.attitude : nil,
      paragraph: reader.sentences[sentence].paragraph, sentence: sentence,
      evidence: draft.evidence)
    quotation.addressee = draft.addressee.map { reader.textRange($0) }
    if let source = draft.source, source.count == 1 {
      quotation.isPronoun = reader.partOfSpeech(source.start) == .pronoun
    }
    return quotation
  }

  private func lemma(_ draft: AttributionDraft, _ article: AnnotatedArticle) -> String? {
    if reader.word(draft.cueHead) == .according { return "according to" }
    if reader.word(draft.cueHead) == .colon { return ":" }
    return article.words[reader.tokens[draft.cueHead].lemma]
  }

  /// Without a comma or mark that only joins it to the cue.
  private func contentRange(_ part: TokenRange) -> TextRange? {
    var part = part
    while part.end > part.start,
      reader.word(part.end - 1) == .comma || reader.word(part.end - 1) == .dash
    {
      part.end -= 1
    }
    return part.isEmpty ? nil : reader.textRange(part)
  }

  private func kind(of content: [TokenRange]) -> Quotation.Kind {
    var quoted = false
    var unquoted = false
    for part in content {
      for index in part.start..<part.end where !reader.isPunctuation(index) {
        if reader.isQuoted(index) { quoted = true } else { unquoted = true }
      }
    }
    return quoted ? (unquoted ? .mixed : .direct) : .indirect
  }

  /// A quotation whose content lies inside another's is nested; the outer one never is.
  private func markNested(_ quotations: inout [Quotation]) {
    // By start, the longer first: an earlier span that reaches as far holds this one.
    var open: [(end: Int, quotation: Int)] = []
    for index in quotations.indices {
      guard let first = quotations[index].content.first, let last = quotations[index].content.last
      else { continue }
      while let top = open.last, top.end <= first.start { open.removeLast() }
      if open.contains(where: { holder in
        holder.end >= last.end
          && holds(quotations[holder.quotation].content, quotations[index].content)
      }) {
        quotations[index].isNested = true
      }
      if open.count < 16 { open.append((last.end, index)) }
    }
  }

  private func holds(_ outer: [TextRange], _ inner: [TextRange]) -> Bool {
    guard outer != inner, inner.count <= 8, outer.count <= 64 else { return false }
    return inner.allSatisfy { part in outer.contains { $0.contains(part) } }
  }
}

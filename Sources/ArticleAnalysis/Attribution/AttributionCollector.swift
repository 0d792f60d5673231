import ArticleModel

/// Gathers the attributions of an article's paragraphs and ties those that run on together.
struct AttributionCollector {
  private let reader: ClauseReader
  private let paragraphs: [Paragraph]
  private var drafts: [AttributionDraft] = []
  /// The last draft with words in quotation marks, and the paragraph that it ends in.
  private var lastQuote: (draft: Int, paragraph: Int)?
  /// The attribution without a quotation that ends a paragraph, and that paragraph.
  private var lastSpeech: (draft: Int, paragraph: Int)?
  /// "X said:" at the end of the paragraph before.
  private var waiting: AttributionDraft?
  /// A paragraph of nothing but somebody's words, until the next one has said whose they are.
  private var held: HeldQuote?

  /// Whether the paragraph before was a question or an answer of a transcript.
  private var isExchange = false

  private struct HeldQuote {
    var runs: [TokenRange]
    var isClosed: Bool
    var paragraph: Int
  }

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
    collector.finish()
    var revision = DraftRevision(reader, words: article.words)
    revision.revise(&collector.drafts)
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
    if let signature = SignatureLine.find(from: range.start, limit: range.end, reader)
      ?? (held?.isClosed == false ? SignatureLine.closing(range, reader) : nil),
      let quote = held
    {
      sign(quote.runs, signature, paragraph: quote.paragraph)
      held = nil
      return
    }
    if let transcript = TranscriptLine.draft(in: range, reader, isExchange: isExchange) {
      settle()
      drafts.append(transcript)
      readInside(transcript, sentences)
      isExchange = TranscriptLine.isExchange(transcript, reader)
      return
    }
    isExchange = false
    var found = ParagraphAttribution(reader: reader, range: range)
    found.read(sentences: sentences)
    let base = drafts.count
    drafts.append(contentsOf: found.drafts)
    if let first = found.runs.first, first.isTaken, first.tokens.start - 1 <= range.start {
      join(first, from: base)
    }
    settle()
    tie(found, range: range, paragraph: paragraph, base: base)
    if let speech = speechBefore(range.end, from: base) { lastSpeech = (speech, paragraph) }
    waiting = found.waiting
  }

  /// What a line of a transcript tells of others' words.
  private mutating func readInside(_ transcript: AttributionDraft, _ sentences: Range<Int>) {
    guard let content = transcript.content.first else { return }
    var inside = ParagraphAttribution(reader: reader, range: content)
    inside.read(sentences: sentences)
    drafts += inside.drafts
  }

  /// Settles what waits for a paragraph that does not come.
  mutating func finish() { settle() }

  // MARK: - Paragraphs of one quotation

  /// The held paragraph begins what the next one's quotation goes on with, and shares its cue.
  private mutating func join(_ run: QuotedRun, from base: Int) {
    guard let quote = held, !quote.isClosed || !followsQuote(quote),
      let holder = holder(of: run, from: base), drafts[holder].cueHead >= 0
    else { return }
    drafts[holder].content.insert(contentsOf: quote.runs, at: 0)
    held = nil
  }

  /// Whether somebody was quoted in the held paragraph or the one before, who may go on.
  private func followsQuote(_ quote: HeldQuote) -> Bool {
    lastQuote.map { $0.paragraph >= quote.paragraph - 1 } ?? false
  }

  /// Nothing behind the held paragraph says whose words they are: whoever was quoted last, or nobody.
  private mutating func settle() {
    guard let quote = held else { return }
    held = nil
    if let speech = speech(before: quote) {
      // "Ruiz said the road was lost." and then nothing but a quotation: hers.
      drafts[speech].content += quote.runs
      lastQuote = (speech, quote.paragraph)
    } else if let lastQuote, followsQuote(quote) {
      drafts[lastQuote.draft].content += quote.runs
      self.lastQuote = (lastQuote.draft, quote.paragraph)
    } else if let first = quote.runs.first, first.count >= 6 || quote.runs.count > 1 {
      let place = first.start
      drafts.append(
        AttributionDraft(
          content: quote.runs, source: nil, cue: TokenRange(place, place),
          cueHead: -1, attitude: .assertion, addressee: nil,
          evidence: Evidence("quote.unattributed", confidence: 0.5)))
      lastQuote = (drafts.count - 1, quote.paragraph)
    }
  }

  /// The attribution that ends the paragraph before the held one, where no later one has a quotation.
  private func speech(before quote: HeldQuote) -> Int? {
    guard let lastSpeech, lastSpeech.paragraph == quote.paragraph - 1 else { return nil }
    if let lastQuote, lastQuote.paragraph >= lastSpeech.paragraph,
      drafts[lastQuote.draft].cueHead >= drafts[lastSpeech.draft].cueHead
    {
      return nil
    }
    return lastSpeech.draft
  }

  private mutating func sign(_ runs: [TokenRange], _ signature: SignatureLine, paragraph: Int) {
    drafts.append(
      AttributionDraft(
        content: runs, source: signature.source, cue: signature.cue,
        cueHead: signature.cue.isEmpty ? -1 : signature.cue.start, attitude: .assertion,
        addressee: nil, evidence: Evidence("quote.signed", confidence: 0.85)))
    lastQuote = (drafts.count - 1, paragraph)
  }

  // MARK: - Runs that no cue of their sentence holds

  private mutating func tie(
    _ found: ParagraphAttribution, range: TokenRange, paragraph: Int, base: Int
  ) {
    var signatureEnd: Int?
    for (index, run) in found.runs.enumerated() {
      if run.isTaken {
        if let holder = holder(of: run, from: base) { lastQuote = (holder, paragraph) }
        continue
      }
      let mark = run.tokens.start - 1
      let beginsParagraph = mark <= range.start
      guard beginsParagraph || beginsSentence(mark) || mark == signatureEnd, isSpeech(run, range)
      else { continue }
      if let signature = SignatureLine.find(from: run.tokens.end + 1, limit: range.end, reader) {
        sign([run.tokens], signature, paragraph: paragraph)
        signatureEnd = signature.source.end
      } else if index == 0, beginsParagraph, let lastQuote, lastQuote.paragraph == paragraph - 1,
        run.tokens.end + 1 < range.end, mark > 0, reader.isQuoted(mark - 1)
      {
        // The quotation before it was not closed, and others' words may follow its end.
        drafts[lastQuote.draft].content.append(run.tokens)
        self.lastQuote = (lastQuote.draft, paragraph)
      } else if index == 0, beginsParagraph, var waiting {
        waiting.content = [run.tokens]
        drafts.append(waiting)
        self.waiting = nil
        lastQuote = (drafts.count - 1, paragraph)
      } else if let speech = speechBefore(mark, from: base),
        lastQuote.map({
          $0.paragraph < paragraph || drafts[$0.draft].cueHead < drafts[speech].cueHead
        })
          ?? true
      {
        // "Ruiz said the road was lost. “Nobody came.”": her words.
        drafts[speech].content.append(run.tokens)
        lastQuote = (speech, paragraph)
      } else if held?.paragraph == paragraph {
        held?.runs.append(run.tokens)
        held?.isClosed = run.isClosed
      } else if let lastQuote, lastQuote.paragraph == paragraph {
        drafts[lastQuote.draft].content.append(run.tokens)
        self.lastQuote = (lastQuote.draft, paragraph)
      } else if beginsParagraph {
        held = HeldQuote(runs: [run.tokens], isClosed: run.isClosed, paragraph: paragraph)
      }
    }
  }

  /// The attribution without a quotation that ends the sentence before a mark.
  private func speechBefore(_ mark: Int, from base: Int) -> Int? {
    guard mark > 0, base < drafts.count else { return nil }
    let before = reader.sentences[Int(reader.tokens[mark - 1].sentence)].tokens
    for index in stride(from: drafts.count - 1, through: max(base, drafts.count - 12), by: -1) {
      let draft = drafts[index]
      // Of ", who noted that …" it is whoever was quoted that goes on.
      guard draft.cueHead >= before.start, draft.cueHead < before.end, let source = draft.source,
        draft.attitude == .assertion, reader.word(source.start) != .who
      else { continue }
      return index
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
}

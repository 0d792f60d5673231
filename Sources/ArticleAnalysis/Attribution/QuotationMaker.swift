import ArticleModel

/// Turns attributions as they were found in tokens into those of the model.
struct QuotationMaker {
  let reader: ClauseReader
  let article: AnnotatedArticle

  /// The attributions as the model holds them, in text order.
  func quotations(of drafts: [AttributionDraft]) -> [Quotation] {
    var quotations: [Quotation] = []
    quotations.reserveCapacity(drafts.count)
    for draft in drafts {
      if let quotation = quotation(draft) { quotations.append(quotation) }
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

  private func quotation(_ draft: AttributionDraft) -> Quotation? {
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
      cueLemma: hasCue ? lemma(draft) : nil,
      speaker: nil, attitude: hasCue ? draft.attitude : nil,
      paragraph: reader.sentences[sentence].paragraph, sentence: sentence,
      evidence: draft.evidence)
    quotation.addressee = draft.addressee.map { reader.textRange($0) }
    if let source = draft.source, source.count == 1 {
      quotation.isPronoun = reader.partOfSpeech(source.start) == .pronoun
    }
    return quotation
  }

  private func lemma(_ draft: AttributionDraft) -> String? {
    if reader.word(draft.cueHead) == .according { return "according to" }
    if reader.word(draft.cueHead) == .colon { return ":" }
    if reader.word(draft.cueHead) == .dash { return "\u{2014}" }
    return article.words[reader.tokens[draft.cueHead].lemma]
  }

  /// Without a comma or mark that only joins it to the cue, and with both marks of a quotation that
  /// begins or ends inside it ("they were “wiping the slate clean”").
  private func contentRange(_ part: TokenRange) -> TextRange? {
    var part = part
    while part.end > part.start,
      reader.word(part.end - 1) == .comma || reader.word(part.end - 1) == .dash
    {
      part.end -= 1
    }
    guard !part.isEmpty else { return nil }
    let isWhole = (part.start..<part.end).allSatisfy { reader.isQuoted($0) }
    if isWhole { return reader.textRange(part) }
    if reader.isQuoted(part.end - 1), closes(part.end) { part.end += 1 }
    if reader.isQuoted(part.start), opens(part.start - 1) { part.start -= 1 }
    return reader.textRange(part)
  }

  /// Whether an outer mark ends a quotation and does not reopen it.
  private func closes(_ index: Int) -> Bool {
    index < reader.records.count && reader.isMark(index)
      && !(index + 1 < reader.records.count && reader.isQuoted(index + 1))
  }

  private func opens(_ index: Int) -> Bool {
    index >= 0 && reader.isMark(index) && !(index > 0 && reader.isQuoted(index - 1))
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

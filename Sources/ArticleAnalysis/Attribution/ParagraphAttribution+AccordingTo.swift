import ArticleModel

/// "According to Ruiz".
extension ParagraphAttribution {
  /// Reads "according to Ruiz"; the place of its comma where content stands before it.
  mutating func readAccordingTo(_ sentence: TokenRange) -> Int? {
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
}

import ArticleModel

/// A line of a transcript, such as "RUIZ: We lost the road" or "Q: Who lost it?".
enum TranscriptLine {
  /// The attribution of a paragraph that begins with a name or letter and a colon; nil for any other.
  ///
  /// An exchange is where the paragraph before was a question or an answer, so that "A." is no initial.
  static func draft(
    in paragraph: TokenRange, _ reader: ClauseReader, isExchange: Bool
  ) -> AttributionDraft? {
    guard
      let label = letter(in: paragraph, reader, isExchange: isExchange)
        ?? name(in: paragraph, reader)
    else { return nil }
    var spoken = TokenRange(label.cue.end, paragraph.end)
    if reader.isMark(paragraph.start), reader.isMark(spoken.end - 1), spoken.count > 1 {
      spoken.end -= 1
    }
    // "RUIZ: “We lost.”": the marks do not belong to it; with more behind them it is no transcript.
    if reader.isMark(spoken.start), spoken.count > 2 {
      var end = spoken.start + 1
      while end < spoken.end, reader.isQuoted(end) { end += 1 }
      guard end >= spoken.end - 1 else { return nil }
      spoken = TokenRange(spoken.start + 1, end)
    }
    return AttributionDraft(
      content: [spoken], source: label.source, cue: label.cue, cueHead: label.cue.start,
      attitude: .assertion, addressee: nil, evidence: Evidence("quote.transcript", confidence: 0.75)
    )
  }

  /// Whether the line is a question or an answer.
  static func isExchange(_ draft: AttributionDraft, _ reader: ClauseReader) -> Bool {
    draft.source.map { $0.count == 1 && isLetter($0.start, reader) } ?? false
  }

  // MARK: - Implementation

  private struct Label {
    var source: TokenRange
    var cue: TokenRange
  }

  /// The letter of a question or an answer: `Q: …`, `A: …`, `Q. …`, and behind an exchange `A. …`.
  private static func letter(
    in paragraph: TokenRange, _ reader: ClauseReader, isExchange: Bool
  ) -> Label? {
    let first = paragraph.start
    guard paragraph.count > 2, !reader.isQuoted(first) else { return nil }
    if isLetter(first, reader), reader.word(first + 1) == .colon {
      return Label(
        source: TokenRange(first, first + 1), cue: TokenRange(first + 1, first + 2))
    }
    let isAnswer = reader.word(first) == .answer && isExchange
    guard reader.word(first) == .questioner && reader.tokens[first].range.count == 2 || isAnswer
    else {
      return nil
    }
    return Label(source: TokenRange(first, first + 1), cue: TokenRange(first + 1, first + 1))
  }

  private static func name(in paragraph: TokenRange, _ reader: ClauseReader) -> Label? {
    // "“RUIZ: We lost.": a transcript that stands in marks, each line with one of its own.
    let isMarked = reader.isMark(paragraph.start) && paragraph.count > 3
    let start = isMarked ? paragraph.start + 1 : paragraph.start
    var colon = start
    while colon < min(paragraph.end, start + 6), reader.word(colon) != .colon {
      guard
        reader.partOfSpeech(colon) == .properNoun || isTitleWord(colon, reader)
          || isLetter(colon, reader)
      else { return nil }
      colon += 1
    }
    guard colon > start, colon + 2 < paragraph.end, reader.word(colon) == .colon,
      reader.isQuoted(colon) == isMarked, reader.partOfSpeech(colon - 1) == .properNoun,
      reader.holdsFiniteVerb(TokenRange(colon + 1, paragraph.end))
    else { return nil }
    return Label(source: TokenRange(start, colon), cue: TokenRange(colon, colon + 1))
  }

  private static func isLetter(_ index: Int, _ reader: ClauseReader) -> Bool {
    let length = reader.tokens[index].range.count
    return !reader.isPunctuation(index)
      && (length == 1
        || length == 2 && (reader.word(index) == .questioner || reader.word(index) == .answer))
  }

  private static func isTitleWord(_ index: Int, _ reader: ClauseReader) -> Bool {
    reader.partOfSpeech(index) == .noun || reader.word(index) == .of
  }
}

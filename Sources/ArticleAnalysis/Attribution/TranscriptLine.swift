import ArticleModel

/// A line of a transcript, such as "RUIZ: We lost the road".
enum TranscriptLine {
  /// The attribution of a paragraph that begins with a name and a colon; nil for any other.
  static func draft(in paragraph: TokenRange, _ reader: ClauseReader) -> AttributionDraft? {
    var colon = paragraph.start
    while colon < min(paragraph.end, paragraph.start + 6), reader.word(colon) != .colon {
      guard
        reader.partOfSpeech(colon) == .properNoun || isTitleWord(colon, reader)
          || isLetter(colon, reader)
      else { return nil }
      colon += 1
    }
    guard colon > paragraph.start, colon + 2 < paragraph.end, reader.word(colon) == .colon,
      !reader.isQuoted(colon)
    else { return nil }
    // "Q: Why?", "A: I do not know."
    let isLetter = colon == paragraph.start + 1 && isLetter(paragraph.start, reader)
    guard isLetter || reader.partOfSpeech(colon - 1) == .properNoun else { return nil }
    let content = TokenRange(colon + 1, paragraph.end)
    guard isLetter || reader.holdsFiniteVerb(content) else { return nil }
    var spoken = content
    // "RUIZ: “We lost.”": the marks do not belong to it.
    if reader.isMark(spoken.start), reader.isMark(spoken.end - 1), spoken.count > 2 {
      spoken = TokenRange(spoken.start + 1, spoken.end - 1)
    }
    return AttributionDraft(
      content: [spoken], source: TokenRange(paragraph.start, colon),
      cue: TokenRange(colon, colon + 1), cueHead: colon, attitude: .assertion, addressee: nil,
      evidence: Evidence("quote.transcript", confidence: 0.75))
  }

  private static func isLetter(_ index: Int, _ reader: ClauseReader) -> Bool {
    reader.tokens[index].range.count == 1 && !reader.isPunctuation(index)
  }

  private static func isTitleWord(_ index: Int, _ reader: ClauseReader) -> Bool {
    reader.partOfSpeech(index) == .noun || reader.word(index) == .of
  }
}

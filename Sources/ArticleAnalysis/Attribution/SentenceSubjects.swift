import ArticleModel

/// The subjects met in a sentence up to some verb: whose a verb without one of its own is.
struct SentenceSubjects {
  private let start: Int
  private var first: TokenRange?
  /// The subject of the main clause: it begins the sentence, or stands behind the comma of what does.
  private var main: TokenRange?
  /// Whether the main clause's subject begins the sentence.
  private var isFirst = false
  /// The source of the last cue, and of the last that asserts.
  private var source: TokenRange?
  private var speaker: TokenRange?

  init(start: Int) { self.start = start }

  mutating func meet(_ subject: TokenRange, _ reader: ClauseReader) {
    if first == nil { first = subject }
    if isFirst { return }

    isFirst = opensSentence(subject.start, reader)
    if isFirst || reader.word(subject.start - 1) == .comma { main = subject }
  }

  mutating func note(_ source: TokenRange, of verb: CueVerb) {
    self.source = source
    if verb.attitude == .assertion { speaker = source }
  }

  /// The subject of ", adding", "and said": whoever spoke in the main clause, or its subject.
  func shared(by verb: CueVerb) -> TokenRange? {
    let last = verb.attitude == .assertion ? speaker ?? source : source
    guard let main else { return last ?? first }
    guard let last, last.start >= main.start else { return main }
    return last
  }

  // MARK: - Implementation

  /// Whether nothing stands before the word but "and", "but", an adverb or a mark.
  private func opensSentence(_ index: Int, _ reader: ClauseReader) -> Bool {
    guard index - start <= 3 else { return false }
    return (start..<index).allSatisfy {
      reader.word($0) == .and || reader.word($0) == .but || reader.word($0) == .mark
        || reader.partOfSpeech($0) == .adverb
    }
  }
}

import ArticleModel

/// The lines of one sentence, with what its comments begin.
struct CoNLLUSentence {
  /// A piece of text that is one word or the surface of several.
  struct SurfaceToken {
    /// Nil where the words' own forms, joined, are the surface.
    var form: TextRange?
    /// Indices into ``words``.
    var words: Range<Int>
    var misc: TextRange
  }

  /// The id that `newdoc` states, where one begins here.
  struct DocumentStart {
    var id: String?
    var line: Int
  }

  /// `# meta::key = value`.
  struct Metadata {
    var key: String
    var value: String
    var line: Int
  }

  var document: DocumentStart?
  var startsParagraph = false
  var metadata: [Metadata] = []
  /// What `# text` states.
  var text: TextRange?
  var words: [CoNLLUWord] = []
  /// In order; every word is part of one.
  var surface: [SurfaceToken] = []
}

/// Reads the sentences of a CoNLL-U file, one after the other.
struct CoNLLUSentences {
  private let utf8: [UInt8]
  private var lines: TextLines
  private var lineNumber = 0
  /// A line that was read and belongs to the next sentence.
  private var unread: CoNLLULine?
  /// A multiword token whose words are still to come: the numbers of its first and last word, and
  /// its place in ``CoNLLUSentence/surface``.
  private var open: (first: Int, last: Int, index: Int, field: TextRange, line: Int)?
  private var lineRange = TextRange(0, 0)

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    lines = TextLines(utf8)
  }

  /// The next sentence; nil at the end.
  ///
  /// What begins with a comment and has no words goes on to the sentence after it, but for the
  /// text.
  mutating func next(_ log: inout CoNLLUProblemLog) -> CoNLLUSentence? {
    var sentence = CoNLLUSentence()
    var textLine: Int?
    while let line = nextLine() {
      switch line {
      case .blank:
        if !sentence.words.isEmpty { return finish(sentence, &log) }
        if let line = textLine { log.add(.noWords, line: line) }
        sentence.text = nil
        textLine = nil
      case .comment(let comment):
        if !sentence.words.isEmpty, Self.beginsSentence(comment.key) {
          log.add(.missingBlankLine, line: lineNumber)
          unread = line
          return finish(sentence, &log)
        }
        if comment.key == "text", sentence.text == nil { textLine = lineNumber }
        take(comment, into: &sentence, &log)
      case .word(let word, let count):
        if word.identifier == .word(1), sentence.words.contains(where: { $0.isNumbered }) {
          log.add(.missingBlankLine, line: lineNumber)
          unread = line
          return finish(sentence, &log)
        }
        if count != CoNLLULine.fieldCount { log.add(.fieldCount(count), line: lineNumber) }
        take(word, into: &sentence, &log)
      case .unread:
        log.add(.notAWord(line: utf8.excerpt(lineRange)), line: lineNumber)
      }
    }
    if !sentence.words.isEmpty { return finish(sentence, &log) }
    if let line = textLine { log.add(.noWords, line: line) }
    if let document = sentence.document {
      log.add(.emptyDocument(id: document.id), line: document.line)
    }
    return nil
  }

  // MARK: - Implementation

  private mutating func nextLine() -> CoNLLULine? {
    if let line = unread {
      unread = nil
      return line
    }
    guard let range = lines.next() else { return nil }
    lineNumber += 1
    lineRange = range
    return CoNLLULine(utf8, range, number: lineNumber)
  }

  private static func beginsSentence(_ key: String) -> Bool {
    key == "text" || key == "sent_id" || key == "newpar" || key == "newpar id" || key == "newdoc"
      || key == "newdoc id"
  }

  private func take(
    _ comment: CoNLLUComment, into sentence: inout CoNLLUSentence, _ log: inout CoNLLUProblemLog
  ) {
    switch comment.key {
    case "newdoc", "newdoc id":
      if let before = sentence.document {
        log.add(.emptyDocument(id: before.id), line: before.line)
        sentence.metadata.removeAll()
      }
      let id = comment.value.map { utf8.string(utf8.trimmed($0)) } ?? ""
      sentence.document = CoNLLUSentence.DocumentStart(
        id: comment.key == "newdoc id" && !id.isEmpty ? id : nil, line: lineNumber)
    case "newpar", "newpar id": sentence.startsParagraph = true
    case "text": sentence.text = sentence.text ?? comment.value
    default:
      guard comment.key.hasPrefix("meta::"), let value = comment.value else { return }
      sentence.metadata.append(
        CoNLLUSentence.Metadata(
          key: String(comment.key.dropFirst(6)), value: utf8.string(utf8.trimmed(value)),
          line: lineNumber))
    }
  }

  // MARK: Words

  private mutating func take(
    _ word: CoNLLUWord, into sentence: inout CoNLLUSentence, _ log: inout CoNLLUProblemLog
  ) {
    switch word.identifier {
    case .emptyNode: return
    case .range(let first, let last):
      closeRange(&sentence, &log)
      let start = sentence.words.count
      sentence.surface.append(
        CoNLLUSentence.SurfaceToken(
          form: isKnown(word.form) ? word.form : nil, words: start..<start, misc: word.misc))
      open = (first, last, sentence.surface.count - 1, word.identifierField, word.line)
    case .word(let number):
      let previous = sentence.words.last { $0.isNumbered }?.number ?? 0
      if number != previous + 1 {
        log.add(.idOrder(id: number, after: previous), line: word.line)
      }
      if let open, number < open.first || number > open.last { closeRange(&sentence, &log) }
      add(word, to: &sentence, &log)
    case .unreadable:
      log.add(.unreadableID(utf8.excerpt(word.identifierField)), line: word.line)
      add(word, to: &sentence, &log)
    }
  }

  private mutating func add(
    _ word: CoNLLUWord, to sentence: inout CoNLLUSentence, _ log: inout CoNLLUProblemLog
  ) {
    if word.form.isEmpty { log.add(.missingForm, line: word.line) }
    let index = sentence.words.count
    sentence.words.append(word)
    if let open {
      sentence.surface[open.index].words = sentence.surface[open.index].words.lowerBound..<index + 1
      if word.identifier == .word(open.last) { self.open = nil }
    } else {
      sentence.surface.append(
        CoNLLUSentence.SurfaceToken(
          form: word.form.isEmpty ? nil : word.form, words: index..<index + 1, misc: word.misc))
    }
  }

  /// Ends a multiword token whose last word has not come.
  private mutating func closeRange(
    _ sentence: inout CoNLLUSentence, _ log: inout CoNLLUProblemLog
  ) {
    guard let range = open else { return }
    open = nil
    guard sentence.surface[range.index].words.isEmpty else { return }
    log.add(.strayRange(utf8.excerpt(range.field)), line: range.line)
    sentence.surface.remove(at: range.index)
  }

  private mutating func finish(
    _ sentence: CoNLLUSentence, _ log: inout CoNLLUProblemLog
  ) -> CoNLLUSentence {
    var sentence = sentence
    closeRange(&sentence, &log)
    return sentence
  }

  private func isKnown(_ field: TextRange) -> Bool { !utf8.isUnderscore(field) && !field.isEmpty }
}

extension CoNLLUWord {
  var isNumbered: Bool { number != nil }

  /// The number of a word; nil where it has none that can be read.
  var number: Int? {
    if case .word(let number) = identifier { return number }
    return nil
  }
}

extension [UInt8] {
  /// Whether a field says that its value is not known.
  func isUnderscore(_ field: TextRange) -> Bool {
    field.count == 1 && self[field.start] == UInt8(ascii: "_")
  }

  /// The beginning of a field or line as a message quotes it, without what would upset a terminal.
  func excerpt(_ range: TextRange) -> String {
    let limit = 40
    // Four bytes a scalar at most, and one scalar more shows that there is more.
    let text = String(decoding: self[range.start..<range.end].prefix(4 * limit + 4), as: UTF8.self)
    var excerpt = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(limit) {
      excerpt.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(excerpt) + (text.unicodeScalars.count > limit ? "…" : "")
  }
}

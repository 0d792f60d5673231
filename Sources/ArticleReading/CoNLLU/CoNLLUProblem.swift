import Diagnostics

/// What can be wrong in a CoNLL-U file, as data; the words are in ``message``.
enum CoNLLUProblem {
  /// A line of prose
  case notAWord(line: String)
  /// `1  The  the`
  case fieldCount(Int)
  /// `1`, then an empty field
  case missingForm
  /// `x1  The …`
  case unreadableID(String)
  /// Word 5 after word 3
  case idOrder(id: Int, after: Int)
  /// `3-4  don't …` where no word 3 follows, or inside another such range
  case strayRange(String)
  /// `1  The …` after word 7
  case missingBlankLine
  /// Comments of a sentence, and no word before the empty line
  case noWords
  /// `# newdoc` before the end or before another
  case emptyDocument(id: String?)
  /// `# newdoc id = a`, twice
  case repeatedDocument(id: String, renamed: String)
  /// HEAD `99`, `x`, or the word's own
  case head(String, of: String)
  case circularHeads(of: String)
  /// Words that are not in `# text`
  case textMismatch(first: String, missing: Int, count: Int)
  /// A sentence of many words with another's `# text`
  case otherText(first: String, count: Int)
  /// `Span=metaphor`
  case span(String)
  /// `# meta::dateCreated = yesterday`
  case date(PublicationTimeError)
}

extension CoNLLUProblem {
  var code: String {
    switch self {
    case .notAWord: return CoNLLUProblemCode.notAWord.rawValue
    case .fieldCount, .missingForm: return CoNLLUProblemCode.fields.rawValue
    case .unreadableID, .idOrder, .strayRange: return CoNLLUProblemCode.identifier.rawValue
    case .missingBlankLine: return CoNLLUProblemCode.missingBlankLine.rawValue
    case .noWords: return CoNLLUProblemCode.noWords.rawValue
    case .emptyDocument: return CoNLLUProblemCode.emptyDocument.rawValue
    case .repeatedDocument: return CoNLLUProblemCode.repeatedDocument.rawValue
    case .head, .circularHeads: return CoNLLUProblemCode.head.rawValue
    case .textMismatch, .otherText: return CoNLLUProblemCode.textMismatch.rawValue
    case .span: return CoNLLUProblemCode.span.rawValue
    case .date: return ReadingProblemCode.frontMatterDate.rawValue
    }
  }

  var message: String {
    switch self {
    case .notAWord(let line):
      return "'\(line)' is no comment and no word's line, and is left out"
    case .fieldCount(let count):
      return count < CoNLLULine.fieldCount
        ? "has \(count) of 10 fields; the others are taken as unknown"
        : "has \(count) fields where CoNLL-U has 10; those beyond are left out"
    case .missingForm: return "the word has no form and is read as '_'"
    case .unreadableID(let id):
      return "'\(id)' is no number of a word; it is read as one that is nobody's head"
    case .idOrder(let id, let previous):
      return "word \(id) follows word \(previous)"
    case .strayRange(let id):
      return "the words of '\(id)' do not follow it, and it is left out"
    case .missingBlankLine: return "a sentence begins without an empty line before it"
    case .noWords: return "the sentence has no words and is left out"
    case .emptyDocument(let id):
      return "document\(id.map { " '\($0)'" } ?? "") has no sentences and is left out"
    case .repeatedDocument(let id, let renamed):
      return "a document before has the id '\(id)' too; this one is '\(renamed)'"
    case .head(let head, let form):
      return "head '\(head)' of '\(form)' is no other word of its sentence, and is taken as unknown"
    case .circularHeads(let form):
      return "the heads lead in a circle back to '\(form)'; the head that closes it is taken as "
        + "unknown"
    case .textMismatch(let first, let missing, let count):
      return missing == 1
        ? "'\(first)' does not stand in '# text' where its words are; it is put between its "
          + "neighbors"
        : "\(missing) of \(count) words do not stand in '# text' in their order, first '\(first)'; "
          + "they are put between their neighbors"
    case .otherText(let first, let count):
      return "from '\(first)' on, \(count) words are not those of '# text', and follow it"
    case .span(let entry): return "'\(entry)' is no span; write Span=type:id"
    case .date(let error): return error.message
    }
  }

  var help: String? {
    switch self {
    case .notAWord, .fieldCount: return "fields are parted by tabs: ID, FORM, LEMMA, UPOS, XPOS …"
    case .date(let error): return error.help
    case .missingForm, .unreadableID, .idOrder, .strayRange, .missingBlankLine, .noWords,
      .emptyDocument, .repeatedDocument, .head, .circularHeads, .textMismatch, .otherText,
      .span:
      return nil
    }
  }
}

/// The problems of one file in the order in which they are met; of a kind that comes again and
/// again the first are told and the others counted.
struct CoNLLUProblemLog {
  /// How many of a kind are told one by one.
  private static let limit = 3

  private var waiting: [Diagnostic] = []
  private var counts: [String: (count: Int, lastLine: Int)] = [:]

  mutating func add(_ problem: CoNLLUProblem, line: Int) {
    let count = (counts[problem.code]?.count ?? 0) + 1
    counts[problem.code] = (count, line)
    guard count <= Self.limit else { return }
    waiting.append(
      Diagnostic(
        code: problem.code, severity: .warning, message: "line \(line): \(problem.message)",
        help: count == 1 ? problem.help : nil))
  }

  /// What is to be told since the last call.
  mutating func take() -> [Diagnostic] {
    defer { waiting.removeAll() }
    return waiting
  }

  /// What was only counted.
  var summary: [Diagnostic] {
    counts.filter { $0.value.count > Self.limit }.sorted { $0.key < $1.key }.map { code, entry in
      let more = entry.count - Self.limit
      return Diagnostic(
        code: code, severity: .warning,
        message: "\(more) more like \(more == 1 ? "it" : "these"), the last in line "
          + "\(entry.lastLine)")
    }
  }
}

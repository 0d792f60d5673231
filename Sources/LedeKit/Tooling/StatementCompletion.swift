import Columns
import Diagnostics
import QueryLanguage
import QueryPlanning

/// What could stand at the cursor of a text that is being typed, asked of the lexer and the binder.
package struct StatementCompletion: Sendable {
  /// A word that could stand there.
  package struct Candidate: Hashable, Sendable {
    package var text: String
    package var summary: String
    /// What follows it where it is the only one: a blank, `(` or nothing.
    package var ending: String
  }

  /// UTF-8 offset where the word at the cursor begins.
  package private(set) var start: Int
  package private(set) var candidates: [Candidate] = []

  /// Only the text before the cursor, a UTF-8 offset, is looked at.
  package init(_ text: String, at cursor: Int, in session: QuerySession) {
    let bytes = Array(text.utf8.prefix(max(0, cursor)))
    let place = TypingPlace(bytes)
    start = place.wordStart
    let word = String(decoding: bytes[place.wordStart...], as: UTF8.self)
    let catalog = session.engine.catalog
    switch place.kind {
    case .nothing:
      break
    case .statementStart:
      candidates = Self.sources(in: session)
    case .stage:
      let stages = StageReference.all.filter { Keyword(rawValue: $0.name)?.role == .stage }
      candidates = stages.map {
        Candidate(text: $0.name, summary: $0.summary, ending: $0.name == "count" ? "" : " ")
      }
    case .expression(let stage):
      let columns = Self.columns(before: place.pipelineEnd, in: bytes, place: place, session)
      candidates = columns + Self.words(after: stage) + Self.functions(after: stage, in: catalog)
    case .member(let name):
      let columns = Self.planColumns(before: place.pipelineEnd, in: bytes, place: place, session)
      if let reference = columns.first(where: { $0.name == name })?.reference {
        candidates = CatalogIndex(catalog)[reference]?.columns.map(Self.candidate) ?? []
      }
    }
    candidates = Self.matching(word, candidates)
  }

  // MARK: - Implementation

  private static func matching(_ word: String, _ all: [Candidate]) -> [Candidate] {
    var seen: Set<String> = []
    let exact = all.filter { $0.text.hasPrefix(word) && seen.insert($0.text).inserted }
    if !exact.isEmpty { return exact }
    let lower = word.lowercased()
    return all.filter { $0.text.lowercased().hasPrefix(lower) && seen.insert($0.text).inserted }
  }

  private static func sources(in session: QuerySession) -> [Candidate] {
    let tables = session.engine.catalog.tables.map {
      Candidate(text: $0.name, summary: $0.summary, ending: " ")
    }
    let names = session.sessionScope.statements.compactMap { statement -> Candidate? in
      guard case .letBinding(let name, _) = statement.kind else { return nil }
      return Candidate(text: name.text, summary: "named with let", ending: " ")
    }
    let words = [
      Candidate(text: "print", summary: "values that are worked out at once", ending: " "),
      Candidate(text: "range", summary: "a column of numbers or times", ending: " "),
      Candidate(text: "datatable", summary: "a table written out", ending: " ("),
      Candidate(text: "let", summary: "gives a name to a value or a table", ending: " "),
    ]
    return tables + names.reversed() + words
  }

  private static func candidate(_ column: CatalogColumn) -> Candidate {
    Candidate(text: column.name, summary: column.summary, ending: "")
  }

  /// The words that structure a stage, and those that stand between values.
  private static func words(after stage: String) -> [Candidate] {
    var words: [String]
    switch stage {
    case "summarize": words = ["by"]
    case "sort", "order": words = ["by", "asc", "desc", "nulls"]
    case "top": words = ["by", "asc", "desc"]
    case "range": words = ["from", "to", "step"]
    default: words = []
    }
    words += ["and", "or", "has", "contains", "in", "between", "matches regex", "startswith"]
    return words.map { Candidate(text: $0, summary: "", ending: " ") }
  }

  private static func functions(after stage: String, in catalog: ArticleCatalog) -> [Candidate] {
    let scalars = CatalogIndex(catalog).callableFunctions.map {
      Candidate(text: $0.name, summary: $0.summary, ending: "(")
    }
    guard stage == "summarize" else { return scalars }
    let aggregates = catalog.aggregates.map {
      Candidate(text: $0.name, summary: $0.summary, ending: "(")
    }
    return aggregates + scalars
  }

  private static func columns(
    before end: Int, in bytes: [UInt8], place: TypingPlace, _ session: QuerySession
  ) -> [Candidate] {
    let catalog = session.engine.catalog
    return planColumns(before: end, in: bytes, place: place, session).map { column in
      var summary = column.type.name
      if let reference = column.reference, let table = CatalogIndex(catalog)[reference] {
        summary = "refers to \(table.name)"
      }
      return Candidate(text: column.name, summary: summary, ending: "")
    }
  }

  /// The columns that the pipeline has before the stage that is being typed.
  private static func planColumns(
    before end: Int, in bytes: [UInt8], place: TypingPlace, _ session: QuerySession
  ) -> [PlanColumn] {
    guard end > place.pipelineStart else { return [] }
    let text =
      Array(bytes[0..<place.statementStart]) + Array(bytes[place.pipelineStart..<end])
    let source = SourceText(name: "<completion>", bytes: text)
    guard let script = try? session.prepare(source).script else { return [] }
    return script.queries.last?.plan.columns ?? []
  }
}

/// Where in a statement the cursor stands.
struct TypingPlace {
  enum Kind: Equatable {
    /// In a string or a comment, where nothing is to be completed.
    case nothing
    case statementStart
    /// After a bar.
    case stage
    /// Where a value may stand, in the stage of that word.
    case expression(stage: String)
    /// After a dot behind that name.
    case member(of: String)
  }

  var kind: Kind
  var wordStart: Int
  /// The start of the statement, and of the pipeline the cursor is in (a subquery's, perhaps).
  var statementStart = 0
  var pipelineStart = 0
  /// The bar before the stage that is being typed.
  var pipelineEnd = 0

  init(_ bytes: [UInt8]) {
    let source = SourceText(name: "<completion>", bytes: bytes)
    var tokens = Lexer.tokens(in: source).tokens.filter { $0.kind != .end }
    wordStart = bytes.count
    kind = .statementStart
    if let last = tokens.last, last.range.end == bytes.count {
      if last.isUnterminated || last.kind == .string {
        kind = .nothing
        return
      }
      if last.kind == .word {
        wordStart = last.range.start
        tokens.removeLast()
      }
    }
    scan(tokens, source)
  }

  // MARK: - Implementation

  /// A bracket that is open: where its inside begins, and the last bar in it.
  private struct Level {
    var start: Int
    var lastBar: Int?
    var stage: String?
  }

  private mutating func scan(_ tokens: [SyntaxToken], _ source: SourceText) {
    var levels = [Level(start: 0)]
    var expectsStage = false
    for token in tokens {
      let top = levels.count - 1
      if expectsStage {
        levels[top].stage = source.text(token.range)
        expectsStage = false
      }
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace:
        levels.append(Level(start: token.range.end))
      case .rightParenthesis, .rightBracket, .rightBrace:
        if levels.count > 1 { levels.removeLast() }
      case .semicolon:
        levels = [Level(start: token.range.end)]
        statementStart = token.range.end
      case .bar:
        levels[top].lastBar = token.range.start
        expectsStage = true
      default: break
      }
    }
    // The innermost pipeline: brackets without a bar in them belong to a call.
    let level = levels.last { $0.lastBar != nil } ?? levels[0]
    pipelineStart = level.start
    pipelineEnd = level.lastBar ?? level.start
    guard let last = tokens.last, last.range.start >= statementStart else { return }
    switch last.kind {
    case .bar: kind = .stage
    case .semicolon: kind = .statementStart
    case .dot:
      let name = tokens.dropLast().last
      kind = name?.kind == .word ? .member(of: name.map { source.text($0.range) } ?? "") : .nothing
    case .assign where tokens.count > 2 && firstWord(tokens, source) == "let":
      kind = .statementStart
    default:
      kind = .expression(stage: level.stage ?? firstWord(tokens, source))
    }
  }

  private func firstWord(_ tokens: [SyntaxToken], _ source: SourceText) -> String {
    tokens.first { $0.range.start >= statementStart }.map { source.text($0.range) } ?? ""
  }
}

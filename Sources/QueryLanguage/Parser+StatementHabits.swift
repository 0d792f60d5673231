import Diagnostics

/// Whole statements in the manner of other tools: SQL, phrases with `AND`, the short forms.
extension Parser {
  /// The statement as a pipeline without a source, explained; nil where a pipeline may begin.
  mutating func parseStatementOfHabit() -> PipelineSyntax? {
    let place = SourceRange(current.range.start, current.range.start)
    guard let (error, range) = statementOfHabit() else { return nil }
    giveUpStatement(error, range)
    return PipelineSyntax(
      source: SourceSyntax(kind: .missing, range: place), stages: [],
      range: self.range(from: place.start))
  }

  // MARK: - Implementation

  private func statementOfHabit() -> (SyntaxError, SourceRange)? {
    if at(.string) { return phraseSearch() }
    guard at(.word) else { return nil }
    if keyword == nil, isWord("select"), peek().kind == .word || peek().kind == .star {
      return (.selectStatement(pipeline: pipelineOfSelect()), current.range)
    }
    if isWord("from"), peek().kind == .word,
      ["select", "where", "group", "order", "limit"].contains(lowercaseText(peek(2)))
    {
      return (.fromStatement(pipeline: pipelineOfSelect()), current.range)
    }
    guard let keyword,
      keyword.role == .shortForm
    else {
      return nil
    }
    // Followed by an operator it is the name of a table.
    let next = peek().kind
    guard
      next == .string || next == .word || next == .leftBrace || next == .leftBracket
        || next == .long
    else { return nil }
    return (
      .wrongShortForm(keyword.rawValue, form: Self.shortForms[keyword] ?? ""), current.range
    )
  }

  private static let shortForms: [Keyword: String] = [
    .said: #"said "ceasefire""#, .who: #"who said "red line""#,
    .timeline: #"timeline "inflation" by month"#, .ngrams: #"ngrams 3 containing "climate""#,
    .keywords:
      "keywords (articles | where publisher == \"A\") vs (articles | where publisher == \"B\")",
  ]

  /// `"red line" AND "Ruiz"`.
  private func phraseSearch() -> (SyntaxError, SourceRange)? {
    var condition = "text has \(text(current))"
    var distance = 1
    while peek(distance).kind == .word, peek(distance + 1).kind == .string, distance < 64 {
      var word = lowercaseText(peek(distance))
      if word != "and", word != "or", word != "not" { break }
      let phrase = text(peek(distance + 1))
      if word == "not" { word = "and not" }
      condition +=
        word == "and not" ? " and not(text has \(phrase))" : " \(word) text has \(phrase)"
      distance += 2
    }
    let whole = current.range.union(peek(distance - 1).range)
    let pipeline = "sentences | where \(condition)"
    return distance > 1 ? (.phraseSearch(pipeline: pipeline), whole) : nil
  }

  /// `SELECT a, b FROM T WHERE c` in the order of a pipeline.
  private func pipelineOfSelect() -> String {
    let clauses = ["select", "from", "where", "group", "having", "order", "limit"]
    var parts: [String: String] = [:]
    var clause = lowercaseText(current)
    var distance = 1
    var start = distance
    func finish() {
      guard distance > start else { return }
      parts[clause] = text(
        SourceRange(peek(start).range.start, peek(distance - 1).range.end))
    }
    while peek(distance).kind != .end, peek(distance).kind != .semicolon, distance < 200 {
      let word = lowercaseText(peek(distance))
      if clauses.contains(word) {
        finish()
        clause = word
        distance += 1
        if lowercaseText(peek(distance)) == "by" { distance += 1 }
        start = distance
        continue
      }
      distance += 1
    }
    finish()
    var pipeline = parts["from"] ?? "articles"
    if let condition = parts["where"] {
      // The one '=' of SQL compares.
      pipeline += " | where \(condition.replacing(" = ", with: " == "))"
    }
    if let keys = parts["group"] {
      pipeline += " | summarize count() by \(keys)"
    } else if let columns = parts["select"], columns != "*" {
      pipeline += " | project \(columns)"
    }
    if let keys = parts["order"] { pipeline += " | sort by \(keys)" }
    if let limit = parts["limit"] { pipeline += " | take \(limit)" }
    return pipeline
  }
}

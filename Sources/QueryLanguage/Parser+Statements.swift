import Diagnostics

extension Parser {
  /// `script ::= statement? (";" statement?)*`.
  mutating func parseScript() -> [StatementSyntax] {
    var statements: [StatementSyntax] = []
    while true {
      while take(.semicolon) { isRecovering = false }
      if isAtEnd { return statements }
      let start = index
      isRecovering = false
      var statement = parseStatement()
      if !at(.semicolon), !isAtEnd { endStatement(from: start, &statement) }
      statements.append(statement)
      if index == start { advance() }
    }
  }

  /// `statement ::= let | declare | set | pipeline`.
  mutating func parseStatement() -> StatementSyntax {
    let start = current.range.start
    switch keyword {
    case .let where nameLength(at: 1) > 0: return parseLet()
    case .let where peek().kind == .end || peek().kind == .assign: return parseLet()
    case .declare: return parseDeclaration()
    case .set where peek().kind == .word || peek().kind == .end: return parseSet()
    default: break
    }
    if let pipeline = parseShortForm() {
      return StatementSyntax(kind: .query(pipeline), range: range(from: start))
    }
    if let pipeline = parseStatementOfHabit() {
      return StatementSyntax(kind: .query(pipeline), range: pipeline.range)
    }
    let pipeline = parsePipeline()
    return StatementSyntax(kind: .query(pipeline), range: range(from: start))
  }

  // MARK: - Implementation

  /// Says what stands where the statement should have ended, and goes to its end, or to the line
  /// that looks like the next statement.
  ///
  /// A misspelt `print` is no table: its place is left empty, so that one typo gives one message.
  private mutating func endStatement(from start: Int, _ statement: inout StatementSyntax) {
    let token = current
    switch kind {
    case .rightParenthesis, .rightBracket, .rightBrace:
      report(.strayBracket(text(token)), token.range)
    case .word, .string, .typedLiteral, .long, .real, .timespan, .calendarStep, .bareDate,
      .leftParenthesis, .leftBracket:
      if let (error, range) = misspeltStatement(from: start) {
        report(error, range)
        if case .unknownStatement = error {
          let missing = SourceSyntax(kind: .missing, range: range)
          statement.kind = .query(PipelineSyntax(source: missing, stages: [], range: range))
        }
      } else {
        report(
          .statementNotEnded(
            text(token), afterList: index == lastListEnd, startsLine: token.startsLine),
          token.range)
      }
    case .leftBrace, .comma, .semicolon, .colon, .dot, .dotDot, .bar, .assign, .equal, .notEqual,
      .equalInsensitive, .notEqualInsensitive, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .plus, .minus, .star, .slash, .percent, .arrow, .angleBrackets, .doubleAmpersand,
      .doubleBar, .exclamation, .question, .at, .unknown, .end:
      reportExpected("'|' or ';'")
    }
    repeat {
      if current.startsLine, at(.word), looksLikeStatement { return }
      skipOne()
    } while !isAtEnd && !at(.semicolon)
  }

  /// What the first word of a statement may be misspelt for (`prnt 1`), and the quote within a text
  /// that looks like its end (`'it's'`).
  private func misspeltStatement(from start: Int) -> (SyntaxError, SourceRange)? {
    let last = tokens[index - 1]
    if last.kind == .string, kind == .word, last.range.end == current.range.start {
      return (
        .quoteInText(source.text(SourceRange(last.range.end - 1, last.range.end))), last.range
      )
    }
    guard index == start + 1, last.kind == .word, last.keyword == nil else { return nil }
    let words = [Keyword.let, .print, .range, .datatable, .declare, .set].map(\.rawValue)
    let suggestions = spellingSuggestions(for: text(last), among: words)
    return suggestions.isEmpty
      ? nil : (.unknownStatement(text(last), suggestions: suggestions), last.range)
  }

  /// Whether the word at the cursor begins a statement rather than going on with the last.
  private var looksLikeStatement: Bool {
    if let keyword, keyword.role == .statement || keyword.role == .source { return true }
    if keyword != nil { return false }
    let next = peek()
    return next.kind == .bar || next.kind == .semicolon || next.kind == .end
  }

  /// Goes over one token, or over everything between two brackets.
  private mutating func skipOne() {
    let opens = at(.leftParenthesis) || at(.leftBracket) || at(.leftBrace)
    advance()
    guard opens else { return }
    depth += 1
    skip(to: [])
    depth -= 1
    if !isAtEnd, !at(.semicolon) { advance() }
  }

  /// `let ::= "let" name "=" (function | pipeline | expression)`.
  private mutating func parseLet() -> StatementSyntax {
    let start = advance().range.start
    let name = parseName("a name")
    expect(.assign, "'='")
    let value = parseLetValue()
    return StatementSyntax(kind: .letBinding(name, value), range: range(from: start))
  }

  private mutating func parseLetValue() -> LetValueSyntax {
    if isFunction { return .function(parseFunction()) }
    if isWord("pattern"), peek().kind == .leftParenthesis {
      let start = advance().range.start
      let pattern = parsePatternValue()
      return .expression(
        ExpressionSyntax(kind: .literal(.pattern(pattern)), range: range(from: start)))
    }
    return letValue(of: parseExpressionOrPipeline())
  }

  private func letValue(of expression: ExpressionSyntax) -> LetValueSyntax {
    if case .pipeline(let pipeline) = expression.kind { return .pipeline(pipeline) }
    return .expression(expression)
  }

  /// Whether a function begins here: `()`, `(a:long`, `view (`.
  ///
  /// A value in parentheses has no colon.
  private var isFunction: Bool {
    var distance = 0
    if keyword == .view, peek().kind == .leftParenthesis { distance = 1 }
    guard peek(distance).kind == .leftParenthesis else { return false }
    if peek(distance + 1).kind == .rightParenthesis { return true }
    let name = nameLength(at: distance + 1)
    guard name > 0 else { return false }
    if peek(distance + 1 + name).kind == .colon { return true }
    // `(a, b) {`, whose types are forgotten.
    distance += 1 + name
    while peek(distance).kind == .comma, nameLength(at: distance + 1) > 0 {
      distance += 1 + nameLength(at: distance + 1)
      if peek(distance).kind == .colon { return true }
    }
    return peek(distance).kind == .rightParenthesis && peek(distance + 1).kind == .leftBrace
  }

  /// `function ::= "view"? "(" parameters ")" "{" (let ";")* value ";"? "}"`.
  private mutating func parseFunction() -> FunctionSyntax {
    let start = current.range.start
    let isView = take(.view)
    let parameters = parseParameters()
    var statements: [StatementSyntax] = []
    var value = LetValueSyntax.expression(missing())
    let open = current
    if expect(.leftBrace, "'{'") {
      (statements, value) = nested(orElse: ([], value)) { $0.parseBody() }
      close(.rightBrace, open: open)
    }
    return FunctionSyntax(
      parameters: parameters, statements: statements, value: value, isView: isView,
      range: range(from: start))
  }

  private mutating func parseBody() -> ([StatementSyntax], LetValueSyntax) {
    var statements: [StatementSyntax] = []
    while true {
      while take(.semicolon) { isRecovering = false }
      guard keyword == .let, nameLength(at: 1) > 0 else { break }
      statements.append(parseLet())
      if !at(.semicolon) {
        if !at(.rightBrace) { reportExpected("';'") }
        skip(to: [.rightBrace])
      }
      if at(.rightBrace) || isAtEnd { break }
    }
    if at(.rightBrace) {
      reportExpected("the function's value")
      return (statements, .expression(missing()))
    }
    let value = letValue(of: parseExpressionOrPipeline())
    while take(.semicolon) {}
    return (statements, value)
  }

  /// `declare ::= "declare" "query_parameters" "(" parameters ")"`.
  private mutating func parseDeclaration() -> StatementSyntax {
    let start = advance().range.start
    expect(.queryParameters)
    let parameters = parseParameters()
    return StatementSyntax(kind: .declareParameters(parameters), range: range(from: start))
  }

  /// `set ::= "set" name ("=" expression)?`.
  private mutating func parseSet() -> StatementSyntax {
    let start = advance().range.start
    let name = parseName("an option's name")
    let value = take(.assign) ? parseExpression() : nil
    return StatementSyntax(kind: .set(name, value), range: range(from: start))
  }

  /// `parameters ::= "(" (parameter ("," parameter)*)? ")"`.
  private mutating func parseParameters() -> [ParameterSyntax] {
    let open = current
    guard expect(.leftParenthesis, "'('") else { return [] }
    return nested(orElse: []) { parser in
      var parameters: [ParameterSyntax] = []
      while !parser.at(.rightParenthesis), !parser.isAtEnd, !parser.at(.semicolon) {
        parameters.append(parser.parseParameter())
        guard parser.nextInList(until: [.rightParenthesis]) else { break }
      }
      parser.close(.rightParenthesis, open: open, afterList: true)
      return parameters
    }
  }

  /// `parameter ::= name ":" (type | "(" "*" ")" | "(" columns ")") ("=" value)?`.
  private mutating func parseParameter() -> ParameterSyntax {
    let start = current.range.start
    let name = parseName("a parameter's name")
    expect(.colon, "':' and a type")
    var kind = ParameterSyntax.Kind.scalar(NameSyntax("", range: range(from: previousEnd)))
    if at(.leftParenthesis) {
      if peek().kind == .star, peek(2).kind == .rightParenthesis {
        for _ in 0..<3 { advance() }
        kind = .table(nil)
      } else {
        kind = .table(parseColumnDeclarations())
      }
    } else {
      kind = .scalar(parseName("a type"))
    }
    let value = take(.assign) ? parseExpression() : nil
    return ParameterSyntax(
      name: name, kind: kind, defaultValue: value, range: range(from: start))
  }

  /// `columns ::= "(" (name ":" type ("," name ":" type)*)? ","? ")"`.
  mutating func parseColumnDeclarations() -> [ColumnDeclarationSyntax] {
    let open = current
    guard expect(.leftParenthesis, "'('") else { return [] }
    return nested(orElse: []) { parser in
      var columns: [ColumnDeclarationSyntax] = []
      while !parser.at(.rightParenthesis), !parser.isAtEnd, !parser.at(.semicolon) {
        let name = parser.parseName("a column's name")
        parser.expect(.colon, "':' and a type")
        let type = parser.parseName("a type")
        columns.append(ColumnDeclarationSyntax(name: name, type: type))
        guard parser.nextInList(until: [.rightParenthesis]) else { break }
      }
      parser.close(.rightParenthesis, open: open, afterList: true)
      return columns
    }
  }
}

import Diagnostics

extension Parser {
  /// `pipeline ::= source ("|" stage)*`.
  mutating func parsePipeline() -> PipelineSyntax {
    let start = current.range.start
    if at(.bar) {
      // A line that begins with a bar goes on with the last result.
      let place = SourceRange(start, start)
      let source = SourceSyntax(kind: .name(NameSyntax("_", range: place)), range: place)
      return parseStages(after: source, from: start)
    }
    return parseStages(after: parseSource(), from: start)
  }

  mutating func parseStages(after source: SourceSyntax, from start: Int) -> PipelineSyntax {
    var stages: [StageSyntax] = []
    if isRecovering, !at(.bar) { skip(to: [.bar]) }
    while at(.bar) || isForgottenBar || isDoubledBar {
      isRecovering = false
      if stages.count == Self.stageLimit {
        giveUpStatement(.tooManyStages(limit: Self.stageLimit), current.range)
        break
      }
      if isDoubledBar {
        note(.doubledBar, current.range)
        advance()
      } else if at(.bar) {
        advance()
      } else {
        note(.missingBar(text(current)), current.range)
      }
      stages.append(parseStage())
      if isRecovering, !at(.bar) { skip(to: [.bar]) }
    }
    return PipelineSyntax(source: source, stages: stages, range: range(from: start))
  }

  /// `source ::= print | range | datatable | "(" pipeline ")" | call | name`.
  mutating func parseSource() -> SourceSyntax {
    if let source = parseKeywordSource() { return source }
    let start = current.range.start
    switch kind {
    case .leftParenthesis, .word, .leftBracket:
      let expression = parseExpression()
      return source(of: expression)
    case .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral, .plus, .minus:
      return source(of: parseExpression())
    case .rightParenthesis, .rightBracket, .rightBrace:
      if depth == 0 {
        report(.strayBracket(text(current)), current.range)
      } else {
        reportExpected("a table")
      }
      return SourceSyntax(kind: .missing, range: SourceRange(start, start))
    case .leftBrace, .comma, .semicolon, .colon,
      .dot, .dotDot, .bar, .assign, .equal, .notEqual, .equalInsensitive, .notEqualInsensitive,
      .less, .lessOrEqual, .greater, .greaterOrEqual, .star, .slash, .percent, .arrow,
      .angleBrackets, .doubleAmpersand, .doubleBar, .exclamation, .question, .at, .unknown, .end:
      reportExpected("a table")
      return SourceSyntax(kind: .missing, range: SourceRange(start, start))
    }
  }

  /// The sources that begin with a word of their own; nil elsewhere.
  mutating func parseKeywordSource() -> SourceSyntax? {
    switch keyword {
    case .print where beginsPrint: return parsePrint()
    case .range where beginsRange: return parseRange()
    case .datatable where peek().kind == .leftParenthesis: return parseDatatable()
    case .union where beginsUnion, .search where beginsSearch, .find where beginsFind:
      let start = current.range.start
      return SourceSyntax(kind: .operation(parseStage()), range: range(from: start))
    default: return nil
    }
  }

  /// An expression read as what a pipeline begins with.
  mutating func source(of expression: ExpressionSyntax) -> SourceSyntax {
    let range = expression.range
    switch expression.kind {
    case .name(let name): return SourceSyntax(kind: .name(name), range: range)
    case .call(let name, let arguments):
      return SourceSyntax(kind: .call(name, arguments), range: range)
    case .pipeline(let pipeline):
      // Without parentheses around it, as `print 1`, it would have taken its stages itself.
      return SourceSyntax(kind: .parenthesized(pipeline), range: range)
    case .parenthesized(let inner):
      let pipeline = PipelineSyntax(source: source(of: inner), stages: [], range: inner.range)
      return SourceSyntax(kind: .parenthesized(pipeline), range: range)
    case .missing: return SourceSyntax(kind: .missing, range: range)
    case .literal, .star, .unary, .binary, .between, .membership, .member, .element, .list:
      report(.notATable(text(range)), range)
      return SourceSyntax(kind: .missing, range: range)
    }
  }

  // MARK: - Sources

  /// `print` alone is a name where nothing follows that a value could begin with.
  private var beginsPrint: Bool {
    switch peek().kind {
    case .word:
      guard let keyword = peek().keyword else { return true }
      return keyword.role != .expressionOperator || peek(2).kind == .leftParenthesis
    case .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral,
      .leftParenthesis, .leftBracket, .plus, .minus, .star, .end, .semicolon, .unknown:
      return true
    case .rightParenthesis, .rightBracket, .leftBrace, .rightBrace, .comma, .colon, .dot, .dotDot,
      .bar, .assign, .equal, .notEqual, .equalInsensitive, .notEqualInsensitive, .less,
      .lessOrEqual, .greater, .greaterOrEqual, .slash, .percent, .arrow, .angleBrackets,
      .doubleAmpersand, .doubleBar, .exclamation, .question, .at:
      return false
    }
  }

  /// `union` before a table, an option or a bracket; a table of that name is followed by a bar.
  private var beginsUnion: Bool {
    peek().kind == .leftParenthesis || peek().kind == .leftBracket || peek().kind == .star
      || peek().kind == .word && peek().keyword?.role != .expressionOperator
  }

  private var beginsSearch: Bool {
    switch peek().kind {
    case .string, .leftParenthesis, .leftBracket, .star, .typedLiteral, .long: return true
    case .word: return peek().keyword?.role != .expressionOperator || peek().keyword == .in
    default: return false
    }
  }

  /// KQL's `find` names tables or a condition; any other is the search for words.
  var beginsFind: Bool {
    peek().keyword == .in && peek(2).kind == .leftParenthesis || peek().keyword == .where
      || isWord("withsource", peek()) && peek(2).kind == .assign
  }

  /// `range` before an operator word or at the end of a list is a column's name.
  private var beginsRange: Bool {
    guard peek().kind == .word else { return false }
    guard let role = peek().keyword?.role else { return true }
    return role != .expressionOperator && role != .clause || peek(2).keyword == .from
  }

  /// `print ::= "print" named ("," named)*`.
  private mutating func parsePrint() -> SourceSyntax {
    let start = advance().range.start
    let values = parseNamedList("a value")
    return SourceSyntax(kind: .print(values), range: range(from: start))
  }

  /// `range ::= "range" name "from" expression "to" expression "step" expression`.
  private mutating func parseRange() -> SourceSyntax {
    let start = advance().range.start
    let name = parseName("a column's name")
    expect(.from)
    let from = parseExpression()
    expect(.to)
    let to = parseExpression()
    expect(.step)
    let step = parseExpression()
    return SourceSyntax(
      kind: .range(name, from: from, to: to, step: step), range: range(from: start))
  }

  /// `datatable ::= "datatable" columns "[" (expression ("," expression)*)? ","? "]"`.
  private mutating func parseDatatable() -> SourceSyntax {
    let start = advance().range.start
    let columns = parseColumnDeclarations()
    let open = current
    var values: [ExpressionSyntax] = []
    if expect(.leftBracket, "'[' and the values") {
      values = nested(orElse: []) { parser in
        parser.parseExpressionList(until: .rightBracket)
      }
      close(.rightBracket, open: open, afterList: true)
    }
    return SourceSyntax(kind: .datatable(columns, values), range: range(from: start))
  }

  // MARK: - Stages

  mutating func parseStage() -> StageSyntax {
    let start = current.range.start
    guard at(.word) else {
      reportExpected("an operator")
      let place = SourceRange(start, start)
      return StageSyntax(kind: .missing, keyword: NameSyntax("", range: place), range: place)
    }
    let word = advance()
    if isHyphenated(word) {
      let name = takeHyphenated(from: word)
      reportUnknownOperator(name)
      return StageSyntax(kind: .unknown(name), keyword: name, range: range(from: start))
    }
    let name = NameSyntax(text(word), range: word.range)
    skipHints()
    let kind = parseStageKind(word.keyword, name)
    return StageSyntax(kind: kind, keyword: name, range: range(from: start))
  }

  mutating func parseStageKind(_ keyword: Keyword?, _ name: NameSyntax) -> StageSyntax.Kind {
    guard let keyword else { return parseUnknownStage(name) }
    switch keyword {
    // where ::= ("where" | "filter") expression
    case .where, .filter: return .filter(parseExpression())
    // extend ::= "extend" named ("," named)*
    case .extend: return .extend(parseNamedList("a column"))
    // project ::= "project" named ("," named)*
    case .project: return .project(parseNamedList("a column"))
    case .projectAway: return .projectAway(parsePatterns())
    case .projectKeep: return .projectKeep(parsePatterns())
    case .projectRename: return .projectRename(parseRenames())
    case .projectReorder: return .projectReorder(parseReorder())
    case .summarize: return parseSummarize()
    case .distinct: return parseDistinct()
    // sort ::= ("sort" | "order") "by" key ("," key)*
    case .sort, .order:
      takeBy(after: name)
      return .sort(parseSortKeys())
    // top ::= "top" expression "by" key ("," key)*
    case .top:
      let count = parseExpression()
      takeBy(after: NameSyntax("top \(text(count.range))", range: name.range))
      return .top(count, by: parseSortKeys())
    // take ::= ("take" | "limit") expression
    case .take, .limit: return .take(parseExpression())
    // count ::= "count" ("as" name)?
    case .count: return parseCount()
    // as ::= "as" name
    case .as: return .bindName(parseName("a name"))
    case .join, .lookup: return parseJoin(name)
    case .union: return .union(parseUnion())
    case .mvExpand: return .mvExpand(parseMvExpand(name))
    case .mvApply: return parseMvApply(name)
    case .makeSeries: return parseMakeSeries()
    case .parse, .parseWhere: return parseParse(name)
    case .parseKV: return parseParseKeyValue()
    case .search: return .search(parseSearch())
    case .find: return .find(parseFind())
    // getschema ::= "getschema"
    case .getschema: return .getSchema
    // serialize ::= "serialize" (named ("," named)*)?
    case .serialize:
      return .serialize(atListEnd ? [] : parseNamedList("a column"))
    // sample ::= "sample" expression
    case .sample: return .sample(parseExpression())
    // sample-distinct ::= "sample-distinct" expression "of" expression
    case .sampleDistinct:
      let count = parseExpression()
      if isWord("of") { advance() } else { reportExpected("'of'") }
      return .sampleDistinct(count, of: parseExpression())
    // project-by-names ::= "project-by-names" expression ("," expression)*
    case .projectByNames:
      return .projectByNames(parseList("a list of names") { $0.parseExpression() })
    case .invoke: return .invoke(parseTableCall(name))
    case .evaluate: return .evaluate(parseTableCall(name))
    case .render: return parseRender()
    case .match: return .match(parseMatch(name.text, options: Self.matchOptions))
    case .kwic: return .match(parseMatch(name.text, options: Self.kwicOptions))
    case .collocates: return .match(parseMatch(name.text, options: Self.collocationOptions))
    // cite ::= "cite" ("style" "=" word)?
    case .cite:
      return .cite(
        parseOptions([OptionForm("style", ["short", "full", "markdown", "json"])], of: "cite"))
    // expand ::= "expand" ("s" | "p" | "article")
    case .expand: return .widen(parseSpanUnit())
    // freq ::= "freq" expression
    case .freq: return .freq(parseExpression())
    // describe ::= "describe"
    case .describe: return .describe
    default: return parseUnknownStage(name)
    }
  }

  private mutating func parseSpanUnit() -> NameSyntax {
    let words = ["s", "p", "article", "sentence", "paragraph"]
    let unit = parseName("'s', 'p' or 'article'")
    if !unit.text.isEmpty, !words.contains(unit.text) {
      report(
        .unknownOption(unit.text, of: "part of an article", words: words, isValue: true), unit.range
      )
      isRecovering = false
    }
    return unit
  }

  /// `patterns ::= pattern ("," pattern)*`.
  private mutating func parsePatterns() -> [ColumnPatternSyntax] {
    parseList("a column") { $0.parsePattern() }
  }

  /// `pattern ::= name | (word | number | "*")+`, with a `*` and no blanks.
  private mutating func parsePattern() -> ColumnPatternSyntax {
    let start = current.range.start
    var hasWildcard = false
    var length = 0
    while peek(length).kind == .word || peek(length).kind == .star || peek(length).kind == .long,
      length == 0 || peek(length).range.start == peek(length - 1).range.end
    {
      if peek(length).kind == .star { hasWildcard = true }
      length += 1
    }
    guard hasWildcard else {
      return ColumnPatternSyntax(name: parseName("a column"), hasWildcard: false)
    }
    for _ in 0..<length { advance() }
    let range = range(from: start)
    return ColumnPatternSyntax(name: NameSyntax(text(range), range: range), hasWildcard: true)
  }

  /// `rename ::= name "=" name`.
  private mutating func parseRenames() -> [RenameSyntax] {
    parseList("a new name") { parser in
      let newName = parser.parseName("a new name")
      parser.expect(.assign, "'=' and the column to rename")
      return RenameSyntax(newName: newName, column: parser.parseName("a column"))
    }
  }

  /// `reorder ::= pattern ("asc" | "desc" | "granny-asc" | "granny-desc")?`.
  private mutating func parseReorder() -> [ColumnOrderSyntax] {
    parseList("a column") { parser in
      let pattern = parser.parsePattern()
      let isNatural = parser.isWord("granny") && parser.peek().kind == .minus
      if isNatural { for _ in 0..<2 { parser.advance() } }
      let direction = parser.takeDirection().map { isAscending in
        switch (isNatural, isAscending) {
        case (false, true): return ColumnOrderSyntax.Direction.ascending
        case (false, false): return .descending
        case (true, true): return .naturalAscending
        case (true, false): return .naturalDescending
        }
      }
      return ColumnOrderSyntax(pattern: pattern, direction: direction)
    }
  }

  /// `summarize ::= "summarize" (named ("," named)*)? ("by" named ("," named)*)?`.
  private mutating func parseSummarize() -> StageSyntax.Kind {
    var aggregates: [NamedExpressionSyntax] = []
    if !at(.by) || peek().kind == .assign { aggregates = parseNamedList("an aggregate") }
    if take(word: "group", before: .by) { note(.groupBy, tokens[index - 1].range) }
    if isRecovering { skip(to: [.bar], orWord: .by) }
    guard take(.by) else { return .summarize(aggregates: aggregates, keys: [], hasBy: false) }
    isRecovering = false
    let keys = parseNamedList("a column")
    return .summarize(aggregates: aggregates, keys: keys, hasBy: true)
  }

  /// `distinct ::= "distinct" ("*" | named ("," named)*)`.
  private mutating func parseDistinct() -> StageSyntax.Kind {
    if at(.star), !isAtValue(1) {
      advance()
      return .distinct([])
    }
    return .distinct(parseNamedList("a column or '*'"))
  }

  /// `key ::= expression ("asc" | "desc")? ("nulls" ("first" | "last"))?`.
  mutating func parseSortKeys() -> [SortKeySyntax] {
    parseList("a column") { parser in
      let start = parser.current.range.start
      let expression = parser.parseExpression()
      let isAscending = parser.takeDirection()
      var nullsFirst: Bool?
      if parser.take(.nulls) {
        if parser.take(.first) {
          nullsFirst = true
        } else if parser.take(.last) {
          nullsFirst = false
        } else {
          parser.reportExpected("'first' or 'last'")
        }
      }
      return SortKeySyntax(
        expression: expression, isAscending: isAscending, nullsFirst: nullsFirst,
        range: parser.range(from: start))
    }
  }

  /// Whether a value begins so many tokens on.
  func isAtValue(_ distance: Int = 0) -> Bool {
    switch peek(distance).kind {
    case .word, .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral,
      .leftParenthesis:
      return true
    case .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .comma,
      .semicolon, .colon, .dot, .dotDot, .bar, .assign, .equal, .notEqual, .equalInsensitive,
      .notEqualInsensitive, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star,
      .slash, .percent, .arrow, .angleBrackets, .doubleAmpersand, .doubleBar, .exclamation,
      .question, .at, .unknown, .end:
      return false
    }
  }
}

import Diagnostics

/// Words after a bar, and inside a stage, that are none of the language: other tools' words, words
/// of KQL that lede lacks, forgotten bars.
extension Parser {
  /// An operator that lede does not have, or a word that is none: the stage is skipped.
  mutating func parseUnknownStage(_ name: NameSyntax) -> StageSyntax.Kind {
    let word = tokens[index - 1]
    if isWord("having", word) {
      guard isAtValue() else {
        report(.having(condition: "…"), name.range)
        return .unknown(name)
      }
      let place = name.range
      let condition = parseExpression()
      note(.having(condition: text(condition.range)), place)
      return .filter(condition)
    }
    guard let keyword = word.keyword else {
      if at(.leftParenthesis), Self.aggregates.contains(name.text) {
        return parseAggregateAsStage(name)
      }
      if let meant = lowercaseKeyword(word), meant.role == .stage {
        note(.wordInCapitals(name.text, word: meant.rawValue), name.range)
        return parseStageKind(meant, name)
      }
      if isWord("group", word), at(.by) {
        report(.groupBy, name.range)
      } else {
        reportUnknownOperator(name)
      }
      return .unknown(name)
    }
    if keyword.role == .foreignStage {
      report(.operatorNotInLede(name.text), name.range)
    } else {
      reportUnknownOperator(name)
    }
    return .unknown(name)
  }

  /// Whether a word goes on over a hyphen without blanks, and so is one word to its writer.
  func isHyphenated(_ word: SyntaxToken) -> Bool {
    at(.minus) && current.range.start == word.range.end && peek().kind == .word
      && peek().range.start == word.range.end + 1
  }

  /// Takes the rest of `project-awy`.
  mutating func takeHyphenated(from word: SyntaxToken) -> NameSyntax {
    while isHyphenated(tokens[index - 1]) {
      advance()
      advance()
    }
    let range = range(from: word.range.start)
    return NameSyntax(text(range), range: range)
  }

  mutating func reportUnknownOperator(_ name: NameSyntax) {
    let suggestions: [String]
    if let known = Self.operatorsElsewhere[name.text.lowercased()] {
      suggestions = [known]
    } else {
      suggestions = spellingSuggestions(for: name.text, among: Keyword.stageWords)
    }
    report(.unknownOperator(name.text, suggestions: suggestions), name.range)
  }

  /// Whether an operator stands at the cursor whose bar is forgotten (`T where a == 1`).
  var isForgottenBar: Bool {
    guard !isRecovering, let keyword, keyword.role == .stage, keyword != .as else { return false }
    // `T; count` on a line of its own may be meant for a table.
    let next = peek().kind
    return next == .word || next == .long || next == .leftParenthesis || next == .star
      || next == .string
  }

  /// Whether two bars stand at the cursor where one should: an operator follows, not a condition.
  var isDoubledBar: Bool {
    guard at(.doubleBar), peek().keyword?.role == .stage else { return false }
    let next = peek(2)
    switch next.kind {
    case .word: return next.keyword?.role != .expressionOperator
    case .long, .star, .string, .end, .bar, .semicolon: return true
    default: return false
    }
  }

  /// `asc` or `desc`, in capitals or written out too.
  mutating func takeDirection() -> Bool? {
    if take(.asc) { return true }
    if take(.desc) { return false }
    guard at(.word) else { return nil }
    for (word, meant) in [
      ("asc", "asc"), ("desc", "desc"), ("ascending", "asc"), ("descending", "desc"),
    ] where isWord(word) {
      let token = advance()
      note(.symbolForWord(text(token), word: meant), token.range)
      return meant == "asc"
    }
    return nil
  }

  /// The name in `a as b`, which is `b = a` here.
  mutating func takeAlias(of expression: ExpressionSyntax) -> NameSyntax? {
    guard at(.as) || isWord("as"), nameLength(at: 1) > 0, !isRecovering else { return nil }
    let start = current.range.start
    advance()
    guard let name = takeName() else { return nil }
    note(
      .aliasAfterValue("\(name.text) = \(text(expression.range))"),
      range(from: start))
    return name
  }

  /// `by` after `sort` or `top 5`; where it is forgotten, reading goes on without.
  mutating func takeBy(after word: NameSyntax) {
    if take(.by) { return }
    if isAtEnd || at(.bar) {
      report(.missingBy(word.text), word.range, wantsMore: isAtEnd)
    } else if isAtValue(), !isRecovering {
      note(.missingBy(word.text), word.range)
    } else {
      reportExpected("'by'")
    }
  }

  /// `count ::= "count" ("as" name)?`; `count(*)` and `count by a` are explained.
  mutating func parseCount() -> StageSyntax.Kind {
    let start = tokens[index - 1].range.start
    if at(.leftParenthesis),
      peek().kind == .rightParenthesis
        || peek().kind == .star && peek(2).kind == .rightParenthesis
    {
      while !take(.rightParenthesis) { advance() }
      let meant = at(.by) ? "summarize count()" : "count"
      let whole = range(from: start)
      note(.stageOfHabit(text(whole), meant: meant), whole)
      if at(.by) { return parseKeys(of: NameSyntax("count", range: whole)) }
    } else if at(.by) {
      let word = NameSyntax("count", range: range(from: start))
      let list = parseKeys(of: word)
      let whole = range(from: start)
      let keys = text(SourceRange(word.range.end, whole.end))
      note(.stageOfHabit(text(whole), meant: "summarize count()" + keys), whole)
      return list
    }
    return .count(alias: take(.as) ? parseName("a name") : nil)
  }

  /// `hint.strategy=shuffle`, which says how a distributed store should run a stage.
  mutating func skipHints() {
    while isWord("hint"), peek().kind == .dot, peek(2).kind == .word, peek(3).kind == .assign {
      let start = current.range.start
      for _ in 0..<4 { advance() }
      if isAtValue() { advance() }
      note(.hintIgnored(text(range(from: start))), range(from: start))
    }
  }

  /// Takes a word before a keyword, so that the cursor stands at the keyword.
  mutating func take(word: String, before next: Keyword) -> Bool {
    guard isWord(word), peek().keyword == next else { return false }
    advance()
    return true
  }

  // MARK: - Implementation

  /// `| sum(value)`, `| avg(x) by y`.
  private mutating func parseAggregateAsStage(_ name: NameSyntax) -> StageSyntax.Kind {
    // Reading begins again at the name, which is one token.
    index -= 1
    let aggregates = parseNamedList("an aggregate")
    let whole = range(from: name.range.start)
    note(.stageOfHabit(text(whole), meant: "summarize \(text(whole))"), whole)
    guard take(.by) else { return .summarize(aggregates: aggregates, keys: [], hasBy: false) }
    return .summarize(aggregates: aggregates, keys: parseNamedList("a column"), hasBy: true)
  }

  /// `by a, b` after a count that is meant for `summarize count()`.
  private mutating func parseKeys(of count: NameSyntax) -> StageSyntax.Kind {
    advance()
    let call = ExpressionSyntax(kind: .call(count, []), range: count.range)
    let aggregate = NamedExpressionSyntax(names: [], expression: call, range: count.range)
    return .summarize(
      aggregates: [aggregate], keys: parseNamedList("a column"), hasBy: true)
  }

  private static let aggregates: Set<String> = [
    "sum", "avg", "min", "max", "dcount", "stdev", "variance", "percentile", "make_list",
    "make_set", "take_any", "countif", "sumif", "avgif", "arg_max", "arg_min",
  ]

  /// Operators of SQL, SPL and data frames, and what does the same here.
  private static let operatorsElsewhere = [
    "select": "project", "rename": "project-rename", "drop": "project-away",
    "orderby": "order", "groupby": "summarize", "head": "take",
    "first": "take", "stats": "summarize", "eval": "extend", "unique": "distinct",
    "fields": "project", "dedup": "distinct",
  ]
}

import Columns
import Diagnostics

/// What people write who come from SQL, programming or news databases: each is recognised, the
/// right form is shown, and reading goes on as if it had been written.
extension Parser {
  // MARK: - Operators

  /// The operator at the cursor, if one stands there; what was meant for one counts as it.
  func infixOperator() -> InfixOperator? {
    let token = current
    guard token.kind == .word else {
      if let infix = InfixOperator(token.kind) { return infix }
      if token.kind == .assign { return .binary(.equal) }
      if token.kind == .angleBrackets { return .binary(.notEqual) }
      if token.kind == .doubleAmpersand { return .binary(.and) }
      return token.kind == .doubleBar ? .binary(.or) : nil
    }
    if token.keyword == .not {
      guard let next = peek().keyword else { return nil }
      return negated(next).flatMap { InfixOperator($0) }
    }
    guard let keyword = token.keyword ?? lowercaseKeyword(token),
      keyword.role == .expressionOperator
    else { return nil }
    if keyword == .matches {
      return peek().kind == .word && (peek().keyword ?? lowercaseKeyword(peek())) == .regex
        ? .binary(.matchesRegex) : nil
    }
    return InfixOperator(keyword)
  }

  /// Takes the operator at the cursor, and explains it where it is written as elsewhere.
  mutating func takeInfix() {
    let token = advance()
    if token.kind == .assign {
      note(.assignmentForEquality, token.range)
    } else if token.kind == .angleBrackets {
      note(.angleBrackets, token.range)
    } else if token.kind == .doubleAmpersand {
      note(.symbolForWord("&&", word: "and"), token.range)
    } else if token.kind == .doubleBar {
      note(.symbolForWord("||", word: "or"), token.range)
    } else if token.keyword == .not {
      let word = advance()
      let replacement = word.keyword.flatMap { negated($0) }?.rawValue
      note(.notBefore(text(word), replacement: replacement), token.range.union(word.range))
    } else if token.kind == .word, token.keyword == nil {
      explainCapitals(token)
      if lowercaseKeyword(token) == .matches { advance() }
    } else if token.keyword == .matches {
      advance()
    }
  }

  /// `a is not null`, `a like "%x%"`, `a not like …`: the expression that is meant; nil where the
  /// cursor stands before something else.
  mutating func parseInfixOfHabit(
    _ left: ExpressionSyntax, binding least: Precedence
  ) -> ExpressionSyntax? {
    guard at(.word), !isRecovering else { return nil }
    if isWord("is"), least <= .equality { return parseIsNull(left) }
    guard least <= .text else { return nil }
    if isWord("like") || isWord("ilike") || isWord("rlike") {
      return parseLike(left, isNegated: false)
    }
    if isWord("notlike") { return parseLike(left, isNegated: true) }
    if isWord("not"), lowercaseText(peek()).hasSuffix("like") {
      advance()
      return parseLike(left, isNegated: true)
    }
    return nil
  }

  /// `a == null`, with the cursor after the operator.
  mutating func parseNullComparison(
    _ binary: BinaryOperator, _ left: ExpressionSyntax
  ) -> ExpressionSyntax? {
    guard binary == .equal || binary == .notEqual, at(.null), peek().kind != .leftParenthesis else {
      return nil
    }
    advance()
    return nullTest(left, isNegated: binary == .notEqual) { .nullComparison(replacement: $0) }
  }

  /// `1 < x < 5`, read up to its second comparison.
  mutating func reportChained(
    _ low: BinaryOperator, _ left: ExpressionSyntax, _ middle: ExpressionSyntax,
    _ high: BinaryOperator, _ right: ExpressionSyntax
  ) {
    let middleText = text(middle.range)
    note(
      .chainedComparison(
        "\(text(left.range)) \(low.rawValue) \(middleText) and \(middleText) \(high.rawValue) "
          + text(right.range)),
      left.range.union(right.range))
  }

  // MARK: - Values

  /// `not x`, which is a function here; nil before everything else.
  mutating func parseValueOfHabit() -> ExpressionSyntax? {
    guard at(.word), peek().kind != .leftParenthesis, isWord("not"), isAtValue(1) else {
      return nil
    }
    let word = advance()
    let operand = nested(orElse: missing()) { $0.parseExpression(binding: .equality) }
    let replacement = "not(\(text(operand.range)))"
    note(.notBefore(text(operand.range), replacement: replacement), word.range.union(operand.range))
    return ExpressionSyntax(
      kind: .call(
        NameSyntax("not", range: word.range), [ArgumentSyntax(name: nil, value: operand)]),
      range: word.range.union(operand.range))
  }

  // MARK: - Stages

  /// An operator that lede does not have, or a word that is none: the stage is skipped.
  mutating func parseUnknownStage(_ name: NameSyntax) -> StageSyntax.Kind {
    let word = tokens[index - 1]
    if word.keyword == nil, let meant = lowercaseKeyword(word), meant.role == .stage {
      note(.wordInCapitals(name.text, word: meant.rawValue), name.range)
      return parseStageKind(meant, name)
    }
    switch word.keyword?.role {
    case .plannedStage: report(.operatorNotYet(name.text), name.range)
    case .foreignStage: report(.operatorNotInLede(name.text), name.range)
    default:
      if isWord("group", word), at(.by) {
        report(.groupBy, name.range)
      } else {
        report(
          .unknownOperator(hyphenatedText(from: word), suggestions: suggestions(for: word)),
          name.range)
      }
    }
    return .unknown(name)
  }

  /// `by` after `sort` or `top 5`; where it is forgotten, reading goes on without.
  mutating func takeBy(after word: NameSyntax) {
    if take(.by) { return }
    if isAtValue(), !isRecovering {
      note(.missingBy(word.text), word.range)
    } else {
      reportExpected("'by'")
    }
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

  /// Whether the word at the cursor is this one, in whatever case.
  func isWord(_ word: String) -> Bool { isWord(word, current) }

  func isWord(_ word: String, _ token: SyntaxToken) -> Bool {
    token.kind == .word && token.range.end - token.range.start == word.utf8.count
      && lowercaseText(token) == word
  }

  func lowercaseText(_ token: SyntaxToken) -> String {
    guard token.kind == .word, token.range.end - token.range.start <= 32 else { return "" }
    return text(token).lowercased()
  }

  /// The keyword that a word would be in lower case.
  func lowercaseKeyword(_ token: SyntaxToken) -> Keyword? {
    Keyword(rawValue: lowercaseText(token))
  }

  private mutating func explainCapitals(_ token: SyntaxToken) {
    note(.wordInCapitals(text(token), word: lowercaseText(token)), token.range)
  }

  private func negated(_ keyword: Keyword) -> Keyword? {
    keyword.role == .expressionOperator ? Keyword(rawValue: "!" + keyword.rawValue) : nil
  }

  private mutating func parseIsNull(_ left: ExpressionSyntax) -> ExpressionSyntax? {
    let isNegated = isWord("not", peek())
    guard isWord("null", peek(isNegated ? 2 : 1)) else { return nil }
    for _ in 0..<(isNegated ? 3 : 2) { advance() }
    return nullTest(left, isNegated: isNegated) { .isNull(replacement: $0) }
  }

  private mutating func nullTest(
    _ left: ExpressionSyntax, isNegated: Bool, _ error: (String) -> SyntaxError
  ) -> ExpressionSyntax {
    let function = isNegated ? "isnotnull" : "isnull"
    let whole = range(from: left.range.start)
    note(error("\(function)(\(text(left.range)))"), whole)
    grow(height, 0)
    return ExpressionSyntax(
      kind: .call(
        NameSyntax(function, range: SourceRange(left.range.end, whole.end)),
        [ArgumentSyntax(name: nil, value: left)]),
      range: whole)
  }

  /// `like "%x%"` as the predicate that finds the same.
  private mutating func parseLike(
    _ left: ExpressionSyntax, isNegated: Bool
  ) -> ExpressionSyntax {
    let word = advance()
    let leftHeight = height
    let right = parseExpression(binding: .value)
    var binary = isNegated ? BinaryOperator.containsNot : .contains
    var meant = right
    if case .literal(.value(.string(let pattern))) = right.kind {
      var content = pattern[...]
      let startsOpen = content.first == "%"
      if startsOpen { content.removeFirst() }
      let endsOpen = content.last == "%"
      if endsOpen { content.removeLast() }
      if !startsOpen, endsOpen { binary = isNegated ? .startsNotWith : .startsWith }
      if startsOpen, !endsOpen { binary = isNegated ? .endsNotWith : .endsWith }
      if !startsOpen, !endsOpen { binary = isNegated ? .notEqualInsensitive : .equalInsensitive }
      meant.kind = .literal(.value(.string(String(content))))
      note(
        .like(
          lowercaseText(word),
          replacement: "\(binary.rawValue) \(StringLiteral.encode(String(content)))"),
        word.range.union(right.range))
    } else {
      note(.like(lowercaseText(word), replacement: binary.rawValue), word.range)
    }
    grow(leftHeight, height)
    return ExpressionSyntax(
      kind: .binary(binary, left, meant), range: left.range.union(right.range))
  }

  /// The operators that may be meant by a word after a bar, closest first.
  private func suggestions(for word: SyntaxToken) -> [String] {
    let meant = hyphenatedText(from: word)
    let fromElsewhere = [
      "select": "project", "rename": "project-rename", "drop": "project-away",
      "orderby": "order", "groupby": "summarize", "having": "where", "head": "take",
      "first": "take", "stats": "summarize", "eval": "extend", "unique": "distinct",
      "fields": "project", "dedup": "distinct",
    ]
    if let known = fromElsewhere[meant.lowercased()] { return [known] }
    return spellingSuggestions(for: meant, among: Keyword.stageWords)
  }

  /// A word with what follows over hyphens, as `project-awy` is three tokens.
  private func hyphenatedText(from word: SyntaxToken) -> String {
    var end = word.range.end
    var distance = 0
    while peek(distance).kind == .minus, peek(distance).range.start == end,
      peek(distance + 1).kind == .word, peek(distance + 1).range.start == end + 1, distance < 8
    {
      end = peek(distance + 1).range.end
      distance += 2
    }
    return text(SourceRange(word.range.start, end))
  }
}

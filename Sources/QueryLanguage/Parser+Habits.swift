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
      return token.kind == .doubleBar && !isDoubledBar ? .binary(.or) : nil
    }
    if token.keyword == .not {
      guard let next = peek().keyword else { return nil }
      return negated(next).flatMap { InfixOperator($0) }
    }
    guard let keyword = token.keyword ?? lowercaseKeyword(token),
      keyword.role == .expressionOperator
    else { return nil }
    if keyword == .matches { return .binary(.matchesRegex) }
    return InfixOperator(keyword)
  }

  /// Takes the operator at the cursor, and explains it where it is written as elsewhere.
  mutating func takeInfix() {
    let token = advance()
    if token.kind == .assign {
      // `= =` and `=>` are the same slip.
      if at(.assign) || at(.greater) { advance() }
      note(.assignmentForEquality, range(from: token.range.start))
    } else if token.kind == .equal, at(.assign), current.range.start == token.range.end {
      advance()
      note(.symbolForWord("===", word: "=="), range(from: token.range.start))
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
      if lowercaseKeyword(token) == .matches, isWord("regex") { advance() }
    } else if token.keyword == .matches {
      if isWord("regex") {
        advance()
      } else if isAtEnd {
        reportExpected("'regex'")
      } else {
        note(.matchesWithoutRegex, token.range)
      }
    }
  }

  /// `a is not null`, `a like "%x%"`, `a not like …`: the expression that is meant; nil where the
  /// cursor stands before something else.
  mutating func parseInfixOfHabit(
    _ left: ExpressionSyntax, binding least: Precedence
  ) -> ExpressionSyntax? {
    guard at(.word), !isRecovering else { return nil }
    if at(.matches), isWord("pattern", peek()), least <= .text {
      let start = advance().range.start
      advance()
      let pattern = parsePatternValue()
      grow(height, 0)
      let range = range(from: start)
      let value = ExpressionSyntax(kind: .literal(.pattern(pattern)), range: range)
      return ExpressionSyntax(
        kind: .call(
          NameSyntax("matches pattern", range: range),
          [ArgumentSyntax(name: nil, value: left), ArgumentSyntax(name: nil, value: value)]),
        range: left.range.union(range))
    }
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

  /// `between 1 and 5`, from the first bound on.
  mutating func parseBareBounds() -> (ExpressionSyntax, ExpressionSyntax) {
    let word = tokens[index - 1]
    let low = parseExpression(binding: .sum)
    let lowHeight = height
    guard take(.and) || take(.comma) || take(.dotDot) || isWord("and") else {
      reportExpected("'..'")
      return (low, missing())
    }
    if isWord("and") { advance() }
    let high = parseExpression(binding: .sum)
    explainBounds(low, high, at: word.range)
    grow(lowHeight, height)
    return (low, high)
  }

  /// Shows the bounds of `between` as they are written here.
  mutating func explainBounds(
    _ low: ExpressionSyntax, _ high: ExpressionSyntax, at range: SourceRange
  ) {
    note(.boundsWithoutDots("between (\(bound(low)) .. \(bound(high)))"), range)
  }

  /// A bound as it is to be written: a date as text is no date.
  private func bound(_ value: ExpressionSyntax) -> String {
    guard case .literal(.value(.string(let content))) = value.kind,
      content.utf8.count >= 10,
      zip(content.utf8, "0000-00-00".utf8).allSatisfy({ byte, form in
        form == UInt8(ascii: "0") ? 0x30...0x39 ~= byte : byte == form
      })
    else { return text(value.range) }
    return "datetime(\(content))"
  }

  /// `text has "road"` for `"road" in text`; nil for everything else.
  func textInColumn(
    _ membership: MembershipOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax
  ) -> String? {
    guard case .literal(.value(.string)) = left.kind, case .name(let column) = right.kind,
      membership == .isIn || membership == .isNotIn
    else { return nil }
    return "\(column.text) \(membership == .isIn ? "has" : "!has") \(text(left.range))"
  }

  // MARK: - Values

  /// `not x` and `!x`, for which there is a function; nil before everything else.
  mutating func parseValueOfHabit() -> ExpressionSyntax? {
    if at(.exclamation), isAtValue(1) {
      let sign = advance()
      let operand = nested(orElse: missing()) { $0.parseValue() }
      let whole = range(from: sign.range.start)
      note(.symbolForWord("!", word: "not(\(text(operand.range)))"), whole)
      return ExpressionSyntax(
        kind: .call(
          NameSyntax("not", range: sign.range), [ArgumentSyntax(name: nil, value: operand)]),
        range: whole)
    }
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

  // MARK: - Words

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
    Keyword.lookup(Array(lowercaseText(token).utf8)[...])
  }

  // MARK: - Implementation

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
    // True of a null, and of the empty text that strings have in its place.
    let function = isNegated ? "isnotempty" : "isempty"
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
}

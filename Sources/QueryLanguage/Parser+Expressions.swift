import Diagnostics

extension Parser {
  /// An expression that is not there, at the cursor.
  func missing() -> ExpressionSyntax {
    ExpressionSyntax(kind: .missing, range: SourceRange(previousEnd, previousEnd))
  }

  /// Where a table may stand in place of a value: `let`, arguments, lists, parentheses.
  mutating func parseExpressionOrPipeline() -> ExpressionSyntax {
    let start = current.range.start
    if let source = parseKeywordSource() {
      let pipeline = parseStages(after: source, from: start)
      return ExpressionSyntax(kind: .pipeline(pipeline), range: pipeline.range)
    }
    let expression = parseExpression()
    guard at(.bar) else { return expression }
    let source = source(of: expression)
    let pipeline = parseStages(after: source, from: start)
    height = 1
    return ExpressionSyntax(kind: .pipeline(pipeline), range: pipeline.range)
  }

  /// `expression ::= value (operator value)*`, by the precedence of the operators.
  mutating func parseExpression() -> ExpressionSyntax { parseExpression(binding: .or) }

  /// An expression of operators that bind at least so tightly.
  mutating func parseExpression(binding least: Precedence) -> ExpressionSyntax {
    var left = parseValue()
    while !isRecovering {
      if let meant = parseInfixOfHabit(left, binding: least) {
        left = meant
        continue
      }
      guard let infix = infixOperator(), infix.precedence >= least else { break }
      switch infix {
      case .binary(let binary) where binary == .and || binary == .or:
        left = parseChain(of: binary, from: left)
      case .binary(let binary):
        takeInfix()
        if let test = parseNullComparison(binary, left) {
          left = test
          continue
        }
        let leftHeight = height
        let right = parseExpression(binding: infix.precedence.tighter)
        if case .binary(let other, let low, let middle) = left.kind, other.precedence == .order,
          infix.precedence == .order
        {
          reportChained(other, low, middle, binary, right)
        }
        left = ExpressionSyntax(
          kind: .binary(binary, left, right), range: left.range.union(right.range))
        grow(leftHeight, height)
      case .membership(let membership):
        takeInfix()
        left = parseMembership(membership, left)
      case .between(let isNegated):
        takeInfix()
        left = parseBetween(left, isNegated: isNegated)
      }
    }
    return left
  }

  // MARK: - Operators

  /// a and b and c …, as a balanced tree where it is long: thousands of conditions are usual in
  /// generated queries, and later stages recurse.
  private mutating func parseChain(
    of binary: BinaryOperator, from first: ExpressionSyntax
  ) -> ExpressionSyntax {
    var operands = [first]
    var tallest = height
    while infixOperator() == .binary(binary), !isRecovering {
      takeInfix()
      operands.append(parseExpression(binding: binary.precedence.tighter))
      tallest = max(tallest, height)
    }
    height = tallest
    grow(tallest + min(operands.count, 8 + operands.count.bitWidth), 0)
    return joined(operands[...], by: binary)
  }

  private func joined(
    _ operands: ArraySlice<ExpressionSyntax>, by binary: BinaryOperator
  ) -> ExpressionSyntax {
    guard let first = operands.first, let last = operands.last else { return missing() }
    if operands.count == 1 { return first }
    let range = first.range.union(last.range)
    let middle =
      operands.count <= 8 ? operands.endIndex - 1 : (operands.startIndex + operands.endIndex) / 2
    return ExpressionSyntax(
      kind: .binary(
        binary, joined(operands[..<middle], by: binary), joined(operands[middle...], by: binary)),
      range: range)
  }

  /// `membership ::= value ("in" | "has_any" …) "(" list ")"`.
  private mutating func parseMembership(
    _ membership: MembershipOperator, _ left: ExpressionSyntax
  ) -> ExpressionSyntax {
    let leftHeight = height
    var values: [ExpressionSyntax] = []
    if at(.leftParenthesis) {
      let open = advance()
      values = nested(orElse: []) { $0.parseExpressionList(until: .rightParenthesis) }
      close(.rightParenthesis, open: open, afterList: true)
    } else {
      let word = tokens[index - 1]
      if !isAtValue(), !at(.leftBracket) {
        reportExpected("'('")
      } else {
        let value = parseExpression(binding: .sum)
        if let meant = textInColumn(membership, left, value) {
          note(.textInColumn(meant: meant), left.range.union(value.range))
        } else {
          note(.listWithoutParentheses(membership.rawValue), word.range)
        }
        if case .list(let elements) = value.kind { values = elements } else { values = [value] }
      }
    }
    grow(leftHeight, height)
    return ExpressionSyntax(
      kind: .membership(membership, left, values), range: range(from: left.range.start))
  }

  /// `between ::= value "between" "(" value ".." value ")"`.
  private mutating func parseBetween(
    _ left: ExpressionSyntax, isNegated: Bool
  ) -> ExpressionSyntax {
    let leftHeight = height
    let open = current
    var low = missing()
    var high = missing()
    if isAtValue(), !at(.leftParenthesis) {
      (low, high) = parseBareBounds()
    } else if expect(.leftParenthesis, "'('") {
      (low, high) = nested(orElse: (low, high)) { parser in
        let low = parser.parseExpression(binding: .sum)
        let lowHeight = parser.height
        let separator = parser.current
        let isHabit = parser.take(.comma) || parser.take(.and)
        if !isHabit { parser.expect(.dotDot, "'..'") }
        let high = parser.parseExpression(binding: .sum)
        if isHabit { parser.explainBounds(low, high, at: separator.range) }
        parser.grow(lowHeight, parser.height)
        return (low, high)
      }
      close(.rightParenthesis, open: open)
    }
    grow(leftHeight, height)
    return ExpressionSyntax(
      kind: .between(left, low, high, isNegated: isNegated),
      range: range(from: left.range.start))
  }

  /// Sets the height of a node over two others, and gives up where it is too high to walk.
  mutating func grow(_ left: Int, _ right: Int) {
    height = max(left, right) + 1
    if height > 2 * Self.depthLimit, !isRecovering {
      giveUpStatement(.nestedTooDeeply(limit: 2 * Self.depthLimit), tokens[max(0, index - 1)].range)
    }
  }

  // MARK: - Values

  /// `value ::= ("-" | "+") value | primary path*`.
  mutating func parseValue() -> ExpressionSyntax {
    guard at(.minus) || at(.plus) else {
      if let explained = parseValueOfHabit() { return explained }
      return parsePath(after: parsePrimary())
    }
    let sign = advance()
    if sign.kind == .minus, let least = takeLeastLong(after: sign) { return least }
    let operand = nested(orElse: missing()) { $0.parseValue() }
    grow(height, 0)
    return ExpressionSyntax(
      kind: .unary(sign.kind == .minus ? .minus : .plus, operand),
      range: range(from: sign.range.start))
  }

  /// `primary ::= literal | name | call | list | "(" expression-or-pipeline ")" | "*"`.
  private mutating func parsePrimary() -> ExpressionSyntax {
    let token = current
    height = 1
    switch kind {
    case .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral:
      return parseLiteral()
    case .word: return parseNameOrCall()
    case .leftBracket: return parseListOrName()
    case .leftParenthesis: return parseParenthesized()
    case .star:
      advance()
      return ExpressionSyntax(kind: .star, range: token.range)
    case .rightParenthesis, .rightBracket, .leftBrace, .rightBrace, .comma, .semicolon, .colon,
      .dot, .dotDot, .bar, .assign, .equal, .notEqual, .equalInsensitive, .notEqualInsensitive,
      .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .slash, .percent, .arrow,
      .angleBrackets, .doubleAmpersand, .doubleBar, .exclamation, .question, .at, .unknown, .end:
      reportExpected("a value")
      return missing()
    }
  }

  private mutating func parseNameOrCall() -> ExpressionSyntax {
    let token = current
    let isOperator = keyword?.role == .expressionOperator || isWord("and") || isWord("or")
    if isOperator || keyword == .by, peek().kind != .leftParenthesis {
      reportExpected("a value")
      return missing()
    }
    if peek().kind != .leftParenthesis, let literal = takeTruth() { return literal }
    advance()
    let name = NameSyntax(text(token), range: token.range)
    guard at(.leftParenthesis) else {
      let column = ExpressionSyntax(kind: .name(name), range: token.range)
      return takesColonTests && at(.colon) ? parseColonTest(of: column) : column
    }
    if let keyword = token.keyword, keyword.role == .expressionOperator {
      note(.operatorAsFunction(keyword.rawValue), token.range)
    }
    if let call = parseCountDistinct(name) { return call }
    let arguments = parseArguments(of: name)
    return ExpressionSyntax(kind: .call(name, arguments), range: range(from: token.range.start))
  }

  /// `column:"text"`, in `search`.
  private mutating func parseColonTest(of column: ExpressionSyntax) -> ExpressionSyntax {
    let colon = advance()
    let value = parsePrimary()
    grow(height, 0)
    return ExpressionSyntax(
      kind: .call(
        NameSyntax(":", range: colon.range),
        [ArgumentSyntax(name: nil, value: column), ArgumentSyntax(name: nil, value: value)]),
      range: range(from: column.range.start))
  }

  /// `count(distinct a)`, which is `dcount(a)`; nil for every other call.
  private mutating func parseCountDistinct(_ name: NameSyntax) -> ExpressionSyntax? {
    guard lowercaseText(tokens[index - 1]) == "count", isWord("distinct", peek()), !isRecovering,
      peek(2).kind == .word || peek(2).kind == .leftParenthesis || peek(2).kind == .leftBracket
    else { return nil }
    let open = advance()
    advance()
    let value = nested(orElse: missing()) { $0.parseExpression() }
    close(.rightParenthesis, open: open)
    grow(height, 0)
    let whole = range(from: name.range.start)
    note(.countDistinct(meant: "dcount(\(text(value.range)))"), whole)
    return ExpressionSyntax(
      kind: .call(
        NameSyntax("dcount", range: name.range), [ArgumentSyntax(name: nil, value: value)]),
      range: whole)
  }

  /// `arguments ::= "(" (argument ("," argument)*)? ")"`.
  mutating func parseArguments(of name: NameSyntax) -> [ArgumentSyntax] {
    let open = advance()
    if at(.star), peek().kind == .rightParenthesis, name.text == "count" {
      note(.countStar, SourceRange(name.range.start, peek().range.end))
      advance()
    }
    return nested(orElse: []) { parser in
      var arguments: [ArgumentSyntax] = []
      var tallest = 0
      while !parser.at(.rightParenthesis), !parser.isAtEnd, !parser.at(.semicolon) {
        arguments.append(parser.parseArgument())
        tallest = max(tallest, parser.height)
        guard parser.nextInList(until: [.rightParenthesis]) else { break }
        if parser.at(.rightParenthesis) { parser.reportExpected("a value") }
      }
      parser.close(.rightParenthesis, open: open, afterList: true)
      parser.grow(tallest, 0)
      return arguments
    }
  }

  /// `argument ::= (name "=")? expression-or-pipeline`.
  private mutating func parseArgument() -> ArgumentSyntax {
    let length = nameLength()
    var name: NameSyntax?
    if length > 0, peek(length).kind == .assign {
      name = takeName()
      advance()
    }
    return ArgumentSyntax(name: name, value: parseExpressionOrPipeline())
  }

  /// `["two words"]` is a name, `[1, 2]` a list.
  private mutating func parseListOrName() -> ExpressionSyntax {
    let open = current
    if let name = takeName() {
      guard at(.leftParenthesis) else {
        return ExpressionSyntax(kind: .name(name), range: name.range)
      }
      let arguments = parseArguments(of: name)
      return ExpressionSyntax(kind: .call(name, arguments), range: range(from: name.range.start))
    }
    advance()
    let values = nested(orElse: []) { $0.parseExpressionList(until: .rightBracket) }
    close(.rightBracket, open: open, afterList: true)
    grow(height, 0)
    return ExpressionSyntax(kind: .list(values), range: range(from: open.range.start))
  }

  private mutating func parseParenthesized() -> ExpressionSyntax {
    let open = advance()
    let inner = nested(orElse: missing()) { $0.parseExpressionOrPipeline() }
    close(.rightParenthesis, open: open)
    grow(height, 0)
    let range = range(from: open.range.start)
    if case .pipeline(let pipeline) = inner.kind {
      return ExpressionSyntax(kind: .pipeline(pipeline), range: range)
    }
    return ExpressionSyntax(kind: .parenthesized(inner), range: range)
  }

  /// `path ::= "." name | "[" expression "]" | ".[" expression "]"`.
  private mutating func parsePath(after root: ExpressionSyntax) -> ExpressionSyntax {
    var value = root
    while !isRecovering {
      if at(.dot), peek().kind != .leftBracket {
        advance()
        let name = parseName("a name")
        if at(.leftParenthesis), !isRecovering {
          note(.methodCall(name.text), name.range)
          let arguments = [ArgumentSyntax(name: nil, value: value)] + parseArguments(of: name)
          value = ExpressionSyntax(
            kind: .call(name, arguments), range: range(from: value.range.start))
        } else {
          value = ExpressionSyntax(
            kind: .member(value, name), range: range(from: value.range.start))
        }
      } else if at(.leftBracket) || at(.dot) {
        _ = take(.dot)
        let open = advance()
        let valueHeight = height
        let element = nested(orElse: missing()) { $0.parseExpression() }
        close(.rightBracket, open: open)
        value = ExpressionSyntax(
          kind: .element(value, element), range: range(from: value.range.start))
        height = max(height, valueHeight)
      } else {
        break
      }
      grow(height, 0)
    }
    return value
  }
}

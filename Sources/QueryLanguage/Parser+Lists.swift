import Diagnostics

extension Parser {
  /// `list ::= item ("," item)*`; after a mistake in an item it goes on with the next.
  mutating func parseList<Item>(
    _ what: String, _ item: (inout Parser) -> Item
  ) -> [Item] {
    var items: [Item] = []
    if atListEnd {
      reportExpected(what)
      return []
    }
    repeat {
      items.append(item(&self))
    } while nextInList(until: [.bar])
    lastListEnd = index
    return items
  }

  /// `named ::= (name "=" | "(" name ("," name)* ")" "=")? expression`.
  mutating func parseNamedList(_ what: String) -> [NamedExpressionSyntax] {
    parseList(what) { $0.parseNamed() }
  }

  /// `expressions ::= (expression ("," expression)*)? ","?`.
  mutating func parseExpressionList(until end: SyntaxToken.Kind) -> [ExpressionSyntax] {
    var values: [ExpressionSyntax] = []
    var tallest = 0
    while !at(end), !isAtEnd, !at(.semicolon) {
      values.append(parseExpressionOrPipeline())
      tallest = max(tallest, height)
      guard nextInList(until: [end]) else { break }
    }
    height = tallest
    return values
  }

  /// Takes the comma before the next item; after a mistake looks for one first.
  ///
  /// False at the end of the list.
  mutating func nextInList(until ends: [SyntaxToken.Kind]) -> Bool {
    if isRecovering {
      skip(to: ends + [.comma])
      guard at(.comma) else { return false }
    }
    guard take(.comma) else { return false }
    isRecovering = false
    return true
  }

  mutating func parseNamed() -> NamedExpressionSyntax {
    let start = current.range.start
    var names = takeAssignedNames()
    let expression = parseExpression()
    if names.isEmpty, let alias = takeAlias(of: expression) { names = [alias] }
    return NamedExpressionSyntax(
      names: names, expression: expression, range: range(from: start))
  }

  /// The names before an `=`; none where no `=` follows.
  mutating func takeAssignedNames() -> [NameSyntax] {
    let length = nameLength()
    if length > 0, peek(length).kind == .assign, let name = takeName() {
      advance()
      return [name]
    }
    guard at(.leftParenthesis) else { return [] }
    var distance = 1
    while true {
      let length = nameLength(at: distance)
      guard length > 0 else { return [] }
      distance += length
      if peek(distance).kind == .comma {
        distance += 1
        continue
      }
      guard peek(distance).kind == .rightParenthesis, peek(distance + 1).kind == .assign else {
        return []
      }
      break
    }
    var names: [NameSyntax] = []
    advance()
    while let name = takeName() {
      names.append(name)
      advance()
    }
    advance()
    return names
  }

  /// Whether nothing of a list can begin here.
  var atListEnd: Bool {
    switch kind {
    case .bar, .semicolon, .end, .rightParenthesis, .rightBracket, .rightBrace, .comma: return true
    case .word, .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral,
      .leftParenthesis, .leftBracket, .leftBrace, .colon, .dot, .dotDot, .assign, .equal,
      .notEqual, .equalInsensitive, .notEqualInsensitive, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .plus, .minus, .star, .slash, .percent, .arrow, .angleBrackets,
      .doubleAmpersand, .doubleBar, .exclamation, .question, .at, .unknown:
      return false
    }
  }
}

package import Diagnostics

/// What a piece of a query is to the eye: an editor gives each class its colour.
package enum HighlightClass: String, CaseIterable, Sendable {
  case keyword, function, name, string, number, comment
  case `operator`, punctuation, error
}

/// A range of a query's text and its class.
package struct Highlight: Hashable, Sendable {
  package var range: SourceRange
  package var kind: HighlightClass

  package init(range: SourceRange, kind: HighlightClass) {
    self.range = range
    self.kind = kind
  }

  /// The classes of a text, complete or not, in its order; white space has none.
  ///
  /// From the lexer alone, so that it is quick at every key: words are keywords by their place (after
  /// a bar, between two values), as none is reserved.
  /// - Complexity: O(*n*).
  package static func ranges(in source: SourceText) -> [Highlight] {
    let (tokens, lexer) = Lexer.tokens(in: source)
    var result: [Highlight] = []
    result.reserveCapacity(tokens.count)
    var comments = lexer.comments[...]
    for (index, token) in tokens.enumerated() {
      while let comment = comments.first, comment.start <= token.range.start {
        result.append(Highlight(range: comment, kind: .comment))
        comments.removeFirst()
      }
      guard token.kind != .end else { break }
      result.append(Highlight(range: token.range, kind: kind(of: tokens, at: index)))
    }
    return result
  }

  // MARK: - Implementation

  private static func kind(of tokens: [SyntaxToken], at index: Int) -> HighlightClass {
    let token = tokens[index]
    if token.isUnterminated { return .error }
    switch token.kind {
    case .word: return wordKind(tokens, at: index)
    case .long, .real, .timespan, .calendarStep, .bareDate, .typedLiteral: return .number
    case .string: return .string
    case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace,
      .comma, .semicolon, .colon, .dot:
      return .punctuation
    case .dotDot, .bar, .assign, .equal, .notEqual, .equalInsensitive, .notEqualInsensitive, .less,
      .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star, .slash, .percent, .arrow,
      .angleBrackets:
      return .operator
    case .doubleAmpersand, .doubleBar, .exclamation, .question, .at, .unknown: return .error
    case .end: return .punctuation
    }
  }

  private static func wordKind(_ tokens: [SyntaxToken], at index: Int) -> HighlightClass {
    let previous = index > 0 ? tokens[index - 1].kind : .semicolon
    let next = tokens[index + 1].kind
    guard let keyword = tokens[index].keyword else {
      return next == .leftParenthesis ? .function : .name
    }
    if previous == .dot || next == .assign { return .name }
    let beginsStatement = index == 0 || previous == .semicolon
    let endsValue: Bool
    switch previous {
    case .word, .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral,
      .rightParenthesis, .rightBracket, .star:
      endsValue = true
    case .leftParenthesis, .leftBracket, .leftBrace, .rightBrace, .comma, .semicolon, .colon, .dot,
      .dotDot, .bar, .assign, .equal, .notEqual, .equalInsensitive, .notEqualInsensitive, .less,
      .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .slash, .percent, .arrow,
      .angleBrackets, .doubleAmpersand, .doubleBar, .exclamation, .question, .at, .unknown, .end:
      endsValue = false
    }
    let isKeyword: Bool
    switch keyword.role {
    case .value: isKeyword = true
    case .statement: isKeyword = beginsStatement || previous == .leftBrace || previous == .word
    case .source: isKeyword = next != .leftParenthesis && !endsValue || keyword == .datatable
    case .stage, .foreignStage: isKeyword = previous == .bar
    case .expressionOperator: isKeyword = endsValue
    case .clause:
      isKeyword = endsValue && keyword != .kind || keyword == .by && previous == .bar
    case .shortForm: isKeyword = beginsStatement && next != .bar && next != .end
    case .typedLiteral: isKeyword = previous == .colon
    }
    if isKeyword { return .keyword }
    return next == .leftParenthesis ? .function : .name
  }
}

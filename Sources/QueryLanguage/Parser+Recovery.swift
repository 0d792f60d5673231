import Diagnostics

extension Parser {
  /// Reports a mistake, unless one was just reported and reading is not safe again yet.
  ///
  /// `wantsMore` marks a mistake that more text at the end would set right.
  mutating func report(_ error: SyntaxError, _ range: SourceRange, wantsMore: Bool = false) {
    guard !isRecovering else { return }
    mistakes.add(error, at: range)
    isRecovering = true
    if wantsMore { self.wantsMore = true }
  }

  /// Reports a mistake after which reading goes on at once, as it is clear what was meant.
  mutating func note(_ error: SyntaxError, _ range: SourceRange) {
    guard !isRecovering else { return }
    mistakes.add(error, at: range)
  }

  /// Reports that `what` should stand at the cursor.
  mutating func reportExpected(_ what: String) {
    // A string or literal without an end has been reported, and is why the rest is missing.
    if index > 0, tokens[index - 1].isUnterminated || tokens[index - 1].kind == .unknown {
      if isAtEnd, tokens[index - 1].isUnterminated { wantsMore = true }
      isRecovering = true
      return
    }
    if kind == .unknown {
      isRecovering = true
      return
    }
    let after = index > 0 && !isStatementStart ? text(tokens[index - 1]) : nil
    var range = current.range
    if isAtEnd {
      // The caret stands where the missing piece would be typed.
      range = SourceRange(previousEnd, previousEnd)
    }
    report(.expected(what, found: foundDescription, after: after), range, wantsMore: isAtEnd)
  }

  /// The token at the cursor as messages name it.
  var foundDescription: String {
    isAtEnd ? "the end" : "'\(shortened(text(current)))'"
  }

  /// Goes on to the next token of one of these kinds at this level of brackets, to the end of the
  /// statement, or to the bracket that closes this level.
  mutating func skip(to kinds: [SyntaxToken.Kind], orWord word: Keyword? = nil) {
    var level = 0
    while !isAtEnd {
      let kind = self.kind
      if level == 0, kinds.contains(kind) || word != nil && keyword == word { return }
      switch kind {
      case .leftParenthesis, .leftBracket, .leftBrace: level += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        if level == 0, depth > 0 { return }
        level = max(0, level - 1)
      case .semicolon:
        return
      case .word, .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral,
        .comma, .colon, .dot, .dotDot, .bar, .assign, .equal, .notEqual, .equalInsensitive,
        .notEqualInsensitive, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star,
        .slash, .percent, .arrow, .angleBrackets, .doubleAmpersand, .doubleBar, .exclamation,
        .question, .at, .unknown, .end:
        break
      }
      advance()
    }
  }

  /// Runs `body` one level deeper; where that is too deep, says so once and gives up the statement.
  mutating func nested<Result>(orElse missing: Result, _ body: (inout Parser) -> Result) -> Result {
    guard depth < Self.depthLimit else {
      giveUpStatement(.nestedTooDeeply(limit: Self.depthLimit), current.range)
      return missing
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// Reports what makes the statement unreadable and goes to its end.
  ///
  /// Every method that is still at work then finds the end, and stays silent.
  mutating func giveUpStatement(_ error: SyntaxError, _ range: SourceRange) {
    report(error, range)
    isRecovering = true
    while !isAtEnd, !at(.semicolon) { advance() }
  }

  /// Whether the cursor stands at the beginning of a statement.
  private var isStatementStart: Bool { index == 0 || tokens[index - 1].kind == .semicolon }

  /// Takes away what the lexer says of the rest of a line where a quote inside a text cut it apart.
  static func dropConsequences(
    of mistakes: [Diagnostic], in source: SourceText, from diagnostics: inout [Diagnostic]
  ) {
    let quote = SyntaxError.quoteInText("").code.rawValue
    for mistake in mistakes.prefix(5) where mistake.code == quote {
      guard let place = mistake.range else { continue }
      let line = source.lineRange(source.position(of: place.start).line)
      diagnostics.removeAll { other in
        guard let range = other.range, other.code == SyntaxErrorCode.openString.rawValue else {
          return false
        }
        return range.start >= place.end && range.start < line.upperBound
      }
    }
  }

  /// Whether the text ends inside a bracket or string, or with a bar or comma: then more is to
  /// come, whatever else is wrong.
  static func endsInsideBracketOrList(_ tokens: [SyntaxToken], _ source: SourceText) -> Bool {
    var open: [SyntaxToken.Kind] = []
    var openBraces = 0
    for token in tokens {
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace:
        open.append(token.kind)
        if token.kind == .leftBrace { openBraces += 1 }
      case .rightParenthesis, .rightBracket, .rightBrace:
        if open.popLast() == .leftBrace { openBraces -= 1 }
      case .semicolon:
        // Only a function's body goes on after a semicolon.
        if openBraces == 0 { open = [] }
      case .word, .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral,
        .comma, .colon, .dot, .dotDot, .bar, .assign, .equal, .notEqual, .equalInsensitive,
        .notEqualInsensitive, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star,
        .slash, .percent, .arrow, .angleBrackets, .doubleAmpersand, .doubleBar, .exclamation,
        .question, .at, .unknown, .end:
        break
      }
    }
    guard let last = tokens.dropLast().last else { return false }
    if !open.isEmpty || last.kind == .bar || last.kind == .comma { return true }
    guard let end = tokens.last else { return false }
    return last.isUnterminated && last.range.end == end.range.start
  }

  /// Whether the text ends inside a string in one pair of quotes, which ends with its line: more
  /// lines would not close it.
  static func endsInsideLineOfText(_ tokens: [SyntaxToken], _ source: SourceText) -> Bool {
    guard let last = tokens.dropLast().last, let end = tokens.last, last.isUnterminated,
      last.kind == .string, last.range.end == end.range.start
    else { return false }
    let text = source.bytes[last.range.start..<last.range.end]
    return !text.starts(with: "```".utf8) && !text.starts(with: "~~~".utf8)
  }

  /// Whether the text ends with a semicolon outside braces, which ends a statement at once, also a
  /// wrong one.
  static func endsBySemicolon(_ tokens: [SyntaxToken]) -> Bool {
    guard tokens.dropLast().last?.kind == .semicolon else { return false }
    return tokens.reduce(0) { depth, token in
      token.kind == .leftBrace ? depth + 1 : token.kind == .rightBrace ? depth - 1 : depth
    } <= 0
  }
}

import Columns
import Diagnostics

extension Parser {
  /// `literal ::= number | timespan | step | date | string+ | typed`.
  mutating func parseLiteral() -> ExpressionSyntax {
    let token = current
    switch token.kind {
    case .string: return parseStrings()
    case .long: return literal(longLiteral(advance()), token)
    case .real: return literal(.value(.real(RealText.parse(text(advance())) ?? .nan)), token)
    case .timespan: return literal(.value(parseTimespan(advance())), token)
    case .calendarStep: return literal(parseCalendarStep(advance()), token)
    case .bareDate:
      advance()
      let written = text(token)
      note(.bareDate(written), token.range)
      return literal(.value(typedValue(.datetime, written, token)), token)
    case .typedLiteral:
      return literal(.value(parseTyped(advance())), token)
    case .word, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace,
      .rightBrace, .comma, .semicolon, .colon, .dot, .dotDot, .bar, .assign, .equal, .notEqual,
      .equalInsensitive, .notEqualInsensitive, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .plus, .minus, .star, .slash, .percent, .arrow, .angleBrackets, .doubleAmpersand,
      .doubleBar, .exclamation, .question, .at, .unknown, .end:
      return missing()
    }
  }

  /// `true`, `false`, in the three ways KQL writes them.
  mutating func takeTruth() -> ExpressionSyntax? {
    let token = current
    if take(.true) { return literal(.value(.bool(true)), token) }
    if take(.false) { return literal(.value(.bool(false)), token) }
    guard token.keyword == nil, token.range.end - token.range.start <= 5 else { return nil }
    switch text(token) {
    case "True", "TRUE":
      advance()
      return literal(.value(.bool(true)), token)
    case "False", "FALSE":
      advance()
      return literal(.value(.bool(false)), token)
    default: return nil
    }
  }

  /// The text of a string token.
  func decodeString(_ token: SyntaxToken) -> String {
    StringLiteral.decode(
      source.bytes[token.range.start..<token.range.end], isUnterminated: token.isUnterminated)
  }

  /// `-9223372036854775808`, whose digits alone are too large.
  mutating func takeLeastLong(after sign: SyntaxToken) -> ExpressionSyntax? {
    guard kind == .long, text(current) == "9223372036854775808" else { return nil }
    let digits = advance()
    height = 1
    return ExpressionSyntax(
      kind: .literal(.value(.long(Int64.min))), range: sign.range.union(digits.range))
  }

  // MARK: - Implementation

  private func literal(_ value: LiteralSyntax, _ token: SyntaxToken) -> ExpressionSyntax {
    ExpressionSyntax(kind: .literal(value), range: token.range)
  }

  /// `strings ::= string+`, which join.
  private mutating func parseStrings() -> ExpressionSyntax {
    let start = current.range.start
    var parts = [decodeString(advance())]
    while at(.string) { parts.append(decodeString(advance())) }
    return ExpressionSyntax(
      kind: .literal(.value(.string(parts.joined()))), range: range(from: start))
  }

  private mutating func longLiteral(_ token: SyntaxToken) -> LiteralSyntax {
    if let value = LiteralText.long(text(token)) { return .value(.long(value)) }
    note(.numberTooLarge(text(token)), token.range)
    return .value(.null(.long))
  }

  private mutating func parseTimespan(_ token: SyntaxToken) -> ScalarValue {
    if let steps = TimespanText.parse(text(token)) {
      return .timespan(steps)
    }
    note(.numberTooLarge(text(token)), token.range)
    return .null(.timespan)
  }

  private mutating func parseCalendarStep(_ token: SyntaxToken) -> LiteralSyntax {
    if let months = LiteralText.months(source.bytes[token.range.start..<token.range.end]) {
      return .calendarStep(months: months)
    }
    note(.invalidLiteral(type: "number of months", text: text(token)), token.range)
    return .calendarStep(months: 1)
  }

  /// The value of `type(text)`, `type("text")` or `d"text"`.
  private mutating func parseTyped(_ token: SyntaxToken) -> ScalarValue {
    let type = token.keyword?.literalType ?? .string
    if token.isUnterminated {
      isRecovering = true
      return .null(type)
    }
    var content = source.bytes[token.range.start..<token.range.end]
    if let open = content.firstIndex(of: UInt8(ascii: "(")),
      !isStraightQuote(content[content.startIndex + 1])
    {
      content = content[(open + 1)..<(content.endIndex - 1)]
    } else {
      content = content.dropFirst()
    }
    return typedValue(type, String(decoding: content, as: UTF8.self), token)
  }

  private mutating func typedValue(
    _ type: ScalarType, _ content: String, _ token: SyntaxToken
  ) -> ScalarValue {
    let trimmed = type == .dynamic ? LiteralText.trimmed(content) : LiteralText.unquoted(content)
    if trimmed == "null" { return .null(type) }
    if let value = LiteralText.value(of: type, trimmed) {
      if type == .datetime, let read = LiteralText.monthFirst(trimmed) {
        note(.dayOrMonth(trimmed, read: read), token.range)
      }
      return value
    }
    if LiteralText.looksLikeExpression(trimmed), type != .dynamic {
      note(
        .expressionInLiteral(type: type.name, text: trimmed, function: "to" + type.name),
        token.range)
    } else {
      note(.invalidLiteral(type: type.name, text: trimmed), token.range)
    }
    return .null(type)
  }
}

extension Keyword {
  /// The type of the literal that the word begins.
  var literalType: ScalarType? { Self.literalTypes[self] }

  private static let literalTypes: [Keyword: ScalarType] = [
    .datetime: .datetime, .date: .datetime, .timespan: .timespan, .time: .timespan,
    .decimal: .decimal, .int: .int, .int32: .int, .long: .long, .int64: .long, .real: .real,
    .double: .real, .bool: .bool, .boolean: .bool, .guid: .guid, .uuid: .guid, .uniqueid: .guid,
    .dynamic: .dynamic,
  ]
}

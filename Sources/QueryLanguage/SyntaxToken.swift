package import Diagnostics

/// A piece of a query's text: its kind and where it stands.
///
/// White space and comments are no tokens.
package struct SyntaxToken: Hashable, Sendable {
  package enum Kind: UInt8, CaseIterable, Sendable {
    /// A name or a keyword; operator words such as `!has`, `in~` and `mv-expand` too.
    case word
    /// `12`, `0xff`
    case long
    /// `1.5`, `1e3`, `10.`
    case real
    /// `1d`, `2.6h`
    case timespan
    /// `1mo`, `1q`, `1y`
    case calendarStep
    /// `2024-03-05`, `2024-03-05T14:30` without quotes.
    case bareDate
    /// A string of any form.
    case string
    /// `datetime(…)` and its kin, to the closing parenthesis; `d"2024-03-05"`.
    case typedLiteral
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, semicolon, colon, dot, dotDot, bar
    case assign, equal, notEqual, equalInsensitive, notEqualInsensitive
    case less, lessOrEqual, greater, greaterOrEqual
    case plus, minus, star, slash, percent
    /// `=>`
    case arrow
    /// `<>`, `&&`, `||`: habits from elsewhere, which the parser explains.
    case angleBrackets, doubleAmpersand, doubleBar
    case exclamation, question, at
    /// Bytes that begin no token; the lexer has said so.
    case unknown
    /// The end of the text.
    case end
  }

  package var kind: Kind
  package var keyword: Keyword?
  /// Whether a string or typed literal goes to its end without being closed.
  package var isUnterminated = false
  /// Whether a line end stands between this token and the one before.
  package var startsLine = false
  // 32 bits each keep a token at 16 bytes: a query of 10 MB may have as many tokens.
  private var start: UInt32
  private var end: UInt32

  package init(kind: Kind, keyword: Keyword? = nil, range: SourceRange) {
    self.kind = kind
    self.keyword = keyword
    start = UInt32(clamping: range.start)
    end = UInt32(clamping: range.end)
  }

  package var range: SourceRange { SourceRange(Int(start), Int(end)) }
}

package import Diagnostics

/// Cuts a query's text into tokens, from the start to the end.
///
/// A cursor over UTF-8 bytes. Nothing it meets stops it: what begins no token is reported and
/// becomes an `.unknown` token, an open string ends with its line. Comments are kept apart, so that
/// the formatter can put them back.
///
///     word        letters, digits, "_", a "$" first; hyphenated and "!" operator words
///     number      12  0xff  1.5  10.  1e3  2.6h  1mo
///     string      "…"  '…'  @"…"  ```…```  ~~~…~~~  h"…"  “…”
///     typed       datetime(…)  timespan(…)  dynamic(…) …, to the closing parenthesis
package struct Lexer {
  let bytes: [UInt8]
  var offset = 0
  private var startsLine = false
  /// Where the last token ended.
  private var lastEnd = -1
  private var mistakes = MistakeList()
  package var diagnostics: [Diagnostic] { mistakes.diagnostics }
  /// Where comments stand, in order.
  package private(set) var comments: [SourceRange] = []
  /// Whether the text ends inside a `/* … */`.
  package private(set) var endsInComment = false

  package init(_ source: SourceText) {
    // Tokens count in 32 bits; nobody types 4 GB.
    bytes =
      source.bytes.count < Int(UInt32.max)
      ? source.bytes : Array(source.bytes.prefix(Int(UInt32.max) - 1))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    if byte(at: offset) == UInt8(ascii: "#"), byte(at: offset + 1) == UInt8(ascii: "!") {
      skipLine()
      comments.append(SourceRange(0, offset))
    }
  }

  /// All tokens of a text from an offset on, the last of kind `.end`.
  package static func tokens(
    in source: SourceText, from start: Int = 0
  ) -> (tokens: [SyntaxToken], lexer: Lexer) {
    var lexer = Lexer(source)
    if start > 0 { lexer.offset = start }
    var tokens: [SyntaxToken] = []
    tokens.reserveCapacity(source.bytes.count / 5 + 8)
    while true {
      let token = lexer.next()
      tokens.append(token)
      if token.kind == .end { return (tokens, lexer) }
    }
  }

  /// All tokens, each of the regions as one string token; what is in them is not looked at.
  package static func tokens(
    in source: SourceText, regions: [SourceRange]
  ) -> (tokens: [SyntaxToken], lexer: Lexer) {
    var lexer = Lexer(source)
    var tokens: [SyntaxToken] = []
    var waiting = regions.filter { $0.start < $0.end }[...]
    while true {
      let before = lexer
      let token = lexer.next()
      if let region = waiting.first, token.range.start >= region.start {
        waiting.removeFirst()
        lexer = before
        // Blanks at the end are no part of the words.
        var end = region.end
        while end > region.start, source.bytes[end - 1] <= 0x20 { end -= 1 }
        if end > region.start {
          tokens.append(SyntaxToken(kind: .string, range: SourceRange(region.start, end)))
        }
        lexer.offset = region.end
        continue
      }
      tokens.append(token)
      if token.kind == .end { return (tokens, lexer) }
    }
  }

  /// The next token; at the end of the text `.end`, again and again.
  package mutating func next() -> SyntaxToken {
    startsLine = false
    skipTrivia()
    let start = offset
    guard start < bytes.count else { return SyntaxToken(kind: .end, range: .init(start, start)) }
    var token = scan()
    if offset == start { offset += 1 }
    token.startsLine = startsLine
    lastEnd = offset
    return token
  }

  // MARK: - Shared by the parts of the lexer

  /// The byte at an offset; 0 outside the text.
  func byte(at offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  func token(_ kind: SyntaxToken.Kind, from start: Int) -> SyntaxToken {
    SyntaxToken(kind: kind, range: SourceRange(start, offset))
  }

  mutating func report(_ error: SyntaxError, _ range: SourceRange) {
    mistakes.add(error, at: range)
  }

  func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[max(0, start)..<min(max(start, end), bytes.count)], as: UTF8.self)
  }

  /// The scalar at an offset and its length in bytes; the replacement character and 1 for bytes
  /// that are not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = byte(at: offset)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    var decoder = Unicode.UTF8()
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }

  // MARK: - Implementation

  private mutating func scan() -> SyntaxToken {
    let start = offset
    let first = bytes[start]
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return scanNumber()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return scanString(prefixLength: 0)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if byte(at: start + 1) == first, byte(at: start + 2) == first {
        return scanString(prefixLength: 0)
      }
    case UInt8(ascii: "#"): return scanForeignComment(signLength: 1)
    case UInt8(ascii: "-") where isSQLComment(at: start):
      return scanForeignComment(signLength: 2)
    case UInt8(ascii: "@"):
      if isStraightQuote(byte(at: start + 1)) { return scanString(prefixLength: 1) }
    case UInt8(ascii: "."):
      // `a.5` is a path that goes wrong, `.5` alone a number.
      if isDigit(byte(at: start + 1)), lastEnd != start {
        offset += 1
        let number = scanNumber()
        report(.pointWithoutDigit(text(from: start, to: offset)), SourceRange(start, offset))
        return token(number.kind == .timespan ? .timespan : .real, from: start)
      }
    default:
      if isWordStart(first) { return scanWord() }
    }
    if first == UInt8(ascii: "!"), let word = scanNegatedWord() { return word }
    if let kind = scanPunctuation() { return token(kind, from: start) }
    if first >= 0x80 { return scanBeyondASCII() }
    offset += 1
    report(.unknownCharacter(text(from: start, to: offset)), SourceRange(start, offset))
    return token(.unknown, from: start)
  }

  /// Whether two hyphens, apart from what stands around them, come before words: two signs of a
  /// number have nothing between them and the number.
  private func isSQLComment(at start: Int) -> Bool {
    guard byte(at: start + 1) == UInt8(ascii: "-"), byte(at: start + 2) == UInt8(ascii: " ") else {
      return false
    }
    var next = start + 3
    while byte(at: next) == UInt8(ascii: " ") { next += 1 }
    return isWordStart(byte(at: next)) || byte(at: next) >= 0x80
  }

  /// A comment as SQL, Python or a shell write it, explained and passed over.
  private mutating func scanForeignComment(signLength: Int) -> SyntaxToken {
    let start = offset
    offset += signLength
    report(.foreignComment(text(from: start, to: offset)), SourceRange(start, offset))
    let sign = token(.unknown, from: start)
    skipLine()
    return sign
  }

  private mutating func scanPunctuation() -> SyntaxToken.Kind? {
    let second = byte(at: offset + 1)
    let pair: SyntaxToken.Kind?
    switch (bytes[offset], second) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")): pair = .equal
    case (UInt8(ascii: "="), UInt8(ascii: "~")): pair = .equalInsensitive
    case (UInt8(ascii: "="), UInt8(ascii: ">")): pair = .arrow
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): pair = .notEqual
    case (UInt8(ascii: "!"), UInt8(ascii: "~")): pair = .notEqualInsensitive
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): pair = .lessOrEqual
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): pair = .angleBrackets
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): pair = .greaterOrEqual
    case (UInt8(ascii: "."), UInt8(ascii: ".")): pair = .dotDot
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): pair = .doubleBar
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): pair = .doubleAmpersand
    default: pair = nil
    }
    if let pair {
      offset += 2
      return pair
    }
    let single: SyntaxToken.Kind
    switch bytes[offset] {
    case UInt8(ascii: "("): single = .leftParenthesis
    case UInt8(ascii: ")"): single = .rightParenthesis
    case UInt8(ascii: "["): single = .leftBracket
    case UInt8(ascii: "]"): single = .rightBracket
    case UInt8(ascii: "{"): single = .leftBrace
    case UInt8(ascii: "}"): single = .rightBrace
    case UInt8(ascii: ","): single = .comma
    case UInt8(ascii: ";"): single = .semicolon
    case UInt8(ascii: ":"): single = .colon
    case UInt8(ascii: "."): single = .dot
    case UInt8(ascii: "|"): single = .bar
    case UInt8(ascii: "="): single = .assign
    case UInt8(ascii: "<"): single = .less
    case UInt8(ascii: ">"): single = .greater
    case UInt8(ascii: "+"): single = .plus
    case UInt8(ascii: "-"): single = .minus
    case UInt8(ascii: "*"): single = .star
    case UInt8(ascii: "/"): single = .slash
    case UInt8(ascii: "%"): single = .percent
    case UInt8(ascii: "!"): single = .exclamation
    case UInt8(ascii: "?"): single = .question
    case UInt8(ascii: "@"): single = .at
    default: return nil
    }
    offset += 1
    return single
  }

  /// A name in another script, a typographic quote, or a character that means nothing here; a run
  /// of the last is one token and one message.
  private mutating func scanBeyondASCII() -> SyntaxToken {
    let start = offset
    let (scalar, length) = scalar(at: start)
    if isNameScalar(scalar) { return scanWord() }
    if TypographicQuote(opening: scalar) != nil { return scanString(prefixLength: 0) }
    offset += length
    while offset < bytes.count, bytes[offset] >= 0x80 {
      let (next, length) = self.scalar(at: offset)
      if isNameScalar(next) || isSpaceScalar(next) || TypographicQuote(opening: next) != nil {
        break
      }
      offset += length
    }
    report(.unknownCharacter(text(from: start, to: offset)), SourceRange(start, offset))
    return token(.unknown, from: start)
  }

  private mutating func skipTrivia() {
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\n"):
        startsLine = true
        offset += 1
      case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x0D:
        offset += 1
      case UInt8(ascii: "/") where self.byte(at: offset + 1) == UInt8(ascii: "/"):
        let start = offset
        skipLine()
        comments.append(SourceRange(start, offset))
      case UInt8(ascii: "/") where self.byte(at: offset + 1) == UInt8(ascii: "*"):
        skipBlockComment()
      default:
        guard byte >= 0x80 else { return }
        let (scalar, length) = scalar(at: offset)
        guard isSpaceScalar(scalar) else { return }
        offset += length
      }
    }
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
  }

  private mutating func skipBlockComment() {
    let start = offset
    offset += 2
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "*"), byte(at: offset + 1) == UInt8(ascii: "/") {
        offset += 2
        comments.append(SourceRange(start, offset))
        return
      }
      if bytes[offset] == UInt8(ascii: "\n") { startsLine = true }
      offset += 1
    }
    endsInComment = true
    comments.append(SourceRange(start, offset))
    report(.openComment, SourceRange(start, start + 2))
  }
}

// MARK: - Kinds of characters

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

func isStraightQuote(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
}

func isWordStart(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "$")
}

func isWordByte(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || isDigit(byte) || byte == UInt8(ascii: "_")
}

/// Whether a scalar beyond ASCII may stand in a name: letters, marks and digits of any script.
func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
    return true
  default:
    return false
  }
}

func isSpaceScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
    0xFEFF:
    return true
  default: return false
  }
}

import Diagnostics

extension Lexer {
  /// A name or keyword; also the strings and literals that begin with letters (`h"…"`,
  /// `datetime(…)`).
  mutating func scanWord() -> SyntaxToken {
    let start = offset
    if byte(at: offset) == UInt8(ascii: "$") { offset += 1 }
    skipWordBytes()
    let length = offset - start
    if length == 1 {
      let letter = bytes[start] | 0x20
      if letter == UInt8(ascii: "h"), isStringStart(at: offset) {
        offset = start
        return scanString(prefixLength: 1)
      }
      if letter == UInt8(ascii: "d"), isStraightQuote(byte(at: offset)) {
        return scanDateString(from: start)
      }
    }
    var keyword = Keyword.lookup(bytes[start..<offset])
    if byte(at: offset) == UInt8(ascii: "-"), let longer = hyphenated(from: start) {
      keyword = longer
    }
    if keyword == .in, byte(at: offset) == UInt8(ascii: "~") {
      offset += 1
      keyword = .inInsensitive
    }
    if let keyword, keyword.role == .typedLiteral, let open = parenthesis(after: offset) {
      return scanTypedLiteral(keyword, from: start, open: open)
    }
    return SyntaxToken(kind: .word, keyword: keyword, range: SourceRange(start, offset))
  }

  /// `!has`, `!in~` and their kin as one token; nil where `!` is followed by something else.
  mutating func scanNegatedWord() -> SyntaxToken? {
    let start = offset
    var end = start + 1
    while isWordByte(byte(at: end)) { end += 1 }
    guard end > start + 1, var keyword = Keyword.lookup(bytes[start..<end]) else { return nil }
    if keyword == .notIn, byte(at: end) == UInt8(ascii: "~") {
      keyword = .notInInsensitive
      end += 1
    }
    offset = end
    return SyntaxToken(kind: .word, keyword: keyword, range: SourceRange(start, end))
  }

  mutating func skipWordBytes() {
    while offset < bytes.count {
      if isWordByte(bytes[offset]) {
        offset += 1
      } else if bytes[offset] >= 0x80 {
        let (scalar, length) = scalar(at: offset)
        guard isNameScalar(scalar) else { return }
        offset += length
      } else {
        return
      }
    }
  }

  // MARK: - Implementation

  /// Takes the longest run over hyphens that is a keyword (`project-away`), and nothing otherwise:
  /// `a-b` is a subtraction.
  private mutating func hyphenated(from start: Int) -> Keyword? {
    guard offset - start <= 16, bytes[start] >= 0x61,
      Keyword.hyphenatedFirstParts.contains(text(from: start, to: offset))
    else { return nil }
    var end = offset
    var found: (keyword: Keyword, end: Int)?
    while byte(at: end) == UInt8(ascii: "-"), isWordByte(byte(at: end + 1)), end - start < 24 {
      end += 1
      while isWordByte(byte(at: end)) { end += 1 }
      if let keyword = Keyword.lookup(bytes[start..<end]) { found = (keyword, end) }
    }
    guard let found else { return nil }
    offset = found.end
    return found.keyword
  }

  /// The offset of a parenthesis that follows, blanks between allowed.
  private func parenthesis(after offset: Int) -> Int? {
    var offset = offset
    while byte(at: offset) == UInt8(ascii: " ") { offset += 1 }
    return byte(at: offset) == UInt8(ascii: "(") ? offset : nil
  }
}

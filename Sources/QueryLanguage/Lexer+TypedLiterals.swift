import Diagnostics

extension Lexer {
  /// `datetime(…)` and its kin as one token: what stands inside is no query text
  /// (`2024-03-05 14:30`) and the parser reads it by the type's own rules.
  mutating func scanTypedLiteral(_ keyword: Keyword, from start: Int, open: Int) -> SyntaxToken {
    offset = open + 1
    let isClosed = keyword == .dynamic ? skipDynamic() : skipPlain()
    var token = SyntaxToken(
      kind: .typedLiteral, keyword: keyword, range: SourceRange(start, offset))
    if !isClosed {
      token.isUnterminated = true
      report(.openLiteral(text(from: start, to: open + 1)), SourceRange(start, open + 1))
    }
    return token
  }

  /// `d"2024-03-05"`, from the letter on.
  mutating func scanDateString(from start: Int) -> SyntaxToken {
    let string = scanString(prefixLength: 0)
    var token = SyntaxToken(
      kind: .typedLiteral, keyword: .datetime, range: SourceRange(start, offset))
    token.isUnterminated = string.isUnterminated
    return token
  }

  // MARK: - Implementation

  /// To the closing parenthesis; stops before a line end, `;` or `|` where there is none.
  private mutating func skipPlain() -> Bool {
    var depth = 1
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 {
          offset += 1
          return true
        }
      case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "|"): return false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipQuoted(byte)
        continue
      default: break
      }
      offset += 1
    }
    return false
  }

  /// The same over several lines, with braces and strings that may hold anything.
  private mutating func skipDynamic() -> Bool {
    var depth = 1
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 {
          offset += 1
          return true
        }
      case UInt8(ascii: ";"): return false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipQuoted(byte)
        continue
      default: break
      }
      offset += 1
    }
    return false
  }

  private mutating func skipQuoted(_ quote: UInt8) {
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] == quote {
        offset += 1
        return
      }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset, bytes.count)
  }
}

import Diagnostics

extension Lexer {
  /// A number, a timespan, a calendar step, a date without quotes, or a name that begins with
  /// digits (`3rd_party`).
  mutating func scanNumber() -> SyntaxToken {
    let start = offset
    if bytes[start] == UInt8(ascii: "0"), byte(at: start + 1) | 0x20 == UInt8(ascii: "x"),
      isHexDigit(byte(at: start + 2))
    {
      offset += 2
      while isHexDigit(byte(at: offset)) { offset += 1 }
      return isWordByte(byte(at: offset))
        ? digitsThenLetters(from: start) : token(.long, from: start)
    }
    skipDigits()
    if let date = scanBareDate(from: start) { return date }
    var isReal = false
    if byte(at: offset) == UInt8(ascii: "."), byte(at: offset + 1) != UInt8(ascii: "."),
      !isWordStart(byte(at: offset + 1)), byte(at: offset + 1) != UInt8(ascii: "[")
    {
      isReal = true
      offset += 1
      skipDigits()
    }
    if skipExponent() { isReal = true }
    guard isWordByte(byte(at: offset)) || byte(at: offset) >= 0x80 else {
      return token(isReal ? .real : .long, from: start)
    }
    let numberEnd = offset
    skipWordBytes()
    guard offset > numberEnd else { return token(isReal ? .real : .long, from: start) }
    switch LiteralText.unit(bytes[numberEnd..<offset]) {
    case .timespan: return token(.timespan, from: start)
    case .months: return token(.calendarStep, from: start)
    case nil: break
    }
    guard isReal else { return SyntaxToken(kind: .word, range: SourceRange(start, offset)) }
    report(.unknownUnit(text(from: numberEnd, to: offset)), SourceRange(start, offset))
    return token(.real, from: start)
  }

  // MARK: - Implementation

  private mutating func skipDigits() {
    while isDigit(byte(at: offset)) { offset += 1 }
  }

  private mutating func digitsThenLetters(from start: Int) -> SyntaxToken {
    skipWordBytes()
    return SyntaxToken(kind: .word, range: SourceRange(start, offset))
  }

  private mutating func skipExponent() -> Bool {
    guard byte(at: offset) | 0x20 == UInt8(ascii: "e") else { return false }
    var end = offset + 1
    if byte(at: end) == UInt8(ascii: "+") || byte(at: end) == UInt8(ascii: "-") { end += 1 }
    guard isDigit(byte(at: end)) else { return false }
    while isDigit(byte(at: end)) { end += 1 }
    guard !isWordByte(byte(at: end)) else { return false }
    offset = end
    return true
  }

  /// `2024-03-05`, with a time after `T`.
  ///
  /// Nobody subtracts such numbers; everybody forgets the quotes.
  private mutating func scanBareDate(from start: Int) -> SyntaxToken? {
    guard offset - start == 4, byte(at: offset) == UInt8(ascii: "-"),
      isDigit(byte(at: offset + 1)), isDigit(byte(at: offset + 2)),
      byte(at: offset + 3) == UInt8(ascii: "-"), isDigit(byte(at: offset + 4)),
      isDigit(byte(at: offset + 5))
    else { return nil }
    let end = offset + 6
    if byte(at: end) == UInt8(ascii: "T"), isDigit(byte(at: end + 1)) {
      offset = end + 1
      while isDigit(byte(at: offset)) || byte(at: offset) == UInt8(ascii: ":")
        || byte(at: offset) == UInt8(ascii: ".") && isDigit(byte(at: offset + 1))
      {
        offset += 1
      }
      if byte(at: offset) == UInt8(ascii: "Z") { offset += 1 }
    } else {
      guard !isWordByte(byte(at: end)), byte(at: end) != UInt8(ascii: "-") else { return nil }
      offset = end
    }
    return token(.bareDate, from: start)
  }
}

func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
}

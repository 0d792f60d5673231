import Diagnostics

/// A pair of quotation marks as articles print them, accepted where people paste them.
struct TypographicQuote {
  /// Any of these ends the string.
  let closing: [Unicode.Scalar]
  /// Single marks are apostrophes too: one before a letter does not end the string.
  let isSingle: Bool

  /// The mark that closes a text set in English.
  var usualClosing: Unicode.Scalar? {
    closing.contains("\u{201D}")
      ? "\u{201D}" : closing.contains("\u{2019}") ? "\u{2019}" : closing.first
  }

  init?(opening: Unicode.Scalar) {
    switch opening {
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}":
      closing = ["\u{201C}", "\u{201D}", "\""]
      isSingle = false
    case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}":
      closing = ["\u{2018}", "\u{2019}"]
      isSingle = true
    case "\u{AB}":
      closing = ["\u{BB}"]
      isSingle = false
    case "\u{BB}":
      closing = ["\u{AB}", "\u{BB}"]
      isSingle = false
    default: return nil
    }
  }
}

extension Lexer {
  /// A string of any form from the cursor on; `prefixLength` bytes stand before its quote (`h`,
  /// `@`).
  ///
  /// Reports what is wrong inside.
  mutating func scanString(prefixLength: Int) -> SyntaxToken {
    let start = offset
    offset += prefixLength
    var isVerbatim = prefixLength == 1 && bytes[start] == UInt8(ascii: "@")
    if byte(at: offset) == UInt8(ascii: "@") {
      isVerbatim = true
      offset += 1
    }
    let quote = byte(at: offset)
    let isClosed: Bool
    if quote == UInt8(ascii: "`") || quote == UInt8(ascii: "~") {
      isClosed = skipMultiLine(quote)
    } else if quote >= 0x80 {
      isClosed = skipTypographic(from: start)
    } else if isVerbatim {
      isClosed = skipVerbatim(quote)
    } else {
      isClosed = skipEscaped(quote)
    }
    var token = token(.string, from: start)
    if !isClosed {
      token.isUnterminated = true
      reportOpenString(from: start)
    }
    return token
  }

  /// Whether a string that a prefix letter may precede begins there.
  func isStringStart(at offset: Int) -> Bool {
    let first = byte(at: offset)
    if isStraightQuote(first) { return true }
    if first == UInt8(ascii: "@") { return isStraightQuote(byte(at: offset + 1)) }
    return (first == UInt8(ascii: "`") || first == UInt8(ascii: "~"))
      && byte(at: offset + 1) == first && byte(at: offset + 2) == first
  }

  // MARK: - Implementation

  /// Says where the mark that is missing would stand: before the next stage on the line, and before
  /// what closes a bracket that the text did not open.
  private mutating func reportOpenString(from start: Int) {
    var end = offset
    if let bar = bytes[start..<offset].indices.first(where: { isStageBar(at: $0) }) { end = bar }
    var opened = bytes[start..<end].count { $0 == UInt8(ascii: "(") }
    opened -= bytes[start..<end].count { $0 == UInt8(ascii: ")") }
    while end > start + 1 {
      let last = bytes[end - 1]
      if last == UInt8(ascii: ")"), opened < 0 {
        opened += 1
      } else if last > 0x20, last != UInt8(ascii: ";"), last != UInt8(ascii: "\\") {
        break
      }
      end -= 1
    }
    let opening = text(from: start, to: end)
    let mark = opening.unicodeScalars.first { "\"'`~“”„‟‘’‚‛«»".unicodeScalars.contains($0) }
    let closing = mark.flatMap { mark in
      TypographicQuote(opening: mark)?.usualClosing ?? mark
    }
    let closed = opening + (closing.map(String.init) ?? "") + text(from: end, to: offset)
    report(
      .openString(closed: closed, continues: offset < bytes.count), SourceRange(start, offset))
  }

  /// Whether a bar and a word stand there, as a stage begins.
  private func isStageBar(at offset: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "|"), byte(at: offset - 1) <= 0x20 else { return false }
    var next = offset + 1
    while byte(at: next) == UInt8(ascii: " ") { next += 1 }
    return isWordStart(byte(at: next))
  }

  private mutating func skipMultiLine(_ quote: UInt8) -> Bool {
    offset += 3
    while offset < bytes.count {
      if bytes[offset] == quote, byte(at: offset + 1) == quote, byte(at: offset + 2) == quote {
        offset += 3
        return true
      }
      offset += 1
    }
    return false
  }

  private mutating func skipVerbatim(_ quote: UInt8) -> Bool {
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] == quote {
        guard byte(at: offset + 1) == quote else {
          offset += 1
          return true
        }
        offset += 1
      }
      offset += 1
    }
    return false
  }

  private mutating func skipEscaped(_ quote: UInt8) -> Bool {
    offset += 1
    while offset < bytes.count {
      switch bytes[offset] {
      case quote:
        offset += 1
        return true
      case UInt8(ascii: "\n"):
        return false
      case UInt8(ascii: "\\"):
        skipEscape()
      default:
        offset += 1
      }
    }
    return false
  }

  private mutating func skipEscape() {
    let start = offset
    if let escape = StringLiteral.escape(in: bytes[...], at: offset) {
      offset = escape.end
      return
    }
    offset = min(start + 2, bytes.count)
    // A backslash at the end of the line leaves the line end to say that the string is open.
    guard byte(at: start + 1) != UInt8(ascii: "\n"), start + 1 < bytes.count else {
      offset = start + 1
      return
    }
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    report(.unknownEscape(text(from: start, to: offset)), SourceRange(start, offset))
  }

  private mutating func skipTypographic(from start: Int) -> Bool {
    let (opening, length) = scalar(at: offset)
    guard let marks = TypographicQuote(opening: opening) else { return false }
    offset += length
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] == UInt8(ascii: "\\") {
        skipEscape()
        continue
      }
      let (scalar, length) = scalar(at: offset)
      offset += length
      guard marks.closing.contains(scalar) else { continue }
      if marks.isSingle, isWordByte(byte(at: offset)) { continue }
      report(.typographicQuotes(text(from: start, to: offset)), SourceRange(start, offset))
      return true
    }
    return false
  }
}

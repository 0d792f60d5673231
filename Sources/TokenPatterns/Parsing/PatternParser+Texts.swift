import Diagnostics
import RegularExpressions

extension PatternParser {
  /// Whether a quotation mark stands so many bytes on.
  func isTextAhead(_ distance: Int) -> Bool {
    switch byte(distance) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return true
    case 0xE2: return byte(distance + 1) == 0x80 && (0x98...0x9F).contains(byte(distance + 2))
    default: return false
    }
  }

  /// `text ::= "l"? quote … quote ("%" flag+)?`; nil where none begins.
  ///
  /// A backslash stays what it is to the regular expression; before a quotation mark it is taken
  /// away.
  mutating func parseText() -> TextTest? {
    let start = offset
    var isLiteral = false
    if byte() | 0x20 == UInt8(ascii: "l"), isTextAhead(1) {
      isLiteral = true
      offset += 1
    }
    guard isTextAhead(0) else {
      offset = start
      return nil
    }
    let text = readQuoted(from: start)
    var test = TextTest(text, isLiteral: isLiteral)
    if !isLiteral { test.takeLeadingFlags() }
    parseFlags(of: &test)
    checkExpression(test, SourceRange(start, previousEnd))
    return test
  }

  // MARK: - Implementation

  private mutating func readQuoted(from start: Int) -> String {
    let isTypographic = byte() == 0xE2
    let isSingle = isTypographic && byte(2) < 0x9C
    let quote = byte()
    offset += isTypographic ? 3 : 1
    var content: [UInt8] = []
    while true {
      guard !isAtEnd, byte() != 0x0A else {
        previousEnd = offset
        let text = source.text(range(from: start))
        report(
          .openText(text.count > 40 ? "a text with its closing mark" : text + "\""),
          range(from: start))
        break
      }
      if byte() == UInt8(ascii: "\\"), offset + 1 < source.bytes.count, byte(1) != 0x0A {
        if byte(1) == UInt8(ascii: "\"") || byte(1) == UInt8(ascii: "'") {
          content.append(byte(1))
        } else {
          content.append(contentsOf: [byte(), byte(1)])
        }
        offset += 2
        continue
      }
      if isTypographic ? closesTypographic(isSingle: isSingle) : byte() == quote {
        offset += isTypographic && byte() == 0xE2 ? 3 : 1
        previousEnd = offset
        break
      }
      content.append(byte())
      offset += 1
    }
    return String(decoding: content, as: UTF8.self)
  }

  private func closesTypographic(isSingle: Bool) -> Bool {
    if !isSingle, byte() == UInt8(ascii: "\"") { return true }
    guard byte() == 0xE2, byte(1) == 0x80 else { return false }
    // A single mark before a letter is an apostrophe.
    return isSingle ? byte(2) == 0x99 && wordLength(at: 3) == 0 : (0x9C...0x9F).contains(byte(2))
  }

  private mutating func parseFlags(of test: inout TextTest) {
    // CQP's users leave a blank before the flags.
    var blanks = 0
    while byte(blanks) == 0x20 { blanks += 1 }
    if byte(blanks) == UInt8(ascii: "%"), wordLength(at: blanks + 1) > 0 { offset += blanks }
    while byte() == UInt8(ascii: "%"), wordLength(at: 1) > 0 {
      let length = wordLength(at: 1)
      let place = SourceRange(offset, offset + 1 + length)
      for letter in source.bytes[offset + 1..<offset + 1 + length] {
        switch letter {
        case UInt8(ascii: "c"): test.ignoresCase = true
        case UInt8(ascii: "d"): test.ignoresAccents = true
        case UInt8(ascii: "l"): test.isLiteral = true
        case UInt8(ascii: "s"): test.ignoresCase = false
        default:
          report(.unknownFlag(source.text(place)), place)
          isRecovering = false
        }
      }
      advance(1 + length)
    }
  }

  mutating func checkExpression(_ test: TextTest, _ place: SourceRange) {
    guard !test.isPlain, !isRecovering else { return }
    do throws(InvalidRegularExpression) {
      _ = try compiledExpression(test.text, isCaseSensitive: !test.ignoresCase)
    } catch {
      report(.badExpression(test.text, reason: error.reason), place)
      isRecovering = false
    }
  }
}

/// The expression by itself, so that a mistake in it is told in the user's own words.
func compiledExpression(
  _ text: String, isCaseSensitive: Bool
) throws(InvalidRegularExpression) -> RegularExpression {
  let bytes = Array(text.utf8)
  return try bytes.withUnsafeBufferPointer { buffer throws(InvalidRegularExpression) in
    try RegularExpression.compile(buffer, isCaseSensitive: isCaseSensitive)
  }
}

extension TextTest {
  /// Takes what stands before a regular expression and is not for RE2: `(?-i)`, and BlackLab's
  /// `(?s)`, `(?c)` and `(?d)`, let case count; `(?i)` ignores it.
  mutating func takeLeadingFlags() {
    while true {
      if text.hasPrefix("(?-i)") {
        ignoresCase = false
        text.removeFirst(5)
      } else if text.hasPrefix("(?i)") {
        ignoresCase = true
        text.removeFirst(4)
      } else if text.hasPrefix("(?s)") || text.hasPrefix("(?c)") {
        ignoresCase = false
        text.removeFirst(4)
      } else if text.hasPrefix("(?d)") {
        text.removeFirst(4)
      } else {
        return
      }
    }
  }
}

import Diagnostics

extension PatternParser {
  /// Whether an element begins at the cursor; what else stands there ends the sequence.
  var isAtElement: Bool {
    guard !isAtEnd else { return false }
    switch byte() {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      return true
    case UInt8(ascii: "<"):
      return byte(1) == UInt8(ascii: "/") || wordLength(at: 1) > 0 || byte(1) == UInt8(ascii: "\"")
    case UInt8(ascii: "/"): return wordLength(at: 1) > 0
    case UInt8(ascii: "@"): return true
    case UInt8(ascii: "!"): return !isAtNegatedFilter
    case UInt8(ascii: "_"): return wordLength() > 1
    default: break
    }
    if isTextAhead(0) || isTextAhead(1) && (byte() | 0x20) == UInt8(ascii: "l") { return true }
    let length = wordLength()
    guard length > 0 else { return false }
    switch byte(length) {
    case UInt8(ascii: ":"): return byte(length + 1) != UInt8(ascii: ":")
    case UInt8(ascii: "*"): return true
    case UInt8(ascii: "("): return atWord("near")
    default: return false
    }
  }

  private var isAtNegatedFilter: Bool {
    var skipped = 1
    while byte(skipped) == 0x20 { skipped += 1 }
    let length = wordLength(at: skipped)
    let name = source.text(SourceRange(offset + skipped, offset + skipped + length))
    return PatternNode.FilterOperator(rawValue: name) != nil
  }

  /// What stands where an element should: a habit of another language, if it is one.
  mutating func reportNoElement() {
    skipBlanks()
    let length = wordLength()
    let place = SourceRange(offset, offset + max(1, length))
    switch byte() {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      report(.nothingToRepeat(source.text(SourceRange(offset, offset + 1))), place)
      advance(1)
      return
    case UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: ";"), 0, UInt8(ascii: ":"):
      return report(.empty, SourceRange(offset, min(offset + 1, source.bytes.count)))
    default: break
    }
    if (atWord("MU") || atWord("meet") || atWord("union")) && length > 0 {
      report(.meetUnion, place)
      while !isAtEnd, byte() != UInt8(ascii: "|"), byte() != UInt8(ascii: ";") { offset += 1 }
      previousEnd = offset
    } else if length > 0 {
      report(.bareWord(word(length)), place)
      if parentheses > 0 || depth <= 1 { advance(length) }
    } else {
      reportExpected("a token pattern")
    }
  }
}

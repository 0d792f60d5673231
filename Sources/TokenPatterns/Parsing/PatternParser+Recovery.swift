import Diagnostics

extension PatternParser {
  /// Reports a mistake, unless one was reported and nothing sound was read since.
  mutating func report(
    _ error: PatternError, _ range: SourceRange, suggestion: Diagnostic.Suggestion? = nil
  ) {
    let isError = error.severity == .error
    if isError {
      guard !isRecovering else { return }
      isRecovering = true
    }
    guard diagnostics.count < Self.diagnosticLimit else { return }
    diagnostics.append(error.diagnostic(at: range, suggestion: suggestion))
  }

  mutating func reportExpected(_ what: String) {
    skipBlanks()
    let found = foundHere
    report(.expected(what, found: found.words), found.range)
  }

  /// Takes the sign that closes a bracket, going over what does not belong in between.
  mutating func close(_ closing: StaticString, open: SourceRange) {
    if take(closing) { return isRecovering = false }
    skipBlanks()
    let name = "\(closing)"
    if isAtEnd || at(";") {
      report(.openBracket(source.text(open), closing: name), open)
      return
    }
    reportExpected("'\(name)'")
    skip(to: closing)
    if take(closing) { isRecovering = false }
  }

  /// Counts a level down; false, with a message, where the limit is reached.
  mutating func descend() -> Bool {
    depth += 1
    guard depth > Self.depthLimit else { return true }
    report(.nestedTooDeeply(limit: Self.depthLimit), SourceRange(offset, offset + 1))
    // Nothing sound can follow: everything up to the end of the query is left out.
    while !isAtEnd, byte() != UInt8(ascii: ";") { offset += 1 }
    previousEnd = offset
    return false
  }

  // MARK: - Implementation

  private var foundHere: (words: String, range: SourceRange) {
    guard !isAtEnd else { return ("the end", SourceRange(offset, offset)) }
    var length = max(1, wordLength())
    if length == 1 {
      while offset + length < source.bytes.count, byte(length) & 0xC0 == 0x80 { length += 1 }
    }
    let range = SourceRange(offset, offset + length)
    return ("'\(source.text(range))'", range)
  }

  /// Goes to the closing sign that belongs to the bracket that is open, and not past the query.
  private mutating func skip(to closing: StaticString) {
    var level = 0
    while !isAtEnd {
      switch byte() {
      case UInt8(ascii: ";"): return
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted()
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        level += 1
        offset += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if level == 0 { return }
        level -= 1
        offset += 1
      case UInt8(ascii: ">") where level == 0 && at(closing): return
      case UInt8(ascii: "/") where level == 0 && at(closing): return
      default: offset += 1
      }
      previousEnd = offset
    }
  }

  private mutating func skipQuoted() {
    let quote = byte()
    offset += 1
    while !isAtEnd, byte() != quote { offset += byte() == UInt8(ascii: "\\") ? 2 : 1 }
    offset = min(offset + 1, source.bytes.count)
  }
}

package import Diagnostics

/// Reads a token pattern from a place in a text, straight from its bytes, up to where it ends.
///
///     pattern     ::= strategy? relation (":: " constraint ("within" relation)?)*
///     relation    ::= proximity (("!"? ("within" | "containing" | "overlap")) relation)?
///     proximity   ::= alternatives (("w" | "pre") "/" number alternatives)*
///     alternatives::= common ("|" common)*               in parentheses only
///     common      ::= sequence ("&" sequence)*
///     sequence    ::= capture+
///     capture     ::= name ":" capture | "@"? repeated
///     repeated    ::= element ("?" | "*" | "+" | "{" number ","? number? "}")*
///     element     ::= "[" test? "]" | text | span | "(" … ")" | shorthand | near | "@" name
package struct PatternParser {
  /// Brackets, captures and relations within each other: what later stages walk by recursion.
  static let depthLimit = 100
  /// The highest number of a repetition.
  static let repetitionLimit = 1000
  static let diagnosticLimit = 100

  let source: SourceText
  var offset: Int
  /// Where the last thing that was read ends.
  var previousEnd: Int
  var diagnostics: [Diagnostic] = []
  /// Round brackets that the cursor is in; outside all a bar ends the pattern.
  var parentheses = 0
  var depth = 0
  /// Set by a mistake; while set nothing is reported.
  var isRecovering = false
  let vocabulary: PatternVocabulary
  /// Outside brackets `within` belongs to the stage.
  let leavesWithin: Bool

  /// The pattern that begins at an offset, the offset where it ends, and what is wrong with it.
  ///
  /// It ends before a bar, a semicolon or a closing parenthesis that belong to the query, before a
  /// word that no pattern knows (`with`, `sort`), and at the end of the text. With `leavesWithin` it
  /// ends before `within` too, for stages that read it themselves. With `inParentheses` it stands
  /// between parentheses of the query, where a bar parts alternatives; it ends before the closing one.
  /// - Complexity: O(*n*) in its length.
  package static func parsePrefix(
    of source: SourceText, from start: Int, vocabulary: PatternVocabulary = .articles,
    leavesWithin: Bool = false, inParentheses: Bool = false
  ) -> (syntax: TokenPatternSyntax, end: Int, diagnostics: [Diagnostic]) {
    var parser = PatternParser(
      source: source, start: start, vocabulary: vocabulary, leavesWithin: leavesWithin)
    parser.parentheses = inParentheses ? 1 : 0
    let syntax = parser.parsePattern()
    var diagnostics = parser.diagnostics
    if !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics += PatternCheck.diagnostics(of: syntax, in: vocabulary)
    }
    return (syntax, parser.previousEnd, diagnostics)
  }

  /// A whole text as one pattern; whatever follows it is a mistake.
  package static func parse(
    _ source: SourceText, vocabulary: PatternVocabulary = .articles
  ) -> (syntax: TokenPatternSyntax, diagnostics: [Diagnostic]) {
    var (syntax, end, diagnostics) = parsePrefix(of: source, from: 0, vocabulary: vocabulary)
    var rest = PatternParser(
      source: source, start: end, vocabulary: vocabulary, leavesWithin: false)
    rest.skipBlanks()
    if !rest.isAtEnd, !diagnostics.contains(where: { $0.severity == .error }) {
      rest.reportExpected("the end of the pattern")
      diagnostics += rest.diagnostics
    }
    return (syntax, diagnostics)
  }

  init(
    source: SourceText, start: Int, vocabulary: PatternVocabulary, leavesWithin: Bool
  ) {
    self.source = source
    offset = min(max(0, start), source.bytes.count)
    previousEnd = offset
    self.vocabulary = vocabulary
    self.leavesWithin = leavesWithin
  }

  // MARK: - The cursor

  var isAtEnd: Bool { offset >= source.bytes.count }

  /// The byte so many places on; 0 past the end.
  func byte(_ distance: Int = 0) -> UInt8 {
    offset + distance < source.bytes.count ? source.bytes[offset + distance] : 0
  }

  func at(_ text: StaticString) -> Bool {
    for index in 0..<text.utf8CodeUnitCount where byte(index) != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Goes over blanks and comments.
  mutating func skipBlanks() {
    while !isAtEnd {
      switch byte() {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while !isAtEnd, byte() != 0x0A { offset += 1 }
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        offset += 2
        while !isAtEnd, !at("*/") { offset += 1 }
        offset = min(offset + 2, source.bytes.count)
      case 0xC2 where byte(1) == 0xA0: offset += 2
      default: return
      }
    }
  }

  mutating func take(_ text: StaticString) -> Bool {
    skipBlanks()
    guard at(text) else { return false }
    advance(text.utf8CodeUnitCount)
    return true
  }

  mutating func advance(_ count: Int) {
    offset = min(offset + count, source.bytes.count)
    previousEnd = offset
  }

  /// How many bytes the word at the cursor has: letters, digits, `_`.
  func wordLength(at distance: Int = 0) -> Int {
    var length = 0
    while isWordByte(byte(distance + length)) {
      // Dashes, dots and quotation marks as they are printed.
      if byte(distance + length) == 0xE2, byte(distance + length + 1) == 0x80 { break }
      length += 1
    }
    return length
  }

  func word(_ length: Int) -> String {
    source.text(SourceRange(offset, offset + length))
  }

  func atWord(_ text: StaticString) -> Bool {
    at(text) && wordLength() == text.utf8CodeUnitCount
  }

  func range(from start: Int) -> SourceRange { SourceRange(start, max(start, previousEnd)) }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return true
    case 0x80...: return true
    default: return false
    }
  }
}

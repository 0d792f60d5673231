package import Diagnostics

/// Reads a query's text into a tree, in one pass over the tokens.
///
/// It gives the tree and the diagnostics, both, always: what is missing becomes a `.missing` node.
/// After a mistake nothing more is reported until the next place where reading is safe again (a
/// comma, a bar, a semicolon), so that one mistake gives one message and the next mistake its own.
///
///     script      ::= statement? (";" statement?)*
///     statement   ::= let | declare | set | pipeline
///     pipeline    ::= source ("|" stage)*              a text that begins with "|" continues "_"
///     source      ::= print | range | datatable | union | search | find | "(" pipeline ")" | call
///                     | name
///     expression  ::= or > and > equality, in, between > order > sum > product > text predicate
///                     > sign > path and element > value          (one table, Precedence.swift)
package struct Parser {
  /// Brackets, signs and calls within each other, and operators in a row: what later stages walk by
  /// recursion.
  ///
  /// 250 levels take about half of a thread's 8 MB in a debug build.
  static let depthLimit = 250
  /// Stages of one pipeline; a plan nests once for each.
  static let stageLimit = 1000

  let source: SourceText
  var tokens: [SyntaxToken]
  var index = 0
  var mistakes = MistakeList()
  /// Set by a mistake; while set nothing is reported.
  var isRecovering = false
  /// How many levels of brackets and calls the cursor is in.
  var depth = 0
  /// The height of the expression that was parsed last.
  var height = 0
  /// The index of the token after the last list; a comma could have gone on with it.
  var lastListEnd = -1
  /// Whether something was expected where the text ends.
  var wantsMore = false
  /// Whether `name:"text"` is a test, as it is in `search`.
  var takesColonTests = false
  /// Where the text is in a language of its own: the words of `find`, a token pattern.
  var rawRegions: [SourceRange] = []
  /// What is wrong with token patterns, in their own words.
  var patternDiagnostics: [Diagnostic] = []
  /// What the lexer says of the text behind such a region, where it had to begin anew.
  var relexed: [(from: Int, diagnostics: [Diagnostic])] = []

  /// The tree of a text and what is wrong with it, in the order of the text.
  /// - Complexity: O(*n*) in the length of the text.
  package static func parse(_ source: SourceText) -> (QuerySyntax, [Diagnostic]) {
    let (tokens, lexer) = Lexer.tokens(in: source)
    var parser = Parser(source: source, tokens: tokens)
    let statements = parser.parseScript()
    let isIncomplete =
      lexer.endsInComment
      || (!endsBySemicolon(parser.tokens) && !endsInsideLineOfText(parser.tokens, source)
        && (parser.wantsMore || endsInsideBracketOrList(parser.tokens, source)))
    var diagnostics =
      parser.lexerDiagnostics(lexer.diagnostics) + parser.mistakes.diagnostics
      + parser.patternDiagnostics
    Self.dropConsequences(of: parser.mistakes.diagnostics, in: source, from: &diagnostics)
    if let offset = firstOffsetNotUTF8(source.bytes) {
      diagnostics.append(SyntaxError.notUTF8.diagnostic(at: SourceRange(offset, offset + 1)))
    }
    // Stable: at one place the lexer's message comes first, as it saw the place first.
    let ordered = diagnostics.enumerated().sorted {
      ($0.element.range?.start ?? 0, $0.offset) < ($1.element.range?.start ?? 0, $1.offset)
    }
    return (
      QuerySyntax(
        statements: statements, isIncomplete: isIncomplete, rawRegions: parser.rawRegions),
      ordered.map(\.element)
    )
  }

  private init(source: SourceText, tokens: [SyntaxToken]) {
    self.source = source
    self.tokens = tokens
  }

  /// What the lexer has to say outside the regions that are none of its business.
  private func lexerDiagnostics(_ first: [Diagnostic]) -> [Diagnostic] {
    var result = first
    for (from, diagnostics) in relexed {
      result.removeAll { ($0.range?.start ?? 0) >= from }
      result += diagnostics
    }
    return result.filter { diagnostic in
      !rawRegions.contains { region in
        diagnostic.range.map { $0.start >= region.start && $0.start < region.end } ?? false
      }
    }
  }

  // MARK: - The cursor

  var current: SyntaxToken { tokens[index] }
  var kind: SyntaxToken.Kind { tokens[index].kind }
  var keyword: Keyword? { tokens[index].keyword }
  var isAtEnd: Bool { kind == .end }

  /// The token so many places on; the last, `.end`, past the end.
  func peek(_ distance: Int = 1) -> SyntaxToken {
    tokens[min(index + distance, tokens.count - 1)]
  }

  /// Where the token before the cursor ends.
  var previousEnd: Int { index > 0 ? tokens[index - 1].range.end : 0 }

  @discardableResult
  mutating func advance() -> SyntaxToken {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  func at(_ kind: SyntaxToken.Kind) -> Bool { tokens[index].kind == kind }
  func at(_ keyword: Keyword) -> Bool { tokens[index].keyword == keyword && at(.word) }

  mutating func take(_ kind: SyntaxToken.Kind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  func text(_ token: SyntaxToken) -> String { source.text(token.range) }
  func text(_ range: SourceRange) -> String { source.text(range) }

  /// The range from an offset to the end of what was read last.
  func range(from start: Int) -> SourceRange { SourceRange(start, max(start, previousEnd)) }

  // MARK: - Expectations

  /// Takes a token of that kind, or reports that `what` is missing.
  @discardableResult
  mutating func expect(_ kind: SyntaxToken.Kind, _ what: String) -> Bool {
    if take(kind) { return true }
    reportExpected(what)
    return false
  }

  @discardableResult
  mutating func expect(_ keyword: Keyword) -> Bool {
    if take(keyword) { return true }
    reportExpected("'\(keyword.rawValue)'")
    return false
  }

  /// Takes the closing bracket for the one at `open`, going over what does not belong in between.
  mutating func close(
    _ kind: SyntaxToken.Kind, open: SyntaxToken, afterList: Bool = false
  ) {
    if take(kind) {
      isRecovering = false
      return
    }
    if index > 0, tokens[index - 1].isUnterminated {
      // What would close it may stand in the text that is not closed, which has been reported.
      isRecovering = true
    } else if isAtEnd || at(.semicolon) {
      report(
        .openBracket(text(open), closing: Self.closing(open.kind)), open.range, wantsMore: isAtEnd)
    } else {
      reportExpected("\(afterList ? "',' or " : "")'\(Self.closing(open.kind))'")
    }
    skip(to: [kind])
    if take(kind) { isRecovering = false }
  }

  private static func closing(_ open: SyntaxToken.Kind) -> String {
    if open == .leftBrace { return "}" }
    return open == .leftBracket ? "]" : ")"
  }

  /// Reads a name: any word, or `["two words"]`.
  mutating func parseName(_ what: String) -> NameSyntax {
    if let name = takeName() { return name }
    reportExpected(what)
    return NameSyntax("", range: SourceRange(current.range.start, current.range.start))
  }

  /// `name ::= word | "[" string "]"`.
  mutating func takeName() -> NameSyntax? {
    if at(.word) {
      let token = advance()
      return NameSyntax(text(token), range: token.range)
    }
    guard at(.leftBracket), peek().kind == .string, peek(2).kind == .rightBracket else {
      return nil
    }
    let start = advance().range.start
    let name = decodeString(advance())
    advance()
    return NameSyntax(name, range: range(from: start))
  }

  /// How many tokens the name at the cursor takes; 0 where there is none.
  func nameLength(at distance: Int = 0) -> Int {
    if peek(distance).kind == .word { return 1 }
    return peek(distance).kind == .leftBracket && peek(distance + 1).kind == .string
      && peek(distance + 2).kind == .rightBracket ? 3 : 0
  }
}

/// The offset of the first byte that is no UTF-8; nil in a sound text.
private func firstOffsetNotUTF8(_ bytes: [UInt8]) -> Int? {
  var decoder = Unicode.UTF8()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput: return nil
    case .error: return offset
    }
  }
}

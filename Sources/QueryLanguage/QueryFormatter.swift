package import Diagnostics

/// Lays a script out in the canonical way and keeps its comments and its words as they are written.
///
/// It works on tokens, not on the tree, so nothing that the tree leaves out can be lost: one
/// statement after the other, a pipeline of several stages with a stage a line, one blank between
/// words, line breaks inside brackets where the writer put them. Laying out twice changes nothing.
package struct QueryFormatter {
  /// The text laid out, or nil where it has errors: what is not understood is left alone.
  /// - Complexity: O(*n*).
  package static func text(_ source: SourceText) -> String? {
    let (syntax, diagnostics) = Parser.parse(source)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let (tokens, lexer) = Lexer.tokens(in: source, regions: syntax.rawRegions)
    var formatter = QueryFormatter(
      source: source, tokens: tokens, comments: lexer.comments[...])
    formatter.layOut()
    return formatter.output
  }

  // MARK: - Implementation

  private let source: SourceText
  private let tokens: [SyntaxToken]
  private var comments: ArraySlice<SourceRange>
  private var output = ""
  /// How many brackets are open.
  private var depth = 0
  /// Whether the pipeline of this statement has more than one stage.
  private var breaksStages = false
  /// Where the last thing that was written ends in the source.
  private var lastEnd = 0
  private var isAtLineStart = true

  private init(source: SourceText, tokens: [SyntaxToken], comments: ArraySlice<SourceRange>) {
    self.source = source
    self.tokens = tokens
    self.comments = comments
  }

  private mutating func layOut() {
    measureStatement(from: 0)
    for (index, token) in tokens.enumerated() {
      writeComments(before: token.range.start, isInStatement: index > 0)
      guard token.kind != .end else { break }
      writeGap(before: index)
      output += source.text(token.range)
      isAtLineStart = false
      lastEnd = token.range.end
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace: depth = max(0, depth - 1)
      case .semicolon where depth == 0: measureStatement(from: index + 1)
      default: break
      }
    }
    if !isAtLineStart { output += "\n" }
  }

  /// Counts the bars of the statement that begins at a token.
  private mutating func measureStatement(from start: Int) {
    var level = 0
    var bars = 0
    for token in tokens[min(start, tokens.count)...] {
      if token.kind == .semicolon, level == 0 { break }
      if token.kind == .bar, level == 0 { bars += 1 }
      if token.opensBracket { level += 1 }
      if token.closesBracket { level -= 1 }
    }
    breaksStages = bars > 1
  }

  private mutating func writeGap(before index: Int) {
    let token = tokens[index]
    guard index > 0 else { return }
    let last = tokens[index - 1]
    if last.kind == .semicolon, depth == 0 {
      if token.kind == .semicolon { return }
      breakLine(indent: 0)
    } else if token.kind == .bar, depth == 0, breaksStages {
      breakLine(indent: 2)
    } else if isAtLineStart {
      output += String(repeating: " ", count: 2 + 2 * depth)
      isAtLineStart = false
    } else if depth > 0, token.startsLine {
      breakLine(indent: token.closesBracket ? 2 * (depth - 1) : 2 * depth)
    } else if needsBlank(last, token, index) {
      output += " "
    }
  }

  private mutating func breakLine(indent: Int) {
    if !isAtLineStart { output += "\n" }
    output += String(repeating: " ", count: indent)
    isAtLineStart = false
  }

  /// Writes the comments that stand before an offset: after their line where they share it, else on
  /// lines of their own.
  private mutating func writeComments(before offset: Int, isInStatement: Bool) {
    while let comment = comments.first, comment.start < offset {
      comments.removeFirst()
      let text = source.text(comment)
      let isOwnLine = source.bytes[lastEnd..<comment.start].contains(UInt8(ascii: "\n"))
      if isOwnLine, !isAtLineStart { output += "\n" }
      if isOwnLine || isAtLineStart {
        // Blank lines part what the writer parted; one is enough.
        let lines = source.bytes[lastEnd..<comment.start].filter { $0 == UInt8(ascii: "\n") }
        if lines.count > 1, !output.isEmpty { output += "\n" }
        output += isInStatement && tokensGoOn(after: comment) ? "  " : ""
      } else {
        output += " "
      }
      output += trimmedEnd(text)
      lastEnd = comment.end
      isAtLineStart = false
      if text.hasPrefix("//") || text.hasPrefix("#!") {
        output += "\n"
        isAtLineStart = true
      }
    }
  }

  /// Whether a comment stands inside a statement rather than between two.
  private func tokensGoOn(after comment: SourceRange) -> Bool {
    var low = 0
    var high = tokens.count - 1
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < comment.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && tokens[low - 1].kind != .semicolon && tokens[low].kind != .end
  }

  private func trimmedEnd(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let last = bytes.last, last == 0x20 || last == 0x0D || last == 0x09 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func needsBlank(_ last: SyntaxToken, _ token: SyntaxToken, _ index: Int) -> Bool {
    let wasApart = last.range.end < token.range.start
    switch token.kind {
    case .comma, .semicolon, .dot, .colon: return false
    case .rightParenthesis, .rightBracket: return false
    case .leftParenthesis, .leftBracket: return wasApart && !last.opensBracket
    // A star beside a word may be a pattern, `a*`, or a product.
    case .star: return last.kind == .comma || wasApart && !last.opensBracket
    default: break
    }
    if last.opensBracket, last.kind != .leftBrace { return false }
    if last.kind == .dot || last.kind == .colon { return false }
    if last.kind == .star { return wasApart }
    if last.kind == .minus || last.kind == .plus { return !isSign(at: index - 1) }
    return true
  }

  /// Whether the plus or minus there has no value before it.
  private func isSign(at index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = tokens[index - 1]
    switch before.kind {
    case .word:
      guard let role = before.keyword?.role else { return false }
      return role == .expressionOperator || role == .clause || role == .stage || role == .source
    case .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral,
      .rightParenthesis, .rightBracket, .rightBrace:
      return false
    default: return true
    }
  }
}

extension SyntaxToken {
  var opensBracket: Bool {
    kind == .leftParenthesis || kind == .leftBracket || kind == .leftBrace
  }

  var closesBracket: Bool {
    kind == .rightParenthesis || kind == .rightBracket || kind == .rightBrace
  }
}

import Columns
import Diagnostics
package import TokenPatterns

/// `match {say} []{0,3} "gap" within s with (matching=longest)`, and what is built on it.
package struct MatchSyntax: Sendable {
  package var pattern: TokenPatternSyntax
  /// The pattern as written.
  package var words: String
  /// The span of `within`, where it is one word.
  package var within: NameSyntax?
  package var options: [OptionSyntax]

  package init(
    pattern: TokenPatternSyntax, words: String, within: NameSyntax?, options: [OptionSyntax]
  ) {
    self.pattern = pattern
    self.words = words
    self.within = within
    self.options = options
  }
}

/// A pattern in parentheses, where a value may stand: `text matches pattern (…)`.
package struct PatternValueSyntax: Hashable, Sendable {
  package var pattern: TokenPatternSyntax
  package var words: String
}

extension Parser {
  static let matchOptions = [
    OptionForm("matching", ["longest", "shortest", "standard", "all"]),
    OptionForm("overlap", ["true", "false"]),
  ]
  static let kwicOptions = matchOptions + [OptionForm("window"), OptionForm("sort")]
  static let collocationOptions = [
    OptionForm("window"), OptionForm("left"), OptionForm("right"), OptionForm("by"),
    OptionForm("min"),
    OptionForm(
      "measure",
      [
        "logdice", "mi", "mi3", "tscore", "zscore", "loglikelihood", "dice", "minsensitivity",
        "all",
      ]),
  ]

  /// `match ::= ("match" | "kwic" | "collocates") pattern ("within" name)? options
  ///   ("with" "(" options ")")?`.
  mutating func parseMatch(_ word: String, options forms: [OptionForm]) -> MatchSyntax {
    // What `within` bounds is the pattern, but for the words that stand near it.
    let (pattern, words) = parsePattern(leavesWithin: word == "collocates")
    var options = parseMatchOptions(forms, of: word)
    var within: NameSyntax?
    if isWord("within") {
      advance()
      within = parseName("'s', 'p', 'quote' or 'article'")
    }
    options += parseMatchOptions(forms, of: word)
    if take(.with) {
      let open = current
      if expect(.leftParenthesis, "'('") {
        repeat {
          options += parseMatchOptions(forms, of: word)
        } while nextInList(until: [.rightParenthesis])
        close(.rightParenthesis, open: open, afterList: true)
      }
    }
    return MatchSyntax(pattern: pattern, words: words, within: within, options: options)
  }

  /// A pattern from the cursor on, in its own language.
  mutating func parsePattern(
    leavesWithin: Bool = false, inParentheses: Bool = false
  ) -> (TokenPatternSyntax, String) {
    let start = current.range.start
    let (syntax, end, diagnostics) = PatternParser.parsePrefix(
      of: source, from: start, leavesWithin: leavesWithin, inParentheses: inParentheses)
    if diagnostics.contains(where: { $0.severity == .error }), isAtEnd { wantsMore = true }
    patternDiagnostics += diagnostics
    readRaw(to: max(start, end))
    return (syntax, text(SourceRange(start, max(start, end))))
  }

  /// `pattern "(" … ")"`.
  mutating func parsePatternValue() -> PatternValueSyntax {
    let open = current
    guard expect(.leftParenthesis, "'(' and a pattern") else {
      return PatternValueSyntax(
        pattern: TokenPatternSyntax(root: PatternNode(.missing, current.range)), words: "")
    }
    let (pattern, words) = parsePattern(inParentheses: true)
    close(.rightParenthesis, open: open)
    return PatternValueSyntax(pattern: pattern, words: words)
  }

  /// Options, `sort=R1,L1` among them, whose list goes on over commas.
  private mutating func parseMatchOptions(
    _ forms: [OptionForm], of word: String
  ) -> [OptionSyntax] {
    var found = parseOptions(forms, of: word)
    while let last = found.last, last.name.text == "sort", at(.comma), peek().kind == .word,
      peek(2).kind != .assign
    {
      advance()
      let token = advance()
      let name = NameSyntax(text(token), range: token.range)
      found.append(
        OptionSyntax(
          name: last.name, value: ExpressionSyntax(kind: .name(name), range: token.range)))
      found += parseOptions(forms, of: word)
    }
    return found
  }
}

extension QueryPrinter {
  static func text(_ match: MatchSyntax, _ word: String) -> String {
    var result = "\(word) \(match.words)"
    if let within = match.within { result += " within \(within.text)" }
    var lastName = ""
    var parts: [String] = []
    for option in match.options {
      let written = self.option(option)
      if option.name.text == lastName, let last = parts.popLast() {
        parts.append(last + ", " + written.dropFirst(lastName.utf8.count + 1))
      } else {
        parts.append(written)
      }
      lastName = option.name.text
    }
    return parts.isEmpty ? result : "\(result) with (\(parts.joined(separator: ", ")))"
  }
}

extension SyntaxDump {
  mutating func add(_ match: MatchSyntax) {
    line("pattern \(match.pattern.description)")
    if let within = match.within { line("within \(within.text)") }
    add(match.options)
  }
}

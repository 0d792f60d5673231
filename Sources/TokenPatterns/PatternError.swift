package import Diagnostics

/// What can be wrong with a token pattern; above each case the shortest one that causes it.
package enum PatternError: Error, Hashable, Sendable {
  /// `[word "a"]`
  case expected(String, found: String)
  /// `[word="a"`
  case openBracket(String, closing: String)
  /// `()`
  case empty
  /// `"a" | "b"`
  case barBetweenElements(String)
  /// `[lemme="a"]`
  case unknownAttribute(String, suggestions: [String])
  /// `<person nme="Ana"/>`
  case unknownSpanAttribute(String, span: String, suggestions: [String])
  /// `<persn/>`
  case unknownSpan(String, suggestions: [String])
  /// `"(a"`
  case badExpression(String, reason: String)
  /// `[]{3,1}`
  case boundsTurned(Int, Int)
  /// `[]{2000}`
  case boundTooLarge(limit: Int)
  /// `+ "a"`
  case nothingToRepeat(String)
  /// `"a`
  case openText(String)
  /// `[lemma=say]`
  case unquotedText(String)
  /// `say`
  case bareWord(String)
  /// `[a="x" | b="y" & c="z"]`
  case andWithOr
  /// `"a"%x`
  case unknownFlag(String)
  /// `MU(meet "a" "b" -3 3)`
  case meetUnion
  /// `a:[] [word=a.word]`
  case backReference(String)
  /// `a:[] :: b.word="x"`
  case unknownCapture(String, suggestions: [String])
  /// `a:[] :: f(a) > 3`
  case unknownFunction(String, suggestions: [String])
  /// `a:[] :: distance(a) > 1`
  case argumentCount(String, wanted: Int, found: Int)
  /// `<s>`
  case matchesNoToken
  /// `(?longst) []`
  case unknownStrategy(String, suggestions: [String])
  /// `[word="two words"]`
  case severalWords(String)
  /// `[lemma in sayings]`
  case unknownList(String, suggestions: [String])
  /// `@nam`
  case unknownPattern(String, suggestions: [String])
  /// A pattern that names itself.
  case circularPattern(String)
  /// `[a="x" && b="y"]`
  case foreignSign(String, meant: String)
  /// A hundred and one `(`.
  case nestedTooDeeply(limit: Int)
  /// `a:[] :: a.word < "m"`
  case orderOfTexts

  /// With the place it stands at.
  package func diagnostic(
    at range: SourceRange, suggestion: Diagnostic.Suggestion? = nil
  ) -> Diagnostic {
    let (message, help) = words
    return Diagnostic(
      code: code.rawValue, severity: severity, message: message, range: range, help: help,
      suggestion: suggestion ?? replacement.map { .init(range: range, replacement: $0) })
  }

  package var code: PatternErrorCode {
    switch self {
    case .expected, .argumentCount, .bareWord: return .expected
    case .openBracket: return .openBracket
    case .empty: return .empty
    case .barBetweenElements: return .barBetweenElements
    case .unknownAttribute, .unknownSpanAttribute: return .unknownAttribute
    case .unknownSpan: return .unknownSpan
    case .badExpression: return .badExpression
    case .boundsTurned, .boundTooLarge: return .badRepetition
    case .nothingToRepeat: return .nothingToRepeat
    case .openText: return .openText
    case .unquotedText: return .unquotedText
    case .andWithOr: return .andWithOr
    case .unknownFlag: return .unknownFlag
    case .meetUnion: return .meetUnion
    case .backReference: return .backReference
    case .unknownCapture: return .unknownCapture
    case .unknownFunction: return .unknownFunction
    case .matchesNoToken: return .matchesNoToken
    case .unknownStrategy: return .unknownStrategy
    case .severalWords: return .severalWords
    case .unknownList: return .unknownList
    case .unknownPattern: return .unknownPattern
    case .circularPattern: return .circularPattern
    case .foreignSign: return .foreignSign
    case .nestedTooDeeply: return .nestedTooDeeply
    case .orderOfTexts: return .orderOfTexts
    }
  }

  var severity: Diagnostic.Severity {
    if case .andWithOr = self { return .note }
    if case .severalWords = self { return .warning }
    return .error
  }

  // MARK: - Implementation

  private var words: (message: String, help: String?) {
    switch self {
    case .expected(let what, let found): return ("expected \(what), found \(found)", nil)
    case .openBracket(let open, let closing):
      return ("'\(open)' is never closed", "close it with '\(closing)'")
    case .empty:
      return ("a token pattern should stand here", #"a word in quotes, or [lemma="say"]"#)
    case .barBetweenElements(let right):
      return ("a bar ends the pattern here", "put the alternatives in parentheses: \(right)")
    case .unknownAttribute(let name, let suggestions):
      return ("tokens have no attribute '\(name)'", didYouMean(suggestions))
    case .unknownSpanAttribute(let name, let span, let suggestions):
      return ("spans called '\(span)' have no attribute '\(name)'", didYouMean(suggestions))
    case .unknownSpan(let name, let suggestions):
      return ("there are no spans called '\(name)'", didYouMean(suggestions))
    case .badExpression(let text, let reason):
      return (
        "'\(text)' is no regular expression: \(reason)", #"for the signs themselves write l"…""#
      )
    case .boundsTurned(let least, let most):
      return ("at least \(least) is more than at most \(most)", "did you mean {\(most),\(least)}?")
    case .boundTooLarge(let limit): return ("a repetition counts to \(limit) at most", nil)
    case .nothingToRepeat(let sign):
      return ("'\(sign)' has nothing before it to repeat", "[] is any token: []\(sign)")
    case .openText(let closed): return ("the text is never closed", "did you mean \(closed)?")
    case .unquotedText(let text):
      return ("'\(text)' should stand in quotes", "did you mean \"\(text)\"?")
    case .bareWord(let word):
      return (
        "expected a token pattern, found '\(word)'",
        "the word itself is \"\(word)\", all its forms are {\(word)}"
      )
    case .andWithOr: return ("'&' binds tighter than '|'", "parentheses make it plain")
    case .unknownFlag(let flag):
      return (
        "'\(flag)' is no flag of a text",
        "%c ignores case, %d accents, %l takes signs as they are, %s lets case count"
      )
    case .meetUnion:
      return ("queries of words that meet are written with near", "near(\"a\", \"b\", 5)")
    case .backReference(let name):
      return (
        "'\(name)' cannot be asked inside brackets",
        "name this token too, and compare after '::' (a.word = b.word)"
      )
    case .unknownCapture(let name, let suggestions):
      return ("the pattern has no capture '\(name)'", didYouMean(suggestions))
    case .unknownFunction(let name, let suggestions):
      return (
        "constraints have no function '\(name)'",
        didYouMean(suggestions) ?? "there are start, end, length, distance and distabs"
      )
    case .argumentCount(let name, let wanted, let found):
      return ("\(name) takes \(wanted == 1 ? "one capture" : "two captures"), not \(found)", nil)
    case .matchesNoToken:
      return ("the pattern matches no token, only places between them", "add one: []")
    case .unknownStrategy(let name, let suggestions):
      return (
        "there is no way of matching called '\(name)'",
        name == "traditional"
          ? "did you mean 'standard' with (overlap=true)?"
          : didYouMean(suggestions) ?? "there are longest, shortest, standard and all"
      )
    case .severalWords(let text):
      return (
        "'\(text)' is several tokens, and a test sees one",
        "without brackets it is split: \"\(text)\""
      )
    case .unknownList(let name, let suggestions):
      return (
        "there is no list '\(name)'",
        didYouMean(suggestions) ?? "let \(name) = dynamic([\"…\"]); makes one"
      )
    case .unknownPattern(let name, let suggestions):
      return (
        "there is no pattern '\(name)'",
        didYouMean(suggestions) ?? "let \(name) = pattern ( … ); makes one"
      )
    case .circularPattern(let name): return ("the pattern '\(name)' is a part of itself", nil)
    case .foreignSign(let sign, let meant):
      return ("'\(sign)' has no meaning in a pattern", "did you mean '\(meant)'?")
    case .nestedTooDeeply(let limit):
      return ("parts stand in each other more than \(limit) deep", nil)
    case .orderOfTexts: return ("only numbers are compared by size", "start(a) < start(b)")
    }
  }

  private var replacement: String? {
    switch self {
    case .unknownAttribute(_, let suggestions),
      .unknownSpanAttribute(_, span: _, let suggestions), .unknownCapture(_, let suggestions),
      .unknownFunction(_, let suggestions), .unknownStrategy(_, let suggestions),
      .unknownList(_, let suggestions):
      return suggestions.first
    case .unknownPattern(_, let suggestions): return suggestions.first.map { "@\($0)" }
    case .unquotedText(let text), .bareWord(let text): return "\"\(text)\""
    case .foreignSign(_, let meant): return meant
    case .boundsTurned(let least, let most): return "{\(most),\(least)}"
    case .expected, .openBracket, .empty, .barBetweenElements, .unknownSpan, .badExpression,
      .boundTooLarge, .nothingToRepeat, .openText, .andWithOr, .unknownFlag, .meetUnion,
      .backReference, .argumentCount, .matchesNoToken, .severalWords, .circularPattern,
      .nestedTooDeeply, .orderOfTexts:
      return nil
    }
  }

  private func didYouMean(_ suggestions: [String]) -> String? {
    guard let first = suggestions.first else { return nil }
    let rest = suggestions.dropFirst().map { " or '\($0)'" }.joined()
    return "did you mean '\(first)'\(rest)?"
  }
}

/// A pattern that cannot be run, with what is wrong with it.
package struct PatternFailure: Error, Hashable, Sendable {
  package var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

import Columns
import Diagnostics

/// `kind=inner`: a word of an operator's own with its value.
package struct OptionSyntax: Sendable {
  package var name: NameSyntax
  /// A bare word or a literal.
  package var value: ExpressionSyntax

  package init(name: NameSyntax, value: ExpressionSyntax) {
    self.name = name
    self.value = value
  }

  /// The value where it is a bare word, or a text.
  package var word: String? {
    switch value.kind {
    case .name(let name): return name.text
    case .literal(.value(.string(let text))): return text
    case .literal(.value(.bool(let value))): return String(value)
    default: return nil
    }
  }
}

extension [OptionSyntax] {
  /// The option of that name, the last where it is given twice.
  package subscript(name: String) -> OptionSyntax? { last { $0.name.text == name } }
}

/// An option that an operator takes, and the words that may stand behind it; nil where any value may.
struct OptionForm {
  let name: String
  let words: [String]?

  init(_ name: String, _ words: [String]? = nil) {
    self.name = name
    self.words = words
  }
}

extension Parser {
  /// `options ::= (name "=" (word | literal))*`, of those that the operator takes.
  ///
  /// With `beforeColumns` what follows may be `kind = …` for a column of that name: only known words
  /// make an option then.
  mutating func parseOptions(
    _ forms: [OptionForm], of operation: String, beforeColumns: Bool = false
  ) -> [OptionSyntax] {
    var options: [OptionSyntax] = []
    skipHints()
    while at(.word), peek().kind == .assign, !isRecovering {
      let name = text(current)
      if beforeColumns, let words = forms.first(where: { $0.name == name })?.words,
        !words.contains(text(peek(2))) || peek(3).kind == .comma || peek(3).kind == .bar
      {
        break
      }
      guard let form = forms.first(where: { $0.name == name }) else {
        // A name before `=` may be that of a column; an option is told by what it looks like.
        let near = spellingSuggestions(for: name, among: forms.map(\.name), limit: 1)
        guard !near.isEmpty, !beforeColumns else { break }
        report(
          .unknownOption(name, of: operation, words: forms.map(\.name), isValue: false),
          current.range)
        for _ in 0..<3 { advance() }
        isRecovering = false
        continue
      }
      let word = NameSyntax(name, range: advance().range)
      advance()
      let value = parseOptionValue()
      let option = OptionSyntax(name: word, value: value)
      if let words = form.words, let given = option.word, !words.contains(given) {
        report(
          .unknownOption(given, of: "\(name) of \(operation)", words: words, isValue: true),
          value.range)
        isRecovering = false
      }
      options.append(option)
      skipHints()
    }
    return options
  }

  /// A word, or a literal, perhaps with a sign; never more, as `kind=inner (T)` is no call.
  private mutating func parseOptionValue() -> ExpressionSyntax {
    let token = current
    switch kind {
    case .word:
      if let truth = takeTruth() { return truth }
      advance()
      return ExpressionSyntax(
        kind: .name(NameSyntax(text(token), range: token.range)), range: token.range)
    case .long, .real, .timespan, .string, .typedLiteral: return parseLiteral()
    case .minus, .plus:
      // `ymin=-10`; what else follows a sign is no value of an option.
      switch peek().kind {
      case .long, .real, .timespan: return parseValue()
      default: break
      }
      reportExpected("a value")
      return missing()
    default:
      reportExpected("a value")
      return missing()
    }
  }

  /// A table within an operator: a name, a call, or a pipeline in parentheses.
  mutating func parseTableOperand() -> PipelineSyntax {
    let start = current.range.start
    guard at(.word) && !at(.on) || at(.leftParenthesis) || at(.leftBracket) else {
      reportExpected("a table")
      let place = SourceRange(start, start)
      return PipelineSyntax(
        source: SourceSyntax(kind: .missing, range: place), stages: [], range: place)
    }
    let source = source(of: parseValue())
    if case .parenthesized(let inner) = source.kind { return inner }
    return PipelineSyntax(source: source, stages: [], range: range(from: start))
  }
}

extension QueryPrinter {
  /// ` kind=inner hint=x`.
  static func options(_ options: [OptionSyntax]) -> String {
    options.map { " \(option($0))" }.joined()
  }

  /// `kind=inner`; a bare word as it is, since a name in brackets would be none here.
  static func option(_ option: OptionSyntax) -> String {
    if case .name(let name) = option.value.kind { return "\(option.name.text)=\(name.text)" }
    return "\(option.name.text)=\(text(option.value))"
  }

  static func operand(_ pipeline: PipelineSyntax) -> String {
    if pipeline.stages.isEmpty {
      switch pipeline.source.kind {
      case .name, .call: return source(pipeline.source)
      default: break
      }
    }
    return "(\(self.pipeline(pipeline, isTopLevel: false)))"
  }
}

extension SyntaxDump {
  mutating func add(_ options: [OptionSyntax]) {
    for option in options {
      line("\(option.name.text) =") { $0.add(option.value) }
    }
  }
}

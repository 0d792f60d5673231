import Diagnostics

/// `parse kind=regex flags=i text with * "from " place:string " at " n:long *`.
package struct ParseSyntax: Sendable {
  package enum Part: Sendable {
    /// `*`: whatever stands there.
    case anything
    /// A text, or with `kind=regex` a regular expression.
    case text(ExpressionSyntax)
    case column(NameSyntax, TypeSyntax?)
  }

  package var options: [OptionSyntax]
  package var value: ExpressionSyntax
  package var parts: [Part]
}

/// `parse-kv text as (name:string, n:long) with (pair_delimiter=" ", kv_delimiter="=")`.
package struct ParseKeyValueSyntax: Sendable {
  package var value: ExpressionSyntax
  package var columns: [ColumnDeclarationSyntax]
  package var options: [OptionSyntax]
}

extension Parser {
  /// `parse ::= ("parse" | "parse-where") options value "with" part+`.
  mutating func parseParse(_ name: NameSyntax) -> StageSyntax.Kind {
    let forms = [OptionForm("kind", ["simple", "regex", "relaxed"]), OptionForm("flags")]
    let options = parseOptions(forms, of: name.text)
    let value = parseValue()
    if isRecovering { skip(to: [.bar], orWord: .with) }
    isRecovering = false
    guard expect(.with) else {
      return .parse(ParseSyntax(options: options, value: value, parts: []))
    }
    var parts: [ParseSyntax.Part] = []
    while true {
      if take(.star) {
        parts.append(.anything)
      } else if at(.string) {
        parts.append(.text(parseLiteral()))
      } else if nameLength() > 0, let column = takeName() {
        parts.append(.column(column, take(.colon) ? parseName("a type") : nil))
      } else {
        break
      }
    }
    if parts.isEmpty { reportExpected("'*', a text or a column") }
    return .parse(ParseSyntax(options: options, value: value, parts: parts))
  }

  /// `parse-kv ::= "parse-kv" expression "as" columns ("with" "(" options ")")?`.
  mutating func parseParseKeyValue() -> StageSyntax.Kind {
    let value = parseExpression()
    if isRecovering { skip(to: [.bar], orWord: .as) }
    isRecovering = false
    expect(.as)
    let columns = parseColumnDeclarations()
    var options: [OptionSyntax] = []
    if take(.with) {
      let open = current
      if expect(.leftParenthesis, "'('") {
        let forms = [
          OptionForm("pair_delimiter"), OptionForm("kv_delimiter"), OptionForm("quote"),
          OptionForm("escape"), OptionForm("greedy", ["true", "false"]), OptionForm("regex"),
        ]
        repeat {
          options += parseOptions(forms, of: "parse-kv")
        } while nextInList(until: [.rightParenthesis])
        close(.rightParenthesis, open: open, afterList: true)
      }
    }
    return .parseKeyValue(ParseKeyValueSyntax(value: value, columns: columns, options: options))
  }
}

extension QueryPrinter {
  static func text(_ parse: ParseSyntax, _ word: String) -> String {
    let parts = parse.parts.map { part in
      switch part {
      case .anything: return "*"
      case .text(let literal): return text(literal)
      case .column(let column, let type): return name(column) + (type.map { ":\($0.text)" } ?? "")
      }
    }.joined(separator: " ")
    return "\(word)\(options(parse.options)) \(text(parse.value)) with \(parts)"
  }

  static func text(_ parse: ParseKeyValueSyntax, _ word: String) -> String {
    var result = "\(word) \(text(parse.value)) as (\(columns(parse.columns)))"
    if !parse.options.isEmpty {
      let options = parse.options.map { option($0) }
      result += " with (\(options.joined(separator: ", ")))"
    }
    return result
  }
}

extension SyntaxDump {
  mutating func add(_ parse: ParseSyntax) {
    add(parse.options)
    add(parse.value)
    for part in parse.parts {
      switch part {
      case .anything: line("*")
      case .text(let literal): add(literal)
      case .column(let column, let type):
        line("column \(column.text)" + (type.map { ":\($0.text)" } ?? ""))
      }
    }
  }

  mutating func add(_ parse: ParseKeyValueSyntax) {
    add(parse.value)
    line("as (\(text(parse.columns)))")
    add(parse.options)
  }
}

import Diagnostics

/// `union kind=inner withsource=table (T), U, V*`.
package struct UnionSyntax: Sendable {
  package enum Member: Sendable {
    case pipeline(PipelineSyntax)
    /// All tables whose name fits: `quot*`.
    case pattern(NameSyntax)
  }

  package var options: [OptionSyntax]
  package var members: [Member]
}

extension Parser {
  /// `union ::= "union" options member ("," member)*`.
  mutating func parseUnion() -> UnionSyntax {
    let forms = [
      OptionForm("kind", ["outer", "inner"]), OptionForm("withsource"),
      OptionForm("with_source"), OptionForm("isfuzzy", ["true", "false"]),
    ]
    let options = parseOptions(forms, of: "union")
    return UnionSyntax(
      options: options, members: parseList("a table") { $0.parseUnionMember() })
  }

  /// `member ::= table | name-with-wildcard`.
  mutating func parseUnionMember() -> UnionSyntax.Member {
    if let pattern = takeWildcardName() { return .pattern(pattern) }
    return .pipeline(parseTableOperand())
  }

  /// A name with a `*` in it, without blanks; nil where there is none.
  mutating func takeWildcardName() -> NameSyntax? {
    let start = current.range.start
    var hasWildcard = false
    var length = 0
    while peek(length).kind == .word || peek(length).kind == .star || peek(length).kind == .long,
      length == 0 || peek(length).range.start == peek(length - 1).range.end
    {
      if peek(length).kind == .star { hasWildcard = true }
      length += 1
    }
    guard hasWildcard else { return nil }
    for _ in 0..<length { advance() }
    let range = range(from: start)
    return NameSyntax(text(range), range: range)
  }
}

extension QueryPrinter {
  static func text(_ union: UnionSyntax, _ word: String) -> String {
    "\(word)\(options(union.options)) \(members(union.members))"
  }

  static func members(_ members: [UnionSyntax.Member]) -> String {
    members.map { member in
      switch member {
      case .pipeline(let pipeline): return operand(pipeline)
      case .pattern(let name): return name.text
      }
    }.joined(separator: ", ")
  }
}

extension SyntaxDump {
  mutating func add(_ union: UnionSyntax) {
    add(union.options)
    add(union.members)
  }

  mutating func add(_ members: [UnionSyntax.Member]) {
    for member in members {
      switch member {
      case .pipeline(let pipeline): add(pipeline)
      case .pattern(let name): line("pattern \(name.text)")
      }
    }
  }
}

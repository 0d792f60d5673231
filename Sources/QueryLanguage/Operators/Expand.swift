import Diagnostics

/// A dynamic value whose members become rows, in `mv-expand` and `mv-apply`.
package struct ExpandedColumnSyntax: Sendable {
  package var value: NamedExpressionSyntax
  /// Of `to typeof(long)`.
  package var type: TypeSyntax?
}

/// `mv-expand with_itemindex=i a, b = f(c) to typeof(long) limit 10`.
package struct MvExpandSyntax: Sendable {
  package var options: [OptionSyntax]
  package var columns: [ExpandedColumnSyntax]
  package var limit: ExpressionSyntax?
}

/// `mv-apply a on (top 2 by a | project a)`: a pipeline over the members of each row.
package struct MvApplySyntax: Sendable {
  package var expansion: MvExpandSyntax
  /// Its source is the members of a row.
  package var body: PipelineSyntax
}

extension Parser {
  /// `mv-expand ::= "mv-expand" expansion`.
  mutating func parseMvExpand(_ name: NameSyntax) -> MvExpandSyntax {
    let forms = [
      OptionForm("kind", ["bag", "array"]), OptionForm("bagexpansion", ["bag", "array"]),
      OptionForm("with_itemindex"),
    ]
    let options = parseOptions(forms, of: name.text, beforeColumns: true)
    let columns = parseList("an array or bag") { parser in
      let value = parser.parseNamed()
      var type: TypeSyntax?
      if parser.take(.to) {
        if parser.isWord("typeof"), parser.peek().kind == .leftParenthesis {
          parser.advance()
          let open = parser.advance()
          type = parser.parseName("a type")
          parser.close(.rightParenthesis, open: open)
        } else {
          parser.reportExpected("'typeof(…)'")
        }
      }
      return ExpandedColumnSyntax(value: value, type: type)
    }
    var limit: ExpressionSyntax?
    if take(.limit) { limit = parseExpression() }
    return MvExpandSyntax(options: options, columns: columns, limit: limit)
  }

  /// `mv-apply ::= "mv-apply" expansion "on" "(" stage ("|" stage)* ")"`.
  mutating func parseMvApply(_ name: NameSyntax) -> StageSyntax.Kind {
    let expansion = parseMvExpand(name)
    if isRecovering { skip(to: [.bar], orWord: .on) }
    isRecovering = false
    expect(.on)
    return .mvApply(MvApplySyntax(expansion: expansion, body: parseSubpipeline()))
  }

  /// `"(" stage ("|" stage)* ")"`: a pipeline whose rows come from around it.
  mutating func parseSubpipeline() -> PipelineSyntax {
    let start = current.range.start
    let place = SourceRange(start, start)
    var source = SourceSyntax(kind: .rowsOfApply, range: place)
    let open = current
    guard expect(.leftParenthesis, "'(' and the operators") else {
      source.kind = .missing
      return PipelineSyntax(source: source, stages: [], range: place)
    }
    let pipeline = nested(orElse: PipelineSyntax(source: source, stages: [], range: place)) {
      parser in
      let first = parser.parseStage()
      if parser.isRecovering, !parser.at(.bar) { parser.skip(to: [.bar]) }
      var pipeline = parser.parseStages(after: source, from: start)
      pipeline.stages.insert(first, at: 0)
      return pipeline
    }
    close(.rightParenthesis, open: open)
    return pipeline
  }
}

extension QueryPrinter {
  static func text(_ expansion: MvExpandSyntax, _ word: String) -> String {
    let columns = expansion.columns.map { column in
      list([column.value]) + (column.type.map { " to typeof(\($0.text))" } ?? "")
    }.joined(separator: ", ")
    let limit = expansion.limit.map { " limit \(text($0))" } ?? ""
    return "\(word)\(options(expansion.options)) \(columns)\(limit)"
  }

  static func text(_ apply: MvApplySyntax, _ word: String) -> String {
    "\(text(apply.expansion, word)) on (\(stages(apply.body.stages)))"
  }

  static func stages(_ stages: [StageSyntax]) -> String {
    stages.map { stage($0) }.joined(separator: " | ")
  }
}

extension SyntaxDump {
  mutating func add(_ expansion: MvExpandSyntax) {
    add(expansion.options)
    for column in expansion.columns {
      add([column.value])
      if let type = column.type { line("to \(type.text)") }
    }
    if let limit = expansion.limit { line("limit") { $0.add(limit) } }
  }

  mutating func add(_ apply: MvApplySyntax) {
    add(apply.expansion)
    line("on") { dump in
      for stage in apply.body.stages { dump.add(stage) }
    }
  }
}

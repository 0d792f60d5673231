import Diagnostics

/// `join kind=inner (T) on a, $left.b == $right.c`, and `lookup`, its plainer form.
package struct JoinSyntax: Sendable {
  package var isLookup: Bool
  package var options: [OptionSyntax]
  package var right: PipelineSyntax
  /// A column that both sides have, or an equality of a column of each.
  package var conditions: [ExpressionSyntax]
}

extension Parser {
  static let joinKinds = [
    "innerunique", "inner", "leftouter", "rightouter", "fullouter", "leftsemi", "rightsemi",
    "leftanti", "rightanti", "anti", "leftantisemi", "rightantisemi",
  ]

  /// `join ::= ("join" | "lookup") options table ("on" condition ("," condition)*)?`.
  mutating func parseJoin(_ name: NameSyntax) -> StageSyntax.Kind {
    let isLookup = name.text == "lookup"
    let kinds = isLookup ? ["leftouter", "inner"] : Self.joinKinds
    let options = parseOptions([OptionForm("kind", kinds)], of: name.text)
    let right = parseTableOperand()
    if isRecovering { skip(to: [.bar], orWord: .on) }
    isRecovering = false
    var conditions: [ExpressionSyntax] = []
    if take(.on) {
      conditions = parseList("a column of both tables") { $0.parseExpression() }
    } else if at(.where) || at(.by) || isWord("using") {
      report(.expected("'on'", found: foundDescription, after: name.text), current.range)
    } else {
      report(.joinWithoutOn(name.text), name.range, wantsMore: isAtEnd)
    }
    return .join(
      JoinSyntax(isLookup: isLookup, options: options, right: right, conditions: conditions))
  }
}

extension QueryPrinter {
  static func text(_ join: JoinSyntax, _ word: String) -> String {
    let conditions = join.conditions.map { text($0) }.joined(separator: ", ")
    return "\(word)\(options(join.options)) \(operand(join.right)) on \(conditions)"
  }
}

extension SyntaxDump {
  mutating func add(_ join: JoinSyntax) {
    add(join.options)
    add(join.right)
    line("on") { dump in
      for condition in join.conditions { dump.add(condition) }
    }
  }
}

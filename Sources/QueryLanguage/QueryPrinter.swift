import Diagnostics

/// Prints a tree back as a query: one stage a line where there are several, one statement after
/// the other.
///
/// A sound query that is printed and parsed again gives the same tree. Comments are no part of the
/// tree; ``QueryFormatter`` keeps them.
package struct QueryPrinter {
  package static func text(_ query: QuerySyntax) -> String {
    query.statements.map { statement($0) }.joined(separator: ";\n") + "\n"
  }

  package static func text(_ expression: ExpressionSyntax) -> String { value(expression, .or) }

  // MARK: - Statements and pipelines

  static func statement(_ statement: StatementSyntax) -> String {
    switch statement.kind {
    case .letBinding(let name, let value): return "let \(self.name(name)) = \(letValue(value))"
    case .query(let pipeline): return self.pipeline(pipeline, isTopLevel: true)
    case .declareParameters(let parameters):
      return "declare query_parameters(\(self.parameters(parameters)))"
    case .set(let name, let value):
      return "set \(self.name(name))" + (value.map { " = \(text($0))" } ?? "")
    }
  }

  static func letValue(_ letValue: LetValueSyntax) -> String {
    switch letValue {
    case .expression(let expression): return text(expression)
    case .pipeline(let pipeline): return self.pipeline(pipeline, isTopLevel: true)
    case .function(let function):
      let body = function.statements.map { statement($0) + "; " }.joined()
      return "\(function.isView ? "view " : "")(\(parameters(function.parameters))) "
        + "{ \(body)\(self.letValue(function.value)) }"
    }
  }

  private static func parameters(_ parameters: [ParameterSyntax]) -> String {
    parameters.map { parameter in
      let type: String
      switch parameter.kind {
      case .scalar(let scalar): type = scalar.text
      case .table(nil): type = "(*)"
      case .table(let columns?): type = "(\(self.columns(columns)))"
      }
      let value = parameter.defaultValue.map { " = \(text($0))" } ?? ""
      return "\(name(parameter.name)):\(type)\(value)"
    }.joined(separator: ", ")
  }

  static func columns(_ columns: [ColumnDeclarationSyntax]) -> String {
    columns.map { "\(name($0.name)):\($0.type.text)" }.joined(separator: ", ")
  }

  static func pipeline(_ pipeline: PipelineSyntax, isTopLevel: Bool) -> String {
    let separator = isTopLevel && pipeline.stages.count > 1 ? "\n  | " : " | "
    return ([source(pipeline.source)] + pipeline.stages.map { stage($0) })
      .joined(separator: separator)
  }

  static func source(_ source: SourceSyntax) -> String {
    switch source.kind {
    case .name(let name): return self.name(name)
    case .call(let name, let arguments): return call(name, arguments)
    case .parenthesized(let pipeline): return "(\(self.pipeline(pipeline, isTopLevel: false)))"
    case .print(let values): return "print \(list(values))"
    case .range(let name, let from, let to, let step):
      return "range \(self.name(name)) from \(text(from)) to \(text(to)) step \(text(step))"
    case .datatable(let columns, let values):
      return "datatable (\(self.columns(columns))) [\(expressions(values))]"
    case .operation(let stage): return self.stage(stage)
    case .shortForm(let form): return form.words
    case .rowsOfApply, .missing: return ""
    }
  }

  // MARK: - Stages

  static func stage(_ stage: StageSyntax) -> String {
    let word = stage.keyword.text
    switch stage.kind {
    case .filter(let condition): return "\(word) \(text(condition))"
    case .extend(let values), .project(let values): return "\(word) \(list(values))"
    case .projectAway(let patterns), .projectKeep(let patterns):
      return "\(word) \(patterns.map { pattern($0) }.joined(separator: ", "))"
    case .projectRename(let renames):
      let texts = renames.map { "\(name($0.newName)) = \(name($0.column))" }
      return "\(word) \(texts.joined(separator: ", "))"
    case .projectReorder(let orders):
      return "\(word) \(orders.map { order($0) }.joined(separator: ", "))"
    case .summarize(let aggregates, let keys, let hasBy):
      var text = word
      if !aggregates.isEmpty { text += " \(list(aggregates))" }
      if hasBy { text += " by \(list(keys))" }
      return text
    case .distinct(let values): return "\(word) \(values.isEmpty ? "*" : list(values))"
    case .sort(let keys): return "\(word) by \(sortKeys(keys))"
    case .top(let count, let keys): return "\(word) \(text(count)) by \(sortKeys(keys))"
    case .take(let count): return "\(word) \(text(count))"
    case .count(let alias): return word + (alias.map { " as \(name($0))" } ?? "")
    case .bindName(let bound): return "\(word) \(name(bound))"
    case .join(let join): return text(join, word)
    case .union(let union): return text(union, word)
    case .mvExpand(let expansion): return text(expansion, word)
    case .mvApply(let apply): return text(apply, word)
    case .makeSeries(let made): return text(made, word)
    case .parse(let parse): return text(parse, word)
    case .parseKeyValue(let parse): return text(parse, word)
    case .search(let search): return text(search, word)
    case .find(let find): return text(find, word)
    case .getSchema: return word
    case .serialize(let values): return values.isEmpty ? word : "\(word) \(list(values))"
    case .sample(let count): return "\(word) \(text(count))"
    case .sampleDistinct(let count, let value): return "\(word) \(text(count)) of \(text(value))"
    case .projectByNames(let values): return "\(word) \(expressions(values))"
    case .invoke(let called), .evaluate(let called): return text(called, word)
    case .render(let render): return text(render, word)
    case .match(let match): return text(match, word)
    case .cite(let options): return word + self.options(options)
    case .widen(let unit): return "\(word) \(unit.text)"
    case .freq(let value): return "\(word) \(text(value))"
    case .describe: return word
    case .unknown: return word
    case .missing: return ""
    }
  }

  static func pattern(_ pattern: ColumnPatternSyntax) -> String {
    pattern.hasWildcard ? pattern.name.text : name(pattern.name)
  }

  static func order(_ order: ColumnOrderSyntax) -> String {
    pattern(order.pattern) + (order.direction.map { " \($0.rawValue)" } ?? "")
  }

  static func sortKeys(_ keys: [SortKeySyntax]) -> String {
    keys.map { key in
      var text = text(key.expression)
      if let isAscending = key.isAscending { text += isAscending ? " asc" : " desc" }
      if let nullsFirst = key.nullsFirst { text += nullsFirst ? " nulls first" : " nulls last" }
      return text
    }.joined(separator: ", ")
  }

  static func list(_ values: [NamedExpressionSyntax]) -> String {
    values.map { value in
      let names = value.names.map { name($0) }.joined(separator: ", ")
      switch value.names.count {
      case 0: return text(value.expression)
      case 1: return "\(names) = \(text(value.expression))"
      default: return "(\(names)) = \(text(value.expression))"
      }
    }.joined(separator: ", ")
  }

  // MARK: - Expressions

  static func expressions(_ values: [ExpressionSyntax]) -> String {
    values.map { text($0) }.joined(separator: ", ")
  }

  static func call(_ name: NameSyntax, _ arguments: [ArgumentSyntax]) -> String {
    let texts = arguments.map { argument in
      (argument.name.map { "\(self.name($0)) = " } ?? "") + text(argument.value)
    }
    let called = name.text == "not" ? name.text : self.name(name)
    return "\(called)(\(texts.joined(separator: ", ")))"
  }

  /// An expression where only operators that bind at least so tightly may stand bare.
  private static func value(_ expression: ExpressionSyntax, _ least: Precedence) -> String {
    switch expression.kind {
    case .literal(let literal): return LiteralPrinter.text(literal)
    case .name(let name): return self.name(name)
    case .star: return "*"
    case .unary(let sign, let operand): return sign.rawValue + value(operand, .value)
    case .binary(let binary, let left, let right):
      // `and` and `or` group as they like; the parser groups them anew.
      let groups = binary == .and || binary == .or
      let tighter = binary.precedence.tighter
      let text =
        value(left, binary.precedence) + " \(binary.rawValue) "
        + value(right, groups ? binary.precedence : tighter)
      return wrapped(text, binary.precedence < least)
    case .between(let operand, let low, let high, let isNegated):
      let text =
        "\(value(operand, .equality)) \(isNegated ? "!between" : "between") "
        + "(\(value(low, .sum)) .. \(value(high, .sum)))"
      return wrapped(text, .equality < least)
    case .membership(let membership, let operand, let values):
      let text = "\(value(operand, .equality)) \(membership.rawValue) (\(expressions(values)))"
      return wrapped(text, .equality < least)
    case .call(let test, let arguments)
    where test.text == "matches pattern" && arguments.count == 2:
      let text = "\(value(arguments[0].value, .sum)) matches \(text(arguments[1].value))"
      return wrapped(text, .text < least)
    case .call(let test, let arguments) where test.text == ":" && arguments.count == 2:
      return "\(text(arguments[0].value)):\(text(arguments[1].value))"
    case .call(let name, let arguments): return call(name, arguments)
    case .member(let operand, let name):
      // After a dot every word is a name, and a bracket would be an element.
      return "\(value(operand, .value)).\(name.text)"
    case .element(let operand, let element):
      return "\(value(operand, .value))[\(text(element))]"
    case .list(let values): return "[\(expressions(values))]"
    case .pipeline(let pipeline):
      return "(\(self.pipeline(pipeline, isTopLevel: false)))"
    case .parenthesized(let inner): return "(\(text(inner)))"
    case .missing: return ""
    }
  }

  private static func wrapped(_ text: String, _ isNeeded: Bool) -> String {
    isNeeded ? "(\(text))" : text
  }

  // MARK: - Names

  /// A name bare where it reads as a name everywhere, else as `["two words"]`.
  static func name(_ name: NameSyntax) -> String {
    if name.text.isEmpty || isPlain(name.text) { return name.text }
    return "[\(StringLiteral.encode(name.text))]"
  }

  private static func isPlain(_ text: String) -> Bool {
    var lexer = Lexer(SourceText(name: "", text: text))
    let token = lexer.next()
    guard token.kind == .word, token.range == SourceRange(0, text.utf8.count) else { return false }
    guard let keyword = token.keyword else {
      return !["true", "false", "is", "like", "select"].contains(text.lowercased())
    }
    switch keyword.role {
    case .expressionOperator, .value, .source, .statement, .shortForm: return false
    case .clause: return keyword != .by && keyword != .not && keyword != .null
    case .stage, .foreignStage, .typedLiteral: return true
    }
  }
}

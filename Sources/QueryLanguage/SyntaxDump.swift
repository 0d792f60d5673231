/// Shows a tree as indented lines, one a node: what `ast` prints and tests compare.
///
/// Ranges are left out, so that two texts of one meaning look alike.
package struct SyntaxDump {
  private var lines: [String] = []
  private var indent = 0

  package static func text(_ query: QuerySyntax) -> String {
    var dump = SyntaxDump()
    for statement in query.statements { dump.add(statement) }
    return dump.lines.joined(separator: "\n")
  }

  package static func text(_ expression: ExpressionSyntax) -> String {
    var dump = SyntaxDump()
    dump.add(expression)
    return dump.lines.joined(separator: "\n")
  }

  // MARK: - Implementation

  mutating func line(_ text: String, _ children: (inout SyntaxDump) -> Void = { _ in }) {
    lines.append(String(repeating: "  ", count: indent) + text)
    indent += 1
    children(&self)
    indent -= 1
  }

  mutating func add(_ statement: StatementSyntax) {
    switch statement.kind {
    case .letBinding(let name, let value): line("let \(name.text)") { $0.add(value) }
    case .query(let pipeline): add(pipeline)
    case .declareParameters(let parameters): line("declare") { $0.add(parameters) }
    case .set(let name, let value):
      line("set \(name.text)") { dump in
        if let value { dump.add(value) }
      }
    }
  }

  mutating func add(_ value: LetValueSyntax) {
    switch value {
    case .expression(let expression): add(expression)
    case .pipeline(let pipeline): add(pipeline)
    case .function(let function):
      line(function.isView ? "view" : "function") { dump in
        dump.add(function.parameters)
        for statement in function.statements { dump.add(statement) }
        dump.add(function.value)
      }
    }
  }

  mutating func add(_ parameters: [ParameterSyntax]) {
    for parameter in parameters {
      let type: String
      switch parameter.kind {
      case .scalar(let scalar): type = scalar.text
      case .table(nil): type = "(*)"
      case .table(let columns?): type = "(\(text(columns)))"
      }
      line("parameter \(parameter.name.text):\(type)") { dump in
        if let value = parameter.defaultValue { dump.add(value) }
      }
    }
  }

  func text(_ columns: [ColumnDeclarationSyntax]) -> String {
    columns.map { "\($0.name.text):\($0.type.text)" }.joined(separator: ", ")
  }

  mutating func add(_ pipeline: PipelineSyntax) {
    line("pipeline") { dump in
      dump.add(pipeline.source)
      for stage in pipeline.stages { dump.add(stage) }
    }
  }

  mutating func add(_ source: SourceSyntax) {
    switch source.kind {
    case .name(let name): line("table \(name.text)")
    case .call(let name, let arguments): line("call \(name.text)") { $0.add(arguments) }
    case .parenthesized(let pipeline): line("parentheses") { $0.add(pipeline) }
    case .print(let values): line("print") { $0.add(values) }
    case .range(let name, let from, let to, let step):
      line("range \(name.text)") { dump in
        for value in [from, to, step] { dump.add(value) }
      }
    case .datatable(let columns, let values):
      line("datatable (\(text(columns)))") { dump in
        for value in values { dump.add(value) }
      }
    case .operation(let stage): add(stage)
    case .rowsOfApply: line("rows of mv-apply")
    case .shortForm(let form): line("short form \(form.expansion)")
    case .missing: line("missing")
    }
  }

  mutating func add(_ stage: StageSyntax) {
    line(stage.keyword.text.isEmpty ? "missing" : stage.keyword.text) { dump in
      switch stage.kind {
      case .filter(let condition): dump.add(condition)
      case .extend(let values), .project(let values), .distinct(let values): dump.add(values)
      case .projectAway(let patterns), .projectKeep(let patterns):
        for pattern in patterns { dump.line(dump.text(pattern)) }
      case .projectRename(let renames):
        for rename in renames { dump.line("\(rename.newName.text) = \(rename.column.text)") }
      case .projectReorder(let orders):
        for order in orders {
          let direction = order.direction.map { " \($0.rawValue)" } ?? ""
          dump.line(dump.text(order.pattern) + direction)
        }
      case .summarize(let aggregates, let keys, let hasBy):
        dump.add(aggregates)
        if hasBy { dump.line("by") { $0.add(keys) } }
      case .sort(let keys): dump.add(keys)
      case .top(let count, let keys):
        dump.add(count)
        dump.line("by") { $0.add(keys) }
      case .take(let count): dump.add(count)
      case .count(let alias):
        if let alias { dump.line("as \(alias.text)") }
      case .bindName(let name): dump.line(name.text)
      case .join(let join): dump.add(join)
      case .union(let union): dump.add(union)
      case .mvExpand(let expansion): dump.add(expansion)
      case .mvApply(let apply): dump.add(apply)
      case .makeSeries(let made): dump.add(made)
      case .parse(let parse): dump.add(parse)
      case .parseKeyValue(let parse): dump.add(parse)
      case .search(let search): dump.add(search)
      case .find(let find): dump.add(find)
      case .getSchema: break
      case .serialize(let values): dump.add(values)
      case .sample(let count): dump.add(count)
      case .sampleDistinct(let count, let value):
        dump.add(count)
        dump.line("of") { $0.add(value) }
      case .projectByNames(let values):
        for value in values { dump.add(value) }
      case .invoke(let called), .evaluate(let called): dump.add(called)
      case .render(let render): dump.add(render)
      case .match(let match): dump.add(match)
      case .cite(let options): dump.add(options)
      case .widen(let unit): dump.line(unit.text)
      case .freq(let value): dump.add(value)
      case .describe: break
      case .unknown: dump.line("unknown")
      case .missing: break
      }
    }
  }

  func text(_ pattern: ColumnPatternSyntax) -> String {
    (pattern.hasWildcard ? "pattern " : "column ") + pattern.name.text
  }

  mutating func add(_ keys: [SortKeySyntax]) {
    for key in keys {
      var text = "key"
      if let isAscending = key.isAscending { text += isAscending ? " asc" : " desc" }
      if let nullsFirst = key.nullsFirst { text += nullsFirst ? " nulls first" : " nulls last" }
      line(text) { $0.add(key.expression) }
    }
  }

  mutating func add(_ values: [NamedExpressionSyntax]) {
    for value in values {
      if value.names.isEmpty {
        add(value.expression)
      } else {
        let names = value.names.map(\.text).joined(separator: ", ")
        line("\(names) =") { $0.add(value.expression) }
      }
    }
  }

  mutating func add(_ arguments: [ArgumentSyntax]) {
    for argument in arguments {
      if let name = argument.name {
        line("\(name.text) =") { $0.add(argument.value) }
      } else {
        add(argument.value)
      }
    }
  }

  mutating func add(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .literal(let literal): line(LiteralPrinter.text(literal))
    case .name(let name): line("name \(name.text)")
    case .star: line("*")
    case .unary(let sign, let operand): line(sign.rawValue) { $0.add(operand) }
    case .binary(let binary, let left, let right):
      line(binary.rawValue) { dump in
        dump.add(left)
        dump.add(right)
      }
    case .between(let operand, let low, let high, let isNegated):
      line(isNegated ? "!between" : "between") { dump in
        for value in [operand, low, high] { dump.add(value) }
      }
    case .membership(let membership, let operand, let values):
      line(membership.rawValue) { dump in
        for value in [operand] + values { dump.add(value) }
      }
    case .call(let name, let arguments): line("call \(name.text)") { $0.add(arguments) }
    case .member(let operand, let name): line(".\(name.text)") { $0.add(operand) }
    case .element(let operand, let element):
      line("[]") { dump in
        dump.add(operand)
        dump.add(element)
      }
    case .list(let values):
      line("list") { dump in
        for value in values { dump.add(value) }
      }
    case .pipeline(let pipeline): add(pipeline)
    case .parenthesized(let inner): line("parentheses") { $0.add(inner) }
    case .missing: line("missing")
    }
  }
}

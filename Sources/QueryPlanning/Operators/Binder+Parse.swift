import Columns
import Diagnostics
import QueryLanguage

/// `parse`, `parse-where` and `parse-kv`: columns out of a text.
extension Binder {
  mutating func bindParse(
    _ parse: ParseSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    var made: [PlanColumn] = []
    var parts: [ParseSpecification.Part] = []
    for part in parse.parts {
      switch part {
      case .anything: parts.append(.column(nil))
      case .text(let literal):
        let value = bind(literal, in: .constant)
        if case .string(let text)? = value.constantValue { parts.append(.text(text)) }
      case .column(let name, let type):
        let bound = type.map { bindType($0) } ?? .string
        if made.contains(where: { $0.name == name.text }) {
          report(.repeatedColumn(name: name.text), at: name.range)
        }
        parts.append(.column(made.count))
        made.append(PlanColumn(name: name.text, type: bound))
      }
    }
    let mode: ParseSpecification.Mode
    switch parse.options["kind"]?.word {
    case "regex": mode = .regex
    case "relaxed": mode = .relaxed
    default: mode = .simple
    }
    if mode == .regex {
      for case .text(let literal) in parse.parts {
        guard case .string(let pattern)? = bind(literal, in: .constant).constantValue,
          let reason = catalog.problem(ofPattern: pattern)
        else { continue }
        report(.badPattern(pattern: pattern, reason: reason), at: literal.range)
      }
    }
    let specification = ParseSpecification(
      value: bindText(parse.value, of: stage.keyword.text, in: place), mode: mode,
      flags: parse.options["flags"]?.word ?? "", parts: parts, types: made.map(\.type),
      dropsOthers: stage.keyword.text == "parse-where")
    return replacing(.parse(specification), made, stage, in: place)
  }

  mutating func bindParseKeyValue(
    _ parse: ParseKeyValueSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let made = parse.columns.map { PlanColumn(name: $0.name.text, type: bindType($0.type)) }
    let quote = parse.options["quote"]?.word
    let specification = ParseKeyValueSpecification(
      value: bindText(parse.value, of: stage.keyword.text, in: place), keys: made.map(\.name),
      types: made.map(\.type), pairDelimiter: parse.options["pair_delimiter"]?.word,
      keyDelimiter: parse.options["kv_delimiter"]?.word,
      quotes: quote.map { [$0] } ?? [], escape: parse.options["escape"]?.word,
      isGreedy: parse.options["greedy"]?.word == "true", pattern: parse.options["regex"]?.word)
    if let pattern = parse.options["regex"], let text = pattern.word,
      let reason = catalog.problem(ofPattern: text)
    {
      report(.badPattern(pattern: text, reason: reason), at: pattern.value.range)
    }
    return replacing(.parseKeyValue(specification), made, stage, in: place)
  }

  // MARK: - Implementation

  private mutating func bindText(
    _ syntax: ExpressionSyntax, of operation: String, in place: ExpressionPlace
  ) -> BoundExpression {
    let value = bind(syntax, in: place)
    switch value.type {
    case .string, .dynamic, .unknown: return value.converted(to: .string)
    case .bool, .int, .long, .real, .decimal, .datetime, .timespan, .guid:
      report(
        .wrongArgument(operand(syntax, value), function: operation, expected: [.exactly(.string)]),
        at: syntax.range)
      return .unknown(at(syntax.range))
    }
  }

  /// The extension, with its columns in place of those of the same names.
  mutating func replacing(
    _ more: RowExtension, _ made: [PlanColumn], _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let before = place.columns.columns.count
    var output = place.columns.columns
    var results = passThrough(output, range)
    for (index, column) in made.enumerated() {
      let value = BoundExpression(kind: .column(before + index), type: column.type, range: range)
      if let known = output.firstIndex(where: { $0.name == column.name }) {
        output[known] = column
        results[known] = value
      } else {
        output.append(column)
        results.append(value)
      }
    }
    let parsed = extended(more, with: made, of: place.columns, range)
    let projected = BoundStage(kind: .project(results), columns: output, range: range)
    return (
      BoundStage(kind: .several([parsed, projected]), columns: output, range: range),
      place.columns.after(stage.keyword.text, columns: output)
    )
  }
}

import Columns
import TokenPatterns

extension LogicalPlan {
  /// The operators in the order that rows pass them, one a line.
  ///
  ///     scan articles [headline, words]
  ///     filter words > 5
  ///     top 10 by words desc nulls last
  package func description(in catalog: CatalogIndex) -> String {
    chain.reversed().flatMap { node in
      [node.line(in: catalog)]
        + node.sides.flatMap { side in
          side.description(in: catalog).split(separator: "\n").enumerated().map { index, line in
            (index == 0 ? "  - " : "    ") + line
          }
        }
    }.joined(separator: "\n")
  }

  // MARK: - Implementation

  private func line(in catalog: CatalogIndex) -> String {
    let names = (input?.columns ?? []).map(\.name)
    func text(_ expression: BoundExpression) -> String {
      expression.description(columns: names, in: catalog)
    }
    func text(_ keys: [BoundSortKey]) -> String {
      keys.map { key in
        let nulls = key.nullsFirst ? "nulls first" : "nulls last"
        return "\(text(key.expression)) \(key.isAscending ? "asc" : "desc") \(nulls)"
      }.joined(separator: ", ")
    }
    func assigned(_ expressions: [BoundExpression], _ columns: ArraySlice<PlanColumn>) -> String {
      zip(expressions, columns).map { expression, column in
        let value = text(expression)
        return value == column.name ? value : "\(column.name) = \(value)"
      }.joined(separator: ", ")
    }
    switch kind {
    case .scan(let table, _):
      let read = columns.map(\.name).joined(separator: ", ")
      return "scan \(catalog[table]?.name ?? "?") [\(read)]"
    case .keptResult(let number, _): return "result _\(number)"
    case .materialized(let number, _): return "materialized \(number)"
    case .range(let from, let to, let step):
      let name = columns.first?.name ?? "?"
      return "range \(name) from \(text(from)) to \(text(to)) step \(text(step))"
    case .rows(let rows):
      if rows.count == 1, let row = rows.first { return "rows [\(assigned(row, columns[...]))]" }
      return "rows [\(columns.map(\.name).joined(separator: ", "))] (\(rows.count))"
    case .filter(_, let condition): return "filter \(text(condition))"
    case .project(_, let expressions): return "project \(assigned(expressions, columns[...]))"
    case .aggregate(_, let keys, let aggregates, let hasBy):
      var parts: [String] = []
      var position = keys.count
      for aggregate in aggregates {
        let outputs = columns.dropFirst(position).prefix(aggregate.outputCount).map(\.name)
        let name = catalog.aggregates[aggregate.function].name
        let arguments = aggregate.arguments.map(text).joined(separator: ", ")
        let output = outputs.count == 1 ? outputs[0] : "(\(outputs.joined(separator: ", ")))"
        parts.append("\(output) = \(name)(\(arguments))")
        position += aggregate.outputCount
      }
      let by = hasBy ? ["by \(assigned(keys, columns.prefix(keys.count)))"] : []
      let made = parts.isEmpty ? [] : [parts.joined(separator: ", ")]
      return (["aggregate"] + made + by).joined(separator: " ")
    case .sort(_, let keys): return "sort by \(text(keys))"
    case .top(_, let count, let keys): return "top \(text(count)) by \(text(keys))"
    case .take(_, let count): return "take \(text(count))"
    case .union(let members): return "union of \(members.count)"
    case .join(_, let right, let join):
      let other = right.columns.map(\.name)
      let pairs = zip(join.leftKeys, join.rightKeys).map { left, right in
        "\(text(left)) == \(right.description(columns: other, in: catalog))"
      }
      return "join \(join.kind.rawValue) on \(pairs.joined(separator: ", "))"
    case .extended(_, let more):
      let made = columns.dropFirst(names.count).map(\.name).joined(separator: ", ")
      let from = more.expressions.map(text).joined(separator: ", ")
      return "\(more.word) [\(made)] from \(from)"
    case .applied(_, let expand, _):
      return "apply to each \(expand.values.map(text).joined(separator: ", "))"
    case .appliedRows: return "members [\(columns.map(\.name).joined(separator: ", "))]"
    case .sample(_, let count): return "sample \(text(count))"
    case .collocations(_, let collocation):
      return "collocates \(collocation.match.pattern.description)"
    case .series(_, let series): return "series by \(series.keyCount) keys"
    }
  }
}

extension RowExtension {
  fileprivate var word: String {
    switch self {
    case .expand: return "expand"
    case .parse: return "parse"
    case .parseKeyValue: return "parse pairs"
    case .windows(let calls): return calls.map(\.function.rawValue).joined(separator: ", ")
    case .matches(let match): return "match \(match.pattern.description)"
    case .citation(let style): return "cite \(style.rawValue)"
    case .widened(let unit): return "expand \(unit.rawValue)"
    }
  }
}

extension PlannedScript {
  /// All plans, subqueries first; each under a heading where there are several.
  package func description(in catalog: CatalogIndex) -> String {
    var parts: [String] = []
    for (index, plan) in materialized.enumerated() {
      parts.append("materialized \(index):\n\(plan.description(in: catalog))")
    }
    for (index, plan) in subqueries.enumerated() {
      parts.append("subquery \(index):\n\(plan.description(in: catalog))")
    }
    for (index, query) in queries.enumerated() {
      let text = query.plan.description(in: catalog)
      parts.append(parts.isEmpty && queries.count == 1 ? text : "query \(index):\n\(text)")
    }
    return parts.joined(separator: "\n\n")
  }
}

extension BoundExpression {
  /// The expression in the language's own words; conversions are written as calls of their type.
  package func description(columns: [String], in catalog: CatalogIndex) -> String {
    func text(_ expression: BoundExpression) -> String {
      expression.description(columns: columns, in: catalog)
    }
    func listed(_ expressions: some Collection<BoundExpression>) -> String {
      // Written lists can have a million elements.
      let shown = expressions.prefix(8).map(text).joined(separator: ", ")
      return expressions.count > 8 ? "\(shown), … (\(expressions.count))" : shown
    }
    switch kind {
    case .constant(let value): return value.literal
    case .column(let index): return columns.indices.contains(index) ? columns[index] : "#\(index)"
    case .call(let function, _, let arguments):
      let name = catalog.functions[function].name
      if arguments.count == 2, binaryOperatorNames.contains(name) {
        return arguments.map { $0.isOperation(in: catalog) ? "(\(text($0)))" : text($0) }
          .joined(separator: " \(name) ")
      }
      if membershipOperatorNames.contains(name), let value = arguments.first {
        return "\(text(value)) \(name) (\(listed(arguments.dropFirst())))"
      }
      return "\(name)(\(listed(arguments)))"
    case .convert(let value): return "\(type.name)(\(text(value)))"
    case .navigate(let base, let table, let column):
      let name = catalog[table].flatMap {
        $0.columns.indices.contains(column) ? $0.columns[column].name : nil
      }
      return "\(text(base)).\(name ?? "?")"
    case .element(let base, let key): return "\(text(base))[\(text(key))]"
    case .array(let elements): return "[\(listed(elements))]"
    case .scalarSubquery(let index), .setSubquery(let index): return "subquery \(index)"
    case .parameter(let index): return "parameter \(index)"
    }
  }

  private func isOperation(in catalog: CatalogIndex) -> Bool {
    guard case .call(let function, _, let arguments) = kind, arguments.count == 2 else {
      return false
    }
    return binaryOperatorNames.contains(catalog.functions[function].name)
  }
}

extension ScalarValue {
  /// The value as it would be written in a query; long strings are cut.
  fileprivate var literal: String {
    switch self {
    case .null(let type): return "\(type.name)(null)"
    case .bool(let value): return String(value)
    case .int(let value): return "int(\(value))"
    case .long(let value): return String(value)
    case .real(let value): return RealText.string(value)
    case .decimal(let value): return "decimal(\(DecimalText.string(value)))"
    case .string(let value):
      var bytes: [UInt8] = []
      let shown = value.utf8.count > 200 ? String(value.prefix(100)) + "…" : value
      DynamicText.appendJSONString(shown, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    case .datetime(let ticks): return "datetime(\(DatetimeText.string(ticks)))"
    case .timespan(let ticks): return "timespan(\(TimespanText.string(ticks)))"
    case .dynamic(let value): return "dynamic(\(DynamicText.string(value)))"
    case .guid(let high, let low): return "guid(\(GuidText.string(high: high, low: low)))"
    }
  }
}

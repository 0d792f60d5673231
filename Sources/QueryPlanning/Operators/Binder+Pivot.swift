import Columns
import Diagnostics
import QueryLanguage

/// `evaluate pivot(x, sum(n), key)`: a column for each value of `x`, in order of first appearance.
extension Binder {
  mutating func bindPivot(
    _ called: TableCallSyntax, _ stage: StageSyntax, _ soFar: BoundPipeline,
    in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let columns = place.columns
    guard let first = called.arguments.first?.value else {
      report(
        .wrongCount(function: "pivot", count: 0, least: 1, most: nil), at: called.name.range)
      return notKnown(stage, on: columns)
    }
    let pivot = bind(first, in: place).asPlainText(.string)
    let rest = called.arguments.dropFirst().map(\.value)
    var keySyntax = Array(rest)
    var aggregateSyntax: ExpressionSyntax?
    if let candidate = rest.first, case .call(let name, _) = candidate.kind,
      catalog.aggregate(named: name.text) != nil
    {
      aggregateSyntax = candidate
      keySyntax.removeFirst()
    }
    // The value of a cell, before there are cells.
    let outer = (aggregates, aggregateOutputs)
    defer { (aggregates, aggregateOutputs) = outer }
    var used: Set<Int> = []
    pivot.collectColumns(into: &used)
    let (keys, keyColumns) = pivotKeys(keySyntax, aggregateSyntax, used, in: place)
    let pivotColumn = PlanColumn(name: "pivot", type: .string)
    (aggregates, aggregateOutputs) = ([], keyColumns + [pivotColumn])
    var aggregationPlace = place
    aggregationPlace.kind = .aggregation
    let count = NameSyntax("count", range: called.name.range)
    let syntax =
      aggregateSyntax ?? ExpressionSyntax(kind: .call(count, []), range: called.name.range)
    let cell = bind(syntax, in: aggregationPlace)
    guard cell.type != .unknown, pivot.type != .unknown else { return notKnown(stage, on: columns) }

    let written = called.columns?.map(\.name.text)
    var names = written?.filter { name in !keyColumns.contains { $0.name == name } }
    if names == nil {
      names = probedValues(of: pivot, soFar, distinct: true, called)?.map { value in
        if case .string(let text) = value { text } else { "" }
      }
    }
    guard let names else { return notKnown(stage, on: columns) }
    let grouped = keyColumns + [pivotColumn, PlanColumn(name: "cell", type: cell.type)]
    let summarized = BoundStage(
      kind: .summarize(
        keys: keys + [pivot], aggregates: aggregates, outputs: aggregateOutputs,
        results: passThrough(keyColumns + [pivotColumn], range) + [cell], hasBy: true),
      columns: grouped, range: range)
    let stages = [summarized] + spread(names, keyColumns, cell.type, syntax, range)
    let output = stages.last?.columns ?? []
    return (
      BoundStage(kind: .several(stages), columns: output, range: range),
      columns.after(stage.keyword.text, columns: output, isOfTable: false)
    )
  }

  // MARK: - Implementation

  /// The columns that are named, or all that neither the pivot nor the aggregate reads.
  private mutating func pivotKeys(
    _ syntax: [ExpressionSyntax], _ aggregate: ExpressionSyntax?, _ used: Set<Int>,
    in place: ExpressionPlace
  ) -> ([BoundExpression], [PlanColumn]) {
    if !syntax.isEmpty {
      let named = syntax.map {
        NamedExpressionSyntax(names: [], expression: $0, range: $0.range)
      }
      return bindNamed(named, in: place)
    }
    var used = used
    if case .call(_, let arguments)? = aggregate?.kind {
      for argument in arguments {
        if case .name(let name) = argument.value.kind,
          let index = place.columns.index(of: name.text)
        {
          used.insert(index)
        }
      }
    }
    let kept = place.columns.columns.indices.filter { !used.contains($0) }
    let all = passThrough(place.columns.columns, aggregate?.range ?? SourceRange(0, 0))
    return (kept.map { all[$0] }, kept.map { place.columns.columns[$0] })
  }

  /// Of keys, pivot and cell the keys with a column a name.
  private mutating func spread(
    _ names: [String], _ keyColumns: [PlanColumn], _ type: ScalarType,
    _ aggregate: ExpressionSyntax, _ range: SourceRange
  ) -> [BoundStage] {
    let keys = passThrough(keyColumns, range)
    let pivot = BoundExpression(kind: .column(keys.count), type: .string, range: range)
    let cell = BoundExpression(kind: .column(keys.count + 1), type: type, range: range)
    let none = BoundExpression.constant(.null(.dynamic), range)
    var used = ResultNames()
    for column in keyColumns { _ = used.reserve(column.name) }
    let made = names.map { PlanColumn(name: used.unique($0), type: .dynamic) }
    let cells = names.map { name -> BoundExpression in
      let isHere = call("==", [pivot, .constant(.string(name), range)], syntax: [], range)
      return call("iff", [isHere, cell.converted(to: .dynamic), none], syntax: [], range)
    }
    let spread = BoundStage(
      kind: .project(keys + cells), columns: keyColumns + made, range: range)
    guard let any = catalog.aggregate(named: "take_any"), !names.isEmpty else {
      let distinct = BoundStage(
        kind: .summarize(
          keys: keys, aggregates: [], outputs: keyColumns, results: keys, hasBy: true),
        columns: keyColumns, range: range)
      return [spread, distinct]
    }
    let picked = made.indices.map { index in
      BoundAggregate(
        function: any, overload: 0,
        arguments: [
          BoundExpression(kind: .column(keys.count + index), type: .dynamic, range: range)
        ], outputCount: 1, range: range)
    }
    let together = BoundStage(
      kind: .summarize(
        keys: keys, aggregates: picked, outputs: keyColumns + made,
        results: passThrough(keyColumns + made, range), hasBy: true),
      columns: keyColumns + made, range: range)
    let output = made.map { PlanColumn(name: $0.name, type: type) }
    let values = made.indices.map { index -> BoundExpression in
      let value = BoundExpression(
        kind: .column(keys.count + index), type: .dynamic, range: range
      ).converted(to: type)
      guard let empty = emptyValue(of: aggregate, type) else { return value }
      return call("coalesce", [value, .constant(empty, range)], syntax: [], range)
    }
    return [
      spread, together,
      BoundStage(kind: .project(keys + values), columns: keyColumns + output, range: range),
    ]
  }

  /// What the aggregate gives where there are no rows; nil for null.
  private func emptyValue(of aggregate: ExpressionSyntax, _ type: ScalarType) -> ScalarValue? {
    guard case .call(let name, _) = aggregate.kind else { return nil }
    if name.text.hasPrefix("make_") {
      return .dynamic(name.text == "make_bag" ? .bag([]) : .array([]))
    }
    guard
      ["count", "countif", "sum", "sumif", "dcount", "dcountif", "count_distinct"]
        .contains(name.text)
    else { return nil }
    switch type {
    case .long: return .long(0)
    case .real: return .real(0)
    case .decimal: return .decimal(.zero)
    case .timespan: return .timespan(0)
    case .bool, .int, .string, .datetime, .dynamic, .guid, .unknown: return nil
    }
  }
}

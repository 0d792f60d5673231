import Columns
import Diagnostics
import QueryLanguage

/// `evaluate`: operators whose columns may depend on the rows.
extension Binder {
  static let plugins = ["pivot", "bag_unpack", "narrow"]

  mutating func bindEvaluate(
    _ called: TableCallSyntax, _ stage: StageSyntax, _ soFar: BoundPipeline, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    var place = ExpressionPlace(kind: .row, columns: columns, row: newRow())
    place.operation = called.name.text
    switch called.name.text {
    case "narrow": return bindNarrow(stage, on: columns)
    case "pivot": return bindPivot(called, stage, soFar, in: place)
    case "bag_unpack": return bindBagUnpack(called, stage, soFar, in: place)
    default:
      report(.unknownPlugin(name: called.name.text, known: Self.plugins), at: called.name.range)
      return notKnown(stage, on: columns)
    }
  }

  /// What comes out of a plugin whose columns could not be found out.
  func notKnown(_ stage: StageSyntax, on columns: RowScope) -> (BoundStage, RowScope) {
    (
      BoundStage(kind: .unchanged, columns: columns.columns, range: at(stage.range)),
      RowScope(columns: columns.columns, isOpen: true)
    )
  }

  /// The values of an expression over the rows so far, each once where `distinct`; nil, reported,
  /// where they cannot be known.
  mutating func probedValues(
    of value: BoundExpression, _ soFar: BoundPipeline, distinct: Bool, _ called: TableCallSyntax
  ) -> [ScalarValue]? {
    guard value.type != .unknown, !soFar.isOpen, !isSilent else { return nil }
    let column = [PlanColumn(name: "value", type: value.type)]
    var pipeline = soFar
    pipeline.stages.append(
      BoundStage(
        kind: .project([value.asPlainText(value.type)]), columns: column, range: value.range))
    if distinct {
      let key = BoundExpression(kind: .column(0), type: value.type, range: value.range)
      pipeline.stages.append(
        BoundStage(
          kind: .summarize(
            keys: [key], aggregates: [], outputs: column, results: [key], hasBy: true),
          columns: column, range: value.range))
    }
    let lowering = Lowering()
    let script = PlannedScript(
      queries: [PlannedScript.Query(plan: lowering.plan(pipeline), range: pipeline.range)],
      subqueries: subqueries.map(lowering.plan), materialized: materialized.map(lowering.plan),
      parameters: parameters)
    if let values = probe?.values(of: script) { return values }
    // A script that is only checked is not wrong for that.
    if probe != nil { report(.columnsNotKnown(plugin: called.name.text), at: called.name.range) }
    return nil
  }

  // MARK: - Implementation

  /// One row a cell: the number of its row, its column's name, its value as text.
  private mutating func bindNarrow(
    _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let all = passThrough(columns.columns, range)
    let cells = zip(columns.columns, all).map { column, value in
      BoundExpression(
        kind: .array([.constant(.string(column.name), range), value.asPlainText(.string)]),
        type: .dynamic, range: range)
    }
    let before = columns.columns.count
    let number = WindowCall(
      function: .rowNumber, arguments: [.constant(.long(0), range)], type: .long)
    let numberColumn = PlanColumn(name: "Row", type: .long)
    let numbered = extended(.windows([number]), with: [numberColumn], of: columns, range)
    let scope = RowScope(columns: columns.columns + [numberColumn])
    let expand = ExpandSpecification(
      values: [BoundExpression(kind: .array(cells), type: .dynamic, range: range)],
      types: [.dynamic], hasIndex: false, givesPairs: false, limit: nil)
    let cell = PlanColumn(name: "cell", type: .dynamic)
    let expanded = extended(.expand(expand), with: [cell], of: scope, range)
    func part(_ index: Int64) -> BoundExpression {
      let value = BoundExpression(kind: .column(before + 1), type: .dynamic, range: range)
      return BoundExpression(
        kind: .element(value, .constant(.long(index), range)), type: .dynamic, range: range
      ).converted(to: .string)
    }
    let output = [
      numberColumn, PlanColumn(name: "Column", type: .string),
      PlanColumn(name: "Value", type: .string),
    ]
    let row = BoundExpression(kind: .column(before), type: .long, range: range)
    let projected = BoundStage(
      kind: .project([row, part(0), part(1)]), columns: output, range: range)
    return (
      BoundStage(kind: .several([numbered, expanded, projected]), columns: output, range: range),
      RowScope(columns: output, isOpen: columns.isOpen)
    )
  }
}

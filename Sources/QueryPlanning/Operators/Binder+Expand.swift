import Columns
import Diagnostics
import QueryLanguage

/// `mv-expand` and `mv-apply`: members of dynamic values as rows.
extension Binder {
  mutating func bindMvExpand(
    _ expansion: MvExpandSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let (specification, made, replaced) = bindExpansion(expansion, in: place)
    let expanded = extended(.expand(specification), with: made, of: place.columns, range)
    // A column that is expanded under its own name is replaced where it stands.
    let before = place.columns.columns.count
    var output: [PlanColumn] = []
    var results: [BoundExpression] = []
    func add(_ index: Int, _ column: PlanColumn) {
      output.append(column)
      results.append(
        BoundExpression(
          kind: .column(index), type: column.type, reference: column.reference, range: range))
    }
    for (index, column) in place.columns.columns.enumerated() {
      if let number = replaced.firstIndex(of: index) {
        let position = number + (specification.hasIndex ? 1 : 0)
        add(before + position, made[position])
      } else {
        add(index, column)
      }
    }
    for (position, column) in made.enumerated() {
      let number = position - (specification.hasIndex ? 1 : 0)
      if number >= 0, replaced[number] != nil { continue }
      add(before + position, column)
    }
    // KQL puts the index behind the columns it numbers.
    if specification.hasIndex, let index = output.firstIndex(where: { $0.name == made[0].name }) {
      let (column, result) = (output.remove(at: index), results.remove(at: index))
      output.append(column)
      results.append(result)
    }
    let projected = BoundStage(kind: .project(results), columns: output, range: range)
    return (
      BoundStage(kind: .several([expanded, projected]), columns: output, range: range),
      RowScope(columns: output, isOpen: place.columns.isOpen)
    )
  }

  mutating func bindMvApply(
    _ apply: MvApplySyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    var (specification, made, replaced) = bindExpansion(apply.expansion, in: place)
    let hidden = Set(replaced.compactMap { $0 })
    let kept = place.columns.columns.indices.filter { !hidden.contains($0) }
    // In the body the members come first, then the columns of the row that they are of.
    let madeNames = Set(made.map(\.name))
    specification.outer = place.columns.columns.indices.filter {
      !madeNames.contains(place.columns.columns[$0].name)
    }
    let around = specification.outer.map { place.columns.columns[$0] }
    appliedColumns.append((made + around, place.columns.columns.map(\.name), place.columns.isOpen))
    let body = bind(apply.body)
    appliedColumns.removeLast()
    let input = place.columns.columns
    let applied = BoundStage(
      kind: .apply(specification, body), columns: input + body.columns, range: range)
    var output = kept.map { input[$0] }
    var results = kept.map { index in
      BoundExpression(
        kind: .column(index), type: input[index].type, reference: input[index].reference,
        range: range)
    }
    let taken = Set(output.map(\.name))
    for (index, column) in body.columns.enumerated() where !taken.contains(column.name) {
      output.append(column)
      results.append(
        BoundExpression(
          kind: .column(input.count + index), type: column.type, reference: column.reference,
          range: range))
    }
    let projected = BoundStage(kind: .project(results), columns: output, range: range)
    return (
      BoundStage(kind: .several([applied, projected]), columns: output, range: range),
      RowScope(columns: output, isOpen: place.columns.isOpen || body.isOpen)
    )
  }

  // MARK: - Implementation

  /// What is expanded, the columns that it makes, and for each the column that it replaces.
  private mutating func bindExpansion(
    _ expansion: MvExpandSyntax, in place: ExpressionPlace
  ) -> (ExpandSpecification, made: [PlanColumn], replaced: [Int?]) {
    var values: [BoundExpression] = []
    var made: [PlanColumn] = []
    var replaced: [Int?] = []
    var names = ResultNames()
    for column in place.columns.columns { _ = names.reserve(column.name) }
    var types: [ScalarType] = []
    for column in expansion.columns {
      checkNameCount(column.value)
      let bound = bind(column.value.expression, in: place)
      if bound.type != .dynamic, bound.type != .unknown {
        report(.notExpandable(operand(column.value.expression, bound)), at: column.value.range)
      }
      let type = column.type.map { bindType($0) } ?? .dynamic
      let name =
        column.value.names.first?.text
        ?? defaultName(of: column.value.expression, in: place.columns) ?? names.numbered("Column")
      let index = place.columns.columns.firstIndex { $0.name == name }
      values.append(bound.converted(to: .dynamic))
      types.append(type)
      made.append(PlanColumn(name: name, type: type == .unknown ? .dynamic : type))
      replaced.append(index)
    }
    let indexName = expansion.options["with_itemindex"]?.word
    if let indexName { made.insert(PlanColumn(name: indexName, type: .long), at: 0) }
    let kind = (expansion.options["kind"] ?? expansion.options["bagexpansion"])?.word
    var limit: BoundExpression?
    if let syntax = expansion.limit { limit = bindRowCount(syntax, of: "limit", in: place) }
    return (
      ExpandSpecification(
        values: values, types: types, hasIndex: indexName != nil, givesPairs: kind == "array",
        limit: limit),
      made, replaced
    )
  }
}

import Columns
import Diagnostics
import QueryLanguage

/// The stages that choose and compute columns.
extension Binder {
  /// `extend a = x, y`: a same-named column is replaced where it stands, others follow.
  mutating func bindExtend(
    _ values: [NamedExpressionSyntax], _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let columns = place.columns
    let values = separatingSortedArrays(values, in: columns)
    var place = place
    place.madeHere = Set(values.flatMap { $0.names.map(\.text) })
    var output = columns.columns
    var expressions = passThrough(columns.columns, at(stage.range))
    var positions = Dictionary(
      output.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var names = ResultNames()
    for column in output { _ = names.reserve(column.name) }
    var written: Set<String> = []
    for value in values {
      checkNameCount(value)
      let bound = bind(value.expression, in: place)
      var column = PlanColumn(
        name: "", type: bound.type, reference: bound.reference,
        values: closedValues(of: bound, in: place.columns))
      if let name = value.names.first {
        if !written.insert(name.text).inserted {
          report(.repeatedColumn(name: name.text), at: name.range)
        }
        column.name = name.text
      } else if let name = defaultName(of: value.expression, in: columns) {
        let isPath = referencePathName(of: value.expression, in: columns) != nil
        let full = isPath && names.isTaken(name) ? fullPathName(of: value.expression) : nil
        column.name = full ?? name
      } else {
        column.name = names.numbered("Column")
      }
      _ = names.reserve(column.name)
      if let position = positions[column.name] {
        output[position] = column
        expressions[position] = bound
      } else {
        positions[column.name] = output.count
        output.append(column)
        expressions.append(bound)
      }
    }
    return projection(expressions, output, stage, from: columns)
  }

  /// `project a, b = x`.
  mutating func bindProject(
    _ values: [NamedExpressionSyntax], _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    var place = place
    place.madeHere = Set(values.flatMap { $0.names.map(\.text) })
    let (expressions, output) = bindNamed(values, in: place)
    return projection(expressions, output, stage, from: place.columns)
  }

  mutating func bindAway(
    _ patterns: [ColumnPatternSyntax], _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let away = Set(patterns.flatMap { matches($0, on: columns, stage) })
    return selection(columns.columns.indices.filter { !away.contains($0) }, stage, from: columns)
  }

  /// `project-keep` keeps the order of the table.
  mutating func bindKeep(
    _ patterns: [ColumnPatternSyntax], _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let kept = Set(patterns.flatMap { matches($0, on: columns, stage) })
    return selection(columns.columns.indices.filter(kept.contains), stage, from: columns)
  }

  /// `project-reorder b, a* desc`: the named come first, in their order.
  mutating func bindReorder(
    _ orders: [ColumnOrderSyntax], _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let names = columns.columns.map { Array($0.name.utf8) }
    var order: [Int] = []
    var seen: Set<Int> = []
    for entry in orders {
      var found = matches(entry.pattern, on: columns, stage)
      switch entry.direction {
      case .ascending: found.sort { names[$0].lexicographicallyPrecedes(names[$1]) }
      case .descending: found.sort { names[$1].lexicographicallyPrecedes(names[$0]) }
      case .naturalAscending: found.sort { NaturalOrder.isLess(names[$0], names[$1]) }
      case .naturalDescending: found.sort { NaturalOrder.isLess(names[$1], names[$0]) }
      case nil: break
      }
      for index in found where seen.insert(index).inserted { order.append(index) }
    }
    order += columns.columns.indices.filter { !seen.contains($0) }
    return selection(order, stage, from: columns)
  }

  /// `project-rename new = old`.
  mutating func bindRename(
    _ renames: [RenameSyntax], _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    var output = columns.columns
    var renamed: Set<Int> = []
    for rename in renames {
      guard let index = matches(column: rename.column, on: columns, stage) else { continue }
      output[index].name = rename.newName.text
      output[index].alias = nil
      renamed.insert(index)
    }
    var names = ResultNames()
    for (index, column) in output.enumerated() where !renamed.contains(index) {
      _ = names.reserve(column.name)
    }
    for rename in renames where !names.reserve(rename.newName.text) {
      report(.repeatedColumn(name: rename.newName.text), at: rename.newName.range)
    }
    return projection(passThrough(columns.columns, at(stage.range)), output, stage, from: columns)
  }

  /// Values with a name each, given or made: what `project` and the keys of `summarize` share.
  mutating func bindNamed(
    _ values: [NamedExpressionSyntax], in place: ExpressionPlace
  ) -> ([BoundExpression], [PlanColumn]) {
    var names = ResultNames()
    return bindNamed(values, in: place, &names)
  }

  mutating func bindNamed(
    _ values: [NamedExpressionSyntax], in place: ExpressionPlace, _ names: inout ResultNames
  ) -> ([BoundExpression], [PlanColumn]) {
    let values = separatingSortedArrays(values, in: place.columns)
    for value in values {
      checkNameCount(value)
      let written = value.names.first ?? bareName(value.expression)
      if let written, !names.reserve(written.text) {
        report(.repeatedColumn(name: written.text), at: written.range)
      }
    }
    var expressions: [BoundExpression] = []
    var output: [PlanColumn] = []
    for value in values {
      let bound = bind(value.expression, in: place)
      var column = PlanColumn(
        name: "", type: bound.type, reference: bound.reference,
        values: closedValues(of: bound, in: place.columns))
      if let name = value.names.first ?? bareName(value.expression) {
        column.name = name.text
        // A column under its own name keeps its other name.
        if value.names.isEmpty, case .column(let index) = bound.kind,
          place.columns.columns[index].name == name.text
        {
          column.alias = place.columns.columns[index].alias
        }
      } else if let name = defaultName(of: value.expression, in: place.columns) {
        let path = referencePathName(of: value.expression, in: place.columns)
        column.name = names.unique(names.isTaken(name) ? path ?? name : name)
      } else {
        column.name = names.numbered("Column")
      }
      expressions.append(bound)
      output.append(column)
    }
    return (expressions, output)
  }

  /// The columns as they are.
  func passThrough(_ columns: [PlanColumn], _ range: SourceRange) -> [BoundExpression] {
    columns.enumerated().map { index, column in
      BoundExpression(
        kind: .column(index), type: column.type, reference: column.reference, range: range)
    }
  }

  /// Several names stand only before what has several values.
  mutating func checkNameCount(_ value: NamedExpressionSyntax, values: Int = 1) {
    guard value.names.count > max(values, 1), let first = value.names.first,
      let last = value.names.last
    else { return }
    report(
      .tooManyNames(count: value.names.count, values: values), at: first.range.union(last.range))
  }

  // MARK: - Implementation

  private func bareName(_ syntax: ExpressionSyntax) -> NameSyntax? {
    switch syntax.kind {
    case .name(let name): return name
    case .parenthesized(let inner): return bareName(inner)
    case .literal, .star, .unary, .binary, .between, .membership, .call, .member, .element, .list,
      .pipeline, .missing:
      return nil
    }
  }

  /// The long name of a path through references; nil for anything else.
  private func referencePathName(of syntax: ExpressionSyntax, in columns: RowScope) -> String? {
    switch syntax.kind {
    case .parenthesized(let inner): return referencePathName(of: inner, in: columns)
    case .member(let base, _):
      return referencedTable(base, in: columns) == nil ? nil : fullPathName(of: syntax)
    case .literal, .name, .star, .unary, .binary, .between, .membership, .call, .element, .list,
      .pipeline, .missing:
      return nil
    }
  }

  private func projection(
    _ expressions: [BoundExpression], _ output: [PlanColumn], _ stage: StageSyntax,
    from columns: RowScope
  ) -> (BoundStage, RowScope) {
    (
      BoundStage(kind: .project(expressions), columns: output, range: at(stage.range)),
      columns.after(stage.keyword.text, columns: output)
    )
  }

  private func selection(
    _ indices: [Int], _ stage: StageSyntax, from columns: RowScope
  ) -> (BoundStage, RowScope) {
    let all = passThrough(columns.columns, at(stage.range))
    return projection(
      indices.map { all[$0] }, indices.map { columns.columns[$0] }, stage, from: columns)
  }

  /// The columns that a pattern fits, in the table's order; a name without wildcard must be there.
  private mutating func matches(
    _ pattern: ColumnPatternSyntax, on columns: RowScope, _ stage: StageSyntax
  ) -> [Int] {
    guard pattern.hasWildcard else {
      return matches(column: pattern.name, on: columns, stage).map { [$0] } ?? []
    }
    let wanted = Array(pattern.name.text.utf8)
    return columns.columns.indices.filter { fits(Array(columns.columns[$0].name.utf8), wanted) }
  }

  private mutating func matches(
    column name: NameSyntax, on columns: RowScope, _ stage: StageSyntax
  ) -> Int? {
    if let index = columns.index(of: name.text) { return index }
    // Says what is wrong as it would for any name.
    var place = ExpressionPlace(kind: .row, columns: columns, row: newRow())
    place.operation = stage.keyword.text
    if !columns.isOpen { reportUnknown(name, in: place, expectsText: false) }
    return nil
  }
}

/// Whether a name fits a pattern in which `*` stands for any run of characters.
/// - Complexity: O(*n*·*m*), as only the last `*` is ever moved.
func fits(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
  var (at, wanted) = (0, 0)
  var star: (pattern: Int, name: Int)?
  while at < name.count {
    if wanted < pattern.count, pattern[wanted] == UInt8(ascii: "*") {
      star = (wanted, at)
      wanted += 1
    } else if wanted < pattern.count, pattern[wanted] == name[at] {
      at += 1
      wanted += 1
    } else if let last = star {
      star = (last.pattern, last.name + 1)
      (at, wanted) = (last.name + 1, last.pattern + 1)
    } else {
      return false
    }
  }
  while wanted < pattern.count, pattern[wanted] == UInt8(ascii: "*") { wanted += 1 }
  return wanted == pattern.count
}

import Columns
import Diagnostics
import QueryLanguage

extension Binder {
  /// What a pipeline begins with.
  ///
  /// The name is that of a table whose rows come as they are.
  mutating func bind(_ source: SourceSyntax) -> (BoundSource, table: String?) {
    let range = at(source.range)
    switch source.kind {
    case .name(let name): return bindSourceName(name)
    case .call(let name, let arguments): return (bindSourceCall(name, arguments, range), nil)
    case .parenthesized(let pipeline): return (BoundSource(bind(pipeline), range: range), nil)
    case .print(let values): return (bindPrint(values, range), nil)
    case .range(let name, let from, let to, let step):
      return (bindRange(name, from, to, step, range), nil)
    case .datatable(let columns, let values): return (bindDatatable(columns, values, range), nil)
    case .operation(let stage):
      let bound: BoundStage
      let after: RowScope
      switch stage.kind {
      case .union(let union): (bound, after) = bindUnion(union, stage, on: nil)
      case .search(let search): (bound, after) = bindSearch(search, stage, on: nil)
      case .find(let find): (bound, after) = bindFind(find, stage, on: nil)
      default: return (.unknown(range), nil)
      }
      openStageSource = after.isOpen
      return (BoundSource(kind: .stage(bound), columns: bound.columns, range: range), nil)
    case .shortForm(let form): return (bindShortForm(form, source.range), nil)
    case .rowsOfApply:
      return (
        BoundSource(
          kind: .appliedRows, columns: appliedColumns.last?.columns ?? [], range: range), nil
      )
    case .missing:
      metMissing = true
      return (.unknown(range), nil)
    }
  }

  /// Whether the name stands for a table here.
  func isTable(_ name: String) -> Bool {
    switch scope.binding(of: name, limit: scopeLimit) {
    case .table: return true
    case .function(let function):
      return function.givesTable && function.syntax.parameters.isEmpty
    case .scalar, .calendarStep, .pattern, .unknown: return false
    case nil: return catalog.table(named: name) != nil || keptResult(name) != nil
    }
  }

  /// Whether a call of that name is a table.
  func givesTable(_ name: String) -> Bool {
    if name == "materialize" { return true }
    guard case .function(let function) = scope.binding(of: name, limit: scopeLimit) else {
      return false
    }
    return function.givesTable
  }

  /// A table where an expression is written: a name, a call, a pipeline in parentheses.
  mutating func bindTable(_ expression: ExpressionSyntax) -> BoundPipeline? {
    let source: SourceSyntax
    switch expression.kind {
    case .parenthesized(let inner): return bindTable(inner)
    case .pipeline(let pipeline): return bind(pipeline)
    case .name(let name): source = SourceSyntax(kind: .name(name), range: expression.range)
    case .call(let name, let arguments):
      source = SourceSyntax(kind: .call(name, arguments), range: expression.range)
    case .missing: return nil
    case .literal, .star, .unary, .binary, .between, .membership, .member, .element, .list:
      report(
        .valueAsTable(name: words(for: expression) ?? "this", what: "a value"), at: expression.range
      )
      return nil
    }
    return bind(PipelineSyntax(source: source, stages: [], range: expression.range))
  }

  // MARK: - Implementation

  private func keptResult(_ name: String) -> Int? {
    guard name.utf8.first == UInt8(ascii: "_") else { return nil }
    let number = name == "_" ? session.lastResult : Int(name.dropFirst())
    return number.flatMap { session.keptResults[$0] == nil ? nil : $0 }
  }

  private mutating func bindSourceName(_ name: NameSyntax) -> (BoundSource, table: String?) {
    let range = at(name.range)
    switch scope.binding(of: name.text, limit: scopeLimit) {
    case .table(let pipeline): return (BoundSource(pipeline, range: range), name.text)
    case .scalar, .calendarStep, .pattern:
      report(.valueAsTable(name: name.text, what: "a value"), at: name.range)
      return (.unknown(range), nil)
    case .function(let function):
      if function.givesTable, function.syntax.parameters.isEmpty,
        let pipeline = bindTableBody(of: function, name, [], name.range)
      {
        return (BoundSource(pipeline, range: range), nil)
      }
      report(.functionAsTable(name: name.text), at: name.range)
      return (.unknown(range), nil)
    case .unknown: return (.unknown(range), nil)
    case nil: break
    }
    if let number = keptResult(name.text) {
      let columns = session.keptResults[number] ?? []
      return (BoundSource(kind: .keptResult(number), columns: columns, range: range), name.text)
    }
    if let table = catalog.table(named: name.text), let entry = catalog[table] {
      if let definition = entry.definition {
        return (bindView(table, entry, definition, name), entry.name)
      }
      let columns = catalog.columns(of: table)
      return (BoundSource(kind: .table(table), columns: columns, range: range), entry.name)
    }
    reportUnknownTable(name)
    return (.unknown(range), nil)
  }

  private mutating func reportUnknownTable(_ name: NameSyntax) {
    if namesUnderway.contains(name.text) {
      report(.recursion(name: name.text), at: name.range)
    } else if name.text == "_" || (name.text.hasPrefix("_") && Int(name.text.dropFirst()) != nil) {
      let kept = session.keptResults.keys.sorted().map { "_\($0)" }
      report(.noKeptResult(name: name.text, kept: kept), at: name.range)
    } else if catalog.function(named: name.text) != nil {
      report(.functionAsTable(name: name.text), at: name.range)
    } else {
      let wanted = name.text.lowercased()
      let meant = catalog.tables.first {
        $0.name.lowercased() == wanted || $0.otherNames.contains(wanted)
      }
      var candidates = catalog.tables.map(\.name)
      for (known, binding) in scope.names {
        if case .table = binding { candidates.append(known) }
      }
      let error = BinderError.unknownTable(
        name: name.text, meant: meant?.name, candidates: candidates)
      report(error, at: name.range)
    }
  }

  /// A view is the query that defines it, with its columns under the names that the catalog gives.
  private mutating func bindView(
    _ table: TableID, _ entry: CatalogTable, _ definition: String, _ name: NameSyntax
  ) -> BoundSource {
    let range = at(name.range)
    guard viewsUnderway.insert(table.index).inserted else {
      report(.recursion(name: name.text), at: name.range)
      return .unknown(range)
    }
    defer { viewsUnderway.remove(table.index) }
    let (syntax, _) = Parser.parse(SourceText(name: entry.name, text: definition))
    guard case .query(let pipeline)? = syntax.statements.last?.kind else { return .unknown(range) }
    let outer = (scope, scopeLimit, foreignRange)
    // A view sees the catalog, not what this script has let.
    scope = LetScope()
    scopeLimit = .max
    foreignRange = range
    let bound = bind(pipeline)
    (scope, scopeLimit, foreignRange) = outer
    return BoundSource(bound, range: range)
  }

  private mutating func bindSourceCall(
    _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange
  ) -> BoundSource {
    if case .function(let function) = scope.binding(of: name.text, limit: scopeLimit) {
      guard function.givesTable else {
        let what = "a function that gives a value"
        report(.valueAsTable(name: name.text, what: what), at: name.range)
        return .unknown(range)
      }
      return bindTableBody(of: function, name, arguments, range)
        .map { BoundSource($0, range: range) } ?? .unknown(range)
    }
    if name.text == "materialize", arguments.count == 1 {
      return bindMaterialize(arguments[0].value, range)
    }
    if case .table(let pipeline) = scope.binding(of: name.text, limit: scopeLimit),
      arguments.isEmpty
    {
      return BoundSource(pipeline, range: range)
    }
    if namesUnderway.contains(name.text) {
      report(.recursion(name: name.text), at: name.range)
    } else if catalog.function(named: name.text) != nil {
      report(
        .valueAsTable(name: name.text, what: "a function that gives a value"), at: name.range)
    } else {
      var candidates: [String] = []
      for (known, binding) in scope.names {
        if case .function = binding { candidates.append(known) }
      }
      report(.unknownFunction(name: name.text, candidates: candidates), at: name.range)
    }
    return .unknown(range)
  }

  /// `materialize(T)`: rows that are worked out once, however often they are asked for.
  private mutating func bindMaterialize(
    _ argument: ExpressionSyntax, _ range: SourceRange
  ) -> BoundSource {
    guard let table = bindTable(argument) else { return .unknown(range) }
    materialized.append(table)
    return BoundSource(
      kind: .materialized(materialized.count - 1), columns: table.columns, range: range)
  }

  /// `print a, b = 2`: columns are `print_0`, `print_1` … by position where no name is given.
  private mutating func bindPrint(
    _ values: [NamedExpressionSyntax], _ range: SourceRange
  ) -> BoundSource {
    let values = separatingSortedArrays(values, in: .empty)
    var names = ResultNames()
    for value in values {
      if let name = value.names.first, !names.reserve(name.text) {
        report(.repeatedColumn(name: name.text), at: name.range)
      }
    }
    var row: [BoundExpression] = []
    var columns: [PlanColumn] = []
    for (position, value) in values.enumerated() {
      let bound = bind(value.expression, in: .constant)
      let name = value.names.first?.text ?? names.unique("print_\(position)")
      columns.append(PlanColumn(name: name, type: bound.type))
      row.append(bound)
      checkNameCount(value)
    }
    return BoundSource(kind: .rows([row]), columns: columns, range: range)
  }

  private mutating func bindRange(
    _ name: NameSyntax, _ from: ExpressionSyntax, _ to: ExpressionSyntax,
    _ step: ExpressionSyntax, _ range: SourceRange
  ) -> BoundSource {
    let bounds = [from, to].map { bind($0, in: .constant) }
    let by = bind(step, in: .constant)
    var type = commonType(bounds[0].type, bounds[1].type)
    var stepType = by.type
    switch type {
    case .int, .long, .real, .decimal:
      type = commonType(type ?? .unknown, by.type)
      stepType = type ?? .unknown
      if type?.isNumeric != true { type = nil }
    case .datetime, .timespan:
      stepType = .timespan
      if conversionCost(from: by.type, to: .timespan) == nil { type = nil }
    case .unknown: break
    case .bool, .string, .dynamic, .guid, nil: type = nil
    }
    guard let type else {
      report(.wrongRange(bounds[0].type, bounds[1].type, step: by.type), at: range)
      return BoundSource(
        kind: .unknown, columns: [PlanColumn(name: name.text, type: .unknown)], range: range)
    }
    return BoundSource(
      kind: .range(
        from: bounds[0].converted(to: type), to: bounds[1].converted(to: type),
        step: by.converted(to: stepType)),
      columns: [PlanColumn(name: name.text, type: type)], range: range)
  }

  private mutating func bindDatatable(
    _ declared: [ColumnDeclarationSyntax], _ values: [ExpressionSyntax], _ range: SourceRange
  ) -> BoundSource {
    var names = ResultNames()
    let columns = declared.map { column in
      if !names.reserve(column.name.text) {
        report(.repeatedColumn(name: column.name.text), at: column.name.range)
      }
      return PlanColumn(name: column.name.text, type: bindType(column.type))
    }
    guard !columns.isEmpty else { return .unknown(range) }
    if values.count % columns.count != 0 {
      report(.unevenRows(count: values.count, columns: columns.count), at: range)
    }
    var rows: [[BoundExpression]] = []
    var row: [BoundExpression] = []
    for (index, syntax) in values.enumerated() {
      row.append(bindCell(syntax, of: columns[index % columns.count]))
      if row.count == columns.count {
        rows.append(row)
        row = []
      }
    }
    return BoundSource(kind: .rows(rows), columns: columns, range: range)
  }

  private mutating func bindCell(
    _ syntax: ExpressionSyntax, of column: PlanColumn
  ) -> BoundExpression {
    let value = bind(syntax, in: .constant)
    // Times are often written as text here.
    let isTimeAsText =
      value.type == .string && [.datetime, .timespan, .guid].contains(column.type)
    guard isTimeAsText || canAssign(value.type, to: column.type) else {
      let error = BinderError.rowValueType(
        column: column.name, wanted: column.type, found: value.type)
      report(error, at: syntax.range)
      return .unknown(at(syntax.range))
    }
    return value.converted(to: column.type)
  }
}

extension BoundSource {
  init(_ pipeline: BoundPipeline, range: SourceRange) {
    self.init(kind: .pipeline(pipeline), columns: pipeline.columns, range: range)
  }

  static func unknown(_ range: SourceRange) -> BoundSource {
    BoundSource(kind: .unknown, columns: [], range: range)
  }
}

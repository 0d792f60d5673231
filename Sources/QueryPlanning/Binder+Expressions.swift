import Columns
import Diagnostics
import QueryLanguage

extension Binder {
  mutating func bind(_ expression: ExpressionSyntax, in place: ExpressionPlace) -> BoundExpression {
    let range = expression.range
    guard enter(range) else { return .unknown(at(range)) }
    defer { leave() }
    if bodyDepth > 0, !spend(1, at: range) { return .unknown(at(range)) }
    switch expression.kind {
    case .literal(.value(let value)): return .constant(value, at(range))
    case .literal(.pattern):
      report(.misplacedPattern, at: range)
      return .unknown(at(range))
    case .literal(.calendarStep):
      report(.misplacedCalendarStep, at: range)
      return .unknown(at(range))
    case .name(let name): return bindName(name, in: place)
    case .star:
      report(.misplacedStar, at: range)
      return .unknown(at(range))
    case .unary(let sign, let operand): return bindUnary(sign, operand, range, in: place)
    case .binary(let operation, let left, let right):
      return bindBinary(operation, left, right, range, in: place)
    case .between(let value, let low, let high, let isNegated):
      return bindCall(
        (isNegated ? "!between" : "between"), operands: [value, low, high], range, in: place)
    case .membership(let operation, let value, let elements):
      return bindMembership(operation, value, elements, range, in: place)
    case .call(let name, let arguments): return bindCall(name, arguments, range, in: place)
    case .member(let base, let name): return bindMember(of: base, name, range, in: place)
    case .element(let base, let key): return bindElement(of: base, key, range, in: place)
    case .list(let elements): return bindList(elements, range, in: place)
    case .pipeline(let pipeline): return bindScalarSubquery(pipeline, range)
    case .parenthesized(let inner): return bind(inner, in: place)
    case .missing:
      metMissing = true
      return .unknown(at(range))
    }
  }

  /// The one value of a query: its first column in its first row.
  mutating func bindScalarSubquery(_ pipeline: PipelineSyntax, _ range: SourceRange)
    -> BoundExpression
  {
    let bound = bind(pipeline)
    guard let column = bound.columns.first else { return .unknown(at(range)) }
    subqueries.append(bound)
    return BoundExpression(
      kind: .scalarSubquery(subqueries.count - 1), type: column.type, range: at(range))
  }

  // MARK: - Names

  private mutating func bindName(_ name: NameSyntax, in place: ExpressionPlace) -> BoundExpression {
    let expectsText = expectsText
    self.expectsText = false
    if let index = place.columns.index(of: name.text) {
      if case .aggregation = place.kind {
        if !place.isInUnknownCall {
          report(.columnOutsideAggregate(name: name.text), at: name.range)
        }
        return .unknown(at(name.range))
      }
      let column = place.columns.columns[index]
      return BoundExpression(
        kind: .column(index), type: column.type, reference: column.reference, range: at(name.range))
    }
    if let binding = scope.binding(of: name.text, limit: scopeLimit) {
      // A function without parameters is also called by its bare name.
      if case .function(let function) = binding, !function.givesTable,
        function.syntax.parameters.isEmpty
      {
        return bindScalarBody(of: function, name, [], name.range, in: place)
      }
      return bindLetName(name, binding, in: place)
    }
    if !place.columns.isOpen { reportUnknown(name, in: place, expectsText: expectsText) }
    return .unknown(at(name.range))
  }

  private mutating func bindLetName(
    _ name: NameSyntax, _ binding: NameBinding, in place: ExpressionPlace
  ) -> BoundExpression {
    let range = name.range
    switch binding {
    case .scalar(var value, let size, let row):
      if let row, row != place.row {
        report(.valueOfOtherRow(name: name.text), at: range)
        return .unknown(at(range))
      }
      guard size == 1 || spend(size, at: range) else { return .unknown(at(range)) }
      value.range = at(range)
      return value
    case .calendarStep: report(.misplacedCalendarStep, at: range)
    case .pattern: report(.misplacedPattern, at: range)
    case .table: report(.tableAsValue(name: name.text), at: range)
    case .function: report(.functionAsColumn(name: name.text, column: nil), at: range)
    case .unknown: break
    }
    return .unknown(at(range))
  }

  /// Says what is wrong with a name that stands for nothing, as precisely as can be.
  mutating func reportUnknown(
    _ name: NameSyntax, in place: ExpressionPlace, expectsText: Bool
  ) {
    if namesUnderway.contains(name.text) {
      report(.recursion(name: name.text), at: name.range)
      return
    }
    let columns = place.columns
    var candidates: [String] = []
    for column in columns.columns {
      candidates.append(column.name)
      if let alias = column.alias { candidates.append(alias) }
    }
    let path = referencePath(to: name.text, from: columns)
    let dropped = columns.dropped[name.text]
    if path == nil, dropped == nil, name.text != "null" {
      if isTable(name.text) {
        report(.tableAsValue(name: name.text), at: name.range)
        return
      }
      if catalog.function(named: name.text) != nil || catalog.aggregate(named: name.text) != nil {
        // `count_`, the column that a nameless count() made.
        let column = columns.columns.first { $0.name.hasPrefix(name.text + "_") }?.name
        report(.functionAsColumn(name: name.text, column: column), at: name.range)
        return
      }
    }
    for (known, binding) in scope.names {
      if case .scalar = binding { candidates.append(known) }
    }
    let context = UnknownColumnContext(
      table: columns.table, hasRow: !columns.columns.isEmpty, candidates: candidates, path: path,
      droppedBy: dropped, madeBy: place.madeHere.contains(name.text) ? place.operation : nil,
      expectsText: expectsText)
    report(.unknownColumn(name: name.text, context), at: name.range)
  }

  /// `article.headline` for `headline`, where one reference leads to a column of that name.
  private func referencePath(to name: String, from columns: RowScope) -> String? {
    for column in columns.columns {
      guard let table = column.reference, catalog.column(named: name, of: table) != nil else {
        continue
      }
      return "\(column.name).\(name)"
    }
    return nil
  }

  // MARK: - Parts

  /// `speaker.kind` through a reference, `d.a` into a dynamic value.
  private mutating func bindMember(
    of base: ExpressionSyntax, _ name: NameSyntax, _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    // `articles.headline` where `articles` is the table that the rows come from.
    if case .name(let table) = base.kind, table.text == place.columns.table,
      place.columns.index(of: table.text) == nil
    {
      return bindName(name, in: place)
    }
    // `planets.name` where `home` refers to `planets`.
    if case .name(let table) = base.kind, let path = path(to: name.text, ofTable: table.text, place)
    {
      let context = UnknownColumnContext(
        table: place.columns.table, hasRow: true, candidates: [], path: path, droppedBy: nil,
        madeBy: nil, expectsText: false)
      report(.unknownColumn(name: table.text, context), at: range)
      return .unknown(at(range))
    }
    let value = bind(base, in: place)
    if let table = value.reference { return navigate(value, to: name, of: table, range) }
    switch value.type {
    case .unknown: return .unknown(at(range))
    case .dynamic:
      let key = BoundExpression.constant(.string(name.text), at(name.range))
      return BoundExpression(kind: .element(value, key), type: .dynamic, range: at(range))
    case .bool, .int, .long, .real, .decimal, .string, .datetime, .timespan, .guid:
      report(.hasNoParts(operand(base, value)), at: range)
      return .unknown(at(range))
    }
  }

  /// `home.name` for `planets.name`, where a column of the row refers to that table.
  private func path(
    to name: String, ofTable table: String, _ place: ExpressionPlace
  ) -> String? {
    guard place.columns.index(of: table) == nil,
      scope.binding(of: table, limit: scopeLimit) == nil,
      let wanted = catalog.table(named: table), catalog.column(named: name, of: wanted) != nil,
      let column = place.columns.columns.first(where: { $0.reference == wanted })
    else { return nil }
    return "\(column.name).\(name)"
  }

  private mutating func navigate(
    _ value: BoundExpression, to name: NameSyntax, of table: TableID, _ range: SourceRange
  ) -> BoundExpression {
    guard let index = catalog.column(named: name.text, of: table), let entry = catalog[table] else {
      let candidates = (catalog[table]?.columns ?? []).flatMap {
        [$0.name] + ($0.alias.map { [$0] } ?? [])
      }
      let context = UnknownColumnContext(
        table: catalog[table]?.name, hasRow: true, candidates: candidates, path: nil,
        droppedBy: nil, madeBy: nil, expectsText: false)
      report(.unknownColumn(name: name.text, context), at: name.range)
      return .unknown(at(range))
    }
    let column = entry.columns[index]
    return BoundExpression(
      kind: .navigate(value, table: table, column: index), type: column.type,
      reference: column.reference, range: at(range))
  }

  /// `d["a"]`, `d[0]`.
  private mutating func bindElement(
    of base: ExpressionSyntax, _ key: ExpressionSyntax, _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    let value = bind(base, in: place)
    var boundKey = bind(key, in: place)
    switch boundKey.type {
    case .string, .long, .unknown, .dynamic: break
    case .int, .bool: boundKey = boundKey.converted(to: .long)
    case .real, .decimal, .datetime, .timespan, .guid:
      report(.wrongElement(operand(key, boundKey)), at: key.range)
    }
    guard value.type == .dynamic || value.type == .unknown else {
      report(.hasNoParts(operand(base, value)), at: range)
      return .unknown(at(range))
    }
    return BoundExpression(kind: .element(value, boundKey), type: .dynamic, range: at(range))
  }

  /// `[1, x]`: a constant where all its elements are.
  private mutating func bindList(
    _ elements: [ExpressionSyntax], _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    let bound = elements.map { bind($0, in: place) }
    let values = bound.compactMap { $0.constantValue.flatMap(DynamicValue.init) }
    if values.count == bound.count {
      return .constant(.dynamic(.array(values)), at(range))
    }
    return BoundExpression(kind: .array(bound), type: .dynamic, range: at(range))
  }
}

extension DynamicValue {
  /// The same value as an element of a dynamic one, where that loses nothing.
  fileprivate init?(_ value: ScalarValue) {
    switch value {
    case .null(.unknown), .decimal, .guid: return nil
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .long(Int64(value))
    case .long(let value): self = .long(value)
    case .real(let value): self = .real(value)
    case .string(let value): self = .string(value)
    case .datetime(let value): self = .datetime(value)
    case .timespan(let value): self = .timespan(value)
    case .dynamic(let value): self = value
    }
  }
}

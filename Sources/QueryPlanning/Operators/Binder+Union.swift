import Columns
import Diagnostics
import QueryLanguage

/// Rows of several tables, one after the other.
extension Binder {
  /// A table of a union, and what it is called.
  struct UnionMember {
    /// Nil for the rows that come down the pipeline.
    var pipeline: BoundPipeline?
    var columns: [PlanColumn]
    var isOpen: Bool
    var label: String
  }

  /// `union T, U`, with the rows before it as the first where there are any.
  mutating func bindUnion(
    _ union: UnionSyntax, _ stage: StageSyntax, on columns: RowScope?
  ) -> (BoundStage, RowScope) {
    var members: [UnionMember] = []
    if let columns {
      members.append(
        UnionMember(
          pipeline: nil, columns: columns.columns, isOpen: columns.isOpen,
          label: columns.table ?? "union_arg0"))
    }
    let isFuzzy = union.options["isfuzzy"]?.word == "true"
    members += bindMembers(union.members, isFuzzy: isFuzzy, from: members.count)
    let source = (union.options["withsource"] ?? union.options["with_source"])?.word
    let isInner = union.options["kind"]?.word == "inner"
    return join(members, sourceColumn: source, isInner: isInner, stage)
  }

  /// The tables of a list, those that fit a pattern among them.
  mutating func bindMembers(
    _ members: [UnionSyntax.Member], isFuzzy: Bool, from first: Int = 0
  ) -> [UnionMember] {
    var result: [UnionMember] = []
    for member in members {
      switch member {
      case .pipeline(let pipeline):
        if isFuzzy, case .name(let name) = pipeline.source.kind, !isTable(name.text) { continue }
        let bound = bind(pipeline)
        result.append(
          UnionMember(
            pipeline: bound, columns: bound.columns, isOpen: bound.isOpen,
            label: label(of: pipeline, number: first + result.count)))
      case .pattern(let pattern):
        let names = tableNames(fitting: pattern.text)
        if names.isEmpty, !isFuzzy {
          let error = BinderError.unknownTable(
            name: pattern.text, meant: nil, candidates: catalog.tables.map(\.name))
          report(error, at: pattern.range)
        }
        for name in names {
          let source = SourceSyntax(
            kind: .name(NameSyntax(name, range: pattern.range)), range: pattern.range)
          let bound = bind(PipelineSyntax(source: source, stages: [], range: pattern.range))
          result.append(
            UnionMember(
              pipeline: bound, columns: bound.columns, isOpen: bound.isOpen, label: name))
        }
      }
    }
    return result
  }

  /// The members under one set of columns, in order of first appearance.
  mutating func join(
    _ members: [UnionMember], sourceColumn: String?, isInner: Bool, _ stage: StageSyntax
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let isOpen = members.contains(where: \.isOpen)
    let layout = UnionLayout(members.map(\.columns), isInner: isInner)
    var output = layout.columns
    if let sourceColumn {
      var names = ResultNames()
      for column in output { _ = names.reserve(column.name) }
      output.insert(PlanColumn(name: names.unique(sourceColumn), type: .string), at: 0)
    }
    let bound = members.enumerated().map { number, member in
      var expressions = zip(layout.columns, layout.places[number]).map { column, place in
        guard let place else {
          return BoundExpression.constant(.null(column.type), range).typed(column.type)
        }
        let value = BoundExpression(
          kind: .column(place), type: member.columns[place].type,
          reference: member.columns[place].reference, range: range)
        return value.reference == column.reference && (value.reference != nil || members.count == 1)
          ? value.converted(to: column.type) : value.asPlainText(column.type)
      }
      if sourceColumn != nil {
        expressions.insert(.constant(.string(member.label), range), at: 0)
      }
      return BoundStage.UnionMember(pipeline: member.pipeline, expressions: expressions)
    }
    return (
      BoundStage(kind: .union(bound), columns: output, range: range),
      RowScope(columns: output, isOpen: isOpen)
    )
  }

  // MARK: - Implementation

  private func label(of pipeline: PipelineSyntax, number: Int) -> String {
    for stage in pipeline.stages.reversed() {
      if case .bindName(let name) = stage.kind { return name.text }
    }
    switch pipeline.source.kind {
    case .name(let name), .call(let name, _): return name.text
    case .parenthesized(let inner): return label(of: inner, number: number)
    case .print, .range, .datatable, .operation, .rowsOfApply, .shortForm, .missing:
      return "union_arg\(number)"
    }
  }

  /// Tables of the catalog, without views, and those made by `let`, whose names fit a pattern.
  func tableNames(fitting pattern: String) -> [String] {
    let wanted = Array(pattern.utf8)
    var names = catalog.tables.filter { $0.definition == nil }.map(\.name)
    for (name, binding) in scope.names where !names.contains(name) {
      switch binding {
      case .table: names.append(name)
      case .function(let function)
      where function.givesTable && function.syntax.isView && function.syntax.parameters.isEmpty:
        names.append(name)
      case .function, .scalar, .calendarStep, .pattern, .unknown: break
      }
    }
    return names.filter { fits(Array($0.utf8), wanted) }
  }
}

/// The columns of a union, and where each member has them.
struct UnionLayout {
  private(set) var columns: [PlanColumn] = []
  /// For each member the index of each column in it; nil where it has none.
  private(set) var places: [[Int?]] = []

  /// With `isInner` only the columns that all members have, with one type.
  init(_ members: [[PlanColumn]], isInner: Bool) {
    var order: [String] = []
    var types: [String: [PlanColumn]] = [:]
    var counts: [String: Int] = [:]
    for member in members {
      for column in member {
        counts[column.name, default: 0] += 1
        if types[column.name] == nil { order.append(column.name) }
        if let index = types[column.name]?.firstIndex(where: { $0.type == column.type }) {
          let known = types[column.name]?[index]
          // What refers to different tables is no more than text.
          if known?.reference != column.reference { types[column.name]?[index].reference = nil }
          if known?.alias != column.alias { types[column.name]?[index].alias = nil }
          if known?.values != column.values { types[column.name]?[index].values = [] }
        } else {
          types[column.name, default: []].append(column)
        }
      }
    }
    var names = ResultNames()
    for name in order where types[name]?.count == 1 { _ = names.reserve(name) }
    var made: [(column: PlanColumn, original: String)] = []
    for name in order {
      let variants = types[name] ?? []
      if isInner, variants.count != 1 || counts[name] != members.count { continue }
      for variant in variants {
        var column = variant
        if variants.count > 1 {
          column.name = names.unique("\(name)_\(variant.type.name)")
          column.alias = nil
        }
        made.append((column, name))
      }
    }
    columns = made.map(\.column)
    places = members.map { member in
      made.map { entry in
        member.firstIndex { $0.name == entry.original && $0.type == entry.column.type }
      }
    }
  }
}

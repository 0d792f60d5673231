import Columns
import Diagnostics
import QueryLanguage

/// `invoke`, `evaluate`, `getschema`, `sample`, `project-by-names`.
extension Binder {
  /// `T | invoke f(2)` is `f(T, 2)`.
  mutating func bindInvoke(
    _ called: TableCallSyntax, _ stage: StageSyntax, _ soFar: BoundPipeline
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let unknown = BoundStage(kind: .unchanged, columns: soFar.columns, range: range)
    guard case .function(let function) = scope.binding(of: called.name.text, limit: scopeLimit)
    else {
      var candidates: [String] = []
      for (known, binding) in scope.names {
        if case .function = binding { candidates.append(known) }
      }
      report(
        .unknownFunction(name: called.name.text, candidates: candidates), at: called.name.range)
      return (unknown, RowScope(columns: soFar.columns, isOpen: true))
    }
    guard function.givesTable, let first = function.syntax.parameters.first,
      case .table = first.kind
    else {
      report(.notInvokable(name: called.name.text), at: called.name.range)
      return (unknown, RowScope(columns: soFar.columns, isOpen: true))
    }
    // The rows so far stand under a name that no query can write.
    let hidden = "$input"
    let outer = scope
    scope = LetScope(parent: outer, parentLimit: scopeLimit)
    scope.add(hidden, .table(soFar))
    let outerLimit = scopeLimit
    scopeLimit = .max
    let input = ArgumentSyntax(
      name: nil,
      value: ExpressionSyntax(
        kind: .name(NameSyntax(hidden, range: called.name.range)), range: called.name.range))
    let bound = bindTableBody(of: function, called.name, [input] + called.arguments, stage.range)
    (scope, scopeLimit) = (outer, outerLimit)
    guard let bound else { return (unknown, RowScope(columns: soFar.columns, isOpen: true)) }
    return (
      BoundStage(
        kind: .replacement(BoundSource(bound, range: range)), columns: bound.columns, range: range),
      RowScope(columns: bound.columns, isOpen: bound.isOpen)
    )
  }

  /// The columns of the rows so far, as rows.
  func bindGetSchema(_ stage: StageSyntax, on columns: RowScope) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let output = [
      PlanColumn(name: "ColumnName", type: .string),
      PlanColumn(name: "ColumnOrdinal", type: .long),
      PlanColumn(name: "DataType", type: .string),
      PlanColumn(name: "ColumnType", type: .string),
    ]
    let rows = columns.columns.enumerated().map { index, column in
      [
        BoundExpression.constant(.string(column.name), range),
        .constant(.long(Int64(index)), range),
        .constant(.string(column.type.dataTypeName), range),
        .constant(.string(column.type.name), range),
      ]
    }
    let source = BoundSource(kind: .rows(rows), columns: output, range: range)
    return (
      BoundStage(kind: .replacement(source), columns: output, range: range),
      RowScope(columns: output, isOpen: columns.isOpen)
    )
  }

  /// `sample-distinct n of x`: the first of each value, then some of them.
  mutating func bindSampleDistinct(
    _ count: ExpressionSyntax, _ value: ExpressionSyntax, _ stage: StageSyntax,
    in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let named = NamedExpressionSyntax(names: [], expression: value, range: value.range)
    let (distinct, after) = bindDistinct([named], stage, in: place)
    let take = BoundStage(
      kind: .take(count: bindRowCount(count, of: stage.keyword.text, in: place)),
      columns: distinct.columns, range: distinct.range)
    return (
      BoundStage(
        kind: .several([distinct, take]), columns: distinct.columns, range: distinct.range),
      after
    )
  }

  /// `project-by-names dynamic(["a", "b"])`, names that are not there left out.
  mutating func bindProjectByNames(
    _ lists: [ExpressionSyntax], _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    var kept: [Int] = []
    for list in lists {
      for wanted in constantNames(list) {
        let pattern = Array(wanted.utf8)
        for index in columns.columns.indices
        where !kept.contains(index) && fits(Array(columns.columns[index].name.utf8), pattern) {
          kept.append(index)
        }
      }
    }
    let all = passThrough(columns.columns, range)
    let output = kept.map { columns.columns[$0] }
    return (
      BoundStage(kind: .project(kept.map { all[$0] }), columns: output, range: range),
      columns.after(stage.keyword.text, columns: output)
    )
  }

  /// The names of a table's columns, as an array known before the run.
  mutating func bindColumnNames(
    _ argument: ExpressionSyntax, _ range: SourceRange
  ) -> BoundExpression {
    guard let table = bindTable(argument) else { return .unknown(at(range)) }
    return .constant(.dynamic(.array(table.columns.map { .string($0.name) })), at(range))
  }

  /// How a result wants to be shown.
  func presentation(_ render: RenderSyntax) -> Presentation {
    let isForeign = Parser.foreignChartKinds.contains(render.kind.text)
    return Presentation(
      chart: isForeign ? "table" : render.kind.text,
      options: render.options.map {
        Presentation.Option(name: $0.name.text, value: $0.word ?? QueryPrinter.text($0.value))
      })
  }

  // MARK: - Implementation

  private mutating func constantNames(_ list: ExpressionSyntax) -> [String] {
    let value = bind(list, in: .constant)
    switch value.constantValue {
    case .string(let name)?: return [name]
    case .dynamic(.array(let members))?:
      return members.compactMap { if case .string(let name) = $0 { name } else { nil } }
    case .dynamic(.string(let name))?: return [name]
    default:
      if value.type != .unknown {
        report(.notKnownBefore(what: "the names of 'project-by-names'"), at: list.range)
      }
      return []
    }
  }
}

extension ScalarType {
  /// The name that KQL gives the type's carrier.
  fileprivate var dataTypeName: String {
    switch self {
    case .bool: return "System.SByte"
    case .int: return "System.Int32"
    case .long: return "System.Int64"
    case .real: return "System.Double"
    case .decimal: return "System.Data.SqlTypes.SqlDecimal"
    case .string: return "System.String"
    case .datetime: return "System.DateTime"
    case .timespan: return "System.TimeSpan"
    case .dynamic, .unknown: return "System.Object"
    case .guid: return "System.Guid"
    }
  }
}

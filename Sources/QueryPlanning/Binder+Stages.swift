import Columns
import Diagnostics
import QueryLanguage

extension Binder {
  mutating func bind(_ pipeline: PipelineSyntax) -> BoundPipeline {
    let range = at(pipeline.range)
    guard enter(pipeline.range) else {
      return BoundPipeline(
        source: .unknown(range), stages: [], columns: [], isOpen: true, stageDepth: 0, range: range)
    }
    defer { leave() }
    let (source, table) = bind(pipeline.source)
    let sourceIsOpen = openStageSource
    var isOpen = false
    var stageDepth = 0
    switch source.kind {
    case .pipeline(let inner): (isOpen, stageDepth) = (inner.isOpen, inner.stageDepth)
    case .unknown: isOpen = true
    case .appliedRows: isOpen = appliedColumns.last?.isOpen ?? true
    case .stage: isOpen = sourceIsOpen
    case .materialized(let number): isOpen = materialized[number].isOpen
    case .table, .keptResult, .range, .rows: break
    }
    var columns = RowScope(columns: source.columns, table: table, isOpen: isOpen)
    var stages: [BoundStage] = []
    var presentation = shortFormPresentation
    shortFormPresentation = nil
    if !pipeline.stages.isEmpty { presentation = nil }
    for stage in pipeline.stages {
      guard stageDepth < Self.mostStages else {
        report(.tooManyStages(limit: Self.mostStages), at: stage.range)
        break
      }
      stageDepth += 1
      if presentation != nil {
        report(.renderNotLast, at: stage.keyword.range)
        break
      }
      if case .render(let render) = stage.kind {
        presentation = self.presentation(render)
        if Parser.foreignChartKinds.contains(render.kind.text) {
          report(.chartAsTable(name: render.kind.text), at: render.kind.range)
        }
        continue
      }
      if case .evaluate(let called) = stage.kind {
        let soFar = BoundPipeline(
          source: source, stages: stages, columns: columns.columns, isOpen: columns.isOpen,
          stageDepth: stageDepth, range: range)
        let (bound, after) = bindEvaluate(called, stage, soFar, on: columns)
        stages.append(bound)
        columns = after
        continue
      }
      if case .invoke(let called) = stage.kind {
        let soFar = BoundPipeline(
          source: source, stages: stages, columns: columns.columns, isOpen: columns.isOpen,
          stageDepth: stageDepth, range: range)
        let (bound, after) = bindInvoke(called, stage, soFar)
        stages.append(bound)
        columns = after
        continue
      }
      if case .bindName(let name) = stage.kind {
        // The rows so far, under a name that the stages and statements behind it see.
        let soFar = BoundPipeline(
          source: source, stages: stages, columns: columns.columns, isOpen: columns.isOpen,
          stageDepth: stageDepth, range: range)
        scope.add(name.text, .table(soFar))
      }
      let outer = windows
      windows = []
      let (bound, after) = bind(stage, on: columns)
      stages.append(wrappingWindows(bound, on: columns))
      windows = outer
      columns = after
    }
    return BoundPipeline(
      source: source, stages: stages, columns: columns.columns, isOpen: columns.isOpen,
      stageDepth: stageDepth, range: range, presentation: presentation)
  }

  // MARK: - Implementation

  mutating func bind(
    _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    var place = ExpressionPlace(kind: .row, columns: columns, row: newRow())
    place.operation = stage.keyword.text
    let kind: BoundStage.Kind
    switch stage.kind {
    case .filter(let condition): kind = .filter(bindCondition(condition, in: place))
    case .extend(let values): return bindExtend(values, stage, in: place)
    case .project(let values): return bindProject(values, stage, in: place)
    case .projectAway(let patterns): return bindAway(patterns, stage, on: columns)
    case .projectKeep(let patterns): return bindKeep(patterns, stage, on: columns)
    case .projectRename(let renames): return bindRename(renames, stage, on: columns)
    case .projectReorder(let orders): return bindReorder(orders, stage, on: columns)
    case .summarize(let aggregates, let keys, let hasBy):
      return bindSummarize(aggregates, keys, hasBy: hasBy, stage, in: place)
    case .distinct(let keys): return bindDistinct(keys, stage, in: place)
    case .sort(let keys): kind = .sort(keys.map { bind($0, in: place) })
    case .top(let count, let keys):
      let bound = bindRowCount(count, of: "top", in: place)
      kind = .top(count: bound, keys.map { bind($0, in: place) })
    case .take(let count):
      kind = .take(count: bindRowCount(count, of: stage.keyword.text, in: place))
    case .count(let alias): return bindCount(alias, stage, on: columns)
    case .join(let join): return bindJoin(join, stage, on: columns)
    case .union(let union): return bindUnion(union, stage, on: columns)
    case .mvExpand(let expansion): return bindMvExpand(expansion, stage, in: place)
    case .mvApply(let apply): return bindMvApply(apply, stage, in: place)
    case .makeSeries(let made): return bindMakeSeries(made, stage, in: place)
    case .parse(let parse): return bindParse(parse, stage, in: place)
    case .parseKeyValue(let parse): return bindParseKeyValue(parse, stage, in: place)
    case .search(let search): return bindSearch(search, stage, on: columns)
    case .find(let find): return bindFind(find, stage, on: columns)
    case .getSchema: return bindGetSchema(stage, on: columns)
    case .serialize(let values):
      if !values.isEmpty { return bindExtend(values, stage, in: place) }
      kind = .unchanged
    case .sample(let count):
      kind = .sample(count: bindRowCount(count, of: "sample", in: place))
    case .sampleDistinct(let count, let value):
      return bindSampleDistinct(count, value, stage, in: place)
    case .projectByNames(let lists): return bindProjectByNames(lists, stage, on: columns)
    case .match(let match): return bindMatch(match, stage, in: place)
    case .cite(let options): return bindCite(options, stage, in: place)
    case .widen(let unit): return bindWiden(unit, stage, in: place)
    case .freq(let value): return bindFreq(value, stage, in: place)
    case .describe: return bindDescribe(stage, on: columns)
    case .bindName, .invoke, .evaluate, .render: kind = .unchanged
    case .unknown, .missing:
      // The parser has said what is wrong; what the stage would give is not known.
      let after = columns.after(stage.keyword.text, columns: columns.columns, isOpen: true)
      return (BoundStage(kind: .unchanged, columns: columns.columns, range: range), after)
    }
    return (BoundStage(kind: kind, columns: columns.columns, range: range), columns)
  }

  /// The condition of `where`, brought to bool.
  private mutating func bindCondition(
    _ condition: ExpressionSyntax, in place: ExpressionPlace
  ) -> BoundExpression {
    let value = bind(condition, in: place)
    switch value.type {
    case .bool, .unknown: return value
    case .dynamic: return value.converted(to: .bool)
    case .int, .long, .real, .decimal, .string, .datetime, .timespan, .guid:
      report(.notBool(operand(condition, value), place: place.operation), at: condition.range)
      return .unknown(at(condition.range))
    }
  }

  /// `x asc nulls first`; descending where nothing is said, nulls last then.
  private mutating func bind(_ key: SortKeySyntax, in place: ExpressionPlace) -> BoundSortKey {
    let isAscending = key.isAscending ?? false
    return BoundSortKey(
      expression: bind(key.expression, in: place), isAscending: isAscending,
      nullsFirst: key.nullsFirst ?? isAscending)
  }

  /// How many rows `take` and `top` keep: a long known before the run.
  mutating func bindRowCount(
    _ count: ExpressionSyntax, of operation: String, in place: ExpressionPlace
  ) -> BoundExpression {
    var constantPlace = ExpressionPlace.constant
    constantPlace.operation = operation
    if case .name(let name) = count.kind, isUnlikeAnyValue(name.text) {
      report(.rowCountInWords(name: name.text, operation: operation), at: name.range)
      return .unknown(at(count.range))
    }
    let value = bind(count, in: constantPlace)
    if case .long(let number)? = value.constantValue, number < 0 {
      report(.negativeRowCount(String(number), operation: operation), at: count.range)
      return .unknown(at(count.range))
    }
    switch value.type {
    case .long, .int, .dynamic: return value.converted(to: .long)
    case .unknown: return value
    case .bool, .real, .decimal, .string, .datetime, .timespan, .guid:
      report(.wrongRowCount(operand(count, value), operation: operation), at: count.range)
      return .unknown(at(count.range))
    }
  }

  /// Whether a name stands for nothing, and nothing has a name like it.
  private func isUnlikeAnyValue(_ name: String) -> Bool {
    guard scope.binding(of: name, limit: scopeLimit) == nil, !namesUnderway.contains(name),
      !isTable(name)
    else { return false }
    return spellingSuggestions(for: name, among: scope.names.map(\.name), limit: 1).isEmpty
  }

  /// `count as name`.
  private mutating func bindCount(
    _ alias: NameSyntax?, _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let output = [PlanColumn(name: alias?.text ?? "Count", type: .long)]
    let after = RowScope(columns: output, dropped: columns.after("count", columns: output).dropped)
    guard let function = catalog.aggregate(named: "count"),
      case .found(let overload, _, _) = resolveOverload(
        catalog.aggregates[function].overloads, argumentTypes: [])
    else {
      report(.unknownFunction(name: "count", candidates: []), at: stage.range)
      return (BoundStage(kind: .unchanged, columns: output, range: at(stage.range)), after)
    }
    let kind = BoundStage.Kind.count(function: function, overload: overload)
    return (BoundStage(kind: kind, columns: output, range: at(stage.range)), after)
  }
}

import Columns
import Diagnostics
import QueryPlanning

/// Makes the operators of a plan.
struct OperatorBuilder {
  let compiler: ExpressionCompiler
  let run: RunState
  /// The members that the body of an `mv-apply` is made over; its stages are not counted.
  private var applied: KeptRows?

  init(compiler: ExpressionCompiler, run: RunState) {
    self.compiler = compiler
    self.run = run
  }

  /// The builder of a body over these members.
  func applying(_ rows: KeptRows) -> OperatorBuilder {
    var result = self
    result.applied = rows
    return result
  }

  /// Plans nest one level a stage; more than this are refused.
  private static let depthLimit = 2_000

  /// The operator that gives the plan's rows.
  ///
  /// The rows of each stage are counted where the last of the operators that it became gives them.
  func build(
    _ plan: LogicalPlan, within outer: SourceRange? = nil, depth: Int = 0
  ) throws -> any PhysicalOperator {
    guard depth < OperatorBuilder.depthLimit else {
      throw ExecutionError.located(
        .limitExceeded(.depth, limit: OperatorBuilder.depthLimit, used: depth), plan.origin)
    }
    let made = try make(plan, depth: depth + 1)
    if plan.origin == outer || applied != nil { return made }
    return CountingOperator(made, stage: run.openStage(plan.origin), run: run)
  }

  // MARK: - Implementation

  private func make(_ plan: LogicalPlan, depth: Int) throws -> any PhysicalOperator {
    var context = run.makeContext(plan.origin)
    switch plan.kind {
    case .scan, .keptResult, .materialized:
      return ScanOperator(try storedRows(plan) ?? .none, run: run)
    case .range(let from, let to, let step):
      return RangeOperator(
        from: try constant(from, &context), to: try constant(to, &context),
        step: try constant(step, &context), type: plan.columns.first?.type ?? .long,
        context: context, run: run)
    case .rows(let rows):
      return try RowsOperator(
        rows, columns: plan.columns, compiler: compiler, context: context, run: run)
    case .filter(let input, let predicate):
      let input = try build(input, within: plan.origin, depth: depth)
      let compiled = try compiler.compile(predicate, &context)
      return FilterOperator(input, compiled, context: context, run: run)
    case .project(let input, let expressions):
      let input = try build(input, within: plan.origin, depth: depth)
      let compiled = try expressions.map { try compiler.compile($0, &context) }
      return ProjectOperator(input, compiled, context: context, run: run)
    case .aggregate(let input, let keys, let aggregates, let hasBy):
      let input = try build(input, within: plan.origin, depth: depth)
      return AggregateOperator(
        input, keys: try keys.map { try compiler.compile($0, &context) },
        aggregates: try aggregates.map { try makeAggregate($0, &context) }, hasBy: hasBy,
        context: context, run: run)
    case .sort(let input, let keys):
      let input = try build(input, within: plan.origin, depth: depth)
      return SortOperator(
        input, columns: plan.columns, keys: try sortKeys(keys, &context), limit: nil,
        context: context, run: run)
    case .top(let input, let count, let keys):
      let keys = try sortKeys(keys, &context)
      let limit = try rowCount(count, &context)
      if let rows = try storedRows(input),
        let top = TopOperator(rows, keys: keys, limit: limit, run: run)
      {
        if input.origin != plan.origin, applied == nil {
          run.countStage(run.openStage(input.origin), rows.count)
        }
        return top
      }
      return SortOperator(
        try build(input, within: plan.origin, depth: depth), columns: plan.columns, keys: keys,
        limit: limit, context: context, run: run)
    case .take(let input, let count):
      let limit = try rowCount(count, &context)
      return TakeOperator(try build(input, within: plan.origin, depth: depth), count: limit)
    case .union(let members):
      return UnionOperator(
        try members.map { try build($0, within: plan.origin, depth: depth) })
    case .join(let left, let right, let join):
      let input = try build(left, within: plan.origin, depth: depth)
      return JoinOperator(
        input, try build(right, within: plan.origin, depth: depth), join,
        leftKeys: try join.leftKeys.map { try compiler.compile($0, &context) },
        rightKeys: try join.rightKeys.map { try compiler.compile($0, &context) },
        leftTypes: left.columns.map(\.type), rightTypes: right.columns.map(\.type),
        context: context, run: run)
    case .extended(let input, let more):
      let rows = try build(input, within: plan.origin, depth: depth)
      return try makeExtension(more, rows, input.columns, context)
    case .applied(let input, let expand, let body):
      let rows = try build(input, within: plan.origin, depth: depth)
      return ApplyOperator(
        rows, try members(expand, &context), body: body, outer: expand.outer, builder: self,
        context: context, run: run)
    case .appliedRows:
      let none = KeptRows(columns: [], count: 0, lineage: .none)
      return AppliedRowsOperator(applied ?? none, run: run)
    case .sample(let input, let count):
      let limit = try rowCount(count, &context)
      return SampleOperator(
        try build(input, within: plan.origin, depth: depth), columns: input.columns, count: limit,
        run: run)
    case .collocations(let input, let collocation):
      let rows = try build(input, within: plan.origin, depth: depth)
      return CollocationOperator(rows, collocation, context: context, run: run)
    case .series(let input, let series):
      let rows = try build(input, within: plan.origin, depth: depth)
      return SeriesOperator(
        rows, columns: input.columns, series,
        axis: try axis(series, of: input.columns[series.keyCount].type, plan, &context),
        defaults: try series.defaults.map { DynamicValue(try constant($0, &context)) }, run: run)
    }
  }

  /// The rows of a plan whose rows stand ready.
  private func storedRows(_ plan: LogicalPlan) throws -> StoredRows? {
    switch plan.kind {
    case .scan(let table, let columns):
      return try StoredRows(table, columns: columns, in: run.tables)
    case .keptResult(let number, let columns):
      guard let result = run.kept.result(number) else {
        throw ExecutionError.noKeptResult(number)
      }
      return StoredRows(result, columns: columns)
    case .materialized(let number, let columns):
      return StoredRows(try run.materialized(number), columns: columns)
    default: return nil
    }
  }

  private func makeExtension(
    _ more: RowExtension, _ input: any PhysicalOperator, _ columns: [PlanColumn],
    _ context: EvaluationContext
  ) throws -> any PhysicalOperator {
    var context = context
    switch more {
    case .expand(let expand):
      return ExpandOperator(input, try members(expand, &context), context: context, run: run)
    case .parse(let parse):
      return try ParseOperator(
        input, parse, value: try compiler.compile(parse.value, &context), context: context,
        run: run)
    case .parseKeyValue(let parse):
      return try ParseKeyValueOperator(
        input, parse, value: try compiler.compile(parse.value, &context), context: context,
        run: run)
    case .matches(let match):
      return MatchOperator(input, match, columns: columns, context: context, run: run)
    case .citation(let style): return CiteOperator(input, style: style, run: run)
    case .widened(let unit): return WidenOperator(input, unit: unit, run: run)
    case .windows(let calls):
      return WindowOperator(
        input, columns: columns,
        calls: try calls.map { call in
          (call, try call.arguments.map { try compiler.compile($0, &context) })
        }, context: context, run: run)
    }
  }

  private func members(
    _ expand: ExpandSpecification, _ context: inout EvaluationContext
  ) throws -> ExpandedMembers {
    ExpandedMembers(
      values: try expand.values.map { try compiler.compile($0, &context) }, types: expand.types,
      hasIndex: expand.hasIndex, givesPairs: expand.givesPairs,
      limit: try expand.limit.map { try rowCount($0, &context) } ?? .max)
  }

  private func axis(
    _ series: SeriesSpecification, of type: ScalarType, _ plan: LogicalPlan,
    _ context: inout EvaluationContext
  ) throws -> SeriesAxis {
    func bound(_ expression: BoundExpression?) throws -> ScalarValue? {
      guard let expression else { return nil }
      let value = try constant(expression, &context)
      return value.isNull ? nil : value
    }
    var step = ScalarValue.null(.long)
    var months: Int?
    switch series.step {
    case .value(let expression): step = try constant(expression, &context)
    case .months(let count): months = count
    }
    guard
      let axis = SeriesAxis(
        type: type, from: try bound(series.from), to: try bound(series.to), step: step,
        months: months, includesEnd: series.includesEnd)
    else {
      throw ExecutionError.located(
        .badArgument(function: "make-series", reason: "the step must be above zero"), plan.origin)
    }
    return axis
  }

  private func makeAggregate(
    _ aggregate: BoundAggregate, _ context: inout EvaluationContext
  ) throws -> (accumulator: any AggregateAccumulator, arguments: [Expression]) {
    let arguments = try aggregate.arguments.map { try compiler.compile($0, &context) }
    let call = AggregateCall(
      types: arguments.map(\.type), constants: arguments.map { $0.constant?.value(at: 0) },
      range: aggregate.range)
    let function = compiler.library.aggregates[aggregate.function]
    return (function.makeAccumulator(call), arguments)
  }

  private func sortKeys(
    _ keys: [BoundSortKey], _ context: inout EvaluationContext
  ) throws -> [SortKey] {
    try keys.map {
      SortKey(
        expression: try compiler.compile($0.expression, &context), isAscending: $0.isAscending,
        nullsFirst: $0.nullsFirst)
    }
  }

  private func constant(
    _ expression: BoundExpression, _ context: inout EvaluationContext
  ) throws -> ScalarValue {
    let compiled = try compiler.compile(expression, &context)
    return try compiled.evaluate([], count: 1, &context).value(at: 0)
  }

  /// A number of rows: a constant that is not below zero.
  private func rowCount(
    _ expression: BoundExpression, _ context: inout EvaluationContext
  ) throws -> Int {
    let value = Conversion.convert(try constant(expression, &context), to: .long)
    guard case .long(let count) = value else { return 0 }
    return Int(clamping: max(0, count))
  }
}

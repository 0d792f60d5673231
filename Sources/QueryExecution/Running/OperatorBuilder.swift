import Columns
import Diagnostics
import QueryPlanning

/// Makes the operators of a plan.
struct OperatorBuilder {
  let compiler: ExpressionCompiler
  let run: RunState

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
    if plan.origin == outer { return made }
    return CountingOperator(made, stage: run.openStage(plan.origin), run: run)
  }

  // MARK: - Implementation

  private func make(_ plan: LogicalPlan, depth: Int) throws -> any PhysicalOperator {
    var context = run.makeContext(plan.origin)
    switch plan.kind {
    case .scan(let table, let columns):
      return try ScanOperator(table, columns: columns, run: run)
    case .keptResult(let number):
      return try KeptResultOperator(number, run: run)
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
      let input = try build(input, within: plan.origin, depth: depth)
      return SortOperator(
        input, columns: plan.columns, keys: try sortKeys(keys, &context),
        limit: try rowCount(count, &context), context: context, run: run)
    case .take(let input, let count):
      let limit = try rowCount(count, &context)
      return TakeOperator(try build(input, within: plan.origin, depth: depth), count: limit)
    }
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

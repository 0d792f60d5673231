import Columns
import Diagnostics

/// Turns bound stages into the few plain operators of a ``LogicalPlan``.
package struct Lowering {
  package init() {}

  package func plan(_ pipeline: BoundPipeline) -> LogicalPlan {
    var plan = plan(pipeline.source)
    for stage in pipeline.stages { plan = add(stage, to: plan) }
    return plan
  }

  // MARK: - Implementation

  private func plan(_ source: BoundSource) -> LogicalPlan {
    let kind: LogicalPlan.Kind
    switch source.kind {
    case .table(let table): kind = .scan(table, columns: Array(source.columns.indices))
    case .keptResult(let number):
      kind = .keptResult(number, columns: Array(source.columns.indices))
    case .materialized(let number):
      kind = .materialized(number, columns: Array(source.columns.indices))
    case .pipeline(let pipeline): return plan(pipeline)
    case .range(let from, let to, let step): kind = .range(from: from, to: to, step: step)
    case .rows(let rows): kind = .rows(rows)
    case .appliedRows: kind = .appliedRows
    case .stage(let stage):
      // The stage has no rows before it; what stands there is never read.
      let nothing = LogicalPlan(kind: .rows([]), columns: [], origin: source.range)
      return add(stage, to: nothing)
    case .unknown: kind = .rows([])
    }
    return LogicalPlan(kind: kind, columns: source.columns, origin: source.range)
  }

  private func add(_ stage: BoundStage, to plan: LogicalPlan) -> LogicalPlan {
    let kind: LogicalPlan.Kind
    switch stage.kind {
    case .filter(let condition): kind = .filter(plan, condition)
    case .project(let expressions): kind = .project(plan, expressions)
    case .summarize(let keys, let aggregates, let outputs, let results, let hasBy):
      return summarize(plan, keys, aggregates, outputs, results, hasBy: hasBy, stage)
    case .sort(let keys): kind = .sort(plan, keys)
    case .top(let count, let keys): kind = .top(plan, count: count, keys)
    case .take(let count): kind = .take(plan, count: count)
    case .count(let function, let overload):
      let count = BoundAggregate(
        function: function, overload: overload, arguments: [], outputCount: 1, range: stage.range)
      kind = .aggregate(plan, keys: [], aggregates: [count], hasBy: false)
    case .several(let stages): return stages.reduce(plan) { add($1, to: $0) }
    case .union(let members):
      kind = .union(
        members.map { member in
          LogicalPlan(
            kind: .project(member.pipeline.map(self.plan) ?? plan, member.expressions),
            columns: stage.columns, origin: member.pipeline?.range ?? stage.range)
        })
    case .join(let right, let join): kind = .join(plan, self.plan(right), join)
    case .extended(let more): kind = .extended(plan, more)
    case .apply(let expand, let body): kind = .applied(plan, expand, body: self.plan(body))
    case .sample(let count): kind = .sample(plan, count: count)
    case .series(let series): kind = .series(plan, series)
    case .collocations(let collocation): kind = .collocations(plan, collocation)
    case .replacement(let source): return self.plan(source)
    case .unchanged: return plan
    }
    return LogicalPlan(kind: kind, columns: stage.columns, origin: stage.range)
  }

  /// The aggregation, and above it a projection where a result is more than one of its outputs.
  private func summarize(
    _ plan: LogicalPlan, _ keys: [BoundExpression], _ aggregates: [BoundAggregate],
    _ outputs: [PlanColumn], _ results: [BoundExpression], hasBy: Bool, _ stage: BoundStage
  ) -> LogicalPlan {
    let kind = LogicalPlan.Kind.aggregate(plan, keys: keys, aggregates: aggregates, hasBy: hasBy)
    let isPlain =
      results.count == outputs.count
      && results.enumerated().allSatisfy { index, result in
        if case .column(index) = result.kind { return true }
        return false
      }
    if isPlain { return LogicalPlan(kind: kind, columns: stage.columns, origin: stage.range) }
    let aggregation = LogicalPlan(kind: kind, columns: outputs, origin: stage.range)
    return LogicalPlan(
      kind: .project(aggregation, results), columns: stage.columns, origin: stage.range)
  }
}

/// Drops columns that nothing above reads, so that a scan loads only what is needed.
///
/// Before: `scan articles [all columns] → filter words > 5 → project headline`
///
/// After: `scan articles [headline, words] → filter words > 5 → project headline`
package func pruneColumns(_ plan: LogicalPlan) -> LogicalPlan {
  prune(plan, needed: Set(plan.columns.indices)).plan
}

// MARK: - Implementation

/// The plan with at least the needed columns, and where each old column is now.
///
/// Recursive: plans are as deep as the binder lets pipelines be.
private func prune(
  _ plan: LogicalPlan, needed: Set<Int>
) -> (plan: LogicalPlan, position: [Int: Int]) {
  switch plan.kind {
  case .keptResult, .range, .rows: return (plan, identity(plan))
  case .scan(let table, let columns):
    let kept = columns.indices.filter(needed.contains)
    var result = plan
    result.kind = .scan(table, columns: kept.map { columns[$0] })
    result.columns = kept.map { plan.columns[$0] }
    return (result, positions(kept))
  case .filter(let input, let condition):
    var wanted = needed
    condition.collectColumns(into: &wanted)
    let (below, position) = prune(input, needed: wanted)
    return (over(below, plan, .filter(below, condition.moved(position))), position)
  case .sort(let input, let keys):
    let (below, position) = prune(input, needed: needed.union(columns(of: keys)))
    return (over(below, plan, .sort(below, keys.map { $0.moved(position) })), position)
  case .top(let input, let count, let keys):
    let (below, position) = prune(input, needed: needed.union(columns(of: keys)))
    let kind = LogicalPlan.Kind.top(below, count: count, keys.map { $0.moved(position) })
    return (over(below, plan, kind), position)
  case .take(let input, let count):
    let (below, position) = prune(input, needed: needed)
    return (over(below, plan, .take(below, count: count)), position)
  case .project(let input, let expressions):
    let kept = expressions.indices.filter(needed.contains)
    var wanted: Set<Int> = []
    for index in kept { expressions[index].collectColumns(into: &wanted) }
    let (below, position) = prune(input, needed: wanted)
    var result = plan
    result.kind = .project(below, kept.map { expressions[$0].moved(position) })
    result.columns = kept.map { plan.columns[$0] }
    // A projection that passes its input on as it is does nothing.
    if isIdentity(result, over: below) { return (below, positions(kept)) }
    return (result, positions(kept))
  case .aggregate(let input, let keys, let aggregates, let hasBy):
    return pruneAggregate(plan, input, keys, aggregates, hasBy: hasBy, needed: needed)
  }
}

/// Keys stay, as they make the groups; an aggregate goes when none of its outputs is read.
private func pruneAggregate(
  _ plan: LogicalPlan, _ input: LogicalPlan, _ keys: [BoundExpression],
  _ aggregates: [BoundAggregate], hasBy: Bool, needed: Set<Int>
) -> (plan: LogicalPlan, position: [Int: Int]) {
  var kept = Array(keys.indices)
  var keptAggregates: [BoundAggregate] = []
  var first = keys.count
  for aggregate in aggregates {
    let outputs = first..<first + aggregate.outputCount
    if outputs.contains(where: needed.contains) {
      kept += outputs
      keptAggregates.append(aggregate)
    }
    first += aggregate.outputCount
  }
  var wanted: Set<Int> = []
  for key in keys { key.collectColumns(into: &wanted) }
  for aggregate in keptAggregates {
    for argument in aggregate.arguments { argument.collectColumns(into: &wanted) }
  }
  let (below, position) = prune(input, needed: wanted)
  for index in keptAggregates.indices {
    keptAggregates[index].arguments = keptAggregates[index].arguments.map { $0.moved(position) }
  }
  var result = plan
  result.kind = .aggregate(
    below, keys: keys.map { $0.moved(position) }, aggregates: keptAggregates, hasBy: hasBy)
  result.columns = kept.map { plan.columns[$0] }
  return (result, positions(kept))
}

/// An operator that passes on the columns of its input.
private func over(
  _ input: LogicalPlan, _ plan: LogicalPlan, _ kind: LogicalPlan.Kind
) -> LogicalPlan {
  LogicalPlan(kind: kind, columns: input.columns, origin: plan.origin)
}

private func isIdentity(_ plan: LogicalPlan, over input: LogicalPlan) -> Bool {
  guard case .project(_, let expressions) = plan.kind, plan.columns == input.columns else {
    return false
  }
  return expressions.enumerated().allSatisfy { index, expression in
    if case .column(index) = expression.kind { return true }
    return false
  }
}

private func identity(_ plan: LogicalPlan) -> [Int: Int] { positions(Array(plan.columns.indices)) }

private func positions(_ kept: [Int]) -> [Int: Int] {
  Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
}

private func columns(of keys: [BoundSortKey]) -> Set<Int> {
  var result: Set<Int> = []
  for key in keys { key.expression.collectColumns(into: &result) }
  return result
}

extension BoundExpression {
  fileprivate func moved(_ position: [Int: Int]) -> BoundExpression {
    mappingColumns { .column(position[$0] ?? $0) }
  }
}

extension BoundSortKey {
  fileprivate func moved(_ position: [Int: Int]) -> BoundSortKey {
    var result = self
    result.expression = expression.moved(position)
    return result
  }
}

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
  case .range, .rows, .appliedRows: return (plan, identity(plan))
  case .keptResult(let number, let columns):
    let kept = columns.indices.filter(needed.contains)
    var result = plan
    result.kind = .keptResult(number, columns: kept.map { columns[$0] })
    result.columns = kept.map { plan.columns[$0] }
    return (result, positions(kept))
  case .materialized(let number, let columns):
    let kept = columns.indices.filter(needed.contains)
    var result = plan
    result.kind = .materialized(number, columns: kept.map { columns[$0] })
    result.columns = kept.map { plan.columns[$0] }
    return (result, positions(kept))
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
  case .sample(let input, let count):
    let (below, position) = prune(input, needed: needed)
    return (over(below, plan, .sample(below, count: count)), position)
  case .collocations(let input, _):
    let (below, _) = prune(input, needed: [])
    return (plan.replacingInput(below), identity(plan))
  case .series(let input, _):
    let (below, _) = prune(input, needed: Set(input.columns.indices))
    return (plan.replacingInput(below), identity(plan))
  case .union(let members):
    return pruneUnion(plan, members, needed: needed)
  case .join(let left, let right, let join):
    return pruneJoin(plan, left, right, join, needed: needed)
  case .extended(let input, let more):
    return pruneExtended(plan, input, more, needed: needed)
  case .applied(let input, let expand, let body):
    let (below, _) = prune(input, needed: Set(input.columns.indices))
    var result = plan
    result.kind = .applied(below, expand, body: body)
    return (result, identity(plan))
  }
}

/// All members give the same columns, in the same places.
private func pruneUnion(
  _ plan: LogicalPlan, _ members: [LogicalPlan], needed: Set<Int>
) -> (plan: LogicalPlan, position: [Int: Int]) {
  let kept = plan.columns.indices.filter(needed.contains)
  var result = plan
  result.columns = kept.map { plan.columns[$0] }
  result.kind = .union(
    members.map { member in
      let (below, position) = prune(member, needed: needed)
      let picked = kept.map { position[$0] ?? $0 }
      if picked == Array(below.columns.indices) { return below }
      let expressions = picked.map { index in
        BoundExpression(
          kind: .column(index), type: below.columns[index].type,
          reference: below.columns[index].reference, range: member.origin)
      }
      return LogicalPlan(
        kind: .project(below, expressions), columns: result.columns, origin: member.origin)
    })
  return (result, positions(kept))
}

private func pruneJoin(
  _ plan: LogicalPlan, _ left: LogicalPlan, _ right: LogicalPlan, _ join: JoinSpecification,
  needed: Set<Int>
) -> (plan: LogicalPlan, position: [Int: Int]) {
  let leftCount = join.kind.isOfRight ? 0 : left.columns.count
  var leftNeeded = Set(needed.filter { $0 < leftCount })
  var rightNeeded = Set(needed.filter { $0 >= leftCount }.map { $0 - leftCount })
  if join.kind.isOfLeft { rightNeeded = [] }
  for key in join.leftKeys { key.collectColumns(into: &leftNeeded) }
  for key in join.rightKeys { key.collectColumns(into: &rightNeeded) }
  let (newLeft, leftPosition) = prune(left, needed: leftNeeded)
  let (newRight, rightPosition) = prune(right, needed: rightNeeded)
  var join = join
  join.leftKeys = join.leftKeys.map { $0.moved(leftPosition) }
  join.rightKeys = join.rightKeys.map { $0.moved(rightPosition) }
  var result = plan
  result.kind = .join(newLeft, newRight, join)
  var position: [Int: Int] = [:]
  var columns: [PlanColumn] = []
  if !join.kind.isOfRight {
    for index in left.columns.indices {
      if let moved = leftPosition[index] { position[index] = moved }
    }
    columns += newLeft.columns
  }
  if !join.kind.isOfLeft {
    let before = columns.count
    for index in right.columns.indices {
      if let moved = rightPosition[index] { position[leftCount + index] = before + moved }
    }
    columns += newRight.columns
  }
  result.columns = columns
  return (result, position)
}

private func pruneExtended(
  _ plan: LogicalPlan, _ input: LogicalPlan, _ more: RowExtension, needed: Set<Int>
) -> (plan: LogicalPlan, position: [Int: Int]) {
  let before = input.columns.count
  var wanted = Set(needed.filter { $0 < before })
  for expression in more.expressions { expression.collectColumns(into: &wanted) }
  // What reads the columns made before it reads no column of the input.
  wanted = wanted.filter { $0 < before }
  let (below, position) = prune(input, needed: wanted)
  var result = plan
  var all = position
  for index in before..<plan.columns.count { all[index] = below.columns.count + index - before }
  result.kind = .extended(below, more.mapping { $0.moved(all) })
  result.columns = below.columns + plan.columns[before...]
  return (result, all)
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

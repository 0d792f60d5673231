/// Splits conditions at `and` and moves each part down as far as it means the same there: below
/// sorts and below projections that only pass on the columns that it reads.
///
/// Before: `scan → sort → project a, b, n = strlen(t) → filter a > 1 and n > 5`
///
/// After: `scan → filter a > 1 → sort → project a, b, n = strlen(t) → filter n > 5`
///
/// A condition on a computed column stays above, since below it would be computed twice; what a
/// reference leads to is only looked up, and so counts as passed on. Nothing
/// moves below `take` and `top`, which count rows, nor below an aggregation.
/// `and` is the index of that function in the catalog.
package func pushFiltersDown(_ plan: LogicalPlan, and: Int?) -> LogicalPlan {
  let chain = plan.chain
  guard var result = chain.last else { return plan }
  for node in chain.dropLast().reversed() {
    guard case .filter(_, let condition) = node.kind else {
      result = node.replacingInput(result)
      continue
    }
    for part in conjuncts(of: condition, and: and) {
      result = insert(part, above: result, origin: node)
    }
  }
  return result
}

// MARK: - Implementation

/// The parts of a condition that must all be true.
private func conjuncts(of condition: BoundExpression, and: Int?) -> [BoundExpression] {
  var parts: [BoundExpression] = []
  var open = [condition]
  while let next = open.popLast() {
    if case .call(let function, _, let arguments) = next.kind, function == and {
      open.append(contentsOf: arguments.reversed())
    } else {
      parts.append(next)
    }
  }
  return parts
}

/// Puts a filter as far down as it goes; right above another filter if it only came beside it, as
/// the order of conditions is the writer's.
private func insert(
  _ condition: BoundExpression, above plan: LogicalPlan, origin: LogicalPlan
) -> LogicalPlan {
  // The operators above the place, outermost first.
  var passed: [LogicalPlan] = []
  var best = (place: plan, condition: condition, passed: 0)
  var place = plan
  var condition = condition
  walk: while let input = place.input {
    switch place.kind {
    case .take, .top, .aggregate, .scan, .keptResult, .materialized, .range, .rows, .union, .join,
      .extended,
      .applied, .appliedRows, .sample, .series, .collocations:
      break walk
    case .filter:
      passed.append(place)
      place = input
    case .sort:
      passed.append(place)
      place = input
      best = (place, condition, passed.count)
    case .project(_, let expressions):
      guard let below = rewritten(condition, below: expressions) else { break walk }
      condition = below
      passed.append(place)
      place = input
      best = (place, condition, passed.count)
    }
  }
  var result = LogicalPlan(
    kind: .filter(best.place, best.condition), columns: best.place.columns,
    origin: origin.origin)
  for node in passed.prefix(best.passed).reversed() { result = node.replacingInput(result) }
  return result
}

/// The condition over the input of a projection; nil where it reads a column that is computed.
private func rewritten(
  _ condition: BoundExpression, below expressions: [BoundExpression]
) -> BoundExpression? {
  var columns: Set<Int> = []
  condition.collectColumns(into: &columns)
  for column in columns {
    guard expressions.indices.contains(column), isPassedOn(expressions[column]) else { return nil }
  }
  return condition.mappingColumns { expressions[$0].kind }
}

/// Whether to have a value again costs next to nothing.
private func isPassedOn(_ expression: BoundExpression) -> Bool {
  switch expression.kind {
  case .column, .constant, .parameter: return true
  case .navigate(let base, _, _): return isPassedOn(base)
  case .call, .convert, .element, .array, .scalarSubquery, .setSubquery: return false
  }
}

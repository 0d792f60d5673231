/// A sort of which only the first rows are wanted becomes `top`, which does not sort the rest.
///
/// Before: `scan → sort by a → project a, b → take 10`
///
/// After: `scan → top 10 by a → project a, b`
///
/// Projections in between are passed: they keep rows and their order.
package func joinSortAndTake(_ plan: LogicalPlan) -> LogicalPlan {
  let chain = plan.chain
  guard var result = chain.last else { return plan }
  for node in chain.dropLast().reversed() {
    if case .take(_, let count) = node.kind, let joined = joined(result, count: count) {
      result = joined
    } else {
      result = node.replacingInput(result)
    }
  }
  return result
}

// MARK: - Implementation

private func joined(_ plan: LogicalPlan, count: BoundExpression) -> LogicalPlan? {
  var projections: [LogicalPlan] = []
  var place = plan
  while case .project(let input, _) = place.kind {
    projections.append(place)
    place = input
  }
  guard case .sort(let input, let keys) = place.kind else { return nil }
  var result = LogicalPlan(
    kind: .top(input, count: count, keys), columns: place.columns, origin: place.origin)
  for projection in projections.reversed() { result = projection.replacingInput(result) }
  return result
}

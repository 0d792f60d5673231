import QueryPlanning

extension LogicalPlan {
  /// Adds the numbers of the subqueries that its expressions refer to.
  func collectSubqueries(into found: inout Set<Int>) {
    for plan in all {
      for expression in plan.expressions { expression.collectSubqueries(into: &found) }
    }
  }
}

extension BoundExpression {
  fileprivate func collectSubqueries(into found: inout Set<Int>) {
    var pending = [self]
    while let next = pending.popLast() {
      switch next.kind {
      case .scalarSubquery(let index), .setSubquery(let index): found.insert(index)
      case .constant, .column, .parameter, .call, .array, .convert, .navigate, .element:
        pending.append(contentsOf: next.children)
      }
    }
  }
}

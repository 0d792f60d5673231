import QueryPlanning

extension LogicalPlan {
  /// Adds the numbers of the subqueries that its expressions refer to.
  func collectSubqueries(into found: inout Set<Int>) {
    var next: LogicalPlan? = self
    while let plan = next {
      next = nil
      switch plan.kind {
      case .scan, .keptResult: break
      case .range(let from, let to, let step):
        for expression in [from, to, step] { expression.collectSubqueries(into: &found) }
      case .rows(let rows):
        for expression in rows.joined() { expression.collectSubqueries(into: &found) }
      case .filter(let input, let predicate):
        predicate.collectSubqueries(into: &found)
        next = input
      case .project(let input, let expressions):
        for expression in expressions { expression.collectSubqueries(into: &found) }
        next = input
      case .aggregate(let input, let keys, let aggregates, _):
        for expression in keys + aggregates.flatMap(\.arguments) {
          expression.collectSubqueries(into: &found)
        }
        next = input
      case .sort(let input, let keys):
        for key in keys { key.expression.collectSubqueries(into: &found) }
        next = input
      case .top(let input, let count, let keys):
        count.collectSubqueries(into: &found)
        for key in keys { key.expression.collectSubqueries(into: &found) }
        next = input
      case .take(let input, let count):
        count.collectSubqueries(into: &found)
        next = input
      }
    }
  }
}

extension BoundExpression {
  fileprivate func collectSubqueries(into found: inout Set<Int>) {
    var pending = [self]
    while let next = pending.popLast() {
      switch next.kind {
      case .constant, .column, .parameter: continue
      case .call(_, _, let arguments), .array(let arguments):
        pending.append(contentsOf: arguments)
      case .convert(let inner), .navigate(let inner, _, _): pending.append(inner)
      case .element(let value, let key): pending.append(contentsOf: [value, key])
      case .scalarSubquery(let index), .setSubquery(let index): found.insert(index)
      }
    }
  }
}

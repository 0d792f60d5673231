extension LogicalPlan {
  /// The plan that this one takes its rows from, of a join the left one; nil at the source.
  package var input: LogicalPlan? {
    switch kind {
    case .scan, .keptResult, .materialized, .range, .rows, .union, .appliedRows: return nil
    case .filter(let input, _), .project(let input, _), .aggregate(let input, _, _, _),
      .sort(let input, _), .top(let input, _, _), .take(let input, _), .join(let input, _, _),
      .extended(let input, _), .applied(let input, _, _), .sample(let input, _),
      .series(let input, _), .collocations(let input, _):
      return input
    }
  }

  /// The same operator over another input with the same columns.
  package func replacingInput(_ input: LogicalPlan) -> LogicalPlan {
    var result = self
    switch kind {
    case .scan, .keptResult, .materialized, .range, .rows, .union, .appliedRows: break
    case .filter(_, let condition): result.kind = .filter(input, condition)
    case .project(_, let expressions): result.kind = .project(input, expressions)
    case .aggregate(_, let keys, let aggregates, let hasBy):
      result.kind = .aggregate(input, keys: keys, aggregates: aggregates, hasBy: hasBy)
    case .sort(_, let keys): result.kind = .sort(input, keys)
    case .top(_, let count, let keys): result.kind = .top(input, count: count, keys)
    case .take(_, let count): result.kind = .take(input, count: count)
    case .join(_, let right, let join): result.kind = .join(input, right, join)
    case .extended(_, let more): result.kind = .extended(input, more)
    case .applied(_, let expand, let body): result.kind = .applied(input, expand, body: body)
    case .sample(_, let count): result.kind = .sample(input, count: count)
    case .series(_, let series): result.kind = .series(input, series)
    case .collocations(_, let collocation): result.kind = .collocations(input, collocation)
    }
    return result
  }

  /// The plans beside the chain: the members of a union, the right of a join, the body of an apply.
  package var sides: [LogicalPlan] {
    switch kind {
    case .union(let members): return members
    case .join(_, let right, _): return [right]
    case .applied(_, _, let body): return [body]
    case .scan, .keptResult, .materialized, .range, .rows, .appliedRows, .filter, .project,
      .aggregate, .sort,
      .top, .take, .extended, .sample, .series, .collocations:
      return []
    }
  }

  /// The plan with each plan beside its chain replaced by one with the same columns.
  package func mappingSides(_ transform: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    let chain = chain
    guard chain.contains(where: { !$0.sides.isEmpty }), let last = chain.last else { return self }
    var result: LogicalPlan?
    for node in chain.reversed() {
      var mapped = node
      switch node.kind {
      case .union(let members): mapped.kind = .union(members.map(transform))
      case .join(let left, let right, let join):
        mapped.kind = .join(left, transform(right), join)
      case .applied(let input, let expand, let body):
        mapped.kind = .applied(input, expand, body: transform(body))
      case .scan, .keptResult, .materialized, .range, .rows, .appliedRows, .filter, .project,
        .aggregate, .sort,
        .top, .take, .extended, .sample, .series, .collocations:
        break
      }
      result = result.map { mapped.replacingInput($0) } ?? mapped
    }
    return result ?? last
  }

  /// This plan and all that it takes rows from, sides included.
  package var all: [LogicalPlan] {
    chain.flatMap { [$0] + $0.sides.flatMap(\.all) }
  }

  /// The expressions of this operator itself.
  package var expressions: [BoundExpression] {
    switch kind {
    case .scan, .keptResult, .materialized, .union, .appliedRows, .collocations: return []
    case .range(let from, let to, let step): return [from, to, step]
    case .rows(let rows): return Array(rows.joined())
    case .filter(_, let condition): return [condition]
    case .project(_, let expressions): return expressions
    case .aggregate(_, let keys, let aggregates, _):
      return keys + aggregates.flatMap(\.arguments)
    case .sort(_, let keys): return keys.map(\.expression)
    case .top(_, let count, let keys): return [count] + keys.map(\.expression)
    case .take(_, let count), .sample(_, let count): return [count]
    case .join(_, _, let join): return join.leftKeys + join.rightKeys
    case .extended(_, let more): return more.expressions
    case .applied(_, let expand, _): return RowExtension.expand(expand).expressions
    case .series(_, let series): return series.expressions
    }
  }

  /// The chain of operators from this one down to the source.
  package var chain: [LogicalPlan] {
    var result = [self]
    while let next = result[result.count - 1].input { result.append(next) }
    return result
  }
}

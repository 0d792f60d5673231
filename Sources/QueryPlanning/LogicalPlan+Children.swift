extension LogicalPlan {
  /// The plan that this one takes its rows from; nil at the source.
  package var input: LogicalPlan? {
    switch kind {
    case .scan, .keptResult, .range, .rows: return nil
    case .filter(let input, _), .project(let input, _), .aggregate(let input, _, _, _),
      .sort(let input, _), .top(let input, _, _), .take(let input, _):
      return input
    }
  }

  /// The same operator over another input with the same columns.
  package func replacingInput(_ input: LogicalPlan) -> LogicalPlan {
    var result = self
    switch kind {
    case .scan, .keptResult, .range, .rows: break
    case .filter(_, let condition): result.kind = .filter(input, condition)
    case .project(_, let expressions): result.kind = .project(input, expressions)
    case .aggregate(_, let keys, let aggregates, let hasBy):
      result.kind = .aggregate(input, keys: keys, aggregates: aggregates, hasBy: hasBy)
    case .sort(_, let keys): result.kind = .sort(input, keys)
    case .top(_, let count, let keys): result.kind = .top(input, count: count, keys)
    case .take(_, let count): result.kind = .take(input, count: count)
    }
    return result
  }

  /// The chain of operators from this one down to the source.
  package var chain: [LogicalPlan] {
    var result = [self]
    while let next = result[result.count - 1].input { result.append(next) }
    return result
  }
}

import Columns

/// The form of an aggregate that ends in `if`: passes on the rows for which the condition is true.
final class ConditionalAccumulator: AggregateAccumulator {
  private let base: any AggregateAccumulator
  private let condition: Int

  /// `condition` is the index of the argument that decides; the base gets the others.
  init(_ base: any AggregateAccumulator, condition: Int) {
    self.base = base
    self.condition = condition
  }

  var byteCount: Int { base.byteCount }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _ context: EvaluationContext) throws {
    let mask = trueRows(arguments[condition])
    let selected = mask.withUnsafeBufferPointer { rowNumbers(where: $0, count: countOnes($0)) }
    var passed: [ColumnVector] = []
    for (index, argument) in arguments.enumerated() where index != condition {
      passed.append(argument.gathered(selected))
    }
    let groups = selected.map { rows.groups[Int($0)] }
    try base.add(passed, GroupedRows(groups: groups, groupCount: rows.groupCount), context)
  }

  func finish(groupCount: Int, _ context: EvaluationContext) -> [ColumnVector] {
    base.finish(groupCount: groupCount, context)
  }
}

/// 1 where a truth value is true; 0 for false and null.
func trueRows(_ vector: ColumnVector) -> [UInt8] {
  let flat = vector.flattened()
  guard let validity = flat.validity else { return Array(flat.bools) }
  return byteAnd(Array(flat.bools), Array(validity))
}

import Columns

/// `iff` and `case`: each value is worked out only for the rows that take it.
extension Expression {
  func evaluateChoice(
    _ branches: [(condition: Expression, value: Expression)], _ otherwise: Expression,
    _ columns: [ColumnVector], _ count: Int, _ context: inout EvaluationContext
  ) throws -> ColumnVector {
    let outer = context.selection
    defer { context.selection = outer }
    // For each row the number of the branch that it takes.
    var taken = [Int32](repeating: -1, count: count)
    var open = outer.map { Array($0) } ?? [UInt8](repeating: 1, count: count)
    var values: [ColumnVector] = []
    for branch in branches {
      context.selection = ColumnSlice(open)
      let condition = try branch.condition.evaluate(columns, count: count, &context)
      let chosen = byteAnd(open, trueRows(condition))
      let number = Int32(truncatingIfNeeded: values.count)
      var any: UInt8 = 0
      for row in 0..<count {
        any |= chosen[row]
        open[row] ^= chosen[row]
        if chosen[row] != 0 { taken[row] = number }
      }
      guard any != 0 else { continue }
      context.selection = ColumnSlice(chosen)
      values.append(try branch.value.evaluate(columns, count: count, &context))
    }
    if open.contains(1) || values.isEmpty {
      context.selection = ColumnSlice(open)
      let number = Int32(truncatingIfNeeded: values.count)
      for row in 0..<count where taken[row] < 0 { taken[row] = number }
      values.append(try otherwise.evaluate(columns, count: count, &context))
    } else {
      // Rows that nobody asked for.
      for row in 0..<count where taken[row] < 0 { taken[row] = 0 }
    }
    if values.count == 1, let only = values.first { return only }
    return ColumnVector.merging(values, by: taken)
  }
}

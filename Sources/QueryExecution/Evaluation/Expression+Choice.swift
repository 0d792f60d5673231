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
      guard close(&open, &taken, where: chosen, with: number) else { continue }
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

  // MARK: - Implementation

  /// Rows that are chosen are open no more and take that branch; whether there are any.
  @inline(never)
  private func close(
    _ open: inout [UInt8], _ taken: inout [Int32], where chosen: [UInt8], with number: Int32
  ) -> Bool {
    let count = chosen.count
    return chosen.withUnsafeBufferPointer { chosen in
      open.withUnsafeMutableBufferPointer { open in
        taken.withUnsafeMutableBufferPointer { taken in
          var any: UInt8 = 0
          for row in 0..<count {
            any |= chosen[row]
            open[row] ^= chosen[row]
            taken[row] = chosen[row] != 0 ? number : taken[row]
          }
          return any != 0
        }
      }
    }
  }
}

import Columns

/// One output column an expression, for the same rows.
///
/// A bare column of the input is handed on.
final class ProjectOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let expressions: [Expression]
  private let isBare: Bool
  private let run: RunState
  private var context: EvaluationContext

  init(
    _ input: any PhysicalOperator, _ expressions: [Expression], context: EvaluationContext,
    run: RunState
  ) {
    self.input = input
    self.expressions = expressions
    isBare = expressions.allSatisfy { $0.columnIndex != nil || $0.constant != nil }
    self.context = context
    self.run = run
  }

  func next() throws -> Batch? {
    guard var batch = try input.next() else { return nil }
    try run.step(batch.selectedCount)
    // Where few rows are left, copying them together costs less than computing on all.
    if !isBare, batch.selectedCount * 2 < batch.count { batch = batch.compacted() }
    context.selection = batch.selection
    let columns = try expressions.map {
      try $0.evaluate(batch.columns, count: batch.count, &context)
    }
    return batch.replacingColumns(columns)
  }
}

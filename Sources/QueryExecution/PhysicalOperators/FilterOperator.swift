import Columns

/// Rows for which the predicate is true; null counts as false.
///
/// Marks them in a mask over the same columns and copies nothing.
final class FilterOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let predicate: Expression
  private let run: RunState
  private var context: EvaluationContext

  init(
    _ input: any PhysicalOperator, _ predicate: Expression, context: EvaluationContext,
    run: RunState
  ) {
    self.input = input
    self.predicate = predicate
    self.context = context
    self.run = run
  }

  func next() throws -> Batch? {
    guard let batch = try input.next() else { return nil }
    try run.step(batch.selectedCount)
    context.selection = batch.selection
    let truth = try predicate.evaluate(batch.columns, count: batch.count, &context)
    if truth.isConstant, batch.count > 0, !truth.isNull(0), truth.bools[0] != 0 { return batch }
    var mask = trueRows(truth)
    if let selection = batch.selection { mask = byteAnd(mask, Array(selection)) }
    let selectedCount = mask.withUnsafeBufferPointer { countOnes($0) }
    if selectedCount == batch.count { return batch }
    return Batch(
      columns: batch.columns, count: batch.count, selection: ColumnSlice(mask),
      selectedCount: selectedCount, lineage: batch.lineage)
  }
}

import Columns

/// The rows of an earlier result, or of one that the script worked out, with what they rest on.
final class KeptResultOperator: PhysicalOperator {
  private let result: MaterializedResult
  private let columns: [ColumnVector]
  private let run: RunState
  private var position = 0

  init(_ result: MaterializedResult, columns: [Int], run: RunState) {
    self.result = result
    self.columns = columns.map { result.vectors[$0] }
    self.run = run
  }

  func next() throws -> Batch? {
    guard position < result.rowCount else { return nil }
    let range = position..<min(result.rowCount, position + run.options.batchSize)
    position = range.upperBound
    try run.step(range.count)
    return Batch(
      columns: columns.map { $0[range] }, count: range.count,
      lineage: result.lineage.slice(range))
  }
}

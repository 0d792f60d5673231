import Columns

/// Rows that an operator has collected and gives out batch by batch.
struct KeptRows {
  let columns: [ColumnVector]
  let count: Int
  let lineage: Lineage
  private var position = 0

  init(columns: [ColumnVector], count: Int, lineage: Lineage) {
    self.columns = columns
    self.count = count
    self.lineage = lineage
  }

  mutating func nextBatch(_ run: RunState) throws -> Batch? {
    guard position < count else { return nil }
    let range = position..<min(count, position + run.options.batchSize)
    position = range.upperBound
    try run.step(0)
    return Batch(
      columns: columns.map { $0[range] }, count: range.count, lineage: lineage.slice(range))
  }
}

import Columns
import QueryPlanning

/// The rows of a table: slices of its columns, nothing copied.
final class ScanOperator: PhysicalOperator {
  private let columns: [ColumnVector]
  private let table: TableID
  private let rowCount: Int
  private let run: RunState
  private var position = 0

  init(_ table: TableID, columns: [Int], run: RunState) throws {
    let source = try run.tables.source(of: table)
    self.columns = try columns.map { try source.column($0) }
    self.table = table
    rowCount = source.rowCount
    self.run = run
  }

  func next() throws -> Batch? {
    guard position < rowCount else { return nil }
    let range = position..<min(rowCount, position + run.options.batchSize)
    position = range.upperBound
    try run.step(range.count)
    return Batch(
      columns: columns.map { $0[range] }, count: range.count,
      lineage: .consecutive(table, from: range.lowerBound))
  }
}

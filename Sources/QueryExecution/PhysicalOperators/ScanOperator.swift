import Columns
import QueryPlanning

/// Rows that stand ready: those of a table, of an earlier result, or of one that the script worked
/// out, with what they rest on.
struct StoredRows {
  /// Each `count` long.
  let columns: [ColumnVector]
  let count: Int
  let lineage: Lineage

  static let none = StoredRows(columns: [], count: 0, lineage: .none)

  private init(columns: [ColumnVector], count: Int, lineage: Lineage) {
    self.columns = columns
    self.count = count
    self.lineage = lineage
  }

  init(_ table: TableID, columns: [Int], in tables: any TableCatalog) throws {
    let source = try tables.source(of: table)
    self.columns = try columns.map { try source.column($0) }
    count = source.rowCount
    lineage = .consecutive(table, from: 0)
  }

  init(_ result: MaterializedResult, columns: [Int]) {
    self.columns = columns.map { result.vectors[$0] }
    count = result.rowCount
    lineage = result.lineage
  }
}

/// Gives stored rows: slices of their columns, nothing copied.
final class ScanOperator: PhysicalOperator {
  private let rows: StoredRows
  private let run: RunState
  private var position = 0

  init(_ rows: StoredRows, run: RunState) {
    self.rows = rows
    self.run = run
  }

  func next() throws -> Batch? {
    guard position < rows.count else { return nil }
    let range = position..<min(rows.count, position + run.options.batchSize)
    position = range.upperBound
    try run.step(range.count)
    return Batch(
      columns: rows.columns.map { $0[range] }, count: range.count,
      lineage: rows.lineage.slice(range))
  }
}

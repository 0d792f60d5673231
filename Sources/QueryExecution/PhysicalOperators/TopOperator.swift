import Columns
import QueryPlanning

/// The first of stored rows in the order of a column of integers or times (`articles | top 10 by
/// words`), without making batches of all the others; stable, as sorting is.
///
/// Goes over the column alone, keeps the rows that may be among the first, and looks the other
/// columns up at the end.
final class TopOperator: PhysicalOperator {
  private let rows: StoredRows
  private let key: ColumnSlice<Int64>
  private let isAscending: Bool
  private let limit: Int
  private let run: RunState
  private var output: KeptRows?

  /// Nil where the rows must be sorted as others are: a key of another kind, with nulls, or a limit
  /// that most rows stay within.
  init?(_ rows: StoredRows, keys: [SortKey], limit: Int, run: RunState) {
    guard keys.count == 1, let index = keys[0].expression.columnIndex, limit > 0,
      limit <= rows.count / 4, limit <= 1 << 16, rows.columns[index].validity == nil,
      !rows.columns[index].isConstant, case .long(let values) = rows.columns[index].storage
    else { return nil }
    self.rows = rows
    key = values
    isAscending = keys[0].isAscending
    self.limit = limit
    self.run = run
  }

  func next() throws -> Batch? {
    if output == nil {
      let best = try bestRows()
      output = KeptRows(
        columns: rows.columns.map { $0.gathered(best) }, count: best.count,
        lineage: rows.lineage.gathered(best))
    }
    return try output?.nextBatch(run)
  }

  // MARK: - Implementation

  /// A row and its place in the order: the smallest comes first.
  private struct Candidate: Comparable {
    var place: Int64
    var row: Int32

    static func < (a: Candidate, b: Candidate) -> Bool {
      a.place != b.place ? a.place < b.place : a.row < b.row
    }
  }

  private func bestRows() throws -> [Int32] {
    var best: [Candidate] = []
    // Pruning again soon makes the bound tight, and costs little, as little has come since.
    let pruneAt = limit * 2 + 256
    // What does not come before this is not among the first; a later row like it neither.
    var bound = Int64.max
    var start = 0
    try key.withUnsafeBufferPointer { key in
      while start < key.count {
        let end = min(key.count, start + Batch.size)
        try run.step(end - start)
        let values = UnsafeBufferPointer(rebasing: key[start..<end])
        if best.count < limit || hasRow(before: bound, in: values) {
          for (row, value) in values.enumerated() {
            let place = isAscending ? value : ~value
            guard place < bound || best.count < limit else { continue }
            best.append(
              Candidate(place: place, row: Int32(truncatingIfNeeded: start + row)))
          }
          if best.count >= pruneAt {
            best.sort()
            best.removeSubrange(limit...)
            bound = best[limit - 1].place
          }
        }
        start = end
      }
    }
    best.sort()
    return best.prefix(limit).map(\.row)
  }

  /// Most blocks have none once the bound is tight: a quick loop tells.
  private func hasRow(before bound: Int64, in values: UnsafeBufferPointer<Int64>) -> Bool {
    var found: UInt8 = 0
    if isAscending {
      for value in values { found |= value < bound ? 1 : 0 }
    } else {
      let bound = ~bound
      for value in values { found |= value > bound ? 1 : 0 }
    }
    return found != 0
  }
}

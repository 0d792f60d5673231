import Columns
import QueryPlanning

/// Sorts all of its input, or keeps the first rows of the sorted order (`top`); stable.
///
/// Collects rows; with a limit it sorts and drops the rest each time twice the limit has come, so
/// that memory stays in proportion to the limit.
final class SortOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let types: [ScalarType]
  private let keys: [SortKey]
  private let limit: Int?
  private let run: RunState
  private var context: EvaluationContext
  private var heldBytes = 0
  private var output: KeptRows?
  /// The first key of the worst row that may still be among the first `limit`, once so many rows
  /// are held; what sorts behind it is not collected.
  private var worst: SortOrder.Code?

  init(
    _ input: any PhysicalOperator, columns: [PlanColumn], keys: [SortKey], limit: Int?,
    context: EvaluationContext, run: RunState
  ) {
    self.input = input
    types = columns.map(\.type)
    self.keys = keys
    self.limit = limit
    self.context = context
    self.run = run
  }

  func next() throws -> Batch? {
    if output == nil { output = try sortAll() }
    return try output?.nextBatch(run)
  }

  // MARK: - Implementation

  private func sortAll() throws -> KeptRows {
    if limit == 0 { return KeptRows(columns: emptyColumns(), count: 0, lineage: .none) }
    var collected = makeCollector()
    // Large limits are as good as none. Pruning again soon makes the bound tight, and costs little, as
    // little has come since.
    let pruneAt = limit.flatMap { $0 < 1 << 40 ? $0 * 2 + 256 : nil }
    while let batch = try input.next() {
      try run.step(batch.selectedCount)
      guard batch.selectedCount > 0 else { continue }
      try add(batch.compacted(), to: &collected)
      if let pruneAt, collected.count >= pruneAt {
        let best = try sorted(collected)
        collected = makeCollector()
        collected.append(columns: best.columns, count: best.count, lineage: best.lineage)
        noteWorst(of: best)
      }
      try accountBytes(collected.byteCount)
    }
    let result = try sorted(collected)
    // The sort keys were columns of their own behind the others.
    return KeptRows(
      columns: Array(result.columns.prefix(types.count)), count: result.count,
      lineage: result.lineage)
  }

  private func makeCollector() -> RowCollector {
    RowCollector(types: types + keys.map(\.expression.type), keepsLineage: run.options.keepsLineage)
  }

  private func add(_ batch: Batch, to collected: inout RowCollector) throws {
    context.selection = nil
    let keyColumns = try keys.map {
      try $0.expression.evaluate(batch.columns, count: batch.count, &context)
    }
    guard let rows = promising(keyColumns) else {
      collected.append(
        columns: batch.columns + keyColumns, count: batch.count, lineage: batch.lineage)
      return
    }
    guard !rows.isEmpty else { return }
    collected.append(
      columns: (batch.columns + keyColumns).map { $0.gathered(rows) }, count: rows.count,
      lineage: batch.lineage.gathered(rows))
  }

  /// The rows that are not worse than the worst one held; nil for all.
  private func promising(_ keyColumns: [ColumnVector]) -> [Int32]? {
    guard let worst, let first = keyColumns.first else { return nil }
    // With one key a row like the worst comes after it: the order is stable.
    let takesEqual = keys.count > 1
    if worst.place == 0, first.validity == nil, !first.isConstant,
      case .long(let values) = first.storage
    {
      let bound = keys[0].isAscending ? worst.value : ~worst.value
      return values.withUnsafeBufferPointer {
        rowsBefore(bound, in: $0, isAscending: keys[0].isAscending, takesEqual: takesEqual)
      }
    }
    var rows: [Int32] = []
    for (row, code) in SortOrder.codes(keys[0], first).enumerated()
    where code < worst || (takesEqual && code == worst) {
      rows.append(Int32(truncatingIfNeeded: row))
    }
    return rows
  }

  /// Most batches have no such row once the bound is tight: a quick loop tells that first.
  private func rowsBefore(
    _ bound: Int64, in values: UnsafeBufferPointer<Int64>, isAscending: Bool, takesEqual: Bool
  ) -> [Int32] {
    var isHit: UInt8 = 0
    if isAscending {
      for value in values { isHit |= value <= bound ? 1 : 0 }
    } else {
      for value in values { isHit |= value >= bound ? 1 : 0 }
    }
    guard isHit != 0 else { return [] }
    var rows: [Int32] = []
    for row in values.indices
    where (isAscending ? values[row] < bound : values[row] > bound)
      || (takesEqual && values[row] == bound)
    {
      rows.append(Int32(truncatingIfNeeded: row))
    }
    return rows
  }

  private func noteWorst(of best: KeptRows) {
    let first = types.count
    guard let limit, best.count == limit, best.count > 0,
      SortOrder.hasLastingCodes(best.columns[first].type)
    else { return }
    let last = best.columns[first][best.count - 1..<best.count]
    worst = SortOrder.codes(keys[0], last).first
  }

  private func sorted(_ collected: RowCollector) throws -> KeptRows {
    let rows = collected.finish()
    let keyColumns = rows.columns.suffix(keys.count)
    var order = try SortOrder(keys: keys, columns: Array(keyColumns)).rows(count: rows.count) {
      try run.step(0)
    }
    if let limit, order.count > limit { order.removeSubrange(limit...) }
    return KeptRows(
      columns: rows.columns.map { $0.gathered(order) }, count: order.count,
      lineage: rows.lineage.gathered(order))
  }

  private func emptyColumns() -> [ColumnVector] {
    types.map { ColumnVector(values: [], type: $0) }
  }

  private func accountBytes(_ now: Int) throws {
    try run.hold(now - heldBytes)
    heldBytes = now
  }
}

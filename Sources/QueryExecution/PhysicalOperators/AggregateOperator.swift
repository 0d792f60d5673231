import Columns
import QueryPlanning

/// Groups rows by keys, in order of first appearance, and works out aggregates for each group.
///
/// Takes in all of its input at the first call; then gives the groups batch by batch: the keys, then
/// the aggregates' columns.
final class AggregateOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let keys: [Expression]
  private let aggregates: [(accumulator: any AggregateAccumulator, arguments: [Expression])]
  private let hasBy: Bool
  private let run: RunState
  private var context: EvaluationContext
  private var keyColumns: [ColumnBuilder]
  private var numbering: GroupNumbering
  private var lineage = LineageSetBuilder()
  private var heldBytes = 0
  private var output: KeptRows?

  init(
    _ input: any PhysicalOperator, keys: [Expression],
    aggregates: [(accumulator: any AggregateAccumulator, arguments: [Expression])], hasBy: Bool,
    context: EvaluationContext, run: RunState
  ) {
    self.input = input
    self.keys = keys
    self.aggregates = aggregates
    self.hasBy = hasBy
    self.context = context
    self.run = run
    keyColumns = keys.map { ColumnBuilder($0.type) }
    numbering = GroupNumbering(keyCount: keys.count)
  }

  func next() throws -> Batch? {
    if output == nil { output = try aggregateAll() }
    return try output?.nextBatch(run)
  }

  // MARK: - Implementation

  private func aggregateAll() throws -> KeptRows {
    var hasRows = false
    while let batch = try input.next() {
      try run.step(batch.selectedCount)
      guard batch.selectedCount > 0 else { continue }
      hasRows = true
      try takeIn(batch)
    }
    let groupCount = keys.isEmpty ? (hasRows || !hasBy ? 1 : 0) : numbering.count
    lineage.resize(to: groupCount)
    let columns =
      keyColumns.map { $0.finish() }
      + aggregates.flatMap { $0.accumulator.finish(groupCount: groupCount, context) }
    let sets: Lineage =
      lineage.hasRows
      ? .sets(lineage.finish(), ColumnSlice((0..<groupCount).map { Int32(truncatingIfNeeded: $0) }))
      : .none
    return KeptRows(columns: columns, count: groupCount, lineage: sets)
  }

  private func takeIn(_ batch: Batch) throws {
    // Few rows left are copied together first; of many, only the columns that the expressions make.
    let isSparse = batch.selectedCount * 2 < batch.count
    let rows = readsColumns || keepsLineage(of: batch) ? batch.selectedRows() : nil
    let columns: [ColumnVector]
    let count: Int
    if isSparse, let rows {
      columns = gatherUsed(batch.columns, rows)
      count = rows.count
      context.selection = nil
    } else {
      columns = batch.columns
      count = batch.count
      context.selection = batch.selection
    }
    let evaluate = { (expression: Expression) throws -> ColumnVector in
      let vector = try expression.evaluate(columns, count: count, &self.context)
      guard let rows, !isSparse else {
        return self.readsColumns ? vector : vector.withCount(batch.selectedCount)
      }
      return vector.gathered(rows)
    }
    let keyVectors = try keys.map(evaluate)
    var newRows: [Int32] = []
    let groups = numbering.number(keyVectors, count: batch.selectedCount, newRows: &newRows)
    if !newRows.isEmpty {
      for index in keys.indices { keyColumns[index].append(keyVectors[index].gathered(newRows)) }
    }
    let grouped = GroupedRows(groups: groups, groupCount: numbering.count)
    for aggregate in aggregates {
      let arguments = try aggregate.arguments.map(evaluate)
      try aggregate.accumulator.add(arguments, grouped, context)
    }
    if run.options.keepsLineage { lineage.resize(to: numbering.count) }
    if keepsLineage(of: batch) {
      lineage.add(rows.map { batch.lineage.gathered($0) } ?? batch.lineage, groups: groups)
    }
    try accountBytes()
  }

  /// Whether anything depends on which rows are there, and not on their number alone.
  private lazy var readsColumns =
    !keys.isEmpty
    || aggregates.contains { $0.arguments.contains { $0.constant == nil } }

  private func keepsLineage(of batch: Batch) -> Bool {
    guard run.options.keepsLineage else { return false }
    switch batch.lineage {
    case .none: return false
    case .consecutive, .rows, .sets, .both: return true
    }
  }

  /// The columns that some expression reads, with only these rows; others stand in unread.
  private func gatherUsed(_ columns: [ColumnVector], _ rows: [Int32]) -> [ColumnVector] {
    columns.enumerated().map { index, column in
      usedColumns.contains(index) ? column.gathered(rows) : column
    }
  }

  private lazy var usedColumns: Set<Int> = {
    var used: Set<Int> = []
    for key in keys { key.addColumns(to: &used) }
    for aggregate in aggregates {
      for argument in aggregate.arguments { argument.addColumns(to: &used) }
    }
    return used
  }()

  private func accountBytes() throws {
    guard run.options.limits.bytes != nil else { return }
    let now =
      numbering.byteCount + lineage.byteCount
      + keyColumns.reduce(0) { $0 + $1.byteCount }
      + aggregates.reduce(0) { $0 + $1.accumulator.byteCount }
    try run.hold(now - heldBytes)
    heldBytes = now
  }
}

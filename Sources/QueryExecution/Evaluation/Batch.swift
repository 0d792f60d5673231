package import Columns

/// Up to some thousand rows on their way through the operators: columns, which rows of them count,
/// and where the rows come from.
package struct Batch: Sendable {
  /// The rows of a batch, unless a test asks for another number.
  package static let size = 2048

  package let columns: [ColumnVector]
  /// Rows of the columns, selected or not.
  package let count: Int
  /// A byte a row, 1 where the row is in the batch; nil where all are.
  package let selection: ColumnSlice<UInt8>?
  /// Rows in the batch.
  package let selectedCount: Int
  package let lineage: Lineage

  package init(columns: [ColumnVector], count: Int, lineage: Lineage) {
    self.columns = columns
    self.count = count
    self.selection = nil
    self.selectedCount = count
    self.lineage = lineage
  }

  init(
    columns: [ColumnVector], count: Int, selection: ColumnSlice<UInt8>?, selectedCount: Int,
    lineage: Lineage
  ) {
    self.columns = columns
    self.count = count
    self.selection = selection
    self.selectedCount = selectedCount
    self.lineage = lineage
  }

  /// The numbers of the selected rows, or nil where all are.
  func selectedRows() -> [Int32]? {
    guard let selection else { return nil }
    return selection.withUnsafeBufferPointer { mask in
      rowNumbers(where: mask, count: selectedCount)
    }
  }

  /// The same rows with nothing between them.
  package func compacted() -> Batch {
    guard let rows = selectedRows() else { return self }
    return Batch(
      columns: columns.map { $0.gathered(rows) }, count: rows.count,
      lineage: lineage.gathered(rows))
  }

  /// The first `limit` rows of the batch.
  func prefix(_ limit: Int) -> Batch {
    guard limit < selectedCount else { return self }
    let dense = compacted()
    return Batch(
      columns: dense.columns.map { $0[0..<limit] }, count: limit,
      lineage: dense.lineage.slice(0..<limit))
  }

  /// Other columns for the same rows.
  func replacingColumns(_ columns: [ColumnVector]) -> Batch {
    Batch(
      columns: columns, count: count, selection: selection, selectedCount: selectedCount,
      lineage: lineage)
  }
}

/// The places of the ones in a mask that has `count` of them; without branches, as selectivities
/// near a half would mispredict every other row.
func rowNumbers(where mask: UnsafeBufferPointer<UInt8>, count: Int) -> [Int32] {
  // One place more, as every row is written before it is known to count.
  [Int32](unsafeUninitializedCapacity: count + 1) { rows, made in
    var place = 0
    for row in 0..<mask.count where place <= count {
      rows[place] = Int32(truncatingIfNeeded: row)
      place &+= Int(mask[row])
    }
    made = min(place, count)
  }
}

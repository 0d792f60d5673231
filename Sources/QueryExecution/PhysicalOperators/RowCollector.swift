import Columns

/// Joins batches to one set of columns with their lineage.
struct RowCollector {
  private var builders: [ColumnBuilder]
  private var lineage = LineageBuilder()
  private let keepsLineage: Bool
  private(set) var count = 0

  init(types: [ScalarType], keepsLineage: Bool) {
    builders = types.map { ColumnBuilder($0) }
    self.keepsLineage = keepsLineage
  }

  var byteCount: Int { builders.reduce(lineage.byteCount) { $0 + $1.byteCount } }

  /// Adds `count` rows, all of them selected.
  mutating func append(columns: [ColumnVector], count: Int, lineage rows: Lineage) {
    for index in builders.indices { builders[index].append(columns[index]) }
    if keepsLineage { lineage.append(rows, count: count) }
    self.count += count
  }

  func finish() -> KeptRows {
    KeptRows(
      columns: builders.map { $0.finish() }, count: count,
      lineage: keepsLineage ? lineage.finish() : .none)
  }
}

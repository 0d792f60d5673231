package import Columns
package import QueryPlanning

/// All rows of a result.
package struct MaterializedResult: Sendable {
  package let columns: [PlanColumn]
  /// One for each column, `rowCount` long.
  package let vectors: [ColumnVector]
  package let rowCount: Int
  package let lineage: Lineage

  package init(
    columns: [PlanColumn], vectors: [ColumnVector], rowCount: Int, lineage: Lineage
  ) {
    self.columns = columns
    self.vectors = vectors
    self.rowCount = rowCount
    self.lineage = lineage
  }
}

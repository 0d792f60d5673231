import Columns
import Diagnostics
package import QueryPlanning

/// One query of a script while it runs: gives its rows batch by batch.
package final class QueryRun {
  package let columns: [PlanColumn]
  private let source: any PhysicalOperator
  private let run: RunState
  private var rowCount = 0

  init(_ plan: LogicalPlan, source: any PhysicalOperator, run: RunState) {
    columns = plan.columns
    self.source = source
    self.run = run
  }

  /// The next rows, packed and at least one; nil at the end.
  ///
  /// Throws ``ExecutionError``.
  package func next() throws -> Batch? {
    while let batch = try source.next() {
      guard batch.selectedCount > 0 else { continue }
      rowCount += batch.selectedCount
      if let limit = run.options.limits.rows, rowCount > limit {
        throw ExecutionError.limitExceeded(.rows, limit: limit, used: rowCount)
      }
      return batch.compacted()
    }
    return nil
  }

  /// All rows that are left.
  package func materialize() throws -> MaterializedResult {
    var collected = RowCollector(
      types: columns.map(\.type), keepsLineage: run.options.keepsLineage)
    var held = 0
    while let batch = try next() {
      collected.append(columns: batch.columns, count: batch.count, lineage: batch.lineage)
      if run.options.limits.bytes != nil {
        let now = collected.byteCount
        try run.hold(now - held)
        held = now
      }
    }
    let rows = collected.finish()
    return MaterializedResult(
      columns: columns, vectors: rows.columns, rowCount: rows.count, lineage: rows.lineage)
  }

  /// How many rows each stage has given so far, in the order of the pipeline.
  package var stageCounts: [StageCount] { run.stageCounts }

  /// What there was to say so far.
  package var warnings: [WarningSink.Entry] { run.warnings.entries }
}

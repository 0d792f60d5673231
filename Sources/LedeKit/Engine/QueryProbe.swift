import Columns
import QueryExecution
import QueryPlanning

/// Runs what decides about the columns of a script while it is prepared.
struct QueryProbe: RowProbe {
  let engine: Engine
  let keptResults: [Int: MaterializedResult]

  func values(of script: PlannedScript) -> [ScalarValue]? {
    let optimized = Optimizer(catalog: CatalogIndex(engine.catalog)).optimize(script)
    let executor = Executor(
      tables: engine.corpus.sources, library: engine.library,
      kept: SessionResults(results: keptResults))
    let options = RunOptions(
      now: engine.options.now ?? SystemClock.now, seed: engine.options.seed,
      limits: ExecutionLimits(engine.options.limits), keepsLineage: false)
    guard let run = try? executor.start(optimized, options: options),
      let query = try? run.query(0), let rows = try? query.materialize(),
      let column = rows.vectors.first
    else { return nil }
    return (0..<rows.rowCount).map { column.value(at: $0) }
  }
}

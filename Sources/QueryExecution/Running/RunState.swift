import Columns
package import Diagnostics
import QueryPlanning

/// What the operators of one run share: its tables, limits and counts.
///
/// Used by one thread.
final class RunState {
  let tables: any TableCatalog
  let kept: any KeptResults
  let library: FunctionLibrary
  let options: RunOptions
  let warnings: WarningSink
  private(set) var stageCounts: [StageCount] = []
  private var steps = 0
  private var bytes = 0
  /// The rows of `materialize`, by number, worked out when first asked for.
  let materialized: (Int) throws -> MaterializedResult

  init(
    tables: any TableCatalog, kept: any KeptResults, library: FunctionLibrary,
    options: RunOptions, warnings: WarningSink,
    materialized: @escaping (Int) throws -> MaterializedResult
  ) {
    self.materialized = materialized
    self.tables = tables
    self.kept = kept
    self.library = library
    self.options = options
    self.warnings = warnings
  }

  /// A context for the expressions of one operator.
  func makeContext(_ origin: SourceRange) -> EvaluationContext {
    EvaluationContext(
      now: options.now, seed: options.seed, limits: options.limits,
      cancellation: options.cancellation, warnings: warnings, articles: tables.provenance,
      range: origin)
  }

  /// Called by every operator for every batch it makes or takes in: sees a cancel, a deadline and
  /// the limit of steps.
  func step(_ rows: Int) throws {
    try options.cancellation.check()
    steps &+= rows
    if let limit = options.limits.steps, steps > limit {
      throw ExecutionError.limitExceeded(.steps, limit: limit, used: steps)
    }
  }

  /// Says that an operator now holds so many bytes more (or fewer).
  func hold(_ change: Int) throws {
    bytes += change
    if let limit = options.limits.bytes, bytes > limit {
      throw ExecutionError.limitExceeded(.bytes, limit: limit, used: bytes)
    }
  }

  /// A place for the row count of a stage.
  func openStage(_ origin: SourceRange) -> Int {
    stageCounts.append(StageCount(origin: origin, rows: 0))
    return stageCounts.count - 1
  }

  func countStage(_ index: Int, _ rows: Int) {
    stageCounts[index].rows += rows
  }
}

/// How many rows a stage of the query gave.
package struct StageCount: Hashable, Sendable {
  /// Where the stage is written.
  package var origin: SourceRange
  package var rows: Int
}

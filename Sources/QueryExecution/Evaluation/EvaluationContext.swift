package import Columns
package import Diagnostics

/// What a kernel may know and touch besides its arguments.
package struct EvaluationContext {
  /// The clock value of the whole script, 100 ns steps since 0001-01-01 UTC.
  package let now: Int64
  package let seed: UInt64
  package let limits: ExecutionLimits
  package let cancellation: CancellationToken
  package let warnings: WarningSink
  /// What stands behind the tables; nil where no articles do.
  package let articles: (any ProvenanceSource)?
  /// Where the call being worked out is written.
  package internal(set) var range: SourceRange
  /// A byte a row, 1 where the row's result will be used; nil where all are.
  ///
  /// Kernels that warn or cost much for a row should skip the others.
  package internal(set) var selection: ColumnSlice<UInt8>?
  /// Where results by dictionary entry are kept between batches; nil where an argument besides
  /// the string column may change from batch to batch.
  package internal(set) var memo: DictionaryMemo?

  package init(
    now: Int64 = 0, seed: UInt64 = 0, limits: ExecutionLimits = ExecutionLimits(),
    cancellation: CancellationToken = CancellationToken(), warnings: WarningSink = WarningSink(),
    articles: (any ProvenanceSource)? = nil, range: SourceRange = SourceRange(0, 0)
  ) {
    self.articles = articles
    self.now = now
    self.seed = seed
    self.limits = limits
    self.cancellation = cancellation
    self.warnings = warnings
    self.range = range
  }

  @inline(__always)
  package func isSelected(_ row: Int) -> Bool {
    guard let selection else { return true }
    return selection[row] != 0
  }

  /// Notes that something was left out or null for a reason worth saying; told once a place.
  package func warn(_ warning: ExecutionWarning) {
    warnings.add(warning, at: range)
  }

  /// Throws if the run was cancelled or its time is over.
  ///
  /// Long loops inside one row call it too.
  package func checkCancellation() throws {
    try cancellation.check()
  }
}

/// How a script is run.
package struct RunOptions: Sendable {
  /// 100 ns steps since 0001-01-01 UTC; the one clock value of the run.
  package var now: Int64
  package var seed: UInt64
  package var limits: ExecutionLimits
  package var cancellation: CancellationToken
  /// Whether the rows behind each row are kept track of.
  package var keepsLineage: Bool
  /// Rows of a batch; tests use small ones.
  package var batchSize: Int

  package init(
    now: Int64 = 0, seed: UInt64 = 0, limits: ExecutionLimits = ExecutionLimits(),
    cancellation: CancellationToken = CancellationToken(), keepsLineage: Bool = true,
    batchSize: Int = Batch.size
  ) {
    self.now = now
    self.seed = seed
    self.limits = limits
    self.cancellation = cancellation
    self.keepsLineage = keepsLineage
    self.batchSize = max(1, batchSize)
  }
}

import Columns

/// A step of a running query.
///
/// Belongs to one run and one thread.
protocol PhysicalOperator: AnyObject {
  /// The next batch, nil at the end and ever after. Batches may be empty; the caller owns them.
  func next() throws -> Batch?
}

import LedeModels

/// Where the rows of a model's table lie, so that they are fetched while features are still made.
///
/// Scoring waits for memory: rows lie all over the table, and many can be on their way at once.
package struct ModelRows {
  private let start: UnsafeRawPointer
  private let bits: Int
  /// Bytes a row.
  private let width: Int

  /// A table of 2^`bits` rows of `width` bytes that outlives this value.
  package init(start: UnsafeRawPointer, bits: Int, width: Int) {
    self.start = start
    self.bits = bits
    self.width = width
  }

  @inline(__always)
  func prefetch(_ feature: FeatureHash) {
    LedePrefetch(start + Int(feature.row(bits: bits)) &* width)
  }
}

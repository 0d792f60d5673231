/// The features of one token while they are collected.
package struct FeatureList: ~Copyable {
  /// More are dropped: ``LinearModel`` sums at most 256.
  package static let capacity = 200

  private let memory: UnsafeMutablePointer<FeatureHash>
  package private(set) var count = 0
  /// The rows of the model that will score the features.
  private let rows: ModelRows?

  package init(for rows: ModelRows? = nil) {
    memory = .allocate(capacity: Self.capacity)
    self.rows = rows
  }

  deinit { memory.deallocate() }

  @inline(__always)
  package mutating func removeAll() { count = 0 }

  @inline(__always)
  package mutating func append(_ feature: FeatureHash) {
    guard count < Self.capacity else { return }
    (memory + count).initialize(to: feature)
    rows?.prefetch(feature)
    count += 1
  }

  /// Valid until the next change.
  package var features: UnsafeBufferPointer<FeatureHash> {
    UnsafeBufferPointer(start: memory, count: count)
  }
}

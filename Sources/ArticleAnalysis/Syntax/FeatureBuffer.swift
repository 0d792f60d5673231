/// Features of one choice, one after the other; the template's number counts up by itself.
package struct FeatureBuffer {
  /// More features than this the sums of a model do not hold.
  package static let capacity = 256

  private let start: UnsafeMutablePointer<FeatureHash>
  package private(set) var count = 0
  private var template: UInt64 = 0
  /// The rows of the model that will score the features.
  package var rows: ModelRows?

  /// A buffer over memory for ``capacity`` features.
  package init(_ memory: UnsafeMutableBufferPointer<FeatureHash>) {
    precondition(memory.count >= Self.capacity, "memory for all features")
    guard let base = memory.baseAddress else { preconditionFailure("memory for all features") }
    start = base
  }

  package var features: UnsafeBufferPointer<FeatureHash> {
    UnsafeBufferPointer(start: start, count: count)
  }

  @inline(__always)
  package mutating func clear() {
    count = 0
    template = 0
  }

  @inline(__always)
  package mutating func add(_ first: UInt64) { append(next().and(first)) }

  @inline(__always)
  package mutating func add(_ first: UInt64, _ second: UInt64) {
    append(next().and(first).and(second))
  }

  @inline(__always)
  package mutating func add(_ first: UInt64, _ second: UInt64, _ third: UInt64) {
    append(next().and(first).and(second).and(third))
  }

  @inline(__always)
  package mutating func add(
    _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64
  ) {
    append(next().and(first).and(second).and(third).and(fourth))
  }

  // MARK: - Implementation

  @inline(__always)
  private mutating func next() -> FeatureHash {
    defer { template &+= 1 }
    return FeatureHash(template: template)
  }

  @inline(__always)
  private mutating func append(_ feature: FeatureHash) {
    start[count] = feature
    rows?.prefetch(feature)
    count &+= 1
  }
}

import Glibc

/// A linear classifier over hashed features: a row of small weights for each feature, a weight for
/// each class; the score of a class is the sum over the features that hold.
///
/// Weights are bytes in one flat table, as scoring waits for memory more than it computes.
/// An immutable object, so that all threads share one table.
package final class LinearModel: Sendable {
  /// The names of the classes, by number.
  package let labels: [String]
  /// The table has 2^`bits` rows.
  package let bits: Int
  /// Weights a row: the number of classes, rounded up to 1, 4, 8 or a multiple of 16.
  package let stride: Int
  /// What one unit of a score stands for: a score times `unit` is the trained score.
  package let unit: Float
  // Written once before it is shared, and never after: hence safe to share.
  private nonisolated(unsafe) let weights: UnsafePointer<Int8>
  private let memory: Memory

  package var classCount: Int { labels.count }
  package var rowCount: Int { 1 << bits }

  /// A model whose weights are all zero until `fill` has set them.
  package init(
    labels: [String], bits: Int, unit: Float,
    fill: (UnsafeMutableBufferPointer<Int8>) throws(ModelError) -> Void
  ) throws(ModelError) {
    self.labels = labels
    self.bits = bits
    self.unit = unit
    stride = Self.stride(classCount: labels.count)
    let count = stride << bits
    let owned = try OwnedMemory(count: count)
    memory = .owned(owned)
    weights = UnsafePointer(owned.start)
    try fill(UnsafeMutableBufferPointer(start: owned.start, count: count))
  }

  /// A model whose weights lie in `table`, row by row, ``stride`` bytes each; nil where it holds more
  /// or less.
  package init?(labels: [String], bits: Int, unit: Float, table: ModelBytes) {
    stride = Self.stride(classCount: labels.count)
    guard table.count == stride << bits, let start = table.withBytes({ $0.baseAddress }) else {
      return nil
    }
    self.labels = labels
    self.bits = bits
    self.unit = unit
    memory = .shared(table)
    weights = start.assumingMemoryBound(to: Int8.self)
  }

  /// What keeps the weights alive.
  private enum Memory: Sendable {
    case owned(OwnedMemory)
    case shared(ModelBytes)
  }

  private final class OwnedMemory: Sendable {
    /// Bytes of a line of the cache.
    private static let line = 64
    private nonisolated(unsafe) let memory: UnsafeMutableRawPointer
    nonisolated(unsafe) let start: UnsafeMutablePointer<Int8>

    // Zeroed pages that nobody touches cost nothing. Rows begin where a line of the cache does.
    init(count: Int) throws(ModelError) {
      guard let memory = calloc(count + Self.line, 1) else { throw .outOfMemory }
      self.memory = memory
      start = memory.alignedUp(toMultipleOf: Self.line).bindMemory(to: Int8.self, capacity: count)
    }

    deinit { free(memory) }
  }

  package static func stride(classCount: Int) -> Int {
    classCount == 1 ? 1 : classCount <= 4 ? 4 : classCount <= 8 ? 8 : (classCount + 15) / 16 * 16
  }

  /// The weights of a row, ``stride`` of them.
  package func row(_ index: Int) -> UnsafeBufferPointer<Int8> {
    precondition(index >= 0 && index < rowCount, "a row of the table")
    return UnsafeBufferPointer(start: weights + index * stride, count: stride)
  }

  /// Where the rows lie, for as long as the model lives.
  package var rows: ModelRows {
    ModelRows(start: UnsafeRawPointer(weights), bits: bits, width: stride)
  }

  /// Sums the rows of the features into `scores`, which holds ``stride`` numbers.
  ///
  /// At most 256 features, so that a sum fits its 16 bits.
  @inline(__always)
  package func score(
    _ features: UnsafeBufferPointer<FeatureHash>, into scores: UnsafeMutablePointer<Int16>
  ) {
    precondition(features.count <= 256, "sums of at most 256 weights fit 16 bits")
    switch stride {
    case 1: scores[0] = Int16(truncatingIfNeeded: sum(features))
    case 4: sum4(features, scores)
    case 8: sum8(features, scores)
    default:
      var class0 = 0
      while class0 + 32 <= stride {
        sum32(features, scores, class0)
        class0 += 32
      }
      if class0 < stride { sum16(features, scores, class0) }
    }
  }

  /// The class with the highest score, the first of equal ones.
  package func best(
    _ features: UnsafeBufferPointer<FeatureHash>, scores: UnsafeMutablePointer<Int16>
  ) -> Int {
    score(features, into: scores)
    var best = 0
    for index in 1..<max(1, classCount) where scores[index] > scores[best] { best = index }
    return best
  }

  /// The score of the only class of a model with one.
  @inline(__always)
  package func sum(_ features: some Sequence<FeatureHash>) -> Int {
    precondition(stride == 1, "a model of one class")
    var sum = 0
    for feature in features { sum += Int(weights[Int(feature.row(bits: bits))]) }
    return sum
  }

  // MARK: - Implementation

  @inline(__always)
  private func address(_ feature: FeatureHash) -> UnsafeRawPointer {
    UnsafeRawPointer(weights + Int(feature.row(bits: bits)) * stride)
  }

  private func sum4(
    _ features: UnsafeBufferPointer<FeatureHash>, _ scores: UnsafeMutablePointer<Int16>
  ) {
    var sum = SIMD4<Int16>()
    for feature in features {
      let weights = address(feature).loadUnaligned(as: SIMD4<Int8>.self)
      sum &+= SIMD4<Int16>(truncatingIfNeeded: weights)
    }
    UnsafeMutableRawPointer(scores).storeBytes(of: sum, as: SIMD4<Int16>.self)
  }

  private func sum8(
    _ features: UnsafeBufferPointer<FeatureHash>, _ scores: UnsafeMutablePointer<Int16>
  ) {
    var sum = SIMD8<Int16>()
    for feature in features {
      let weights = address(feature).loadUnaligned(as: SIMD8<Int8>.self)
      sum &+= SIMD8<Int16>(truncatingIfNeeded: weights)
    }
    UnsafeMutableRawPointer(scores).storeBytes(of: sum, as: SIMD8<Int16>.self)
  }

  private func sum16(
    _ features: UnsafeBufferPointer<FeatureHash>, _ scores: UnsafeMutablePointer<Int16>,
    _ class0: Int
  ) {
    var sum = SIMD16<Int16>()
    for feature in features {
      let weights = (address(feature) + class0).loadUnaligned(as: SIMD16<Int8>.self)
      sum &+= SIMD16<Int16>(truncatingIfNeeded: weights)
    }
    UnsafeMutableRawPointer(scores + class0).storeBytes(of: sum, as: SIMD16<Int16>.self)
  }

  private func sum32(
    _ features: UnsafeBufferPointer<FeatureHash>, _ scores: UnsafeMutablePointer<Int16>,
    _ class0: Int
  ) {
    var low = SIMD16<Int16>()
    var high = SIMD16<Int16>()
    for feature in features {
      let place = address(feature) + class0
      low &+= SIMD16<Int16>(truncatingIfNeeded: place.loadUnaligned(as: SIMD16<Int8>.self))
      high &+= SIMD16<Int16>(truncatingIfNeeded: (place + 16).loadUnaligned(as: SIMD16<Int8>.self))
    }
    let target = UnsafeMutableRawPointer(scores + class0)
    target.storeBytes(of: low, as: SIMD16<Int16>.self)
    (target + 32).storeBytes(of: high, as: SIMD16<Int16>.self)
  }
}

import ArticleAnalysis

/// The weights of the three transitions in training, each feature in a row of its own.
///
/// Averages are kept in the lazy form, as ``AveragedPerceptron`` does; unlike its table this one
/// holds features apart by all their 64 bits and grows with them.
struct TransitionPerceptron {
  private struct Row {
    var key: UInt64 = 0
    var weights = SIMD4<Float>()
    var moments = SIMD4<Double>()
  }

  private var rows: [Row]
  private var count = 0
  private var step = 1.0

  init(bits: Int = 20) { rows = Array(repeating: Row(), count: 1 << bits) }

  /// The scores of the transitions, by their number.
  func score(_ features: UnsafeBufferPointer<FeatureHash>) -> SIMD4<Float> {
    var sum = SIMD4<Float>()
    rows.withUnsafeBufferPointer { rows in
      for feature in features { sum += rows[Self.slot(of: feature.value, in: rows)].weights }
    }
    return sum
  }

  /// Counts an example.
  mutating func advance() { step += 1 }

  /// Moves the weights toward one transition and away from another.
  mutating func update(
    _ features: UnsafeBufferPointer<FeatureHash>, toward right: Transition, from wrong: Transition
  ) {
    if (count + features.count) * 10 > rows.count * 7 { grow() }
    var change = SIMD4<Float>()
    change[right.rawValue] = 1
    change[wrong.rawValue] = -1
    let moment = SIMD4<Double>(change) * step
    var new = 0
    rows.withUnsafeMutableBufferPointer { rows in
      for feature in features {
        let key = feature.value
        let slot = Self.slot(of: key, in: UnsafeBufferPointer(rows))
        if rows[slot].key == 0 {
          rows[slot].key = key
          new += 1
        }
        rows[slot].weights += change
        rows[slot].moments += moment
      }
    }
    count += new
  }

  /// Adds the averaged weights of each feature to `sums`.
  func addAverages(to sums: inout [UInt64: SIMD4<Float>]) {
    for row in rows where row.key != 0 {
      let average = SIMD4<Double>(row.weights) - row.moments / step
      sums[row.key, default: SIMD4()] += SIMD4<Float>(average)
    }
  }

  // MARK: - Implementation

  @inline(__always)
  private static func slot(of key: UInt64, in rows: UnsafeBufferPointer<Row>) -> Int {
    let mask = rows.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while rows[slot].key != 0, rows[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = rows
    rows = Array(repeating: Row(), count: old.count * 2)
    rows.withUnsafeMutableBufferPointer { rows in
      for row in old where row.key != 0 {
        rows[Self.slot(of: row.key, in: UnsafeBufferPointer(rows))] = row
      }
    }
  }
}

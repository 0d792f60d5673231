import ArticleAnalysis

/// A linear classifier in training: weights that change by whole steps, and their averages.
///
/// Averaging follows Freund and Schapire (1999) in the lazy form of Daumé: next to each weight
/// stands the sum of its changes times the step at which they came. Nothing depends on chance or on
/// time, so equal examples in equal order give equal weights.
struct AveragedPerceptron {
  let labels: [String]
  let bits: Int
  private let stride: Int
  private var weights: [Int32]
  private var moments: [Int64]
  /// Examples seen, 1 before the first.
  private(set) var step: Int64 = 1

  init(labels: [String], bits: Int) {
    self.labels = labels
    self.bits = bits
    stride = LinearModel.stride(classCount: labels.count)
    weights = Array(repeating: 0, count: stride << bits)
    moments = Array(repeating: 0, count: stride << bits)
  }

  /// The scores of all classes.
  func score(_ features: some Collection<FeatureHash>, into scores: inout [Int32]) {
    for label in labels.indices { scores[label] = 0 }
    weights.withUnsafeBufferPointer { weights in
      for feature in features {
        let row = Int(feature.row(bits: bits)) * stride
        for label in labels.indices { scores[label] &+= weights[row + label] }
      }
    }
  }

  /// Counts an example.
  mutating func advance() { step += 1 }

  /// Moves the weights toward the class that is right and away from the one that was chosen.
  mutating func update(
    _ features: some Collection<FeatureHash>, right: Int, chosen: Int, by amount: Int32 = 1
  ) {
    guard right != chosen else { return }
    for feature in features {
      let row = Int(feature.row(bits: bits)) * stride
      weights[row + right] += amount
      weights[row + chosen] -= amount
      moments[row + right] += step * Int64(amount)
      moments[row + chosen] -= step * Int64(amount)
    }
  }

  /// The averaged weights.
  var averages: [Float] {
    zip(weights, moments).map { weight, moment in
      Float(Double(weight) - Double(moment) / Double(step))
    }
  }

  /// The averaged weights in bytes.
  func model(clipped: Double = 0.0005, smallest: Int = 1) throws -> LinearModel {
    try Self.model(
      averages: averages, labels: labels, bits: bits, clipped: clipped, smallest: smallest)
  }

  /// Weights in bytes.
  ///
  /// A share `clipped` of the weights is cut to the largest byte, so that a few huge ones do not
  /// make all others coarse; weights nearer to zero than `smallest` units are left out.
  static func model(
    averages: [Float], labels: [String], bits: Int, clipped: Double = 0.0005, smallest: Int = 1
  ) throws -> LinearModel {
    let sizes = averages.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    let largest =
      sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, Int(Double(sizes.count) * (1 - clipped)))]
    let unit = largest / 127
    return try LinearModel(labels: labels, bits: bits, unit: unit) { bytes in
      for (index, average) in averages.enumerated() {
        let value = Int((average / unit).rounded())
        if abs(value) >= smallest { bytes[index] = Int8(max(-127, min(127, value))) }
      }
    }
  }
}

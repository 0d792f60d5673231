import ArticleAnalysis
import Glibc

/// A logistic classifier of one class in training, by stochastic gradient descent with a step for
/// each weight (AdaGrad; Duchi, Hazan and Singer 2011).
///
/// Targets lie between 0 and 1. Nothing depends on chance: equal examples in equal order give equal
/// weights.
struct LogisticTrainer {
  let bits: Int
  private var weights: [Float]
  private var squares: [Float]
  private let rate: Float
  private let decay: Float

  init(bits: Int, rate: Float = 0.1, decay: Float = 1e-6) {
    self.bits = bits
    self.rate = rate
    self.decay = decay
    weights = Array(repeating: 0, count: 1 << bits)
    squares = Array(repeating: 1e-4, count: 1 << bits)
  }

  func score(_ rows: ArraySlice<UInt32>) -> Float {
    var sum: Float = 0
    weights.withUnsafeBufferPointer { weights in
      for row in rows { sum += weights[Int(row)] }
    }
    return sum
  }

  /// Moves the weights of an example toward its target.
  mutating func learn(_ rows: ArraySlice<UInt32>, target: Float, importance: Float = 1) {
    let probability = 1 / (1 + expf(-score(rows)))
    let error = (probability - target) * importance
    guard abs(error) > 1e-4 else { return }
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        for row in rows {
          let row = Int(row)
          let gradient = error + decay * weights[row]
          squares[row] += gradient * gradient
          weights[row] -= rate * gradient / squares[row].squareRoot()
        }
      }
    }
  }

  /// The weights in bytes; a share `clipped` of them is cut to the largest byte.
  func model(clipped: Double = 0.001) throws -> LinearModel {
    let sizes = weights.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    let largest =
      sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, Int(Double(sizes.count) * (1 - clipped)))]
    let unit = largest / 127
    return try LinearModel(labels: ["right"], bits: bits, unit: unit) { bytes in
      for (index, weight) in weights.enumerated() {
        bytes[index] = Int8(max(-127, min(127, Int((weight / unit).rounded()))))
      }
    }
  }
}

import Glibc

/// Finds the best sequence of labels for tokens whose labels have scores, and how sure each is.
///
/// A linear chain: a label's score adds to that of the step from the label before (Lafferty,
/// McCallum and Pereira, 2001). No label stands where ``NameLabels/allows(_:after:)`` forbids it.
package struct NameDecoder: Sendable {
  private static let count = NameLabels.count
  private static let never: Float = -1e30

  /// The score of the step from one label to the next, row by row.
  private let steps: [Float]
  private let exponentials: [Float]

  /// - Parameter steps: for each label, the scores of the labels after it.
  package init(steps: [Float]) {
    precondition(steps.count == Self.count * Self.count, "a score for each pair of labels")
    var allowed = steps
    for label in 0..<Self.count {
      for next in 0..<Self.count
      where !NameLabels.allows(UInt8(next), after: UInt8(label)) {
        allowed[label * Self.count + next] = Self.never
      }
    }
    self.steps = allowed
    exponentials = allowed.map { $0 == Self.never ? 0 : exp($0) }
  }

  /// The best labels of `count` tokens, with `stride` scores for each, those of the labels first.
  package func best(_ scores: UnsafeBufferPointer<Float>, stride: Int, count: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    let labels = Self.count
    var values: [Float] = Array(repeating: 0, count: labels)
    var next = values
    var origins: [UInt8] = Array(repeating: 0, count: count * labels)
    for label in 0..<labels { values[label] = scores[label] + steps[label] }
    for index in 1..<max(1, count) {
      for label in 0..<labels {
        var best = values[0] + steps[label]
        var origin = 0
        for before in 1..<labels {
          let value = values[before] + steps[before * labels + label]
          if value > best {
            best = value
            origin = before
          }
        }
        next[label] = best + scores[index * stride + label]
        origins[index * labels + label] = UInt8(origin)
      }
      swap(&values, &next)
    }
    var label = 0
    for other in 1..<labels where values[other] > values[label] { label = other }
    var result: [UInt8] = Array(repeating: 0, count: count)
    for index in (0..<count).reversed() {
      result[index] = UInt8(label)
      label = Int(origins[index * labels + label])
    }
    return result
  }

  /// The probability of each label of each token, row by row, over all sequences.
  package func probabilities(
    _ scores: UnsafeBufferPointer<Float>, stride: Int, count: Int
  ) -> [Float] {
    let labels = Self.count
    var weights: [Float] = Array(repeating: 0, count: count * labels)
    var forward = weights
    // Each row is scaled to a sum of 1, which changes no probability.
    for index in 0..<count {
      var most = scores[index * stride]
      for label in 1..<labels { most = max(most, scores[index * stride + label]) }
      for label in 0..<labels {
        weights[index * labels + label] = exp(scores[index * stride + label] - most)
      }
    }
    for index in 0..<count {
      var sum: Float = 0
      for label in 0..<labels {
        var value: Float = 0
        if index == 0 {
          value = exponentials[label]
        } else {
          for before in 0..<labels {
            value += forward[(index - 1) * labels + before] * exponentials[before * labels + label]
          }
        }
        value *= weights[index * labels + label]
        forward[index * labels + label] = value
        sum += value
      }
      let scale = sum > 0 ? 1 / sum : 0
      for label in 0..<labels { forward[index * labels + label] *= scale }
    }
    var backward: [Float] = Array(repeating: 1, count: labels)
    var earlier = backward
    for index in (0..<count).reversed() {
      var sum: Float = 0
      for label in 0..<labels {
        forward[index * labels + label] *= backward[label]
        sum += forward[index * labels + label]
      }
      let scale = sum > 0 ? 1 / sum : 0
      for label in 0..<labels { forward[index * labels + label] *= scale }
      guard index > 0 else { break }
      var total: Float = 0
      for label in 0..<labels {
        var value: Float = 0
        for next in 0..<labels {
          value +=
            exponentials[label * labels + next] * weights[index * labels + next] * backward[next]
        }
        earlier[label] = value
        total += value
      }
      for label in 0..<labels { backward[label] = total > 0 ? earlier[label] / total : 1 }
    }
    return forward
  }
}

import ArticleAnalysis
import Glibc

/// By how much the scores of a stretch would have to change for its labels to become more probable.
struct ChainGradient {
  /// Per token: for each label, 1 where it is right, less its probability.
  let tokens: [ChainWeights.Row]
  /// For each step from a label to the next: how often it is there, less how often it is expected.
  let steps: [Float]
  /// The negative logarithm of the probability of the labels.
  let loss: Double

  /// The gradient for scores of 16 numbers a token, those of the labels first.
  init(_ scores: [Float], steps: [Float], labels: [UInt8]) {
    let count = labels.count
    let all = NameLabels.count
    var weight: [Float] = Array(repeating: 0, count: count * all)
    var step: [Float] = Array(repeating: 0, count: all * all)
    for label in 0..<all {
      for next in 0..<all where NameLabels.allows(UInt8(next), after: UInt8(label)) {
        step[label * all + next] = exp(steps[label * all + next])
      }
    }
    for token in 0..<count {
      let most = scores[(token * 16)..<(token * 16 + all)].max() ?? 0
      for label in 0..<all {
        weight[token * all + label] = exp(scores[token * 16 + label] - most)
      }
    }
    // Forward and backward, each row scaled to a sum of 1.
    var forward = weight
    var scale: [Float] = Array(repeating: 1, count: count)
    for token in 0..<count {
      var sum: Float = 0
      for label in 0..<all {
        var value: Float = 0
        if token == 0 {
          value = step[label]
        } else {
          for before in 0..<all {
            value += forward[(token - 1) * all + before] * step[before * all + label]
          }
        }
        value *= weight[token * all + label]
        forward[token * all + label] = value
        sum += value
      }
      scale[token] = 1 / max(sum, .leastNormalMagnitude)
      for label in 0..<all { forward[token * all + label] *= scale[token] }
    }
    var backward: [Float] = Array(repeating: 1, count: count * all)
    var expected: [Float] = Array(repeating: 0, count: all * all)
    for token in stride(from: count - 1, through: 0, by: -1) {
      for label in 0..<all where token + 1 < count {
        var value: Float = 0
        for next in 0..<all {
          value +=
            step[label * all + next] * weight[(token + 1) * all + next]
            * backward[(token + 1) * all + next]
        }
        backward[token * all + label] = value * scale[token + 1]
      }
      for next in 0..<all {
        let rest = weight[token * all + next] * backward[token * all + next] * scale[token]
        if token == 0 {
          expected[next] += step[next] * rest
        } else {
          for label in 0..<all {
            expected[label * all + next] +=
              forward[(token - 1) * all + label] * step[label * all + next] * rest
          }
        }
      }
    }
    var gradients: [ChainWeights.Row] = []
    gradients.reserveCapacity(count)
    var difference = expected.map { -$0 }
    var loss = 0.0
    var previous = 0
    for token in 0..<count {
      var row = ChainWeights.Row()
      for label in 0..<all {
        row[label] = -forward[token * all + label] * backward[token * all + label]
      }
      let right = Int(labels[token])
      row[right] += 1
      difference[previous * all + right] += 1
      let chance = weight[token * all + right] * step[previous * all + right] * scale[token]
      loss -= Double(log(max(chance, .leastNormalMagnitude)))
      previous = right
      gradients.append(row)
    }
    tokens = gradients
    self.steps = difference
    self.loss = loss
  }
}

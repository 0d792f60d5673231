import ArticleAnalysis

/// Learns which transition to take, from sentences with their trees.
///
/// A perceptron with a margin: where a wrong transition scores nearly as much as the best right one,
/// the weights move. From the second round on the parser goes on from its own mistakes, so that it
/// learns what to do after them; the oracle says what is still right there.
struct TransitionTrainer {
  struct Options {
    var rounds = 9
    var margin: Float = 10
    /// How many times all is learned anew in another order; the weights are the sum of all.
    var runs = 1
    var seed: UInt64 = 1
    /// The table has four times two to the power of this slots.
    var bits = 17
  }

  /// A sentence to learn from.
  struct Example {
    var words: ParserWords
    /// The heads by word, -1 for the root; the tree is projective.
    var heads: [Int32]
    var guide: ParserGuide?

    /// The same from last word to first, without guide.
    func reversed() -> Example {
      Example(
        words: words.reversed(), heads: SentenceParser.turned(heads),
        guide: nil)
    }
  }

  let options: Options

  /// The sums of the averaged weights of all runs.
  func weights(
    of examples: [Example], report: (Int, Double) -> Void = { _, _ in }
  ) -> [UInt64: SIMD4<Float>] {
    var sums: [UInt64: SIMD4<Float>] = [:]
    for run in 0..<max(1, options.runs) {
      var generator = SeededGenerator(seed: options.seed &+ UInt64(run) &* 7_919)
      var perceptron = TransitionPerceptron()
      var order = Array(examples.indices)
      let oracles = examples.map { DynamicOracle(heads: $0.heads) }
      withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: FeatureBuffer.capacity) {
        memory in
        var buffer = FeatureBuffer(memory)
        var state = ParserState()
        for round in 1...max(1, options.rounds) {
          generator.shuffle(&order)
          var counts = (right: 0, all: 0)
          for number in order {
            learn(
              examples[number], oracles[number], explores: round > 1, &state, &perceptron, &buffer,
              &counts)
          }
          report(round, Double(counts.right) / Double(max(1, counts.all)))
        }
      }
      perceptron.addAverages(to: &sums)
    }
    return sums
  }

  /// The part of a model file with the weights that matter most.
  func table(of weights: [UInt64: SIMD4<Float>]) -> [UInt8] {
    // A common part of all transitions changes no choice; without it weights fit a byte better.
    var features: [(key: UInt64, weights: SIMD4<Float>, size: Float)] = []
    features.reserveCapacity(weights.count)
    var largest: Float = 1e-6
    for (key, sum) in weights {
      var weights = sum
      let mean = (weights[0] + weights[1] + weights[2]) / 3
      weights -= SIMD4(mean, mean, mean, 0)
      let high = max(weights[0], weights[1], weights[2])
      let low = min(weights[0], weights[1], weights[2])
      largest = max(largest, high, -low)
      features.append((key, weights, high - low))
    }
    features.sort { ($1.size, $0.key) < ($0.size, $1.key) }
    let unit = largest / 127
    let kept = features.lazy.map { feature in
      (
        feature: FeatureHash(value: feature.key),
        weights: (0..<3).map { Int8((feature.weights[$0] / unit).rounded()) }
      )
    }.filter { $0.weights != [0, 0, 0] }
    return TransitionTable.encode(bits: options.bits, features: kept)
  }

  // MARK: - Implementation

  private func learn(
    _ example: Example, _ oracle: DynamicOracle, explores: Bool, _ state: inout ParserState,
    _ perceptron: inout TransitionPerceptron, _ buffer: inout FeatureBuffer,
    _ counts: inout (right: Int, all: Int)
  ) {
    state.start(count: example.words.count)
    example.words.parts.withUnsafeBufferPointer { parts in
      guard let base = parts.baseAddress else { return }
      while !state.isFinal {
        if let forced = state.forced {
          state.apply(forced)
          continue
        }
        TransitionFeatures.fill(&buffer, state: state, words: base, guide: example.guide)
        let scores = perceptron.score(buffer.features)
        var right: Transition?
        var wrong: Transition?
        for transition in Transition.allCases where state.allows(transition) {
          let score = scores[transition.rawValue]
          if oracle.cost(of: transition, in: state) == 0 {
            if right.map({ score > scores[$0.rawValue] }) ?? true { right = transition }
          } else if wrong.map({ score > scores[$0.rawValue] }) ?? true {
            wrong = transition
          }
        }
        // Some transition costs nothing from any state.
        guard let right else { return }
        perceptron.advance()
        counts.all += 1
        var chosen = right
        if let wrong {
          let lead = scores[right.rawValue] - scores[wrong.rawValue]
          if lead <= options.margin {
            perceptron.update(buffer.features, toward: right, from: wrong)
          }
          if lead <= 0 { chosen = wrong }
        }
        counts.right += chosen == right ? 1 : 0
        state.apply(explores ? chosen : right)
      }
    }
  }
}

import ArticleAnalysis

/// Learns the labels of arcs from sentences with their trees.
struct ArcTrainer {
  struct Options {
    var rounds = 7
    var margin: Int32 = 10
    var seed: UInt64 = 1
    var bits = 16
    /// Relations seen less often are learned as what stands before their colon, or not at all.
    var smallestClass = 50
  }

  /// A sentence to learn from.
  struct Example {
    var words: ParserWords
    /// By word; -1 for the root.
    var heads: [Int32]
    var relations: [String]
  }

  let options: Options

  func model(
    of examples: [Example], report: (Int, Double) -> Void = { _, _ in }
  ) throws -> LinearModel {
    let labels = labels(of: examples)
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let learner = AveragedPerceptron(labels: labels, bits: options.bits)
    var run = Run(
      perceptron: learner, scores: Array(repeating: 0, count: labels.count), margin: options.margin)
    let gold = examples.map { example in
      example.relations.map { numbers[$0] ?? numbers[Self.broad($0)] ?? -1 }
    }
    let trees = examples.map { example in
      var tree = SyntaxTree()
      tree.read(heads: example.heads)
      return tree
    }
    let orders = trees.map { ArcLabeler.order(of: $0) }
    var generator = SeededGenerator(seed: options.seed)
    var order = Array(examples.indices)
    withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: FeatureBuffer.capacity) {
      memory in
      var buffer = FeatureBuffer(memory)
      for round in 1...max(1, options.rounds) {
        generator.shuffle(&order)
        run.right = 0
        run.all = 0
        for number in order {
          run.learn(
            examples[number].words, trees[number], orders[number], gold: gold[number],
            explores: round > 1, &buffer)
        }
        report(round, Double(run.right) / Double(max(1, run.all)))
      }
    }
    return try run.perceptron.model(clipped: 0, smallest: 1)
  }

  // MARK: - Implementation

  /// What stands before the colon: `nsubj` of `nsubj:outer`.
  private static func broad(_ relation: String) -> String {
    String(relation.prefix { $0 != ":" })
  }

  private func labels(of examples: [Example]) -> [String] {
    var counts: [String: Int] = [:]
    for example in examples {
      for (word, head) in example.heads.enumerated() where head >= 0 {
        counts[example.relations[word], default: 0] += 1
      }
    }
    counts["root"] = nil
    let frequent = counts.filter { $0.value >= options.smallestClass }.keys.sorted()
    return frequent.isEmpty ? counts.keys.sorted() : frequent
  }

  private struct Run {
    var perceptron: AveragedPerceptron
    var scores: [Int32]
    let margin: Int32
    var right = 0
    var all = 0

    mutating func learn(
      _ words: ParserWords, _ tree: SyntaxTree, _ order: [Int], gold: [Int], explores: Bool,
      _ buffer: inout FeatureBuffer
    ) {
      var labels = [UInt8](repeating: 255, count: gold.count)
      var progress = Array(repeating: ArcFeatures.Progress(), count: gold.count)
      for word in order {
        ArcFeatures.fill(
          &buffer, word: word, tree: tree, words: words.parts, labels: labels, progress: progress)
        perceptron.score(buffer.features, into: &scores)
        perceptron.advance()
        var chosen = 0
        for label in scores.indices where scores[label] > scores[chosen] { chosen = label }
        let wanted = gold[word]
        if wanted >= 0 {
          all += 1
          right += chosen == wanted ? 1 : 0
          var rival = wanted == 0 ? 1 : 0
          for label in scores.indices where label != wanted && scores[label] > scores[rival] {
            rival = label
          }
          if rival < scores.count, scores[wanted] - scores[rival] <= margin {
            perceptron.update(buffer.features, right: wanted, chosen: rival)
          }
          if !explores { chosen = wanted }
        }
        labels[word] = UInt8(chosen)
        let head = Int(tree.heads[word])
        progress[head].add(label: chosen, isLeft: word < head)
      }
    }
  }
}

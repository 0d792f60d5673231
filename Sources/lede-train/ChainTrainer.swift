import ArticleAnalysis
import ArticleModel
import Glibc

/// Trains a linear chain over labels: the weights under which the right sequences of the examples
/// are most probable (Lafferty, McCallum and Pereira, 2001).
///
/// Steps along the gradient of one stretch of tokens after the other, each weight by a rate of its
/// own that falls with its changes (AdaGrad; Duchi, Hazan and Singer, 2011); features are dropped
/// by chance while learning, so that none is relied upon alone; the weights are averaged over the
/// rounds. Chance comes from a fixed seed: equal examples give equal weights.
struct ChainTrainer {
  struct Options {
    var rounds = 4
    var rate: Float = 0.2
    /// The part of the features that is dropped.
    var dropped: Float = 0.5
    /// How much examples of each corpus count.
    var importance: [Float]
  }

  /// A stretch of tokens to learn from.
  struct Item {
    /// Which of the views below.
    var view: Int
    var example: Int
    /// Which stretch, and where the offsets of its first token stand.
    var stretch: Int
    var offset: Int
  }

  /// Rows of features for each example: those of all its parts count together.
  typealias View = [[FeatureRows]]

  private let examples: [NameExample]
  private let views: [View]
  private let options: Options
  private var weights: ChainWeights
  private var squares: ChainWeights
  private var generator = SeededGenerator(seed: 7)
  private var rate: Float

  init(_ examples: [NameExample], views: [View], bits: Int, options: Options) {
    self.examples = examples
    self.views = views
    self.options = options
    rate = options.rate
    weights = ChainWeights(bits: bits, corpora: options.importance.count)
    squares = weights
  }

  /// The weights after all rounds.
  mutating func train(_ report: (Int, Double) -> Void = { _, _ in }) -> ChainWeights {
    var items: [Item] = []
    for (view, rows) in views.enumerated() {
      for (example, parts) in rows.enumerated() where !parts.isEmpty {
        var offset = 0
        for (stretch, place) in examples[example].stretches.enumerated() {
          items.append(Item(view: view, example: example, stretch: stretch, offset: offset))
          offset += place.tokens.count
        }
      }
    }
    var average = weights
    var seen = 0
    for round in 0..<options.rounds {
      generator.shuffle(&items)
      var loss = 0.0
      for item in items {
        let done = Float(seen) / Float(max(1, items.count * options.rounds))
        rate = options.rate * (1 - 0.9 * done)
        loss += learn(item)
        seen += 1
      }
      // The first round's weights are too rough to count.
      if round == 0 { average = weights } else { average.approach(weights, by: 1 / Float(round)) }
      report(round + 1, loss)
    }
    return average
  }

  // MARK: - Implementation

  private mutating func learn(_ item: Item) -> Double {
    let example = examples[item.example]
    let stretch = example.stretches[item.stretch].tokens
    let importance = options.importance[example.corpus]
    let labels = Self.cut(example.labels[stretch.start..<stretch.end])
    let (rows, ends) = kept(item, count: stretch.count)
    var scores: [Float] = []
    scores.reserveCapacity(stretch.count * 16)
    let scale = 1 / (1 - options.dropped)
    rows.withUnsafeBufferPointer { rows in
      for token in 0..<stretch.count {
        let row = weights.score(rows[ends[token]..<ends[token + 1]], corpus: example.corpus) * scale
        for label in 0..<16 { scores.append(row[label]) }
      }
    }
    let chain = ChainGradient(
      scores, steps: weights.steps(corpus: example.corpus), labels: labels)
    for corpus in [nil, example.corpus] {
      for token in 0..<stretch.count {
        let gradient = chain.tokens[token] * importance
        guard gradient.max() > 1e-3 || gradient.min() < -1e-3 else { continue }
        let square = gradient * gradient
        let step = gradient * rate
        rows.withUnsafeBufferPointer { rows in
          let own = UnsafeBufferPointer(rebasing: rows[ends[token]..<ends[token + 1]])
          squares.add(square, to: own, corpus: corpus)
          weights.add(step, over: squares, to: own, corpus: corpus)
        }
      }
      let set = corpus.map { $0 + 1 } ?? 0
      for (index, gradient) in chain.steps.enumerated() where gradient != 0 {
        let gradient = gradient * importance
        squares.steps[set][index] += gradient * gradient
        weights.steps[set][index] +=
          rate * gradient / (squares.steps[set][index] + 0.1).squareRoot()
      }
    }
    return chain.loss
  }

  /// The rows of the item's tokens without those that chance drops, and where each token's end.
  private mutating func kept(_ item: Item, count: Int) -> (rows: [UInt32], ends: [Int]) {
    var rows: [UInt32] = []
    var ends = [0]
    let threshold = UInt64(options.dropped * 65_536)
    for token in item.offset..<(item.offset + count) {
      for part in views[item.view][item.example] {
        for place in part.offsets[token]..<part.offsets[token + 1]
        where generator.next() & 0xFFFF >= threshold {
          rows.append(part.rows[Int(place)])
        }
      }
      ends.append(rows.count)
    }
    return (rows, ends)
  }

  /// Labels of which the first is no inside of a name that began before.
  private static func cut(_ labels: ArraySlice<UInt8>) -> [UInt8] {
    var labels = Array(labels)
    if let first = labels.first, NameLabels.isInside(first) { labels[0] = first - 1 }
    return labels
  }
}

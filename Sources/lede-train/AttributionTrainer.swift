import AnalysisScoring
import ArticleAnalysis
import ArticleModel

/// Learns how right a candidate for who said what is, from all candidates of marked articles.
struct AttributionTrainer {
  /// An article with all layers before attribution, and what people marked in it.
  typealias TrainingArticle = (AnnotatedArticle, MarkedAttributions)

  struct Options {
    var rounds = 4
    var rate: Float = 0.1
    var decay: Float = 1e-4
    /// The table of weights has two to the power of this rows.
    var bits = 20
    /// Features that hold of fewer candidates are not learned.
    var rarest = 4
    /// Nouns and adjectives marked as cues less often are none.
    var rarestCue = 3
  }

  private let options: Options
  private let nominalCues: [String]
  /// The rows of candidate *i* are `rows[ends[i]..<ends[i + 1]]`.
  private var rows: [UInt32] = []
  private var ends = [0]
  private var targets: [Float] = []

  init(_ articles: [TrainingArticle], options: Options = Options()) {
    self.options = options
    nominalCues = Self.nominalCues(articles, rarest: options.rarestCue)
    for (article, marked) in articles {
      AttributionExample.forEach(in: article, nominalCues: nominalCues) { example in
        targets.append(marked.agreement(content: example.content, source: example.source))
        for feature in example.features { rows.append(feature.row(bits: options.bits)) }
        ends.append(rows.count)
      }
    }
    dropRare()
  }

  /// How many candidates there are.
  var count: Int { targets.count }

  /// How many of them are attributions just as people marked them.
  var rightCount: Int { targets.count { $0 > 0.9 } }

  /// Learns the weights; throws where there is no memory for the model.
  func model() throws -> AttributionModel {
    var learner = LogisticTrainer(bits: options.bits, rate: options.rate, decay: options.decay)
    var order = Array(targets.indices)
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<options.rounds {
      generator.shuffle(&order)
      for index in order {
        learner.learn(rows[ends[index]..<ends[index + 1]], target: targets[index])
      }
    }
    return AttributionModel(
      weights: try learner.model(), nominalCues: nominalCues, thresholds: .standard)
  }

  // MARK: - Implementation

  private mutating func dropRare() {
    var counts = [UInt8](repeating: 0, count: 1 << options.bits)
    for row in rows where counts[Int(row)] < 255 { counts[Int(row)] += 1 }
    var next = 0
    for index in targets.indices {
      let start = ends[index]
      ends[index] = next
      for place in start..<ends[index + 1] where counts[Int(rows[place])] >= options.rarest {
        rows[next] = rows[place]
        next += 1
      }
    }
    ends[targets.count] = next
    rows.removeLast(rows.count - next)
  }

  /// Lemmas of nouns and adjectives that people marked as cues.
  private static func nominalCues(_ articles: [TrainingArticle], rarest: Int) -> [String] {
    var counts: [String: Int] = [:]
    for (article, marked) in articles {
      var place = 0
      for token in article.tokens
      where token.partOfSpeech == .noun || token.partOfSpeech == .adjective {
        while place < marked.cues.count, marked.cues[place].end <= Int(token.start) { place += 1 }
        guard place < marked.cues.count, marked.cues[place].contains(token.range) else { continue }
        counts[article.words[token.lemma], default: 0] += 1
      }
    }
    return counts.filter { $0.value >= rarest && !$0.key.isEmpty }.keys.sorted()
  }
}

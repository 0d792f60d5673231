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
    /// Words marked as cues less often are none.
    var rarestCue = 3
    /// Nor are verbs of which a smaller share is marked.
    var rarestShare = 0.2
  }

  private let options: Options
  private let cues: LearnedCues
  /// The rows of candidate *i* are `rows[ends[i]..<ends[i + 1]]`.
  private var rows: [UInt32] = []
  private var ends = [0]
  private var targets: [Float] = []

  init(_ articles: [TrainingArticle], options: Options = Options()) {
    self.options = options
    cues = Self.cues(articles, options)
    for (article, marked) in articles {
      AttributionExample.forEach(in: article, cues: cues) { example in
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
      weights: try learner.model(), cues: cues, thresholds: .standard)
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

  /// Lemmas that people marked as cues.
  private static func cues(_ articles: [TrainingArticle], _ options: Options) -> LearnedCues {
    var verbs: [String: (marked: Int, all: Int)] = [:]
    var nouns: [String: Int] = [:]
    for (article, marked) in articles {
      var place = 0
      for token in article.tokens {
        while place < marked.cues.count, marked.cues[place].end <= Int(token.start) { place += 1 }
        let isMarked = place < marked.cues.count && marked.cues[place].contains(token.range)
        let lemma = article.words[token.lemma]
        switch token.partOfSpeech {
        case .verb:
          verbs[lemma, default: (0, 0)].all += 1
          if isMarked { verbs[lemma, default: (0, 0)].marked += 1 }
        case .noun, .adjective:
          if isMarked { nouns[lemma, default: 0] += 1 }
        case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner,
          .interjection, .numeral, .particle, .pronoun, .properNoun, .punctuation,
          .subordinatingConjunction, .symbol, .other, .unknown:
          break
        }
      }
    }
    return LearnedCues(
      verbs: verbs.filter { _, count in
        count.marked >= options.rarestCue
          && Double(count.marked) >= options.rarestShare * Double(count.all)
      }.keys.filter { !$0.isEmpty }.sorted(),
      nouns: nouns.filter { $0.value >= options.rarestCue && !$0.key.isEmpty }.keys.sorted())
  }
}

import ArticleAnalysis
import ArticleModel

/// Trains the name recognizer from texts whose names are marked.
///
/// What a first reading tells the second is made by models that have not seen the text: the texts
/// are parted into folds, and each is read by a model of the others. The final model learns from
/// each text twice, with and without that.
struct NameTrainer {
  struct Options {
    var bits = 17
    var rounds = 4
    var folds = 3
    /// Rounds of the models of the folds.
    var foldRounds = 3
    /// Weights nearer to zero than this many units are left out.
    var smallest = 6
    /// How much texts count that are not of the corpus to read like.
    var importanceOfOthers: Float = 0.5
  }

  private let examples: [NameExample]
  private let corpora: [String]
  private let gazetteer: NameGazetteer
  private let options: Options
  /// The corpus whose texts are most like those to read; nil where it is not among them.
  private let model: Int?

  /// A trainer for reading texts like those of one of the corpora.
  init(
    _ documents: [EntityDocument], readingLike corpus: String, gazetteer: NameGazetteer,
    options: Options
  ) throws(TrainingError) {
    var corpora: [String] = []
    var examples: [NameExample] = []
    for document in documents {
      if !corpora.contains(document.source) { corpora.append(document.source) }
      examples.append(
        NameExample(
          Self.varied(document), corpus: corpora.firstIndex(of: document.source) ?? 0,
          gazetteer: gazetteer, bits: options.bits))
    }
    guard examples.contains(where: { !$0.stretches.isEmpty }) else { throw .nothingToLearn }
    self.examples = examples
    self.corpora = corpora
    self.gazetteer = gazetteer
    self.options = options
    model = corpora.firstIndex(of: corpus)
  }

  /// The number of tokens, and of names that are no whole tokens.
  var size: (tokens: Int, misaligned: Int) {
    examples.reduce(into: (0, 0)) {
      $0.0 += $1.labels.count
      $0.1 += $1.misaligned
    }
  }

  func train(_ report: (String) -> Void) throws -> NameModel {
    let first = examples.map { [$0.rows] }
    var second: ChainTrainer.View = Array(repeating: [], count: examples.count)
    for fold in 0..<options.folds {
      let isHeld = examples.map { Self.number(of: $0.id) >> 7 % UInt64(options.folds) == fold }
      let view = zip(first, isHeld).map { $1 ? [] : $0 }
      let weights = train([view], rounds: options.foldRounds)
      for (index, example) in examples.enumerated() where isHeld[index] {
        second[index] = [
          example.rows, example.rows(of: memory(of: example, weights), bits: options.bits),
        ]
      }
      report("fold \(fold + 1) of \(options.folds)")
    }
    let weights = train([second, first], rounds: options.rounds) { round, loss in
      report("round \(round): loss \(Int(loss))")
    }
    let (table, steps) = try weights.model(
      corpus: model, bits: options.bits, smallest: options.smallest)
    return NameModel(
      weights: table, steps: steps, gazetteer: gazetteer, confidence: ConfidenceBands())
  }

  // MARK: - Implementation

  private func train(
    _ views: [ChainTrainer.View], rounds: Int, _ report: (Int, Double) -> Void = { _, _ in }
  ) -> ChainWeights {
    let importance: [Float] = corpora.indices.map {
      model == nil || $0 == model ? 1 : self.options.importanceOfOthers
    }
    var options = ChainTrainer.Options(importance: importance)
    options.rounds = rounds
    var trainer = ChainTrainer(examples, views: views, bits: self.options.bits, options: options)
    return trainer.train(report)
  }

  /// What a model takes the words of a text for.
  private func memory(of example: NameExample, _ weights: ChainWeights) -> NameMemory {
    let decoder = NameDecoder(steps: weights.steps(corpus: example.corpus))
    var labels = Array(repeating: NameLabels.outside, count: example.labels.count)
    var token = 0
    example.rows.rows.withUnsafeBufferPointer { rows in
      for stretch in example.stretches {
        var scores: [Float] = []
        for _ in 0..<stretch.tokens.count {
          let range =
            Int(example.rows.offsets[token])..<Int(example.rows.offsets[token + 1])
          let row = weights.score(rows[range], corpus: example.corpus)
          for label in 0..<16 { scores.append(row[label]) }
          token += 1
        }
        let best = scores.withUnsafeBufferPointer {
          decoder.best($0, stride: 16, count: stretch.tokens.count)
        }
        for (index, label) in best.enumerated() { labels[stretch.tokens.start + index] = label }
      }
    }
    return NameMemory(example.features, labels: labels)
  }

  private static func number(of id: String) -> UInt64 { FeatureHash.part(of: id.utf8) }

  /// One document in six below a headline with capitals, one in eighteen below one all in capitals.
  private static func varied(_ document: EntityDocument) -> EntityDocument {
    switch (number(of: document.id) >> 20) % 18 {
    case 0, 1, 2: document.withHeadline(.title)
    case 3: document.withHeadline(.upper)
    default: document
    }
  }
}

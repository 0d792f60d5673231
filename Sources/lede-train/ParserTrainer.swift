import ArticleAnalysis
import ArticleModel

/// Learns the parser's tables from treebank documents: word classes, both parsers, labels.
struct ParserTrainer {
  struct Options {
    var backward = TransitionTrainer.Options()
    var forward = TransitionTrainer.Options()
    var arcs = ArcTrainer.Options()
    /// How many word classes, and how many broad ones.
    var kinds = 400
    var broadKinds = 64
    var kindRounds = 12
    /// Words seen less often in the texts are in no class.
    var smallestWord = 3
    /// The guide of a sentence, and its tags, come from models that have learned from the others:
    /// the treebanks are parted into so many.
    var folds = 5
    /// One sentence in so many is also learned as a headline.
    var headlineEvery = 12

    init() {
      backward.rounds = 7
      backward.bits = 16
      forward.bits = 17
    }
  }

  private let options: Options
  private let documents: [AnnotatedArticle]
  private let report: (String) -> Void

  /// A trainer on documents with predicted tags, so that the parser learns to live with their errors.
  ///
  /// Throws where there are none.
  init(
    _ documents: [AnnotatedArticle], options: Options = Options(),
    report: @escaping (String) -> Void = { _ in }
  ) throws(TrainingError) {
    guard !documents.isEmpty else { throw .nothingToLearn }
    self.documents = documents
    self.options = options
    self.report = report
  }

  /// Learns the parser.
  /// - Parameter texts: what word classes are learned from, besides the treebanks.
  /// - Returns: The model file with the parts of the parser.
  /// - Throws: ``TrainingError/nothingToLearn`` where no sentence is a tree with one root;
  ///   ``ModelError`` where a part cannot be made.
  func train(texts: PlainTexts = PlainTexts()) throws -> ModelFile {
    var file = ModelFile()
    file.set(ParserModel.Section.classes, to: WordClassTable.encode(wordClasses(texts)))
    let classes = try WordClassTable(section: ParserModel.Section.classes, of: file)
    let sentences = documents.flatMap { article in
      article.sentences.compactMap { Self.example($0, of: article, classes: classes) }
    }
    guard !sentences.isEmpty else { throw TrainingError.nothingToLearn }
    var examples = sentences.map {
      TransitionTrainer.Example(
        words: $0.words, heads: ProjectiveTree.heads($0.heads), guide: nil)
    }
    let backward = TransitionTrainer(options: options.backward)
    let reversed = examples.map { $0.reversed() }
    for fold in 0..<options.folds {
      let others = reversed.indices.filter { self.fold(of: $0) != fold }
      let table = try Self.table(
        backward.table(of: backward.weights(of: others.map { reversed[$0] })))
      Self.parse(reversed.indices.filter { self.fold(of: $0) == fold }, reversed, table) {
        examples[$0].guide = ParserGuide(heads: SentenceParser.turned($1))
      }
      report("guides of part \(fold + 1) of \(options.folds)")
    }
    func rounds(_ name: String) -> (Int, Double) -> Void {
      { report("\(name), round \($0): \(Report.percent($1)) of choices right while learning") }
    }
    file.set(
      ParserModel.Section.backward,
      to: backward.table(of: backward.weights(of: reversed, report: rounds("backward"))))
    let forward = TransitionTrainer(options: options.forward)
    let weights = forward.weights(of: examples, report: rounds("forward"))
    report("\(weights.count) features")
    file.set(ParserModel.Section.forward, to: forward.table(of: weights))
    let labels = try ArcTrainer(options: options.arcs).model(
      of: sentences, report: rounds("labels"))
    file.set(ParserModel.Section.labels, to: labels.encoded)
    return file
  }

  // MARK: - Implementation

  /// Sentences stay together in blocks, as neighbors are about the same.
  private func fold(of sentence: Int) -> Int { sentence / 50 % max(1, options.folds) }

  /// Nil where the heads are no tree with one root.
  private static func example(
    _ sentence: Sentence, of article: AnnotatedArticle, classes: WordClassTable
  ) -> ArcTrainer.Example? {
    let tree = SyntaxTree(sentence.tokens, of: article)
    guard tree.roots.count == 1, tree.topDown.count == tree.heads.count else { return nil }
    return ArcTrainer.Example(
      words: ParserWords(sentence.tokens, of: article, classes: classes), heads: tree.heads,
      relations: article.tokens[sentence.tokens.start..<sentence.tokens.end].map {
        article.words[$0.relation]
      })
  }

  private static func table(_ bytes: [UInt8]) throws -> TransitionTable {
    var file = ModelFile()
    file.set(ParserModel.Section.backward, to: bytes)
    return try TransitionTable(section: ParserModel.Section.backward, of: file)
  }

  private static func parse(
    _ numbers: [Int], _ examples: [TransitionTrainer.Example], _ table: TransitionTable,
    take: (Int, [Int32]) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: FeatureBuffer.capacity) {
      memory in
      var buffer = FeatureBuffer(memory)
      var parser = GreedyParser(table)
      for number in numbers {
        parser.parse(examples[number].words, guide: nil, into: &buffer)
        take(number, parser.state.heads)
      }
    }
  }

  private func wordClasses(
    _ texts: PlainTexts
  ) -> [(part: UInt64, place: WordClassTable.Place)] {
    var texts = texts
    for document in documents { texts.add(document) }
    var counts: [UInt64: Int] = [:]
    for sentence in texts.sentences { for word in sentence { counts[word, default: 0] += 1 } }
    let words = counts.filter { $0.value >= options.smallestWord }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int32($0 + 2)) })
    let inducer = WordClassInducer(
      texts.sentences.map { $0.map { numbers[$0] ?? WordClassInducer.unknown } },
      count: words.count + 2)
    let kinds = inducer.classes(options.kinds, rounds: options.kindRounds)
    let broad = inducer.classes(options.broadKinds, rounds: options.kindRounds)
    report("\(words.count) words in \(options.kinds) and \(options.broadKinds) classes")
    return words.enumerated().map { index, word in
      (
        word,
        WordClassTable.Place(kind: UInt16(kinds[index + 2]), broadKind: UInt8(broad[index + 2]))
      )
    }
  }
}

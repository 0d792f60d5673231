import ArticleAnalysis
import ArticleModel

/// Learns the tagger's weights, lexicon and lemma rules from treebank documents.
struct TaggerTrainer {
  struct Options {
    var rounds = 5
    /// So many models are learned, each reading the sentences in another order, and averaged.
    var models = 3
    /// The table of weights has 2^`bits` rows.
    var bits = 17
    var seed: UInt64 = 1
    /// Classes seen less often are not learned.
    var smallestClass = 5
    /// Words seen less often do not enter the lexicon.
    var smallestWord = 3
    /// Weights nearer to zero than so many units, of 127 either way, are left out of the model.
    var smallestWeight = 6
    /// Whether what lede's lists say of words is learned too.
    var usesLists = true
    /// One sentence in so many is also learned as a headline; and in capitals half as often.
    var headlineEvery = 12
  }

  private let options: Options
  private let documents: [AnnotatedArticle]
  private let labels: [String]
  private let classOfLabel: [String: Int]
  private let lexiconWords: [(word: [UInt8], entry: TaggerLexicon.Entry)]

  init(_ sentences: [TreebankSentence], options: Options = Options()) throws(TrainingError) {
    guard !sentences.isEmpty else { throw .nothingToLearn }
    self.options = options
    let originals = TreebankDocument.documents(of: sentences).map { $0.annotated() }
    documents = originals + Self.variants(of: sentences, every: options.headlineEvery)
    var counts: [String: Int] = [:]
    for article in originals {
      for token in article.tokens { counts[article.label(of: token), default: 0] += 1 }
    }
    let frequent = counts.filter { $0.value >= options.smallestClass }.keys.sorted()
    labels = frequent.isEmpty ? counts.keys.sorted() : frequent
    classOfLabel = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    lexiconWords = LexiconTrainer.words(
      of: originals, classes: classOfLabel, smallest: options.smallestWord,
      lists: options.usesLists ? WordLists.words : [])
  }

  /// Learns the tagger.
  /// - Parameter report: called after each round of each model with both numbers, counted from 1, and
  ///   the share of right choices.
  /// - Returns: The model file with the parts of the tagger.
  /// - Throws: ``ModelError/outOfMemory`` where there is no room for the weights.
  func train(report: (_ model: Int, _ round: Int, Double) -> Void = { _, _, _ in }) throws
    -> ModelFile
  {
    let lexicon = TaggerLexicon(lexiconWords)
    let views = documents.map { TaggerView(of: $0, lexicon: lexicon) }
    var averages: [Float] = []
    for model in 1...max(1, options.models) {
      let weights = learn(views, seed: options.seed &+ UInt64(model)) { report(model, $0, $1) }
      averages = averages.isEmpty ? weights : zip(averages, weights).map { $0 + $1 }
    }
    let weights = try AveragedPerceptron.model(
      averages: averages, labels: labels, bits: options.bits, smallest: options.smallestWeight)
    var file = ModelFile()
    file.set(TaggerModel.Section.weights, to: weights.encoded)
    file.set(TaggerModel.Section.lexicon, to: TaggerLexicon.encode(lexiconWords))
    let lemmas = LemmaTrainer.rules(
      of: documents, lexicon: lexicon, verbs: options.usesLists ? WordLists.verbs : [])
    file.set(
      TaggerModel.Section.lemmas, to: LemmaRules.encode(edits: lemmas.edits, rules: lemmas.rules))
    return file
  }

  // MARK: - Implementation

  /// What newspapers and lede's own tokenizer make of some sentences.
  private static func variants(
    of sentences: [TreebankSentence], every: Int
  ) -> [AnnotatedArticle] {
    var headlines: [TreebankSentence] = []
    var capitals: [TreebankSentence] = []
    var rejoined: [TreebankSentence] = []
    for (number, sentence) in sentences.enumerated() {
      if every > 0, number % every == 0, (4...20).contains(sentence.words.count) {
        if number / every % 2 == 0 {
          capitals.append(sentence.asHeadline().inCapitals())
        }
        headlines.append(sentence.asHeadline())
      }
      if let own = sentence.inOwnTokens(), own != sentence { rejoined.append(own) }
    }
    // Each a document: what a word looks like elsewhere in its document is a feature.
    return (headlines + capitals + rejoined).map {
      TreebankDocument(sentences: [$0]).annotated()
    }
  }

  /// The averaged weights after all rounds over the documents in an order of the seed's.
  private func learn(
    _ views: [TaggerView], seed: UInt64, report: (Int, Double) -> Void
  ) -> [Float] {
    let gold = documents.map { article in
      article.tokens.map { classOfLabel[article.label(of: $0)] ?? -1 }
    }
    var order: [(document: Int, range: TokenRange)] = []
    for (document, article) in documents.enumerated() {
      for sentence in article.sentences { order.append((document, sentence.tokens)) }
    }
    var generator = SeededGenerator(seed: seed)
    var perceptron = AveragedPerceptron(labels: labels, bits: options.bits)
    let features = UnsafeMutablePointer<FeatureHash>.allocate(capacity: TaggerView.featureLimit)
    defer { features.deallocate() }
    var scores = [Int32](repeating: 0, count: labels.count)
    for round in 1...max(1, options.rounds) {
      generator.shuffle(&order)
      var right = 0
      var total = 0
      for (document, range) in order {
        let view = views[document]
        let style = view.style(of: range)
        var before = 0
        var beforeThat = 0
        for index in range.start..<range.end {
          let sure = Int(view.entry(index).sure)
          var choice = sure - 1
          let wanted = gold[document][index]
          if sure == 0 {
            let count = view.features(
              at: index, in: range, style: style, before: before, beforeThat: beforeThat,
              into: features)
            let found = UnsafeBufferPointer(start: features, count: count)
            perceptron.score(found, into: &scores)
            choice = 0
            for label in 1..<max(1, labels.count) where scores[label] > scores[choice] {
              choice = label
            }
            if wanted >= 0 {
              perceptron.update(found, right: wanted, chosen: choice)
              perceptron.advance()
            }
          }
          total += 1
          right += choice == wanted ? 1 : 0
          beforeThat = before
          before = choice + 1
        }
      }
      report(round, Double(right) / Double(max(1, total)))
    }
    return perceptron.averages
  }
}

extension AnnotatedArticle {
  /// The label of the class that a treebank gives to a token.
  func label(of token: Token) -> String {
    TagClass(token.partOfSpeech, words[token.tag]).label
  }
}

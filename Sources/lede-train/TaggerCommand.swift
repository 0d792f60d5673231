import ArgumentParser
import ArticleAnalysis

/// `lede-train tagger`: tags and lemmas.
struct TaggerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tagger",
    abstract: "Train the tagger and lemmatizer on treebanks, or score it on one.")

  @Argument(help: "Treebanks in CoNLL-U.", completion: .file())
  var treebanks: [String] = []

  @Option(name: .shortAndLong, help: "Where to write the model file.", completion: .file())
  var output: String?

  @Option(help: "Score on this treebank instead of training.", completion: .file())
  var evaluate: String?

  @Option(
    help: "The model file to score; without it the one that comes with lede.", completion: .file())
  var model: String?

  @Option(help: "How often the treebanks are read.")
  var rounds = TaggerTrainer.Options().rounds

  @Option(help: "So many models, each learned in another order, are averaged.")
  var models = TaggerTrainer.Options().models

  @Option(help: "The table of weights has two to the power of this rows (10 to 22).")
  var bits = TaggerTrainer.Options().bits

  @Option(help: "Learn from the first so many sentences of each treebank only.")
  var limit: Int?

  @Option(help: "When scoring, print so many of the most frequent confusions.")
  var confusions = 0

  func validate() throws {
    guard evaluate != nil || (output != nil && !treebanks.isEmpty) else {
      throw ValidationError("name treebanks and --output to train, or --evaluate to score")
    }
    guard (10...22).contains(bits) else { throw ValidationError("--bits is from 10 to 22") }
    guard models > 0 else { throw ValidationError("--models is 1 or more") }
    guard rounds > 0 else { throw ValidationError("--rounds is 1 or more") }
  }

  func run() throws {
    if let output { try train(to: output) }
    if let evaluate { try score(evaluate) }
  }

  // MARK: - Implementation

  private func train(to output: String) throws {
    var sentences: [TreebankSentence] = []
    for path in treebanks {
      let read = try TreebankReader.sentences(of: try FileContents.text(path), path: path)
      sentences += limit.map { Array(read.prefix($0)) } ?? read
    }
    var options = TaggerTrainer.Options()
    options.rounds = rounds
    options.models = models
    options.bits = bits
    let trainer = try TaggerTrainer(sentences, options: options)
    let file = try trainer.train { model, round, right in
      Report.line(
        "model \(model), round \(round): \(Report.percent(right)) of words right while learning")
    }
    let bytes = file.bytes
    try FileContents.write(bytes, to: output)
    for name in file.names { Report.line("\(name): \(try file.section(name).count) bytes") }
    Report.line("\(output): \(bytes.count) bytes")
  }

  private func score(_ path: String) throws {
    var models = AnalysisModels.standard
    if let file = model ?? output {
      models = try AnalysisModels(
        overlaying: ModelFile(ModelBytes(copying: try FileContents.read(file))))
    }
    guard let tagger = models.tagger else {
      throw ModelError.missing(section: TaggerModel.Section.weights)
    }
    let sentences = try TreebankReader.sentences(of: try FileContents.text(path), path: path)
    let documents = TreebankDocument.documents(of: sentences).map { $0.annotated() }
    let result = TaggerEvaluation(tagger, on: documents)
    Report.line("\(path): \(result.words) words")
    Report.share("UPOS", result.partsOfSpeech, of: result.words)
    Report.share("XPOS", result.tags, of: result.words)
    Report.share("lemma", result.lemmas, of: result.words)
    Report.share("lemma, gold tags", result.lemmasOfGoldTags, of: result.words)
    Report.share("UPOS of unknown words", result.unknownRight, of: result.unknown)
    let worst = result.confusions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (confusion, count) in worst.prefix(confusions) { Report.line("\(count)\t\(confusion)") }
    let seconds = Report.processorSeconds {
      for var document in documents { Tagger(tagger).annotate(&document) }
    }
    Report.line(
      "\(Int(Double(result.words) / max(seconds, 1e-9))) words a second of processor time")
  }
}

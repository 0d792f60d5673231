import ArgumentParser
import ArticleAnalysis
import ArticleModel

/// `lede-train names`: names and their kinds.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Train the name recognizer on marked texts, or score it on some.")

  @Argument(
    help: "Texts with marked names, one JSON object a line: id, source, text, mentions.",
    completion: .file())
  var corpora: [String] = []

  @Option(name: .shortAndLong, help: "Where to write the model file.", completion: .file())
  var output: String?

  @Option(
    help: "Known names: one a line, a tab, and given, family, city, town or district.",
    completion: .file())
  var gazetteer: String?

  @Option(help: "The source whose texts are most like those to read.")
  var like = "worldwide"

  @Flag(help: "Leave out texts without a licence of their own (the source 'worldwide').")
  var licenceClean = false

  @Option(help: "Measure on these texts how far the model's own certainty can be trusted.")
  var calibrate: String?

  @Option(help: "Score on these texts.", completion: .file())
  var evaluate: [String] = []

  @Option(
    help: "The model file to score; without it the one that comes with lede.", completion: .file())
  var model: String?

  @Option(help: "How often the texts are read.")
  var rounds = NameTrainer.Options().rounds

  @Option(help: "The table of weights has two to the power of this rows (10 to 22).")
  var bits = NameTrainer.Options().bits

  func validate() throws {
    guard !evaluate.isEmpty || (output != nil && !corpora.isEmpty) else {
      throw ValidationError("name texts and --output to train, or --evaluate to score")
    }
    guard (10...22).contains(bits) else { throw ValidationError("--bits is from 10 to 22") }
    guard rounds > 0 else { throw ValidationError("--rounds is 1 or more") }
  }

  func run() throws {
    if let output { try train(to: output) }
    for path in evaluate { try score(path) }
  }

  // MARK: - Implementation

  private func train(to output: String) throws {
    var documents: [EntityDocument] = []
    for path in corpora { documents += try EntityDocument.documents(of: path) }
    if licenceClean { documents.removeAll { $0.source == "worldwide" } }
    var options = NameTrainer.Options()
    options.rounds = rounds
    options.bits = bits
    let names = try gazetteer.map { path throws(TrainingError) in try GazetteerFile.read(path) }
    let trainer = try NameTrainer(
      documents, readingLike: like, gazetteer: names ?? NameGazetteer(), options: options)
    let size = trainer.size
    Report.line(
      "\(documents.count) texts, \(size.tokens) tokens; \(size.misaligned) names are no whole tokens"
    )
    var model = try trainer.train { Report.line($0) }
    if let calibrate {
      let known = try EntityDocument.documents(of: calibrate)
      model = NameModel(
        weights: model.weights, steps: model.steps, gazetteer: model.gazetteer,
        confidence: ConfidenceBands(of: NameEvaluation(model, on: known).cases))
      Report.line("right in bands of certainty, per cent: \(model.confidence.encoded)")
    }
    let file = model.file
    try FileContents.write(file.bytes, to: output)
    for name in file.names { Report.line("\(name): \(try file.section(name).count) bytes") }
  }

  private func score(_ path: String) throws {
    var models = AnalysisModels.standard
    if let file = model ?? output {
      models = try AnalysisModels(
        overlaying: ModelFile(ModelBytes(copying: try FileContents.read(file))))
    }
    guard let names = models.names else {
      throw ModelError.missing(section: NameModel.Section.weights)
    }
    let documents = try EntityDocument.documents(of: path)
    let result = NameEvaluation(names, on: documents)
    Report.line("\(path): \(documents.count) texts, \(result.tokens) tokens")
    for kind in NameEvaluation.kinds { line(kind.rawValue, result.counts[kind] ?? .init()) }
    line("all three", result.all)
    let articles = documents.map { NameExample.annotated($0) }
    let tagger = NameTagger(names)
    let seconds = Report.processorSeconds {
      for article in articles { _ = tagger.names(in: article) }
    }
    Report.line(
      "\(Int(Double(result.tokens) / max(seconds, 1e-9))) tokens a second of processor time")
  }

  private func line(_ name: String, _ count: NameEvaluation.Count) {
    Report.line(
      "\(name): F1 \(Report.percent(count.f1)), precision \(Report.percent(count.precision)), "
        + "recall \(Report.percent(count.recall)), \(count.gold) names")
  }
}

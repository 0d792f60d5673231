import ArgumentParser
import ArticleAnalysis
import ArticleModel

/// `lede-train parser`: heads and relations.
struct ParserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser",
    abstract: "Train the dependency parser on treebanks, or score it on one.")

  @Argument(help: "Treebanks in CoNLL-U.", completion: .file())
  var treebanks: [String] = []

  @Option(
    name: .customLong("texts"), parsing: .upToNextOption,
    help: "Texts to learn word classes from: plain, or JSON lines (.jsonl) with a \"text\" each.",
    completion: .file())
  var texts: [String] = []

  @Option(name: .shortAndLong, help: "Where to write the model file.", completion: .file())
  var output: String?

  @Option(help: "Score on this treebank instead of training.", completion: .file())
  var evaluate: String?

  @Option(
    help: "The model file to score; without it the one that comes with lede.", completion: .file())
  var model: String?

  @Flag(help: "Take the treebanks' tags as they are instead of giving them anew.")
  var givenTags = false

  @Option(help: "How often the treebanks are read by the forward parser.")
  var rounds = ParserTrainer.Options().forward.rounds

  @Option(help: "How many times the parsers are trained, each in another order.")
  var runs = ParserTrainer.Options().forward.runs

  @Option(help: "The forward parser's table has four times two to the power of this slots.")
  var bits = ParserTrainer.Options().forward.bits

  @Option(help: "Learn from the first so many sentences of each treebank only.")
  var limit: Int?

  @Option(help: "When scoring, print so many of the most frequent confusions of relations.")
  var confusions = 0

  func validate() throws {
    guard evaluate != nil || (output != nil && !treebanks.isEmpty) else {
      throw ValidationError("name treebanks and --output to train, or --evaluate to score")
    }
    guard (10...20).contains(bits) else { throw ValidationError("--bits is from 10 to 20") }
    guard rounds > 0 else { throw ValidationError("--rounds is 1 or more") }
    guard runs > 0 else { throw ValidationError("--runs is 1 or more") }
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
    var options = ParserTrainer.Options()
    options.forward.rounds = rounds
    options.forward.runs = runs
    options.forward.bits = bits
    let documents =
      givenTags
      ? TreebankDocument.documents(of: sentences).map { $0.annotated() }
      : try TaggedTreebank(
        sentences, folds: options.folds, headlineEvery: options.headlineEvery,
        report: Report.line
      ).documents
    var plain = PlainTexts()
    for path in texts.sorted() { try plain.read(path) }
    let file = try ParserTrainer(documents, options: options, report: Report.line)
      .train(texts: plain)
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
    guard let parser = models.parser else {
      throw ModelError.missing(section: ParserModel.Section.forward)
    }
    let sentences = try TreebankReader.sentences(of: try FileContents.text(path), path: path)
    let gold = TreebankDocument.documents(of: sentences).map { $0.annotated() }
    var found = gold.map { document in
      var article = document
      for index in article.tokens.indices {
        article.tokens[index].head = -1
        article.tokens[index].relation = .none
        if !givenTags {
          article.tokens[index].partOfSpeech = .unknown
          article.tokens[index].tag = .none
          article.tokens[index].lemma = .none
        }
      }
      if !givenTags { Tagger(models.tagger).annotate(&article) }
      return article
    }
    let seconds = Report.processorSeconds {
      for index in found.indices { DependencyParser(parser).annotate(&found[index]) }
    }
    var scores = TreeScores()
    for (right, given) in zip(gold, found) { scores.add(gold: right, found: given) }
    Report.line("\(path): \(scores.words) words")
    Report.share("UAS", scores.heads, of: scores.words)
    Report.share("LAS", scores.labeled, of: scores.words)
    Report.share("UAS without punctuation", scores.plainHeads, of: scores.plainWords)
    Report.share("LAS without punctuation", scores.plainLabeled, of: scores.plainWords)
    let worst = scores.confusions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (confusion, count) in worst.prefix(confusions) { Report.line("\(count)\t\(confusion)") }
    Report.line(
      "\(Int(Double(scores.words) / max(seconds, 1e-9))) words a second of processor time")
  }
}

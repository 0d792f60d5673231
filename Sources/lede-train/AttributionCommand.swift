import AnalysisScoring
import ArgumentParser
import ArticleAnalysis
import ArticleModel

/// `lede-train attribution`: who said what, from articles in which people marked it.
struct AttributionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution",
    abstract: "Train what chooses among the candidates for who said what.")

  @Argument(
    help: "A folder with gold.jsonl and text/ID.txt, as 'lede evaluate attribution' reads it.",
    completion: .directory)
  var folder: String

  @Option(name: .shortAndLong, help: "Where to write the model file.", completion: .file())
  var output: String?

  @Option(help: "How often the candidates are read.")
  var rounds = AttributionTrainer.Options().rounds

  @Option(help: "Verbs of which a smaller share is marked as cues are none (0 to 1).")
  var share = AttributionTrainer.Options().rarestShare

  @Option(help: "Keep every Nth article out of the training, and print scores on these.")
  var holdOut: Int?

  @Option(help: "Learn from the first so many articles only.")
  var limit: Int?

  @Flag(help: "With --hold-out: print the scores of many thresholds.")
  var thresholds = false

  func validate() throws {
    guard output != nil || holdOut != nil else {
      throw ValidationError("name --output to write a model, or --hold-out to score")
    }
    if let holdOut, holdOut < 2 { throw ValidationError("--hold-out is 2 or more") }
    guard rounds > 0 else { throw ValidationError("--rounds is 1 or more") }
  }

  func run() throws {
    let marked = try MarkedAttributions.read(folder)
    let analyzer = ArticleAnalyzer(components: Self.componentsBefore)
    let articles = marked.map { (analyzer.analyze($0.article), $0) }
    let kept = holdOut.map { every in articles.indices.filter { $0 % every == every - 1 } } ?? []
    let learned = articles.indices.filter { !kept.contains($0) }.prefix(limit ?? .max)
    var options = AttributionTrainer.Options()
    options.rounds = rounds
    options.rarestShare = share
    let trainer = AttributionTrainer(learned.map { articles[$0] }, options: options)
    Report.line(
      "\(learned.count) articles, \(trainer.count) candidates, \(trainer.rightCount) of them right")
    let model = try trainer.model()
    if !kept.isEmpty {
      let rest = kept.map { articles[$0] }
      Report.line("rules alone: \(Self.score(nil, rest).description)")
      Report.line("with the model: \(Self.score(model, rest).description)")
      if thresholds { compare(model, rest) }
    }
    guard let output else { return }
    var file = ModelFile()
    model.write(to: &file)
    try FileContents.write(file.bytes, to: output)
    Report.line("\(output): \(file.bytes.count) bytes")
  }

  // MARK: - Implementation

  private func compare(_ model: AttributionModel, _ articles: [TrainingArticle]) {
    for lead in [Float(0), 1, 2] {
      for rule in [Float(-2), -1] {
        for bare in [Float(0), 1] {
          for tree in [Float(-0.5), -0.25, 0, 0.25] {
            let other = AttributionModel(
              weights: model.weights, cues: model.cues,
              thresholds: .init(tree: tree, rule: rule, bare: bare, lead: lead))
            let score = Self.score(other, articles)
            Report.line(
              "tree \(tree), rule \(rule), bare \(bare), lead \(lead): \(score.description)")
          }
        }
      }
    }
  }

  private typealias TrainingArticle = AttributionTrainer.TrainingArticle

  private static func score(
    _ model: AttributionModel?, _ articles: [TrainingArticle]
  ) -> WhoAndWhat {
    var score = WhoAndWhat()
    let finder = Attribution(model: model)
    for (annotated, marked) in articles {
      var article = annotated
      finder.annotate(&article)
      score.add(marked.score(of: article))
    }
    return score
  }

  /// The analysis up to attribution.
  private static var componentsBefore: [any AnalysisComponent] {
    Array(ArticleAnalyzer.standardComponents().prefix { !($0 is Attribution) })
  }
}

package import ArticleModel

/// Scores the analysis against gold that people made.
package struct Evaluation: Sendable {
  /// Analyses articles, in their order.
  package typealias Analysis = ([Article]) -> [AnnotatedArticle]

  private let kind: EvaluationKind
  private let options: EvaluationOptions

  /// An evaluation of that kind.
  package init(_ kind: EvaluationKind, options: EvaluationOptions = EvaluationOptions()) {
    self.kind = kind
    self.options = options
  }

  /// The figures over all articles of the gold.
  ///
  /// Articles are analysed in lots, so that the layers of a large collection need not fit into
  /// memory together.
  /// - Parameters:
  ///   - path: the file or folder of the gold.
  ///   - analyze: makes the layers that are scored.
  /// - Returns: The figures, and what the options ask for beside them.
  /// - Throws: ``GoldFailure`` where the gold cannot be read.
  package func report(
    gold path: String, analyzing analyze: Analysis
  ) throws(GoldFailure) -> ScoreReport {
    switch kind {
    case .attribution:
      return try report(AttributionScorer(), on: lines(of: path), path, analyze)
    case .entities:
      let scorer = EntityScorer(kinds: options.entityKinds, matching: options.matching)
      return try report(scorer, on: lines(of: path), path, analyze)
    case .time:
      return try report(TimeScorer(types: options.timeTypes), on: lines(of: path), path, analyze)
    case .quantities:
      return try report(QuantityScorer(), on: lines(of: path), path, analyze)
    case .treebank:
      let file = try TreebankFile(path, keepsTokens: options.keepsGoldTokens)
      var report = try report(TreebankScorer(), on: file.documents, path, analyze)
      report.warnings = file.warnings
      return report
    }
  }

  // MARK: - Implementation

  private static let lotSize = 256

  private func lines<Layer: GoldLayer>(
    of path: String
  ) throws(GoldFailure) -> [GoldDocument<Layer>] {
    try GoldFile(path).documents(Layer.self)
  }

  private func report<Scorer: AnalysisScorer>(
    _ scorer: Scorer, on documents: [GoldDocument<Scorer.Layer>], _ path: String,
    _ analyze: Analysis
  ) throws(GoldFailure) -> ScoreReport {
    try checkGroupField(documents, path)
    var notes = ScoringNotes(options: options)
    var total = Total<Scorer>()
    var groups: [String: Total<Scorer>] = [:]
    var first = 0
    while first < documents.count {
      let lot = documents[first..<min(first + Self.lotSize, documents.count)]
      for (document, found) in zip(lot, analyze(lot.map(\.article))) {
        let score = scorer.score(document, against: found, notes: &notes)
        total.add(score)
        if let field = options.groupField {
          groups[document.labels[field] ?? "(none)", default: Total()].add(score)
        }
      }
      first += Self.lotSize
    }
    var report = ScoreReport(kind: kind, figures: total.figures(scorer))
    report.groups = groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value.figures(scorer)) }
    report.calibration = notes.calibration
    report.errors = notes.errors
    report.errorLimit = options.errorLimit
    return report
  }

  private struct Total<Scorer: AnalysisScorer> {
    var score = Scorer.Score()
    var articles = 0

    mutating func add(_ other: Scorer.Score) {
      score.add(other)
      articles += 1
    }

    func figures(_ scorer: Scorer) -> ScoreFigures { scorer.figures(of: score, articles: articles) }
  }

  private func checkGroupField<Layer>(
    _ documents: [GoldDocument<Layer>], _ path: String
  ) throws(GoldFailure) {
    guard let field = options.groupField else { return }
    var known: Set<String> = []
    for document in documents { known.formUnion(document.labels.keys) }
    guard !known.contains(field) else { return }
    let problem = GoldProblem.unknownField(name: field, known: known.sorted())
    throw GoldFailure(messages: [.init(place: path, diagnostic: problem.diagnostic)])
  }
}

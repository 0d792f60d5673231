import ArticleModel

/// Compares one layer of the analysis with gold, article by article.
///
/// A pure function of both: it reads no files and analyses nothing.
protocol AnalysisScorer: Sendable {
  /// What the gold says of an article.
  associatedtype Layer: Sendable
  associatedtype Score: AnalysisScore

  /// What one article scores; what is told beside the figures goes into `notes`.
  func score(
    _ gold: GoldDocument<Layer>, against found: AnnotatedArticle, notes: inout ScoringNotes
  ) -> Score

  /// The figures of scores added up over so many articles.
  func figures(of score: Score, articles: Int) -> ScoreFigures
}

/// Counts that can be added up over articles.
protocol AnalysisScore: Sendable {
  init()
  mutating func add(_ other: Self)
}

/// What scoring tells beside the figures, kept only where it is asked for.
struct ScoringNotes: Sendable {
  private(set) var errors: ErrorList?
  private(set) var calibration: Calibration?

  init(options: EvaluationOptions = EvaluationOptions()) {
    errors = options.errorLimit > 0 ? ErrorList() : nil
    calibration = options.calibrates ? Calibration() : nil
  }

  /// Notes an error, which is made only where errors are kept.
  mutating func error(_ make: () -> ScoringError) { errors?.append(make()) }

  /// Notes whether a row that the analysis made is right.
  mutating func row(_ evidence: Evidence, isRight: Bool) {
    calibration?.add(evidence, isRight: isRight)
  }
}

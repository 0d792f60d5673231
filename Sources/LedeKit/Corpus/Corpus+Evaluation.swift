package import AnalysisScoring

extension Corpus {
  /// Scores the analysis against gold that people made.
  /// - Parameters:
  ///   - kind: what is scored.
  ///   - gold: the path of its file or folder.
  ///   - options: what is counted and told.
  /// - Returns: The figures over all articles of the gold.
  /// - Throws: ``GoldFailure`` where the gold cannot be read.
  package static func evaluate(
    _ kind: EvaluationKind, gold: String, options: EvaluationOptions = EvaluationOptions()
  ) throws(GoldFailure) -> ScoreReport {
    try Evaluation(kind, options: options).report(gold: gold, analyzing: { analyze($0) })
  }
}

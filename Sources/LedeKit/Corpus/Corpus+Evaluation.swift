package import AnalysisScoring
package import ArticleAnalysis

extension Corpus {
  /// Scores the analysis against gold that people made.
  /// - Parameters:
  ///   - kind: what is scored.
  ///   - gold: the path of its file or folder.
  ///   - options: what is counted and told.
  ///   - analyzer: what is scored; the standard analysis unless another is given.
  /// - Returns: The figures over all articles of the gold.
  /// - Throws: ``GoldFailure`` where the gold cannot be read.
  package static func evaluate(
    _ kind: EvaluationKind, gold: String, options: EvaluationOptions = EvaluationOptions(),
    by analyzer: ArticleAnalyzer = ArticleAnalyzer()
  ) throws(GoldFailure) -> ScoreReport {
    try Evaluation(kind, options: options).report(
      gold: gold, analyzing: { analyze($0, by: analyzer) })
  }
}

import ArticleModel
import Columns

/// Scores sentences, tokens, tags, lemmas and trees as the CoNLL 2018 shared task does.
///
/// Words are paired by the characters they stand on, so that the analysis may tokenize as it will. A
/// word that has no partner is wrong in everything, and so is a head that is not known. Of relations
/// the universal part counts (`nmod` of `nmod:poss`).
struct TreebankScorer: AnalysisScorer {
  func score(
    _ gold: GoldDocument<TreebankGold>, against found: AnnotatedArticle,
    notes: inout ScoringNotes
  ) -> TreebankScore {
    let comparison = TreebankComparison(gold: gold.layer.annotated, found: found)
    return comparison.score(&notes)
  }

  func figures(of score: TreebankScore, articles: Int) -> ScoreFigures {
    var figures = ScoreFigures()
    figures.lines = [
      "\(articles.counted("article")); sentences: gold \(score.goldSentences), "
        + "found \(score.foundSentences); tokens: gold \(score.goldWords), "
        + "found \(score.foundWords), in both \(score.aligned)"
    ]
    var table = ScoreTable(columns: ["P", "R", "F1", "of those in both"])
    var scores: [DynamicValue.Property] = []
    for metric in TreebankScore.Metric.allCases {
      guard let agreement = score.agreement(metric) else {
        table.append(metric.title, ["-", "-", "-", "-"])
        scores.append(.init(metric.rawValue, .null))
        continue
      }
      let accuracy = score.accuracy(metric)
      table.append(
        metric.title,
        agreement.cells(decimals: 2)
          + [accuracy.map { PercentText.string($0, decimals: 2) } ?? ""])
      scores.append(.init(metric.rawValue, agreement.json))
    }
    figures.tables = [table]
    figures.json = [
      .init("articles", articles), .init("sentences", score.goldSentences),
      .init("tokens", score.goldWords), .init("predicted tokens", score.foundWords),
      .init("aligned", score.aligned), .init("scores", .bag(scores)),
    ]
    return figures
  }
}

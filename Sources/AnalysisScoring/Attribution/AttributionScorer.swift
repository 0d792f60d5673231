import ArticleModel
import Columns

/// Scores who said what.
///
/// Roles are compared as sets of words. Gold and found attributions are paired once
/// (``QuotationAlignment``), and every figure rests on those pairs. Nested attributions do not take
/// part: the gold has none inside another's content.
struct AttributionScorer: AnalysisScorer {
  func score(
    _ gold: GoldDocument<AttributionGold>, against found: AnnotatedArticle,
    notes: inout ScoringNotes
  ) -> AttributionScore {
    let words = ScoredWords(found.text)
    let wanted = gold.layer.attributions.compactMap {
      ScoredQuotation(content: $0.content, cue: $0.cue, source: $0.source, in: words)
    }
    let outer = found.quotations.filter { !$0.isNested }
    let made = outer.compactMap { ScoredQuotation($0, in: found.text, words: words) }
    let comparison = AttributionComparison(gold: wanted, found: made)
    comparison.note(in: gold.article, &notes)
    var score = comparison.score
    comparison.addRuns(words, to: &score)
    score.withoutContent = outer.count - made.count
    return score
  }

  func figures(of score: AttributionScore, articles: Int) -> ScoreFigures {
    let counts = [("gold", score.gold), ("found", score.found)]
    let totals = counts.map { name, counts in (name, counts.values.reduce(0, +)) }
    var figures = ScoreFigures()
    figures.lines = [
      "\(articles.counted("article")); attributions: "
        + totals.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        + ", aligned \(score.aligned), without content \(score.withoutContent)"
    ]
    for (name, counts) in counts {
      let kinds = Quotation.Kind.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }
      figures.lines.append("\(name): \(kinds.joined(separator: ", "))")
    }
    figures.tables = [Self.table(score)]
    figures.json = [
      .init("articles", articles), .init("tally", Self.tallyJSON(score)),
      .init("scores", Self.json(score)),
    ]
    return figures
  }

  // MARK: - Implementation

  /// All kinds together, then each.
  private static let kinds: [Quotation.Kind?] = [nil] + Quotation.Kind.allCases

  private static func table(_ score: AttributionScore) -> ScoreTable {
    var table = ScoreTable(
      groups: kinds.map { .init($0?.rawValue ?? "all", ["P", "R", "F1"]) })
    for metric in AttributionMetric.allCases {
      let kinds = metric.isArticleWide ? [nil] : kinds
      table.append(
        metric.rawValue, kinds.flatMap { score[metric, $0].agreement.cells(decimals: 1) })
    }
    return table
  }

  private static func json(_ score: AttributionScore) -> DynamicValue {
    .bag(
      AttributionMetric.allCases.map { metric in
        let kinds = metric.isArticleWide ? [nil] : kinds
        return .init(
          metric.rawValue,
          .bag(kinds.map { .init($0?.rawValue ?? "all", score[metric, $0].agreement.json) }))
      })
  }

  private static func tallyJSON(_ score: AttributionScore) -> DynamicValue {
    let kinds = Quotation.Kind.allCases
    return .bag(
      kinds.map { .init("gold \($0.rawValue)", score.gold[$0] ?? 0) }
        + kinds.map { .init("predicted \($0.rawValue)", score.found[$0] ?? 0) }
        + [
          .init("aligned", score.aligned), .init("malformed predictions", score.withoutContent),
        ])
  }
}

import ArticleModel
import Columns

/// Scores names, and, where the gold links mentions, whom pronouns and titles were linked to.
struct EntityScorer: AnalysisScorer {
  private let kinds: [String]
  private let matching: EvaluationOptions.Matching

  init(
    kinds: [String] = EvaluationOptions().entityKinds,
    matching: EvaluationOptions.Matching = .strict
  ) {
    self.kinds = kinds
    self.matching = matching
  }

  struct Score: AnalysisScore {
    var named = NamedMentionScore()
    /// How many articles say which mentions stand for whom.
    var linkedArticles = 0
    var links = PeopleLinkScore()
    var clusters = ClusterScore()

    mutating func add(_ other: Score) {
      named.add(other.named)
      linkedArticles += other.linkedArticles
      links.add(other.links)
      clusters.add(other.clusters)
    }
  }

  func score(
    _ gold: GoldDocument<EntityGold>, against found: AnnotatedArticle, notes: inout ScoringNotes
  ) -> Score {
    var score = Score()
    score.named = NamedMentionComparison(gold.layer, found, kinds: kinds, matching: matching)
      .score(in: gold.article, &notes)
    if let people = PeopleComparison(gold.layer, found) {
      score.linkedArticles = 1
      score.links = people.links(in: gold.article, &notes)
      let clusters = people.clusters
      score.clusters = ClusterScore(gold: clusters.gold, found: clusters.found)
    }
    return score
  }

  func figures(of score: Score, articles: Int) -> ScoreFigures {
    var figures = ScoreFigures(
      lines: ["\(articles.counted("article")); names compared: \(matching.rawValue)"])
    figures.json = [.init("documents", articles), .init("match", matching.rawValue)]
    addNames(of: score.named, to: &figures)
    if score.linkedArticles > 0 { addPeople(of: score, to: &figures) }
    return figures
  }

  // MARK: - Implementation

  private func addNames(of named: NamedMentionScore, to figures: inout ScoreFigures) {
    var rows = kinds.map { ($0, named.byKind[$0] ?? .init()) }
    var all = NamedMentionScore.Tally()
    for (_, tally) in rows { all.add(tally) }
    rows += [("all", all), ("any kind", named.anyKind)]
    var table = ScoreTable("kind", columns: ["gold", "found", "P", "R", "F1"])
    for (name, tally) in rows {
      table.append(
        name,
        [String(tally.right + tally.missed), String(tally.right + tally.extra)]
          + tally.agreement.cells(decimals: 2))
    }
    figures.tables.append(table)
    figures.json.append(
      .init(
        "named",
        .bag(
          rows.map { name, tally in
            let agreement = tally.agreement
            return .init(
              name,
              .bag([
                .init("tp", tally.right), .init("fp", tally.extra), .init("fn", tally.missed),
                .init("p", agreement.precision), .init("r", agreement.recall),
                .init("f1", agreement.f1),
              ]))
          })))
  }

  private func addPeople(of score: Score, to figures: inout ScoreFigures) {
    var links = ScoreTable(
      "people linked, \(score.linkedArticles.counted("article"))",
      columns: ["n", "right", "wrong", "none", "accuracy", "precision"])
    for (name, tally) in score.links.rows {
      links.append(
        name,
        [tally.count, tally.right, tally.wrong, tally.unlinked].map { String($0) }
          + [tally.accuracy, tally.precision].map { PercentText.string($0, decimals: 2) })
    }
    let clusters = score.clusters
    let values = [
      ("MUC", "muc", clusters.muc), ("B3", "b3", clusters.bCubed),
      ("CEAFe", "ceafe", clusters.ceafE), ("CoNLL", "conll", clusters.conll),
    ]
    var groups = ScoreTable("people grouped", columns: ["F1"])
    for (name, _, value) in values {
      groups.append(name, [PercentText.string(value, decimals: 2)])
    }
    figures.tables += [links, groups]
    let linkJSON: [DynamicValue.Property] = score.links.rows.map { name, tally in
      .init(
        name,
        .bag([
          .init("right", tally.right), .init("wrong", tally.wrong),
          .init("unlinked", tally.unlinked), .init("accuracy", tally.accuracy),
          .init("precision", tally.precision),
        ]))
    }
    figures.json.append(
      .init(
        "people",
        .bag(
          [.init("documents", score.linkedArticles), .init("link", .bag(linkJSON))]
            + values.map { .init($0.1, $0.2) })))
  }
}

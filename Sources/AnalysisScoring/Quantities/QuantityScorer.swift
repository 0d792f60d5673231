import ArticleModel
import Columns

/// Scores amounts: spans, values and units.
///
/// Only the kind that a text was marked for is judged, and what overlaps the gold whatever its kind.
/// Spans are paired where they share a character, the right kind first.
struct QuantityScorer: AnalysisScorer {
  struct Tally: Equatable {
    var texts = 0
    var gold = 0
    var found = 0
    var strict = 0
    var relaxed = 0
    /// Pairs whose gold has a value, and those with an equal one.
    var withValue = 0
    var rightValue = 0
    /// Pairs whose gold has a unit, and those with the same.
    var withUnit = 0
    var rightUnit = 0

    mutating func add(_ other: Tally) {
      texts += other.texts
      gold += other.gold
      found += other.found
      strict += other.strict
      relaxed += other.relaxed
      withValue += other.withValue
      rightValue += other.rightValue
      withUnit += other.withUnit
      rightUnit += other.rightUnit
    }
  }

  struct Score: AnalysisScore, Equatable {
    var byKind: [Quantity.Kind: Tally] = [:]

    mutating func add(_ other: Score) {
      for (kind, tally) in other.byKind { byKind[kind, default: Tally()].add(tally) }
    }
  }

  func score(
    _ gold: GoldDocument<QuantityGold>, against found: AnnotatedArticle, notes: inout ScoringNotes
  ) -> Score {
    let (scope, amounts) = (gold.layer.scope, gold.layer.amounts)
    let goldRanges = amounts.map(\.range)
    let onGold = OverlapIndex(goldRanges)
    let made = found.quantities.map { (CodePointRange($0.range, in: found.text), $0) }
      .filter { range, quantity in
        var isOnGold = false
        onGold.forEach(overlapping: range) { _ in isOnGold = true }
        return isOnGold || quantity.kind == scope
      }
    let pairing = OverlapPairing(goldRanges, made.map(\.0)) { _, j in
      made[j].1.kind == scope ? 0 : 1
    }
    var tally = Tally()
    tally.texts = 1
    tally.gold = amounts.count
    tally.found = pairing.pairs.count
    tally.relaxed = pairing.pairs.count
    for pair in pairing.pairs {
      compare(amounts[pair.gold], made[pair.found], gold.article, &tally, &notes)
    }
    for index in pairing.unpairedGold {
      notes.error { error("missed \(scope)", gold.article, amounts[index], nil) }
    }
    for index in pairing.unpairedFound where made[index].1.kind == scope {
      tally.found += 1
      notes.row(made[index].1.evidence, isRight: false)
      notes.error { error("spurious \(scope)", gold.article, nil, made[index]) }
    }
    return Score(byKind: [scope: tally])
  }

  func figures(of score: Score, articles: Int) -> ScoreFigures {
    var all = Tally()
    for tally in score.byKind.values { all.add(tally) }
    let rows =
      score.byKind.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 } + [("all", all)]
    var table = ScoreTable(
      "kind", columns: ["texts", "gold", "found", "strict F1", "relaxed F1", "value", "unit"])
    var figures = ScoreFigures(lines: ["\(articles.counted("text"))"])
    for (name, tally) in rows {
      let strict = Self.agreement(tally.strict, tally).f1
      let relaxed = Self.agreement(tally.relaxed, tally).f1
      let value = tally.withValue > 0 ? Agreement.share(tally.rightValue, of: tally.withValue) : nil
      let unit = tally.withUnit > 0 ? Agreement.share(tally.rightUnit, of: tally.withUnit) : nil
      table.append(
        name,
        [tally.texts, tally.gold, tally.found].map { String($0) }
          + [strict, relaxed, value, unit].map { PercentText.string($0, decimals: 2) })
      figures.json.append(
        .init(
          name,
          .bag([
            .init("lines", tally.texts), .init("gold", tally.gold), .init("pred", tally.found),
            .init("strict_f1", strict), .init("relaxed_f1", relaxed),
            .init("value_accuracy", value.map { .real($0) } ?? .null),
            .init("unit_accuracy", unit.map { .real($0) } ?? .null),
          ])))
    }
    figures.tables = [table]
    return figures
  }

  // MARK: - Implementation

  private typealias Found = (range: CodePointRange, quantity: Quantity)

  private static func agreement(_ right: Int, _ tally: Tally) -> Agreement {
    Agreement(right: right, found: tally.found, gold: tally.gold)
  }

  private func compare(
    _ gold: QuantityGold.Amount, _ found: Found, _ article: Article, _ tally: inout Tally,
    _ notes: inout ScoringNotes
  ) {
    let hasSameSpan = gold.range == found.range
    let hasSameValue = gold.value.map { AmountText.areEqual($0, found.quantity.value) }
    let hasSameUnit = gold.unit.map { AmountText.nameSameUnit($0, found.quantity.unit) }
    if hasSameSpan { tally.strict += 1 }
    if let hasSameValue {
      tally.withValue += 1
      if hasSameValue { tally.rightValue += 1 }
    }
    if let hasSameUnit {
      tally.withUnit += 1
      if hasSameUnit { tally.rightUnit += 1 }
    }
    notes.row(found.quantity.evidence, isRight: hasSameValue != false && hasSameUnit != false)
    if hasSameValue == false { notes.error { error("wrong value", article, gold, found) } }
    if hasSameUnit == false { notes.error { error("wrong unit", article, gold, found) } }
    if !hasSameSpan { notes.error { error("wrong span", article, gold, found) } }
  }

  private func error(
    _ category: String, _ article: Article, _ gold: QuantityGold.Amount?, _ found: Found?
  ) -> ScoringError {
    let range = gold?.range ?? found?.range ?? CodePointRange(0, 0)
    func words(_ range: CodePointRange, _ value: String?, _ unit: String?) -> String {
      let unit = unit.map { " (\($0))" } ?? ""
      return "\(article.text.excerpt(range)): \(value ?? "no value")\(unit)"
    }
    var details: [(label: String, text: String)] = []
    if let gold { details.append(("gold", words(gold.range, gold.value, gold.unit))) }
    if let found {
      let quantity = found.quantity
      details.append(
        (
          "found",
          "\(quantity.kind.rawValue) \(words(found.range, quantity.value, quantity.unit))"
        ))
    }
    details.append(("text", article.text.surroundings(of: range)))
    return ScoringError(
      category: category, article: article.id, offset: range.start, weight: 0, details: details)
  }
}

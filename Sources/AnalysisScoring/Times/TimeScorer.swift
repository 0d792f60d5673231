import ArticleModel
import Columns

/// Scores expressions of time as task A of TempEval-3 reports them.
///
/// Spans are paired where they share a character; of pairs it is asked whether span, type and value
/// are the same, values letter for letter.
struct TimeScorer: AnalysisScorer {
  /// The types that are scored; all where there are none.
  private let types: [String]

  init(types: [String] = []) { self.types = types }

  func score(
    _ gold: GoldDocument<TimeGold>, against found: AnnotatedArticle, notes: inout ScoringNotes
  ) -> TimeScore {
    let wanted = gold.layer.expressions.filter { isScored($0.type) }
    let made = scored(found, wanted: wanted, all: gold.layer.expressions)
    let pairing = OverlapPairing(wanted.map(\.range), made.map(\.range))
    var score = TimeScore()
    score.gold = wanted.count
    score.found = made.count
    score.goldDays = wanted.count { Self.day($0.value) != nil }
    score.foundDays = made.count { Self.day($0.expression.value) != nil }
    for expression in wanted { score.byType[expression.type, default: .init()].gold += 1 }
    for pair in pairing.pairs {
      compare(wanted[pair.gold], made[pair.found], gold.article, &score, &notes)
    }
    for index in pairing.unpairedGold {
      notes.error { error("missed", gold.article, gold: wanted[index], found: nil) }
    }
    for index in pairing.unpairedFound {
      notes.row(made[index].expression.evidence, isRight: false)
      notes.error { error("spurious", gold.article, gold: nil, found: made[index]) }
    }
    return score
  }

  func figures(of score: TimeScore, articles: Int) -> ScoreFigures {
    func agreement(_ right: Int) -> Agreement {
      Agreement(right: right, found: score.found, gold: score.gold)
    }
    let rows: [(String, Agreement)] = [
      ("strict", agreement(score.strict)), ("relaxed", agreement(score.relaxed)),
      ("type", agreement(score.type)), ("value", agreement(score.value)),
      ("strict+value", agreement(score.strictValue)),
      ("day", Agreement(right: score.day, found: score.foundDays, gold: score.goldDays)),
    ]
    let valueAccuracy = Agreement.share(score.value, of: score.relaxed)
    let typeAccuracy = Agreement.share(score.type, of: score.relaxed)
    var table = ScoreTable(columns: ["P", "R", "F1"])
    for (name, agreement) in rows { table.append(name, agreement.cells(decimals: 2)) }
    var accuracies = ScoreTable("of those found", columns: ["%"])
    accuracies.append("value accuracy", [PercentText.string(valueAccuracy, decimals: 2)])
    accuracies.append("type accuracy", [PercentText.string(typeAccuracy, decimals: 2)])
    let byType = Self.byType(score)
    return ScoreFigures(
      lines: ["\(articles.counted("article")); times: gold \(score.gold), found \(score.found)"],
      tables: [table, accuracies, byType.table],
      json: [
        .init("documents", articles), .init("gold", score.gold), .init("predicted", score.found),
      ] + rows.map { .init($0.0, $0.1.json) } + [
        .init("value_accuracy", valueAccuracy), .init("type_accuracy", typeAccuracy),
        .init("by_type", byType.json),
      ])
  }

  // MARK: - Implementation

  private typealias Found = (range: CodePointRange, expression: TimeExpression)

  private func isScored(_ type: String) -> Bool { types.isEmpty || types.contains(type) }

  /// What was found, one a span, in the order of the text.
  ///
  /// Where some types alone are scored, what lies on gold of another type does not take part.
  private func scored(
    _ found: AnnotatedArticle, wanted: [TimeGold.Expression], all: [TimeGold.Expression]
  ) -> [Found] {
    var seen: Set<CodePointRange> = []
    let made = found.timeExpressions.map { (CodePointRange($0.range, in: found.text), $0) }
      .filter { $0.0.count > 0 && seen.insert($0.0).inserted }
      .sorted { ($0.0.start, -$0.0.end) < ($1.0.start, -$1.0.end) }
    guard !types.isEmpty else { return made }
    let others = all.filter { !isScored($0.type) }
    return made.filter { range, expression in
      guard isScored(expression.kind.rawValue) else { return false }
      let isOnOther = others.contains { $0.range.overlap(with: range) > 0 }
      return !isOnOther || wanted.contains { $0.range.overlap(with: range) > 0 }
    }
  }

  private func compare(
    _ gold: TimeGold.Expression, _ found: Found, _ article: Article, _ score: inout TimeScore,
    _ notes: inout ScoringNotes
  ) {
    let hasSameSpan = gold.range == found.range
    let hasSameValue = gold.value == found.expression.value
    score.relaxed += 1
    score.byType[gold.type, default: .init()].relaxed += 1
    if hasSameSpan { score.strict += 1 }
    if gold.type == found.expression.kind.rawValue { score.type += 1 }
    if hasSameValue {
      score.value += 1
      score.byType[gold.type, default: .init()].value += 1
      if hasSameSpan { score.strictValue += 1 }
    }
    if let day = Self.day(gold.value), day == Self.day(found.expression.value) { score.day += 1 }
    notes.row(found.expression.evidence, isRight: hasSameValue)
    if !hasSameValue {
      notes.error { error("wrong value of a \(gold.type)", article, gold: gold, found: found) }
    } else if !hasSameSpan {
      notes.error { error("wrong span", article, gold: gold, found: found) }
    }
  }

  /// The calendar day with which a value begins: the first ten letters of `2024-03-08TEV`.
  private static func day(_ value: String?) -> String? {
    guard let prefix = value?.utf8.prefix(10), prefix.count == 10 else { return nil }
    for (index, byte) in prefix.enumerated() {
      let fits = index == 4 || index == 7 ? byte == UInt8(ascii: "-") : byte.isASCIIDigit
      guard fits else { return nil }
    }
    return String(Substring(prefix))
  }

  private static func byType(_ score: TimeScore) -> (table: ScoreTable, json: DynamicValue) {
    var table = ScoreTable("type", columns: ["gold", "found", "right value"])
    var properties: [DynamicValue.Property] = []
    for (type, counts) in score.byType.sorted(by: { $0.key < $1.key }) {
      let relaxed = Agreement.share(counts.relaxed, of: counts.gold)
      let value = Agreement.share(counts.value, of: counts.gold)
      table.append(
        type,
        [String(counts.gold)] + [relaxed, value].map { PercentText.string($0, decimals: 2) })
      properties.append(
        .init(
          type,
          .bag([
            .init("gold", counts.gold), .init("relaxed_recall", relaxed),
            .init("value_recall", value),
          ])))
    }
    return (table, .bag(properties))
  }

  private func error(
    _ category: String, _ article: Article, gold: TimeGold.Expression?, found: Found?
  ) -> ScoringError {
    let range = gold?.range ?? found?.range ?? CodePointRange(0, 0)
    var details: [(label: String, text: String)] = []
    if let gold {
      details.append(
        ("gold", "\(article.text.excerpt(gold.range)), \(gold.type) \(gold.value ?? "(none)")"))
    }
    if let found {
      let (kind, value) = (found.expression.kind.rawValue, found.expression.value ?? "(none)")
      details.append(("found", "\(article.text.excerpt(found.range)), \(kind) \(value)"))
    }
    let date = article.published.map { " (published \($0.date))" } ?? ""
    details.append(("text", article.text.surroundings(of: range) + date))
    return ScoringError(
      category: category, article: article.id, offset: range.start, weight: 0, details: details)
  }
}

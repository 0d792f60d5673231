import ArticleModel
import Testing

@testable import AnalysisScoring

/// Expressions of time, gold beside found, with figures counted by hand.
@Suite struct TimeScoringTests {
  private static let gold =
    "On {DATE 2024-03-08:Friday} he said it took {DURATION P1M:a month}. By {DATE 2010:2010} all was well."

  @Test func allIsRight() {
    let score = score(gold: Self.gold, found: Self.gold)
    #expect(score.strict == 3 && score.value == 3 && score.type == 3 && score.strictValue == 3)
    #expect(score.day == 1 && score.goldDays == 1 && score.foundDays == 1)
  }

  /// One span too long, one wrong value, one spurious.
  @Test func someIsWrong() {
    let score = score(
      gold: Self.gold,
      found:
        "{DATE 2024-03-08:On Friday} he said it took a month. By {DATE 2011:2010} all was {DATE 2001:well}."
    )
    var expected = TimeScore()
    expected.gold = 3
    expected.found = 3
    expected.relaxed = 2
    expected.strict = 1
    expected.type = 2
    expected.value = 1
    expected.day = 1
    expected.goldDays = 1
    expected.foundDays = 1
    expected.byType = [
      "DATE": .init(gold: 2, relaxed: 2, value: 1),
      "DURATION": .init(gold: 1, relaxed: 0, value: 0),
    ]
    #expect(score == expected)
    let figures = TimeScorer().figures(of: score, articles: 1)
    #expect(
      figures.tables[0].rows.map(\.cells) == [
        ["33.33", "33.33", "33.33"], ["66.67", "66.67", "66.67"], ["66.67", "66.67", "66.67"],
        ["33.33", "33.33", "33.33"], ["0.00", "0.00", "0.00"], ["100.00", "100.00", "100.00"],
      ])
    #expect(figures.tables[1].rows.map(\.cells) == [["50.00"], ["100.00"]])
    #expect(
      figures.tables[2].rows.map(\.cells) == [["2", "100.00", "50.00"], ["1", "0.00", "0.00"]])
  }

  /// Two found spans share four letters with the gold: the nearer edges win, the other is spurious.
  @Test func tieInOverlap() {
    let score = score(
      gold: "It began {DATE 2024-03:in March} here.",
      found: "It {DATE 2023:began in M}{DATE 2024-03:arch he}re.")
    #expect(score.relaxed == 1 && score.value == 1 && score.found == 2)
    let even = Self.score(
      MarkedSpans("It {DATE a:is in March} here."),
      MarkedSpans("It {DATE a:is in} {DATE b:March} here."))
    // Five letters each, and edges six letters away: the earlier one.
    #expect(even.relaxed == 1 && even.value == 1)
  }

  @Test func oneFoundASpan() {
    let text = MarkedSpans("On {DATE 2024-03-08:Friday} he left.")
    var found = Self.found(text)
    found.timeExpressions.append(found.timeExpressions[0])
    found.timeExpressions[1].value = "other"
    let score = Self.score(Self.gold(text), found)
    #expect(score.found == 1 && score.value == 1)
  }

  /// The value alone is missing: the expression is found all the same.
  @Test func noValue() {
    let score = score(gold: "On {DATE 2024-03-08:Friday}.", found: "On {DATE:Friday}.")
    #expect(score.strict == 1 && score.value == 0 && score.day == 0)
  }

  @Test func someTypesAlone() {
    let scorer = TimeScorer(types: ["DATE"])
    let right = Self.score(
      Self.gold(MarkedSpans(Self.gold)), Self.found(MarkedSpans(Self.gold)), scorer)
    #expect(right.gold == 2 && right.found == 2 && right.relaxed == 2)
    // A date that lies on a duration of the gold does not take part.
    let other = Self.score(
      Self.gold(MarkedSpans("It took {DURATION P1M:a month}.")),
      Self.found(MarkedSpans("It took a {DATE 2024-02:month}.")), scorer)
    #expect(other.gold == 0 && other.found == 0)
  }

  @Test func nothingFoundAndNothingToFind() {
    let missed = score(gold: Self.gold, found: "On Friday he said so.")
    #expect(missed.relaxed == 0 && missed.gold == 3)
    let figures = TimeScorer().figures(of: TimeScore(), articles: 0)
    #expect(figures.tables[0].rows.allSatisfy { $0.cells == ["0.00", "0.00", "0.00"] })
  }

  @Test(arguments: [
    ("2024-03-08", "2024-03-08TEV", 1), ("2024-03", "2024-03", 0), ("2024-W10-5", "2024-W10-5", 0),
    ("2024-03-08", "2024-03-09", 0),
  ])
  func daysAreCompared(_ gold: String, _ found: String, _ expected: Int) {
    let score = score(gold: "On {DATE \(gold):Friday}.", found: "On {DATE \(found):Friday}.")
    #expect(score.day == expected)
  }

  // MARK: - Implementation

  private func score(gold: String, found: String) -> TimeScore {
    Self.score(MarkedSpans(gold), MarkedSpans(found))
  }

  private static func score(_ gold: MarkedSpans, _ found: MarkedSpans) -> TimeScore {
    score(Self.gold(gold), Self.found(found))
  }

  private static func score(
    _ gold: TimeGold, _ found: AnnotatedArticle, _ scorer: TimeScorer = TimeScorer()
  ) -> TimeScore {
    var notes = ScoringNotes()
    let document = GoldDocument(article: found.article, labels: [:], layer: gold)
    return scorer.score(document, against: found, notes: &notes)
  }

  private static func gold(_ text: MarkedSpans) -> TimeGold {
    TimeGold(
      expressions: text.stretches.map { stretch in
        let words = MarkedSpans.words(stretch.label)
        return .init(range: stretch.span, type: words[0], value: words.dropFirst().first)
      })
  }

  private static func found(_ text: MarkedSpans) -> AnnotatedArticle {
    var annotated = text.annotated
    annotated.timeExpressions = text.stretches.map { stretch in
      let words = MarkedSpans.words(stretch.label)
      return TimeExpression(
        range: stretch.range, sentence: 0, kind: .init(rawValue: words[0]) ?? .date,
        value: words.dropFirst().first, evidence: Evidence("test", confidence: 0.8))
    }
    return annotated
  }
}

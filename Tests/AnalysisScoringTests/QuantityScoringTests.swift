import ArticleModel
import Testing

@testable import AnalysisScoring

/// Amounts, gold beside found, with figures counted by hand.
///
/// Labels are `kind value unit`; a unit's blanks are underscores.
@Suite struct QuantityScoringTests {
  @Test func allIsRight() {
    let text = "It cost {currency 75000000 Dollar:$75 million}."
    let tally = tally(gold: text, found: text)
    #expect(tally.strict == 1 && tally.relaxed == 1 && tally.found == 1)
    #expect(tally.rightValue == 1 && tally.rightUnit == 1)
  }

  /// Amounts of other kinds are not judged where they lie apart from the gold.
  @Test func otherKindsAreLeftAlone() {
    let tally = tally(
      gold: "It cost {currency 75 Dollar:$75} and grew 5%.",
      found: "It cost {currency 75 Dollar:$75} and grew {percentage 5%:5%}.")
    #expect(tally.found == 1 && tally.strict == 1)
  }

  /// On the gold another kind may be paired, after the right one.
  @Test func otherKindsOnTheGold() {
    let alone = tally(
      gold: "It cost {currency 75 Dollar:75 dollars}.", found: "It cost {number 75:75} dollars.")
    #expect(alone.found == 1 && alone.relaxed == 1 && alone.strict == 0)
    #expect(alone.rightValue == 1 && alone.withUnit == 1 && alone.rightUnit == 0)
    let both = tally(
      gold: "It cost {currency 75 Dollar:75 dollars}.",
      found: "It cost {number 99:75 dol}{currency 75 Dollar:lars}.")
    // The number shares more, and is of the wrong kind; unpaired it is not counted.
    #expect(both.found == 1 && both.relaxed == 1 && both.rightValue == 1)
  }

  @Test func spuriousAndMissed() {
    let tally = tally(
      gold: "{currency 5 Dollar:$5}, then $6.", found: "$5, then {currency 6 Dollar:$6}.")
    #expect(tally.gold == 1 && tally.found == 1 && tally.relaxed == 0)
  }

  /// Values and units that the gold leaves out are not judged.
  @Test func whatTheGoldLeavesOut() {
    let tally = tally(gold: "It cost {currency:$75}.", found: "It cost {currency 75 Dollar:$75}.")
    #expect(tally.withValue == 0 && tally.withUnit == 0 && tally.strict == 1)
    let figures = QuantityScorer().figures(of: .init(byKind: [.currency: tally]), articles: 1)
    #expect(
      figures.tables[0].rows.first?.cells == ["1", "1", "1", "100.00", "100.00", "-", "-"])
  }

  @Test func kindsAndAllTogether() {
    var score = QuantityScorer.Score()
    score.add(.init(byKind: [.currency: .init(texts: 1, gold: 2, found: 1, strict: 1, relaxed: 1)]))
    score.add(.init(byKind: [.age: .init(texts: 1, gold: 1, found: 1)]))
    let rows = QuantityScorer().figures(of: score, articles: 2).tables[0].rows
    #expect(rows.map(\.name) == ["age", "currency", "all"])
    // 1 of 2 found, 1 of 3 there.
    #expect(rows[2].cells.prefix(4) == ["2", "3", "2", "40.00"])
  }

  @Test(arguments: [
    ("5%", "5", true), ("1,000", "1000", true), ("75000000", "7.5e7", true), ("75", "75.0", true),
    ("100", "100.00001", true), ("100", "101", false), ("[20,30)", "[20,30)", true),
    ("[20,30)", "[20,30]", false), ("Half", "half", true), (" 5 % ", "5", true),
    ("5", "five", false),
  ])
  func valuesAreCompared(_ a: String, _ b: String, _ expected: Bool) {
    #expect(AmountText.areEqual(a, b) == expected)
    #expect(AmountText.areEqual(b, a) == expected)
  }

  @Test func noValueEqualsNone() {
    #expect(!AmountText.areEqual(nil, nil) && !AmountText.areEqual("1", nil))
  }

  @Test func unitsAreCompared() {
    #expect(AmountText.nameSameUnit("United States dollar", "united  states Dollar"))
    #expect(!AmountText.nameSameUnit("Dollar", nil))
  }

  // MARK: - Implementation

  private func tally(gold: String, found: String) -> QuantityScorer.Tally {
    let (gold, found) = (MarkedSpans(gold), MarkedSpans(found))
    var annotated = found.annotated
    annotated.quantities = found.stretches.map { stretch in
      let words = MarkedSpans.words(stretch.label)
      var quantity = Quantity(
        range: stretch.range, sentence: 0, kind: .init(rawValue: words[0]) ?? .number,
        value: words.count > 1 ? words[1] : nil, evidence: Evidence("test", confidence: 0.7))
      quantity.unit = words.count > 2 ? words[2] : nil
      return quantity
    }
    let scope = gold.stretches.first.map { MarkedSpans.words($0.label)[0] } ?? "number"
    let layer = QuantityGold(
      scope: .init(rawValue: scope) ?? .number,
      amounts: gold.stretches.map { stretch in
        let words = MarkedSpans.words(stretch.label)
        return .init(
          range: stretch.span, value: words.count > 1 ? words[1] : nil,
          unit: words.count > 2 ? words[2] : nil)
      })
    var notes = ScoringNotes()
    let score = QuantityScorer().score(
      GoldDocument(layer, gold), against: annotated, notes: &notes)
    return score.byKind[layer.scope] ?? .init()
  }
}

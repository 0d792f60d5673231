import ArticleModel
import Testing

@testable import AnalysisScoring

/// Who said what, gold beside found, with figures counted by hand.
@Suite struct AttributionScoringTests {
  private static let told = "Ana Ruiz of the union told us that the plan will fail badly."

  @Test func allIsRight() {
    let text = "{source:Ana Ruiz} {cue:said} that {content:the ferry is late}."
    let score = score(gold: text, found: text)
    for metric in AttributionMetric.allCases {
      expect(score, metric, precision: 1, recall: 1)
    }
    expect(score, .contentStrict, .indirect, precision: 1, recall: 1)
    expect(score, .contentStrict, .direct, precision: 0, recall: 0)
  }

  /// Neither marks at the edges of a span nor a span cut at a comma count.
  @Test func marksDoNotMatter() {
    let score = score(
      gold: "\u{201C}{content:It\u{2019}s over, we go},\u{201D} {source:Ruiz} {cue:said}.",
      found:
        "{content:\u{201C}It\u{2019}s over,} {content:we go,\u{201D}} {source:Ruiz} {cue:said.}")
    for metric in AttributionMetric.allCases { expect(score, metric, precision: 1, recall: 1) }
    expect(score, .whoAndWhat, .direct, precision: 1, recall: 1)
  }

  /// Three of five words of content, a source with two of its five words right, and no cue.
  @Test func partsOfIt() {
    let score = score(
      gold: "{source:Ana Ruiz} of the union {cue:told} us that {content:the plan will fail badly}.",
      found: "{source:Ana Ruiz of the union} told us that the {content:plan will fail} badly.")
    expect(score, .contentStrict, precision: 0, recall: 0)
    expect(score, .contentOverlap, precision: 1, recall: 3.0 / 5)
    expect(score, .contentSoft, precision: 1, recall: 3.0 / 5)
    expect(score, .sourceStrict, precision: 0, recall: 0)
    expect(score, .sourceOverlap, precision: 2.0 / 5, recall: 1)
    expect(score, .sourceHit, precision: 1, recall: 1)
    expect(score, .sourceAlone, precision: 2.0 / 5, recall: 1)
    // The cue counts for recall only: nothing was found that could be wrong.
    expect(score, .cueHit, precision: 0, recall: 0)
    expect(score, .whoAndWhat, precision: 1, recall: 1)
    expect(score, .relationOverlap, precision: 0, recall: 0)
    #expect(score.aligned == 1)
  }

  /// Two found ones cannot both be paid for one of the gold: the exact one is taken.
  @Test func oneToOne() {
    let text = MarkedSpans(
      "{1 source:Ana Ruiz} told {2 source:us} that {2 content:the {1 content:plan will fail} badly}."
    )
    let gold = MarkedSpans("{source:Ana Ruiz} told us that {content:the plan will fail badly}.")
    let score = Self.score(Self.gold(gold), Self.found(text))
    expect(score, .contentStrict, precision: 1.0 / 2, recall: 1)
    expect(score, .contentOverlap, precision: 5.0 / 8, recall: 1)
    expect(score, .sourceHit, precision: 0, recall: 0)
    expect(score, .whoAndWhat, precision: 0, recall: 0)
    expect(score, .sourcePieces, precision: 1.0 / 2, recall: 1)
  }

  /// Both found ones share three words with the gold; the one whose source touches wins the tie.
  @Test func tieGoesToTheSharedSource() {
    let gold = MarkedSpans("{source:Ruiz} thinks that {content:one two three four five six}.")
    let found = MarkedSpans(
      "{2 source:Ruiz} {1 source:thinks} that {1 content:one two three} {2 content:four five six}.")
    let score = Self.score(Self.gold(gold), Self.found(found))
    // Dice is 2 · 3 / 9.
    expect(score, .whoAndWhat, precision: 1.0 / 2, recall: 1)
    expect(score, .sourceHit, precision: 1, recall: 1)
  }

  /// Pairing the largest overlap first would leave one of the gold without a partner.
  @Test func pairsShareTheMostTogether() {
    let gold = MarkedSpans("{1 content:a b c d e f} {2 content:g h}.")
    let found = MarkedSpans("a {1 content:b c} {2 content:d e f g h}.")
    let score = Self.score(Self.gold(gold), Self.found(found))
    #expect(score.aligned == 2)
    expect(score, .contentOverlap, precision: 4.0 / 7, recall: 4.0 / 8)
  }

  @Test func kindsComeFromTheMarks() {
    let text = """
      {1 content:The {q:bridge} is closed}, he said. He called it \"{2 content:a {q:sad} day}\".

      \"{3 content:We go on.}

      {4 content:He agreed} that the \"{5 content:old} bridge\" {5 content:had come} down.
      """
    let score = score(gold: text, found: text)
    #expect(score.gold == [.indirect: 2, .direct: 2, .mixed: 1])
    expect(score, .contentStrict, .mixed, precision: 1, recall: 1)
  }

  @Test func nothingFound() {
    let score = score(
      gold: "{source:Ruiz} {cue:said} {content:so}.", found: "Ruiz said so.")
    for metric in AttributionMetric.allCases { expect(score, metric, precision: 0, recall: 0) }
    #expect(score.gold == [.indirect: 1] && score.found.isEmpty && score.aligned == 0)
  }

  @Test func nothingToFind() {
    let score = score(gold: "Ruiz said so.", found: "{source:Ruiz} {cue:said} {content:so}.")
    for metric in AttributionMetric.allCases { expect(score, metric, precision: 0, recall: 0) }
    #expect(score.found == [.indirect: 1])
  }

  /// A source that neither side has is agreement, and no hit.
  @Test func noSourceOnEitherSide() {
    let text = "It is {cue:said} that {content:the plan will fail}."
    let score = score(gold: text, found: text)
    expect(score, .whoAndWhat, precision: 1, recall: 1)
    expect(score, .sourceHit, precision: 0, recall: 0)
    #expect(score[.sourceHit, nil].gold == 0)
  }

  @Test func nestedAndEmptyOnesDoNotTakePart() {
    let gold = MarkedSpans("{source:Ruiz} {cue:said} {content:he knew that it rained}.")
    var found = Self.found(gold)
    var nested = found.quotations[0]
    nested.isNested = true
    var empty = found.quotations[0]
    empty.content = [TextRange(found.text.utf8.count - 1, found.text.utf8.count)]
    found.quotations += [nested, empty]
    let score = Self.score(Self.gold(gold), found)
    #expect(score.found == [.indirect: 1] && score.withoutContent == 1)
    expect(score, .whoAndWhat, precision: 1, recall: 1)
  }

  @Test func errorsAndConfidences() {
    let gold = MarkedSpans(
      "{1 source:Ruiz} said {1 content:it rained hard}. {2 source:Orlo} said {2 content:it snowed}."
    )
    let found = MarkedSpans(
      "{1 source:Ruiz} said {1 content:it rained} hard. Orlo {2 source:said} {2 content:it snowed}."
    )
    var options = EvaluationOptions()
    options.errorLimit = 5
    options.calibrates = true
    var notes = ScoringNotes(options: options)
    _ = AttributionScorer().score(
      GoldDocument(Self.gold(gold), gold), against: Self.found(found), notes: &notes)
    let text = notes.errors?.text(limit: 5) ?? ""
    #expect(text.contains("=== wrong extent of content: 1\n"))
    #expect(text.contains("=== wrong source: 1\n"))
    #expect(text.contains("what: it rained hard\n"))
    #expect(!text.contains("missed") && !text.contains("spurious"))
    let bin = notes.calibration?.bands[5]
    #expect(bin?.rows == 2 && bin?.right == 1)
  }

  // MARK: - Implementation

  private func score(gold: String, found: String) -> AttributionScore {
    Self.score(Self.gold(MarkedSpans(gold)), Self.found(MarkedSpans(found)))
  }

  private static func score(
    _ gold: AttributionGold, _ found: AnnotatedArticle
  ) -> AttributionScore {
    var notes = ScoringNotes()
    let document = GoldDocument(article: found.article, labels: [:], layer: gold)
    return AttributionScorer().score(document, against: found, notes: &notes)
  }

  /// Stretches by number (none is 1) and role.
  private static func roles(_ text: MarkedSpans) -> [[String: [MarkedSpans.Stretch]]] {
    var roles: [String: [String: [MarkedSpans.Stretch]]] = [:]
    for stretch in text.stretches {
      let words = MarkedSpans.words(stretch.label)
      guard let role = words.last, ["content", "cue", "source"].contains(role) else { continue }
      roles[words.count > 1 ? words[0] : "1", default: [:]][role, default: []].append(stretch)
    }
    return roles.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func gold(_ text: MarkedSpans) -> AttributionGold {
    AttributionGold(
      attributions: roles(text).map { roles in
        func spans(_ role: String) -> [CodePointRange] { (roles[role] ?? []).map(\.span) }
        return .init(content: spans("content"), cue: spans("cue"), source: spans("source"))
      })
  }

  private static func found(_ text: MarkedSpans) -> AnnotatedArticle {
    var annotated = text.annotated
    annotated.quotations = roles(text).map { roles in
      func ranges(_ role: String) -> [TextRange] { (roles[role] ?? []).map(\.range) }
      return Quotation(
        kind: .direct, content: ranges("content"), source: ranges("source"), cue: ranges("cue"),
        cueLemma: nil, speaker: nil, attitude: nil, paragraph: 0, sentence: 0,
        evidence: Evidence("test", confidence: 0.55))
    }
    return annotated
  }

  private func expect(
    _ score: AttributionScore, _ metric: AttributionMetric, _ kind: Quotation.Kind? = nil,
    precision: Double, recall: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let agreement = score[metric, kind].agreement
    #expect(
      abs(agreement.precision - precision) < 1e-12 && abs(agreement.recall - recall) < 1e-12,
      "\(metric.rawValue): \(agreement)", sourceLocation: sourceLocation)
  }
}

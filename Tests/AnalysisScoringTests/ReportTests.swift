import ArticleModel
import Columns
import Diagnostics
import LedeTestSupport
import Testing

@testable import AnalysisScoring

/// How figures are laid out, and what is told beside them.
@Suite struct ReportTests {
  @Test func tablesAreAligned() {
    var table = ScoreTable("kind", columns: ["gold", "F1"])
    table.append("person", ["12", "66.67"])
    table.append("all", ["7", "-"])
    #expect(
      table.text == """
        kind    gold     F1
        person    12  66.67
        all        7      -

        """)
  }

  @Test func groupsHaveHeadings() {
    var table = ScoreTable(groups: [.init("all", ["P", "R"]), .init("direct", ["P", "R"])])
    table.append("who+what", ["64.1", "60.0", "85.6", "70.2"])
    table.append("pieces", ["1.0", "2.0"])
    #expect(
      table.text == """
                    all           direct
                       P     R       P     R
        who+what    64.1  60.0    85.6  70.2
        pieces       1.0   2.0

        """)
  }

  /// Each tenth belongs to the band that begins with it, the last to both its ends.
  @Test func bandsOfConfidence() {
    var calibration = Calibration()
    for tenth in 0...10 {
      calibration.add(Evidence("rule", confidence: Double(tenth) / 10), isRight: tenth % 2 == 0)
    }
    #expect(calibration.bands.map(\.rows) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 2])
    #expect(calibration.bands.map(\.right) == [1, 0, 1, 0, 1, 0, 1, 0, 1, 1])
    #expect(calibration.rules["rule"]?.rows == 11)
  }

  @Test func confidencesOutsideTheScaleAreCut() {
    var calibration = Calibration()
    calibration.add(Evidence("low", confidence: -1), isRight: true)
    calibration.add(Evidence("high", confidence: 7), isRight: true)
    #expect(calibration.bands.first?.rows == 1 && calibration.bands.last?.rows == 1)
  }

  /// Stated 0.8 and 0.2, right 1 of 2 and 0 of 1: (2 · 0.3 + 1 · 0.2) / 3.
  @Test func gapBetweenStatedAndRight() {
    var calibration = Calibration()
    calibration.add(Evidence("a", confidence: 0.8), isRight: true)
    calibration.add(Evidence("a", confidence: 0.8), isRight: false)
    calibration.add(Evidence("b", confidence: 0.2), isRight: false)
    #expect(abs(calibration.meanGap - 0.8 / 3) < 1e-12)
    #expect(Calibration().meanGap == 0)
    #expect(
      calibration.tables[0].text == """
        confidence  rows  stated  right
        0.2–0.3        1    20.0    0.0
        0.8–0.9        2    80.0   50.0

        """)
    #expect(calibration.tables[1].rows.map(\.name) == ["a", "b"])
  }

  @Test func commonestErrorsComeFirst() {
    var errors = ErrorList()
    for (category, weight) in [("rare", 1), ("common", 2), ("common", 9), ("common", 5)] {
      errors.append(
        ScoringError(
          category: category, article: "a\(weight)", offset: weight, weight: weight,
          details: [("gold", "x")]))
    }
    #expect(
      errors.text(limit: 2) == """

        === common: 3

        - a9 @9
          gold   x

        - a5 @5
          gold   x

        === rare: 1

        - a1 @1
          gold   x

        """)
    guard case .array(let kinds) = errors.json(limit: 1) else {
      Issue.record("no array")
      return
    }
    #expect(kinds.count == 2)
  }

  @Test func excerptsAreOneLine() {
    let text = ArticleText("One\ntwo\u{2028} \u{1B}[31mthree naïve")
    #expect(text.excerpt(CodePointRange(0, 100)) == "One two [31mthree naïve")
    #expect(text.excerpt(CodePointRange(0, 100), limit: 5) == "One t…")
    #expect(text.surroundings(of: CodePointRange(4, 7), margin: 4) == "…One [two] […")
  }

  /// The object is one line, and its shares are not rounded.
  @Test func objectForPrograms() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "gold.jsonl",
      """
      {"id": "a", "genre": "news", "text": "May.", "timex": [{"start": 0, "end": 3, "type": "DATE"}]}
      {"id": "b", "text": "June.", "timex": []}
      """)
    var options = EvaluationOptions()
    options.groupField = "genre"
    let report = try Evaluation(.time, options: options).report(gold: path) { articles in
      articles.map { AnnotatedArticle(article: $0) }
    }
    let json = String(decoding: report.json, as: UTF8.self)
    #expect(json.hasPrefix("{\"kind\":\"time\",\"documents\":2,\"gold\":1,\"predicted\":0,"))
    #expect(json.contains("\"strict\":{\"p\":0.0,\"r\":0.0,\"f1\":0.0}"))
    #expect(json.contains("\"groups\":{\"(none)\":{\"documents\":1,"))
    #expect(json.hasSuffix("}\n") && json.split(separator: "\n").count == 1)
    #expect(JSONParser.parse(json) != nil)
    #expect(report.text.contains("\n--- news\n1 article; times: gold 1, found 0\n"))
  }

  @Test func groupsByAFieldThatIsNotThere() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "gold.jsonl", "{\"id\": \"a\", \"genre\": \"news\", \"text\": \"\", \"timex\": []}")
    var options = EvaluationOptions()
    options.groupField = "gener"
    do throws(GoldFailure) {
      _ = try Evaluation(.time, options: options).report(gold: path) { _ in [] }
      Issue.record("no failure")
    } catch {
      #expect(error.messages.first?.diagnostic.help == "did you mean 'genre'?")
    }
  }
}

import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct AttributionModelTests {
  private static func quotations(_ text: String) -> [String] {
    let article = ArticleAnalyzer().analyze(
      Article(id: "t", text: ArticleText(text), format: "text"))
    return article.quotations.map { quotation in
      func words(_ ranges: [TextRange]) -> String {
        ranges.map { article.text[$0] }.joined(separator: " … ")
      }
      return "\(words(quotation.source)) | \(words(quotation.cue)) | \(words(quotation.content))"
    }
  }

  @Test func theTreeOffersWhatTheRulesDoNotKnow() {
    #expect(
      Self.quotations("The mayor was adamant that the ferry would sail again in May.")
        .contains {
          $0.hasPrefix("The mayor | ") && $0.hasSuffix("that the ferry would sail again in May")
        })
  }

  @Test(arguments: [
    // A verb that nobody marks as a cue, words that only point back, a sentence that nobody says.
    "The mayor painted the bridge.", "The council denies that.", "Snow fell on the harbor.",
  ])
  func findsNothing(_ text: String) {
    #expect(Self.quotations(text).isEmpty)
  }

  @Test func quotationsOfTheRulesStay() {
    let text = "Q: Who lost the road?\n\nA: The council did.\n\n“We saw it go,” Ana Ruiz said."
    #expect(Self.quotations(text).count == 3)
  }

  @Test func confidenceIsAShare() {
    let article = ArticleAnalyzer().analyze(
      Article(
        id: "t", text: ArticleText("“We lost it,” Ruiz said. Ruiz hopes to win."), format: "text"))
    #expect(article.quotations.count == 2)
    #expect(article.quotations.allSatisfy { (0...1).contains($0.evidence.confidence) })
  }

  @Test func aModelSurvivesItsFile() throws {
    let weights = try LinearModel(labels: ["right"], bits: 4, unit: 0.5) { bytes in
      for index in bytes.indices { bytes[index] = Int8(index) - 8 }
    }
    let model = AttributionModel(
      weights: weights, cues: LearnedCues(verbs: ["reckon"], nouns: ["claim", "hope"]),
      thresholds: .init(tree: 0.25, rule: -1, bare: 0, lead: 2))
    var file = ModelFile()
    model.write(to: &file)
    let read = try #require(try AttributionModel(of: ModelFile(ModelBytes(copying: file.bytes))))
    #expect(read.cues.verbs == ["reckon"])
    #expect(read.cues.nouns == ["claim", "hope"])
    #expect(read.thresholds.tree == 0.25)
    #expect(read.thresholds.lead == 2)
    #expect((0..<16).map { read.weights.row($0)[0] } == (0..<16).map { weights.row($0)[0] })
  }

  /// A text may begin with any word.
  @Test(arguments: ["Reported on Monday.", "Said.", "Announced, told, asked", "Believed"])
  func anythingMayComeFirst(_ text: String) {
    _ = Self.quotations(text)
  }
}

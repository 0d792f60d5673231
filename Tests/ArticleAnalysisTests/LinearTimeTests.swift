import ArticleModel
import Testing

@testable import ArticleAnalysis

/// Hostile sizes: time grows with the text, not with its square.
@Suite struct LinearTimeTests {
  private func seconds(_ text: String) -> Double {
    let article = Article(id: "long", text: ArticleText(text), format: "text")
    let components: [any AnalysisComponent] = [
      DocumentStructure(), Tokenizer(), SentenceSplitter(), Tagger(), QuotationMarks(),
      Attribution(),
    ]
    let start = ContinuousClock.now
    _ = ArticleAnalyzer(components: components).analyze(article)
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  /// Eight times the text may take at most some twenty times the time, on a machine that others use.
  @Test(arguments: [
    "\" ", "“ ", "” ", "' x ", "said ", "Ruiz said, ", "said that ", "and ", "Ruiz, who ", "( ",
    ". ",
    "A ", "the mayor of ", "according to ", "\"x,\" he said, ", "-", "1,", "x\n",
    "RUIZ: we are\n\n",
    "“We lost,” Ruiz said. ", "“We lost the road,” Ruiz said. It is over.\n\n",
  ])
  func growsWithTheText(_ piece: String) {
    let small = seconds(String(repeating: piece, count: 250))
    let large = seconds(String(repeating: piece, count: 2_000))
    #expect(large < max(small, 0.02) * 24)
  }
}

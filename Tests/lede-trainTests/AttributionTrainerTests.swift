import AnalysisScoring
import ArticleAnalysis
import ArticleModel
import LedeTestSupport
import Testing

@testable import lede_train

@Suite struct AttributionTrainerTests {
  /// Articles of one sentence each: "reckons that" reports, "paints that" does not.
  private func articles() throws -> [AttributionTrainer.TrainingArticle] {
    let folder = try #require(TemporaryFolder())
    var gold = ""
    for number in 0..<30 {
      let name = ["Ruiz", "Lund", "Osei"][number % 3]
      let text = "\(name) reckons that road \(number) is lost."
      let start = name.utf8.count + 1
      gold += "{\"id\": \"\(number)\", \"text\": \"\(text)\", \"attributions\": [{"
      gold += "\"source\": [[0, \(start - 1)]], \"cue\": [[\(start), \(start + 7)]], "
      gold += "\"content\": [[\(start + 8), \(text.utf8.count - 1)]]}]}\n"
    }
    let path = folder.write("gold.jsonl", gold)
    let analyzer = ArticleAnalyzer()
    return try MarkedAttributions.read(path).map { (analyzer.analyze($0.article), $0) }
  }

  @Test func learnsAVerb() throws {
    let articles = try articles()
    let trainer = AttributionTrainer(articles)
    #expect(trainer.rightCount >= 20)
    let model = try trainer.model()
    #expect(model.cues.verbs == ["reckon"])
    var score = WhoAndWhat()
    for (annotated, marked) in articles {
      var article = annotated
      Attribution(model: model).annotate(&article)
      score.add(marked.score(of: article))
    }
    #expect(score.f1 > 0.9)
  }

  @Test func equalTextsGiveEqualBytes() throws {
    func bytes() throws -> [UInt8] {
      var file = ModelFile()
      try AttributionTrainer(try articles()).model().write(to: &file)
      return file.bytes
    }
    #expect(try bytes() == bytes())
  }
}

import Testing

@testable import ArticleAnalysis

@Suite("Models in the program")
struct AnalysisModelsTests {
  @Test("every embedded model file reads, and so does each of its models")
  func embedded() throws {
    for bytes in ModelFile.embedded {
      var models = AnalysisModels()
      try models.take(try ModelFile(bytes))
    }
  }

  @Test("a file without models leaves the standard ones; one that is damaged is refused as a whole")
  func overlaying() throws {
    _ = try AnalysisModels(overlaying: ModelFile())
    var file = ModelFile()
    file.set("tagger.tags", to: [1, 2, 3])
    #expect(throws: ModelError.damaged(section: "tagger.tags")) {
      try AnalysisModels(overlaying: file)
    }
  }
}

import LedeKit
import QueryExecution
import QueryPlanning
import Testing

/// The examples of functions that ask the articles give their answers over the sample.
@Suite struct ArticleFunctionExampleTests {
  @Test func examplesGiveTheirAnswers() throws {
    let engine = Engine(corpus: try Corpus.open([Repository.folder + "/seeds"]))
    let signatures = FunctionLibrary.standard.scalars.map(\.signature)
      .filter(\.example.needsArticles)
    #expect(signatures.count >= 10)
    for signature in signatures {
      let example = signature.example
      let result = try engine.query(example.query)
      let last = try #require(result.first?[result.columns.count - 1])
      let text =
        switch last {
        case .string(let text), .dynamic(let text): text
        case .long(let number): "\(number)"
        case .bool(let truth): "\(truth)"
        default: "\(last)"
        }
      #expect(text == example.answer, "\(example.query)")
    }
  }
}

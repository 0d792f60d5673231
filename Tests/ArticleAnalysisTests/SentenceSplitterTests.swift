import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct SentenceSplitterTests {
  @Test(arguments: [
    ["Mr. Holm met Gen. Orlo in St. Ives.", "They talked."],
    ["She lives in the U.S. with J. R. Orlo.", "He left in Jan. 2020."],
    ["He works for Orlo Inc.", "The firm is small."],
    ["\"We lost the road.\"", "Ruiz left."],
    ["“We lost.", "We are done,” she said.", "Then she left."],
    ["“What now?” Ana Ruiz asked.", "Nobody knew."],
    ["\"Is it over?\" he asked.", "It was."],
    ["It cost 3.5 million.", "Prices rose 1.2 percent."],
    ["We waited ... and nothing came.", "Then it did."],
    ["He paused…", "Then he spoke."],
    ["Really?!", "Yes."],
    ["(They had left.)", "Nobody saw."],
  ])
  func sentences(_ expected: [String]) {
    let text =
      "Some words come before, as in any text of the paper. " + expected.joined(separator: " ")
    let article = layers(of: text, [DocumentStructure(), Tokenizer(), SentenceSplitter()])
    #expect(article.sentences.dropFirst().map { article.text[$0.range] } == expected)
  }

  @Test func aParagraphEndsItsSentence() {
    let article = layers(
      of:
        "The first paragraph ends without a mark and goes on and\n\nThe second one is a sentence of its own.",
      [DocumentStructure(), Tokenizer(), SentenceSplitter()])
    #expect(article.sentences.count == 2)
    #expect(article.sentences.map(\.paragraph) == [0, 1])
  }
}

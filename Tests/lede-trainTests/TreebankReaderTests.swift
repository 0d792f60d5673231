import ArticleModel
import Testing

@testable import lede_train

@Suite("CoNLL-U")
struct TreebankReaderTests {
  static let text = """
    # newdoc id = one
    # sent_id = one-1
    # text = Ana doesn't sing.
    1\tAna\tAna\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
    2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tdoes\tdo\tAUX\tVBZ\t_\t4\taux\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    3.1\tever\tever\tADV\tRB\t_\t_\t_\t4:advmod\t_
    4\tsing\tsing\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
    5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

    # newpar
    # sent_id = one-2
    1\tÉcoute\técouter\tVERB\tVB\t_\t0\troot\t_\t_

    # newdoc id = two
    # sent_id = two-1
    1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
    """

  @Test("words, ranges written as one, spaces, heads")
  func words() throws {
    let sentences = try TreebankReader.sentences(of: Self.text, path: "test")
    #expect(sentences.map(\.id) == ["one-1", "one-2", "two-1"])
    #expect(sentences.map(\.startsDocument) == [true, false, true])
    #expect(sentences.map(\.startsParagraph) == [true, true, true])
    #expect(sentences[0].words.map(\.form) == ["Ana", "does", "n't", "sing", "."])
    #expect(sentences[0].words.map(\.head) == [3, 3, 3, nil, 3])
    #expect(sentences[0].words.map(\.isSpaceAfter) == [true, false, true, false, true])
  }

  @Test("documents become articles whose tokens stand where the text has them")
  func documents() throws {
    let documents = TreebankDocument.documents(
      of: try TreebankReader.sentences(of: Self.text, path: "test"))
    #expect(documents.count == 2)
    let article = documents[0].annotated()
    #expect(article.text.string == "Ana doesn't sing.\n\nÉcoute ")
    #expect(article.paragraphs.map { article.text[$0.range] } == ["Ana doesn't sing.", "Écoute"])
    #expect(article.sentences.map(\.tokens) == [TokenRange(0, 5), TokenRange(5, 6)])
    for token in article.tokens { #expect(article.text[token.range] == article.words[token.word]) }
    #expect(article.words[article.tokens[5].lower] == "écoute")
    #expect(article.tokens.map(\.head) == [3, 3, 3, 3, 3, 5])
    #expect(article.tokens[2].partOfSpeech == .particle)
  }

  @Test(
    "what is no CoNLL-U is told with its line",
    arguments: [
      ("1\tAna\n", "test:1"), ("# x\n2\tA\t_\t_\t_\t_\t0\t_\t_\t_\n", "test:2"),
      ("1\tA\t_\t_\t_\t_\t7\t_\t_\t_\n\n", "test:2"),
      ("1\tA\t_\t_\t_\t_\t-1\t_\t_\t_\n\n", "test:1"),
    ])
  func errors(text: String, place: String) throws {
    let error = #expect(throws: TrainingError.self) {
      try TreebankReader.sentences(of: text, path: "test")
    }
    #expect(error?.description.hasPrefix(place) == true)
  }
}

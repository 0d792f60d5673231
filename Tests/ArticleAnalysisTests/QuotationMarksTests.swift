import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct QuotationMarksTests {
  /// Quoted words are marked; the marks themselves stand outside.
  @Test(arguments: [
    "\"{q:We lost,}\" she said. \"{q:It is over.}\"",
    "“{q:We lost,}” she said of the “{q:road.}”",
    "''{q:We lost,}'' she said.",
    "„{q:Wir gehen}“, sagte sie.",
    "«{q:Nous partons}», dit-elle. « {q:Oui} »",
    "»{q:Wir gehen}«, sagte sie.",
    "”{q:Vi går}”, sa hon.",
    "‘{q:We lost the ministers’ road,}’ she said.",
    "'{q:We lost it,}' she said of the ministers' plan.",
    "She called it “{q:the ‘inner’ road}” of O'Brien's town.",
    "The ministers' plan and the voters' wish.",
    "“{q:We lost the road, she said, and went on.}",
    "The 6'2\" man left.",
    "He sang 'em all, rock 'n' roll.",
    "She said: \"{q:We lost.} \"{q:It is over!} \"{q:Nobody came.}\" The road is shut.",
    "“{q:We lost.} “{q:It is over,}” she said. “{q:Nobody came to ‘help.’} “{q:Nobody.}”",
    "\"{q:We lost in the U.S.} \"{q:The \"inner\" road went.} \"{q:It went on.}",
    "She said: \"{q:It may be two;} \"{q:it may be three.}\"",
    "He was \"lost and \"{q:gone}\" for good. \"{q:It is over.}\"",
    "He called it \"lost and \"{q:gone}\" for good.",
  ])
  func pairs(_ marked: String) {
    let expected = MarkedText(marked)
    let article = layers(
      of: expected.text, [DocumentStructure(), Tokenizer(), SentenceSplitter(), QuotationMarks()])
    for (index, token) in article.tokens.enumerated() {
      let inside = expected.ranges("q").contains { $0.contains(token.range) }
      #expect(
        article.isQuoted[index] == inside, "\(article.text[token.range]) at \(token.range.start)")
    }
  }

  @Test func aQuotationReopensAtEachParagraph() {
    let article = layers(
      of: "“We lost the road and then the bridge.\n\n“We lost the town as well,” she said.",
      [DocumentStructure(), Tokenizer(), SentenceSplitter(), QuotationMarks()])
    let quoted = article.tokens.indices.filter { article.isQuoted[$0] }.count
    #expect(quoted == 9 + 7)
  }
}

import ArticleModel
import Testing

@testable import ArticleAnalysis

/// The layers that the first components make of a text.
func layers(
  of text: String, _ components: [any AnalysisComponent] = [DocumentStructure(), Tokenizer()]
) -> AnnotatedArticle {
  var article = AnnotatedArticle(
    article: Article(id: "test", text: ArticleText(text), format: "text"))
  for component in components { component.annotate(&article) }
  return article
}

@Suite struct TokenizerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// Tokens parted by spaces.
    var tokens: String
    var testDescription: String { text }

    init(_ text: String, _ tokens: String) {
      self.text = text
      self.tokens = tokens
    }
  }

  @Test(arguments: [
    Case("We lost, didn't we?", "We lost , did n't we ?"),
    Case(
      "Ruiz's plan can’t work; she'll say they've lost.",
      "Ruiz 's plan ca n’t work ; she 'll say they 've lost ."),
    Case("You cannot do it.", "You can not do it ."),
    Case("Mr. Holm left the U.S. at 5 p.m.", "Mr. Holm left the U.S. at 5 p.m."),
    Case("J. R. Holm met Sen. Ruiz.", "J. R. Holm met Sen. Ruiz ."),
    Case("It cost $1,000.5 or US$20, £3m.", "It cost $ 1,000.5 or US$ 20 , £ 3m ."),
    Case("a -3 degree, war-torn 2020-21 year", "a -3 degree , war-torn 2020-21 year"),
    Case("and/or 1/2 at 10:30", "and / or 1/2 at 10:30"),
    Case("Wait... what -- now?", "Wait ... what -- now ?"),
    Case("''We lost,'' she said.", "'' We lost , '' she said ."),
    Case("``We said 'no,''' he said.", "`` We said ' no , ' '' he said ."),
    Case("the ministers' plan, O'Brien's", "the ministers ' plan , O'Brien 's"),
    Case("the ’90s and the '80s", "the ’90s and the '80s"),
    Case(
      "See https://example.org/a?b=1, or mail a@example.org.",
      "See https://example.org/a?b=1 , or mail a@example.org ."),
    Case("@holm wrote #road 5% of AT&T", "@holm wrote #road 5 % of AT&T"),
    Case("the road.The bridge", "the road . The bridge"),
    Case("zwölf Brücken\u{A0}fielen", "zwölf Brücken fielen"),
    Case("東京で", "東 京 で"),
  ])
  func tokens(_ test: Case) {
    let article = layers(of: test.text)
    let tokens = article.tokens.map { article.text[$0.range] }
    #expect(tokens.joined(separator: " ") == test.tokens)
  }

  @Test func tokensCoverEveryVisibleByteInOrder() {
    let text = "“Wé,” said\u{200B}X… (a–b) 5°C \u{1F600} don’t\n\nEnd"
    let article = layers(of: text)
    var last = 0
    for token in article.tokens {
      #expect(token.range.start >= last && token.range.end > token.range.start)
      last = token.range.end
    }
  }

  @Test func lowerFormsShareTheApostrophe() {
    let article = layers(of: "IT’S Ruiz's")
    #expect(article.tokens.map { article.words[$0.lower] } == ["it", "'s", "ruiz", "'s"])
  }
}

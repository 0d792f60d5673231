import ArticleModel
import Testing

@Suite struct BylineAuthorTests {
  func authors(of byline: String, stated: [String] = []) -> [String] {
    var article = Article(id: "a", text: ArticleText(utf8: Array(byline.utf8)), format: "text")
    article.authors = stated
    var annotated = AnnotatedArticle(article: article)
    annotated.parts.byline = TextRange(0, byline.utf8.count)
    return annotated.authors
  }

  @Test(arguments: [
    ("By Hannah Okafor, Crime Correspondent", ["Hannah Okafor"]),
    ("By Ana Ruiz and Per Holm", ["Ana Ruiz", "Per Holm"]),
    ("BY: Lena van der Berg & Tom Okoro | Coast Courier", ["Lena van der Berg", "Tom Okoro"]),
    ("By Staff Reporter", []), ("By the editorial board", []), ("By ", []), ("", []),
    ("Hannah Okafor", []),
  ])
  func namesAlone(byline: String, expected: [String]) {
    #expect(authors(of: byline) == expected)
  }

  @Test func whatTheSourceStatesWins() {
    #expect(authors(of: "By Ana Ruiz", stated: ["Ana M. Ruiz"]) == ["Ana M. Ruiz"])
  }
}

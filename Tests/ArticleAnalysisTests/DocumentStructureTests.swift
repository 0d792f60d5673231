import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct DocumentStructureTests {
  private static let text =
    "The council of Orlo said on Tuesday that the old bridge would stay closed until spring."
  private static let more = "Engineers found cracks in two of its piers, and nobody was hurt."

  private func roles(_ text: String) -> [String] {
    layers(of: text).paragraphs.map(\.role.rawValue)
  }

  @Test func aTitleLineBeforeTextIsAHeadline() {
    let article = layers(of: "Bridge stays closed\n\nBy Ana Ruiz\n\n\(Self.text)\n\n\(Self.more)")
    #expect(article.paragraphs.map(\.role) == [.headline, .byline, .lede, .body])
    #expect(article.parts.headline.map { article.text[$0] } == "Bridge stays closed")
    #expect(article.parts.byline.map { article.text[$0] } == "By Ana Ruiz")
    #expect(article.parts.lede.map { article.text[$0] } == Self.text)
  }

  @Test(arguments: [
    ("Ana Ruiz\nAna RuizREUTERS/Per Holm", "Ana Ruiz", "REUTERS/Per Holm"),
    ("Ana Ruiz AP Photo/Per Holm", "Ana Ruiz", "AP Photo/Per Holm"),
    ("The bridge at dawn. (Photo: P. Holm/AFP)", "The bridge at dawn.", "Photo: P. Holm/AFP"),
    (
      "The bridge at dawn. Per Holm/AFP via Getty Images", "The bridge at dawn.",
      "Per Holm/AFP via Getty Images"
    ),
    ("The bridge at dawn. Getty Images", "The bridge at dawn.", "Getty Images"),
    ("The bridge at dawn. Photo by Per Holm", "The bridge at dawn.", "Photo by Per Holm"),
  ])
  func aCaptionWithACreditIsNoHeadline(_ front: String, _ caption: String, _ credit: String) {
    let article = layers(of: "\(front)\n\n\(Self.text)\n\n\(Self.more)")
    #expect(article.parts.headline == nil)
    #expect(article.parts.caption.map { article.text[$0] } == caption)
    #expect(article.parts.credit.map { article.text[$0] } == credit)
    #expect(article.paragraphs.suffix(2).map(\.role) == [.lede, .body])
  }

  @Test(arguments: [
    ("LONDON, March 3 (Reuters) - ", "LONDON, March 3 (Reuters)", "LONDON"),
    ("BERLIN — ", "BERLIN", "BERLIN"),
    ("Lisbon (AP) – ", "Lisbon (AP)", "Lisbon"),
    ("PORT ORLO, N.J., Jan. 5 -- ", "PORT ORLO, N.J., Jan. 5", "PORT ORLO, N.J."),
  ])
  func aDatelineStandsApart(_ start: String, _ dateline: String, _ place: String) {
    let article = layers(of: start + Self.text + "\n\n" + Self.more)
    #expect(article.parts.dateline.map { article.text[$0] } == dateline)
    #expect(article.parts.datelinePlace.map { article.text[$0] } == place)
    #expect(article.parts.lede.map { article.text[$0] } == Self.text)
    #expect(article.paragraphs.map(\.role) == [.dateline, .lede, .body])
  }

  @Test func aDashInTheTextIsNoDateline() {
    let article = layers(
      of: "Cracks — two of them — were found in the piers of the old bridge today.")
    #expect(article.parts.dateline == nil)
  }

  @Test func whatTheSourceStatesWins() {
    var source = Article(
      id: "a", text: ArticleText("A line of its own\n\n\(Self.text)"), format: "html")
    source.headline = Article.Stated("Another headline")
    let article = ArticleAnalyzer(components: [DocumentStructure()]).analyze(source)
    #expect(article.parts.headline == nil)
    #expect(article.paragraphs.map(\.role) == [.heading, .lede])
  }

  @Test func statedParagraphsKeepTheirRoles() {
    let text = "Bridge closed\n\(Self.text)"
    var source = Article(id: "a", text: ArticleText(text), format: "html")
    source.paragraphs = [
      Paragraph(range: TextRange(0, 13), role: .headline, evidence: .given),
      Paragraph(range: TextRange(14, text.utf8.count), role: .body, evidence: .given),
    ]
    let article = ArticleAnalyzer(components: [DocumentStructure()]).analyze(source)
    #expect(article.paragraphs.map(\.role) == [.headline, .lede])
    #expect(article.parts.headline == TextRange(0, 13))
  }

  @Test func singleNewlinesPartLongLines() {
    #expect(roles("\(Self.text)\n\(Self.more)") == ["lede", "body"])
  }

  @Test func wrappedLinesAreOneParagraph() {
    let wrapped = """
      The council of Orlo said on Tuesday that the old bridge would
      stay closed until spring, because engineers had found cracks in
      two of its piers, and because nobody could say how deep they
      went.

      Nobody was hurt, it said, and the ferry would run twice an hour.
      """
    #expect(roles(wrapped) == ["lede", "body"])
  }

  @Test func headingsAndBoilerplateAreNoBody() {
    #expect(
      roles("\(Self.text)\n\nWhat comes next\n\n\(Self.more)\n\nFollow us on the social networks")
        == ["lede", "heading", "body", "boilerplate"])
  }

  @Test(arguments: ["", "   \n\n ", "\u{FEFF}"])
  func nothingIsInvented(_ text: String) {
    let article = layers(of: text)
    #expect(article.paragraphs.isEmpty)
    #expect(article.parts == AnnotatedArticle.Parts())
  }
}

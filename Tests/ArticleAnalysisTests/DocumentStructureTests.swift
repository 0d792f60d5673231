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
    ("Orlo, Oct 19 - ", "Orlo, Oct 19", "Orlo"),
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

  @Test func aDashInAHeadlineOfCapitalsIsNoDateline() {
    #expect(
      roles("ORLO BRIDGE TO STAY CLOSED - MAYOR\n\n\(Self.text)\n\n\(Self.more)")
        == ["headline", "lede", "body"])
  }

  @Test func aReportOfFiguresHasAHeadline() {
    let article = layers(
      of:
        "ORLO BRIDGE CO <ORL> 3RD QTR NET\n    PORT ORLO, N.J., Oct 19 -\n    Shr 1.02 dlrs vs 96 cts\n"
        + "    Net 55.6 mln vs 53.2 mln\n Reuter\n")
    #expect(article.paragraphs.map(\.role) == [.headline, .dateline, .body, .body, .boilerplate])
    #expect(article.parts.datelinePlace.map { article.text[$0] } == "PORT ORLO, N.J.")
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

  /// Each shape of plain text with the roles of its paragraphs.
  @Test(arguments: [
    (
      "a headline, empty lines between paragraphs",
      """
      Bridge at Orlo stays closed

      The council of Orlo said on Tuesday that the old bridge would
      stay closed until spring, because engineers had found cracks in
      two of its piers.

      Nobody was hurt, it said, and the ferry would run twice an hour
      between six and ten. Mayor Ana Ruiz was to meet owners of shops
      on Friday.

      "We have no choice," she said of the
      bridge.
      """, ["headline", "lede", "body", "body"]
    ),
    (
      "no headline, paragraphs of two lines",
      """
      The council of Orlo said on Tuesday that the old bridge would
      stay closed until spring.

      Nobody was hurt, it said, and the ferry would run twice an hour
      between six and ten.

      Mayor Ana Ruiz was to meet owners of shops and the head of the
      Orlo Ferry Company on Friday.
      """, ["lede", "body", "body"]
    ),
    (
      "over the wire: a title, first lines indented, the first one's indentation lost",
      """
      ORLO <ORL> SEES BRIDGE CLOSED UNTIL SPRING

      Orlo Bridge Co said it will
      keep the bridge closed until spring and expects costs of 20 mln
      dlrs for repairs.
          The company, which runs four bridges, had costs of 12 mln
      dlrs in the year
      before.
          Ben Orlo, its chief engineer, said cracks were found in two
      piers. Orlo Bridge said it is not
      known how deep they are.
       Reuter
      """, ["headline", "lede", "body", "body", "boilerplate"]
    ),
    (
      "headline and byline over the text without an empty line",
      """
      Bridge stays closed
      By Ana Ruiz
      The council of Orlo said on Tuesday that the old bridge would
      stay closed until spring, because engineers had found cracks in
      two of its piers.

      Nobody was hurt, it said, and the ferry would run twice an hour.
      """, ["headline", "byline", "lede", "body"]
    ),
    (
      "one short paragraph that has lost its dateline",
      """
      ORLO BRIDGE CO TO REPURCHASE SHARES

      Orlo Bridge Co of Port Orlo
      said it intends to repurchase up to 20,000 of its 400,000 common
      shares outstanding.
      """, ["headline", "lede"]
    ),
    (
      "over the wire, short and without an empty line",
      """
      BRIDGE TO STAY CLOSED
          ORLO, March 3 - Orlo Bridge Co said it will keep the old bridge
      closed until spring.
          It gave no reason for that, and nobody in the port could say
      when the ferry will run.
      REUTER
      """, ["headline", "dateline", "lede", "body", "boilerplate"]
    ),
    (
      "headings among indented paragraphs",
      """
          The council of Orlo said on Tuesday that the old bridge would
      stay closed until spring, because engineers found cracks.
      What comes next
          Nobody was hurt, it said, and the ferry would run twice an hour
      between six and ten. Mayor Ana Ruiz was to meet owners of shops
      on Friday.
      """, ["lede", "heading", "body"]
    ),
    (
      "a list and an address among wrapped paragraphs",
      """
      Bridge at Orlo stays closed

      The council of Orlo said on Tuesday that the old bridge would
      stay closed until spring, because engineers had found cracks in
      two of its piers. It asks travellers to take one of these ways:

      - the ferry from the old harbour, which runs twice an hour and
        takes bicycles
      - the tunnel

      Write to the council at
      Port Office
      12 Long Road
      Orlo
      """, ["headline", "lede", "body", "body", "body", "body", "body", "body"]
    ),
    (
      "an indented block throughout",
      """
          The council of Orlo said on Tuesday that the old bridge would
          stay closed until spring, because engineers had found cracks in
          two of its piers.

          Nobody was hurt, it said, and the ferry would run twice an hour.
      """, ["lede", "body"]
    ),
  ])
  func wrappedTextKeepsItsParagraphs(_ shape: String, _ text: String, _ expected: [String]) {
    #expect(roles(text) == expected, "\(shape)")
  }

  @Test(arguments: [
    """
    The bridge is long, the river wide
    And no one comes across
    The ferry waits for wind and tide
    And counts its every loss
    """,
    """
    Ferry runs twice an hour from Monday morning
    Shops on Long Road count the cost of the closed bridge
    Mayor Ana Ruiz to meet owners on Friday
    Ben Orlo retires after forty years at the port
    """,
  ])
  func linesOfAPoemOrAListStayLines(_ text: String) {
    #expect(layers(of: text).paragraphs.count == 4)
  }

  @Test(arguments: ["REUTER", " Reuter", "(Reuters)", "ENDS", "-30-", "- ends -", "###"])
  func aSignOffIsNoPartOfTheStory(_ line: String) {
    #expect(roles("\(Self.text)\n\n\(Self.more)\n\(line)\n") == ["lede", "body", "boilerplate"])
    #expect(roles("\(Self.text)\n\n\(Self.more)\n\n\(line)\n") == ["lede", "body", "boilerplate"])
  }

  @Test(arguments: [
    ("Will the bridge ever open again?", ["headline", "lede", "body"]),
    ("What price for 'safe' old bridges?", ["headline", "lede", "body"]),
    ("Bridge stays closed\n\nNobody was hurt there.", ["headline", "lede", "body", "body"]),
    ("Bridge stays closed\n\n3 March 2023", ["headline", "boilerplate", "lede", "body"]),
    (
      "ORLO BRIDGE 3RD QTR\n\nShr 1.02 dlrs vs 96 cts\n    Net 55.6 mln vs 53.2 mln",
      ["headline", "body", "body", "lede", "body"]
    ),
  ])
  func linesBeforeTheTextAreToldByTheirForm(_ front: String, _ expected: [String]) {
    #expect(roles("\(front)\n\n\(Self.text)\n\n\(Self.more)") == expected)
  }

  @Test func anEntryOfAListIsNoHeading() {
    #expect(
      roles("\(Self.text)\n\n- The ferry, with bicycles\n\n\(Self.more)")
        == ["lede", "body", "body"])
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

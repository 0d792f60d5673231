import ArticleModel
import Calendar
import Diagnostics
import Testing

@testable import ArticleReading

@Suite struct MarkdownReaderTests {
  func read(_ text: String) throws -> (article: Article?, codes: [String]) {
    var codes: [String] = []
    var article: Article?
    let file = ArticleFile(path: "a.md", articleID: "a", bytes: Array(text.utf8))
    try MarkdownReader().read(file, report: { codes.append($0.diagnostic.code) }) { article = $0 }
    return (article, codes)
  }

  @Test func takesMetadataFromFrontMatter() throws {
    let (found, codes) = try read(
      """
      ---
      title: "Harbour wall: the bill"
      author: [Ines Duarte, 'Tom Okoro']
      date: 2021-03-04T08:30:00+01:00
      publisher: Coast Courier
      tags:
        - harbours
        - money
      nested:
        key: passed over
      ---
      First paragraph
      goes on.
      """)
    let article = try #require(found)
    #expect(codes.isEmpty)
    #expect(article.headline?.value == "Harbour wall: the bill")
    #expect(article.headline?.range.map { article.text[$0] } == "Harbour wall: the bill")
    #expect(article.authors == ["Ines Duarte", "Tom Okoro"])
    #expect(article.published?.date.description == "2021-03-04")
    #expect(article.publisher == "Coast Courier")
    #expect(article.topics == ["harbours", "money"])
    #expect(article.paragraphs.map { article.text[$0.range] } == ["First paragraph\ngoes on."])
  }

  @Test func partsBlocks() throws {
    let text = """
      # Ferry *late* again #

      The ferry was late.\r
      Again.

      ## Reaction
      > "We waited," she said.
      > For hours.

      - One item
        that goes on
      - Another
      1. Numbered
      2019. A year begins this sentence.

      Underlined
      ----------
      ```
      # code
      ```
      <!-- a note -->
      * * *
      [link]: https://example.org
      Last words.
      """
    let article = try #require(try read(text).article)
    #expect(article.text.string == text)
    #expect(article.headline?.value == "Ferry *late* again")
    #expect(
      article.paragraphs.map { "\($0.role.rawValue): \(article.text[$0.range])" } == [
        "headline: Ferry *late* again",
        "body: The ferry was late.\r\nAgain.",
        "heading: Reaction",
        "body: \"We waited,\" she said.\n> For hours.",
        "body: One item\n  that goes on",
        "body: Another",
        "body: Numbered\n2019. A year begins this sentence.",
        "heading: Underlined",
        "body: Last words.",
      ])
  }

  @Test(arguments: [
    ("---\ntitle: x\nText without an end", ["L0811"]),
    ("---\ndate: 31 March\n---\nText", ["L0812"]),
    ("---\n\nA rule, then text.", []),
    ("---\n---\n", []),
    ("#\n##\n>\n-\n```", []),
    ("[", []), ("<!--", []), ("---\n:\n---", []), ("---\na: \"\nb: [\nc: []\n---\n", []),
  ])
  func survives(_ text: String, _ codes: [String]) throws {
    let outcome = try read(text)
    #expect(outcome.codes == codes)
    #expect(outcome.article?.text.string == text)
  }

  @Test(arguments: [
    ("2023-12-07", "day 2023-12-07"), (" 2023-12-07 ", "day 2023-12-07"),
    ("2023-12-07T10:00Z", "2023-12-07 10:00 +0"),
    ("2023-12-07T23:30:59.25-05:30", "2023-12-07 29:00 -330"),
    ("2023-12-07 10:00:60 +0200", "2023-12-07 8:00 +120"),
    ("2023-12-07T10:00", "zone"), ("2023-02-29", "day"), ("2023-12-07T24:00Z", "time"),
    ("7/12/2023", "malformed"), ("", "malformed"), ("2023-12-07x", "malformed"),
    ("2023-13-40T10:00Z", "malformed"), ("tomorrow", "malformed"),
    ("2023-12-07T10:00Zx", "malformed"),
  ])
  func readsDates(_ text: String, _ expected: String) {
    let found: String
    do throws(PublicationTimeError) {
      switch try PublicationTime(parsing: text) {
      case .day(let date): found = "day \(date.description)"
      case .moment(let instant, let offset):
        let day = PublicationTime.moment(instant, utcOffset: offset).date
        let minutes = (instant.ticks - Int64(day.dayNumber) * Instant.ticksPerDay) / 600_000_000
        let clock = "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        found = "\(day.description) \(clock) \(offset < 0 ? "" : "+")\(offset)"
      }
    } catch {
      switch error {
      case .malformed: found = "malformed"
      case .noSuchDay: found = "day"
      case .noSuchTime: found = "time"
      case .missingZone: found = "zone"
      }
    }
    #expect(found == expected)
  }
}

import ArticleModel
import Calendar
import Testing

@testable import ArticleReading

@Suite struct StatedDateTests {
  @Test(arguments: [
    "Published 14 March 2024", "Published: March 14, 2024", "Date: 2024-03-14", "14 March 2024",
    "Thursday 14 March 2024", "Thursday, March 14, 2024", "March 14, 2024", "14th of March 2024",
    "PUBLISHED ON 14 MAR. 2024", "March 14 2024, 10:15 GMT", "Published at 2024-03-14 09:30",
    "**Date:** 14 March 2024", "First published on Mar 14, 2024 at 9.30 a.m. ET",
    "Published 14 March 2024 | Updated 15 March 2024", "2024-03-14",
    "BRINDLE, March 14, 2024 (Coastal News) - The ferry sank at its berth.",
    "PORT BRINDLE, Norland, March 14, 2024 /Newsline/ -- The ferry sank at its berth.",
    "BRINDLE \u{2014} March 14, 2024 \u{2014} The ferry sank at its berth.",
  ])
  func readsTheDay(line: String) {
    let text = "Ferry sinks at its berth\n\n\(line)\n\nNobody was on board.\n"
    #expect(StatedDate(in: Array(text.utf8)).published?.date.description == "2024-03-14")
  }

  @Test(arguments: [
    "Published 14/03/2024", "Date: 3.4.2024", "14 March", "March 2024", "Published yesterday",
    "14 March 2024 was a bad day.", "On 14 March 2024", "31 February 2024",
    "Published 14 March 2024, the report runs to forty pages.",
    "The report was published 14 March 2024", "14 March 2024.", "114 March 2024",
    "BRINDLE, March 14 (Coastal News) - The ferry sank.",
    "BRINDLE, March 14, 2024, was a quiet town.",
    "They met on\n14 March 2024\nin the town hall.", "They met on\n14 March 2024",
    "14 March 2024\n\nIt began.\n\n15 March 2024\n\nIt ended.",
    "1\n2\n3\n4\n5\n6\n7\n8\n9\nten\n14 March 2024",
  ])
  func guessesNothing(text: String) {
    #expect(StatedDate(in: Array(("Ferry sinks\n\n" + text).utf8)).published == nil)
  }

  @Test func keepsTheChangeApart() {
    let text = "Ferry sinks\nUpdated: 15 March 2024\nLast updated 16 March 2024\nNobody drowned.\n"
    let date = StatedDate(in: Array(text.utf8))
    #expect(date.published == nil)
    #expect(date.updated?.date.description == "2024-03-15")
    let both = StatedDate(
      in: Array("Published March 14, 2024 10:15 GMT \u{B7} Updated March 15, 2024".utf8))
    #expect(both.published?.date.description == "2024-03-14")
    #expect(both.updated?.date.description == "2024-03-15")
  }

  @Test func aLabelWinsOverABareLineAndThatOverADateline() {
    let dateline = "BRINDLE, May 3, 2021 (Coastal News) - The ferry sank.\n"
    let bare = "Ferry sinks\n\n2 May 2021\n\n" + dateline
    #expect(StatedDate(in: Array(bare.utf8)).published?.date.description == "2021-05-02")
    let labelled = "Published: 1 May 2021\n" + bare
    #expect(StatedDate(in: Array(labelled.utf8)).published?.date.description == "2021-05-01")
  }

  @Test func frontMatterComesFirst() throws {
    let text = "---\ndate: 2020-01-02\n---\n# Ferry sinks\n\nPublished 3 January 2020\n"
    for (text, day) in [(text, "2020-01-02"), (String(text.dropFirst(24)), "2020-01-03")] {
      var article: Article?
      let file = ArticleFile(path: "a.md", articleID: "a", bytes: Array(text.utf8))
      try MarkdownReader().read(file, report: { _ in }) { article = $0 }
      #expect(article?.published?.date.description == day)
    }
  }
}

import ArticleModel
import Testing

@testable import ArticleReading

/// What is wrong in a file is told with its line, and everything else is read.
@Suite struct CoNLLUProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var id: String
    var text: String
    /// The text of each article.
    var texts: [String]
    var problems: [String]
    /// The heads of the first article, `=` for a root, "" where unknown.
    var heads: [String]?

    var testDescription: String { id }
  }

  static let cases = [
    Case(
      id: "prose", text: "Hello world\n\n1 | a", texts: ["a"], problems: ["L0861 line 1"]),
    Case(
      id: "prose alone", text: "Hello world\nof ferries", texts: [],
      problems: [
        "L0861 line 1", "L0861 line 2", "L0860 holds no sentences, as a CoNLL-U file does",
      ]
    ),
    Case(
      id: "comments alone", text: "# a\n# newdoc id = x\n# newdoc\n\n", texts: [],
      problems: [
        "L0866 line 2", "L0866 line 3", "L0860 holds no sentences, as a CoNLL-U file does",
      ]),
    Case(
      id: "blanks for tabs",
      text: "1  a  a  X  x  _  0  root  _  SpaceAfter=No\n2 b b X x _ 1 x _ _",
      texts: ["ab"], problems: [], heads: ["=", "a"]),
    Case(
      id: "too few fields", text: "1\ta\tb\n2\tc\n3", texts: ["a c"],
      problems: ["L0862 line 1", "L0862 line 2", "L0861 line 3"]),
    Case(
      id: "too many fields", text: "1\ta\t_\t_\t_\t_\t0\t_\t_\t_\tx\ty", texts: ["a"],
      problems: ["L0862 line 1"], heads: ["="]),
    Case(
      id: "no form", text: "1 | \n2 | b", texts: ["_ b"], problems: ["L0862 line 1"]),
    Case(
      id: "bad ids", text: "x | a\n0 | b\n1 | c | _ | _ | _ | 2\n99999999999 | d\n4-2 | e",
      texts: ["a b c d e"],
      problems: [
        "L0863 line 1", "L0863 line 2", "L0863 line 4", "L0868 line 3",
        "L0863 1 more like it, the last in line 5",
      ], heads: ["", "", "", "", ""]),
    Case(
      id: "ids out of order",
      text: "1 | a | _ | _ | _ | 7\n3 | b | _ | _ | _ | 0\n3 | c | _ | _ | _ | 3",
      texts: ["a b c"],
      problems: ["L0863 line 2", "L0863 line 3", "L0868 line 1"], heads: ["", "=", "b"]),
    Case(
      id: "ranges without their words",
      text: "1-2 | ab\n\n3-4 | cd\n1 | a\n2-3 | bc\n2-3 | bc\n2 | b",
      texts: ["a bc"], problems: ["L0863 line 1", "L0863 line 3", "L0863 line 5"]),
    Case(
      id: "no empty line", text: "1 | a\n2 | b | _ | _ | _ | 1\n1 | c\n# newpar\n# x\n1 | d",
      texts: ["a b c\n\nd"], problems: ["L0864 line 3", "L0864 line 4"], heads: ["", "a", "", ""]),
    Case(
      id: "a comment among words", text: "1 | a\n# note\n2 | b", texts: ["a b"], problems: []),
    Case(
      id: "a text without words", text: "# text = lost\n\n1 | a\n\n# text = lost", texts: ["a"],
      problems: ["L0865 line 1", "L0865 line 5"]),
    Case(
      id: "heads out of range",
      text:
        "1 | a | _ | _ | _ | 9\n2 | b | _ | _ | _ | 2\n3 | c | _ | _ | _ | x\n4 | d | _ | _ | _ | -1",
      texts: ["a b c d"],
      problems: [
        "L0868 line 1", "L0868 line 2", "L0868 line 3", "L0868 1 more like it, the last in line 4",
      ], heads: ["", "", "", ""]),
    Case(
      id: "heads in a circle",
      text:
        "1 | a | _ | _ | _ | 2\n2 | b | _ | _ | _ | 3\n3 | c | _ | _ | _ | 1\n4 | d | _ | _ | _ | 3",
      texts: ["a b c d"], problems: ["L0868 line 1"], heads: ["b", "c", "", "c"]),
    Case(
      id: "two circles",
      text: "1 | a | _ | _ | _ | 2\n2 | b | _ | _ | _ | 1\n3 | c | _ | _ | _ | 4\n"
        + "4 | d | _ | _ | _ | 3\n5 | e | _ | _ | _ | 0\n6 | f | _ | _ | _ | 0",
      texts: ["a b c d e f"], problems: ["L0868 line 1", "L0868 line 3"],
      heads: ["b", "", "d", "", "=", "="]),
    Case(
      id: "a date that is none", text: "# meta::dateCreated = 31 March\n1 | a", texts: ["a"],
      problems: ["L0812 line 1"]),
    Case(
      id: "a lost word beside a multiword token",
      text: "# text = don't\n1 | We\n2-3 | don't\n2 | do\n3 | n't\n4 | go", texts: ["don't"],
      problems: ["L0869 line 2"]),
    Case(
      id: "another text", text: "# text = Rain fell.\n1 | Snow\n2 | melted", texts: ["Rain fell."],
      problems: ["L0869 line 2"]),
  ]

  @Test(arguments: cases)
  func isToldAndTheRestIsRead(_ given: Case) {
    let outcome = CoNLLUText(given.text).read()
    #expect(outcome.articles.map(\.text.string) == given.texts)
    #expect(outcome.problems == given.problems)
    if let heads = given.heads, let article = outcome.articles.first {
      let found = article.tokenTexts.map { text in
        String(text.split(separator: "/", omittingEmptySubsequences: false)[4])
      }
      #expect(found == heads)
    }
    for article in outcome.articles { #expect(article.given?.fit(article.text) == true) }
  }

  /// Where many words are not in their text they follow it, so that no place is crowded.
  @Test func wordsOfAnotherTextFollowIt() throws {
    let lines = (1...100).map { "\($0) | w\($0)" }
    let outcome = CoNLLUText("# text = w1 then rain\n" + lines.joined(separator: "\n")).read()
    let article = try #require(outcome.articles.first)
    #expect(article.text.string.hasPrefix("w1 then rain w2 w3 "))
    #expect(article.text.string.hasSuffix(" w99 w100"))
    #expect(article.tokenPlaces == (1...100).map { "w\($0)" })
    #expect(
      outcome.messages == [
        "line 3: from 'w2' on, 99 words are not those of '# text', and follow it"
      ])
    let range = CoNLLUText("1-40 | all\n" + lines.joined(separator: "\n")).read()
    #expect(range.articles.first?.given?.tokens.count == 101)
    #expect(range.problems == ["L0863 line 1"])
  }

  /// A message quotes no more of a line than tells it, and nothing that a terminal obeys.
  @Test func messagesAreShortAndHarmless() {
    let line = "\u{1B}[2J" + String(repeating: "x", count: 1000)
    let outcome = CoNLLUText.read(Array(("1\ta\t_\t_\t_\t_\t0\t_\t_\t_\n\n" + line).utf8))
    #expect(
      outcome.messages == [
        "line 3: '\u{FFFD}[2J" + String(repeating: "x", count: 36)
          + "…' is no comment and no word's line, and is left out"
      ])
  }

  /// However many lines are wrong, a few messages say so.
  @Test func messagesAreFew() {
    let lines = (1...2000).map { "\($0)\ta\t_\t_\t_\t_\t99999\t_\t_" }
    let outcome = CoNLLUText.read(Array(lines.joined(separator: "\n").utf8))
    #expect(outcome.articles.first?.given?.tokens.count == 2000)
    #expect(outcome.messages.count == 8)
    #expect(outcome.messages.last == "1997 more like these, the last in line 2000")
  }
}

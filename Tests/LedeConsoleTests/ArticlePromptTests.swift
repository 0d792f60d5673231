import Diagnostics
import LedeKit
import LedeTestSupport
import Testing

@testable import LedeConsole

/// The prompt over articles: what is asked, and how an answer is opened down to its words.
@Suite struct ArticlePromptTests {
  @Test func rowOpensToItsWords() throws {
    let text = try #require(
      HarborSession.seen([
        #"quotes | where text has "newspaper" | project speaker, cue, text"#, ".show 1", ".why 1",
      ]))
    #expect(text.contains("Jonas Hale  said  I read it in the newspaper like everybody else"))
    #expect(text.contains(#""[I read it in the newspaper like everybody else]," he said."#))
    #expect(text.contains("Ferry line to Norvik will close in spring, company says · paragraph"))
    #expect(text.contains("quotes"))
  }

  @Test(arguments: [
    (["print 1", ".show 1"], "Row 1 rests on no article"),
    (["print 1", ".why 1"], "Row 1 rests on no article"),
    ([".show 1"], "There is no result yet"),
    ([".why 1"], "There is no result yet"),
    (["quotes | take 2", ".show 3"], "The last result has 2 rows; there is no row 3."),
    (["quotes | take 0", ".why 1"], "The last result has no rows."),
    // An entity opens to its mentions.
    ([#"people | where name has "Lindqvist""#, ".show 1"], "[Marta Lindqvist]"),
    // An aggregate opens to some of its places and says how many more there are.
    (["quotes | summarize n = count()", ".show 1"], "more places (.why 1 lists all)"),
    (["quotes | count", ".show 1"], "more places (.why 1 lists all)"),
    // An article alone is read whole; among others each is shown by a paragraph.
    ([#"articles | where headline has "Norvik""#, ".show 1"], "paragraph 12"),
    (["articles | count", ".show 1"], "paragraph 1, headline"),
    // Results go on in the next statement.
    (
      ["let direct = quotes | where kind == 'direct';", "direct | count | project ok = Count > 3"],
      "true"
    ),
    (["quotes | where kind == 'direct'", "| count | project ok = Count > 3"], "true"),
    (["quotes", "_ | where kind == 'direct'", "_1 | count", "_ | project ok = Count > 3"], "true"),
  ])
  func linesAreAnswered(lines: [String], expected: String) throws {
    let text = try #require(HarborSession.seen(lines))
    #expect(text.contains(expected), "\(text)")
  }

  /// What words side by side mean in `find` differs between tools, so it is said, once.
  @Test func wordsSideBySideAreExplainedOnce() throws {
    let note = "Words side by side mean 'and'"
    let once = try #require(
      HarborSession.seen(["find ferry subsidy", "find ferry school"], width: 200))
    #expect(once.ranges(of: note).count == 1, "\(once)")
    for query in ["find ferry", "find ferry and subsidy", "find ferry headline:line", "quotes"] {
      let text = try #require(HarborSession.seen([query], width: 200))
      #expect(!text.contains(note), "\(text)")
    }
  }

  @Test(arguments: [
    (#"quotes | where kind == "Direct""#, "'where kind == \"Direct\"' kept none of"),
    (#"quotes | where kind == "Direct""#, "write '=~' for '=='."),
    (#"quotes | where kind in ("Direct")"#, "write 'in~' for 'in'."),
    (#"quotes | where text has_cs "Newspaper""#, "write 'has' for 'has_cs'."),
    (#"quotes | where speaker == "Hale" | take 3"#, "'Jonas Hale': write 'has' for '=='."),
    (
      #"quotes | where kind == "direct" | where text has "zebra" | take 3"#,
      "'where text has \"zebra\"' kept none of"
    ),
  ])
  func emptyResultSaysWhy(query: String, expected: String) throws {
    let text = try #require(HarborSession.seen([query], width: 200))
    #expect(text.contains(expected), "\(text)")
  }

  @Test(arguments: [
    #"quotes | where text has "zebra""#, "quotes | where id == 100000", "print 1",
    "quotes | take 1", "quotes | take 0",
  ])
  func caseIsOnlyNamedWhereItHelps(query: String) throws {
    let text = try #require(HarborSession.seen([query], width: 200))
    #expect(!text.contains("If case") && !text.contains("has no rows"), "\(text)")
  }

  @Test func emptyCorpusSaysHowToOpenArticles() {
    var note: String?
    let session = EngineSession(engine: Engine())
    session.run(SourceText(name: "", text: "quotes"), isInterrupted: { false }) { answer in
      if case .note(let sentence) = answer { note = sentence }
    }
    #expect(note?.contains("No articles are open") == true)
  }

  /// Ctrl-C between Enter and the start of the run.
  @Test func interruptBeforeTheRunEndsIt() {
    var isCancelled = false
    let session = EngineSession(engine: Engine())
    let query = "range i from 1 to 10000000000000 step 1 | count"
    session.run(SourceText(name: "", text: query), isInterrupted: { true }) { answer in
      if case .cancelled = answer { isCancelled = true }
    }
    #expect(isCancelled)
  }

  @Test func bannerCountsWhatIsThere() throws {
    let text = try #require(HarborSession.seen([], width: 200))
    #expect(text.hasPrefix("3 articles · "))
    #expect(text.hasSuffix(" · .help explains, Tab completes\n"))
  }

  @Test(arguments: [
    ("quo\t", "quotes"), ("quotes | wh\t", "where"), ("quotes | where spea\t", "speaker"),
    ("quotes | where speaker.na\t", "name"), ("quotes | extend n = strl\t", "strlen"),
    ("quotes | summarize cou\t", "count"), (".sch\t", ".schema"), (".schema quo\t", "quotes"),
    (".help summ\t", "summarize"), ("quotes | project text | where te\t", "text"),
  ])
  func tabCompletesInContext(line: String, expected: String) throws {
    let text = try #require(HarborSession.seen([line]))
    #expect(text.dropFirst(line.utf8.count).contains(expected), "\(text)")
  }

  @Test(arguments: [
    (".schema quotes", "speaker     → entities    Who is quoted"),
    (".tables", "articles       3  One row an article"),
    (".explain quotes | where kind == 'direct' | take 3", "filter kind == \"direct\""),
    (".explain quotes | wher nested", "did you mean 'where'?"),
    (".help has", "text has text"), (".help quotes", "Who is quoted"),
    (".help operators", "summarize"), (".help functions", "strlen"),
    (".help L0301", "quotes | where speeker"), (".help l0301", "quotes | where speeker"),
    (".help L0250", ".tabels"), ("help", "quotes | take 10"), ("?", "quotes | take 10"),
    ("tables", "the command is '.tables'"),
  ])
  func commandAnswers(line: String, expected: String) throws {
    let text = try #require(HarborSession.seen([line]))
    #expect(text.contains(expected), "\(text)")
  }

  @Test func scriptTakesItsParametersAtThePrompt() throws {
    let folder = try #require(TemporaryFolder())
    folder.write(
      "a.lede",
      "declare query_parameters(topic:string, n:long = 1); quotes | where text has topic | take n")
    let path = folder.path + "/a.lede"
    let answered = try #require(HarborSession.seen([".read \(path) topic=newspaper n=2"]))
    #expect(answered.contains("1 row"))
    let missing = try #require(HarborSession.seen([".read \(path)"]))
    #expect(missing.contains("give one after the file: .read FILE topic=…"))
    let wrong = try #require(HarborSession.seen([".read \(path) topic=x n=abc"], width: 200))
    #expect(wrong.contains("the parameter 'n' takes a whole number, and 'abc' is none"))
    // What was given stays known to the statements that come after.
    let after = try #require(
      HarborSession.seen([".read \(path) topic=newspaper", "print topic"]))
    #expect(after.contains("newspaper\n1 row"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func hiddenColumnsSayHowToSeeThem(width: Int) throws {
    let text = try #require(HarborSession.seen(["quotes | take 1"], width: width))
    #expect(text.contains("(.mode line shows all)"), "\(text)")
  }

  @Test func whyIsReadableInANarrowTerminal() throws {
    let text = try #require(HarborSession.seen(["quotes | take 1", ".why 1"], width: 40))
    for name in ["span_start", "span_end", "confidence"] { #expect(text.contains(name), "\(text)") }
  }

  /// What is said there can be done there.
  @Test func messagesNameNoOptions() throws {
    let limited = try #require(
      HarborSession.seen(["range i from 1 to 100 step 1"], width: 200, limits: .init(rows: 10)))
    #expect(limited.contains("the result has more than 10 rows"))
    #expect(!limited.contains("--"))
  }

  @Test(arguments: [
    (".help speaker", "of quotes, → entities: Who is quoted"), (".help speaker", "speaker.name"),
    (".help attitude", "Values: assertion, belief, fact, eventuality"),
    (".help assertion", "of attitude in quotes"),
    (".help assertion", #"quotes | where attitude == "assertion""#),
    (".help kind", "of quantities, string"), (".help lede", "of role in paragraphs"),
    (".help columns", "speaker"), (".help values", "assertion"),
    (".help speeker", "did you mean 'speaker'?"),
  ])
  func helpKnowsColumnsAndValues(line: String, expected: String) throws {
    let text = try #require(HarborSession.seen([line], width: 200))
    #expect(text.contains(expected), "\(text)")
  }

  @Test(arguments: [20, 30, 40, 80])
  func pagesFitTheTerminal(width: Int) throws {
    for line in [
      ".help", ".help quotes", ".help summarize", ".help L0301", ".tables", ".schema",
      ".schema quotes", "people", "quotes | take 3", "quotes | take 0", ".help operators",
      ".help speaker",
      "quotes | where text has \"newspaper\" | project speaker | wher nested and kind",
      "orgnizations | count", "quotes | where kind == \"spoken\"",
    ] {
      let text = try #require(HarborSession.seen([line], width: width))
      let echoed = text.split(separator: "\n").filter { !$0.hasPrefix("lede> ") }
      // A word wider than the terminal cannot be broken.
      for shown in echoed where shown.contains(where: { $0 == " " }) {
        let words = shown.split(separator: " ")
        #expect(
          DisplayWidth.of(String(shown)) <= width || words.count <= 2, "\(line): \(shown)")
      }
    }
  }
}

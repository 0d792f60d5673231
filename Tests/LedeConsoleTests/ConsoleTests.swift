import Diagnostics
import Glibc
import LedeKit
import LedeTestSupport
import Testing

@testable import LedeConsole

@Suite struct ConsoleTests {
  /// What a person sees who types these lines.
  private func seen(
    _ lines: [String], quiet: Bool = true, session: FakeSession = FakeSession()
  ) -> String {
    let sink = MemorySink()
    let console = Console(
      session: session, settings: ConsoleSettings(isQuiet: quiet),
      traits: TerminalTraits(environment: { _ in nil }), screen: sink, messages: sink)
    console.settings.width = 80
    console.run(
      with: ScriptedLineEditor(lines: lines, support: console.inputSupport, output: sink))
    return sink.text
  }

  @Test func bannerSaysWhatIsOpenAndHowToGoOn() {
    #expect(
      seen([], quiet: false) == "1 article · 2 quotes · .help explains, Tab completes\n")
  }

  @Test func statementIsAnsweredWithATable() {
    let text = seen(["quotes", "^D"])
    #expect(
      text == """
        lede> quotes
        speaker   words
        --------  -----
        Ana Ruiz     12
        Teo Blum      7
        lede> ^D

        """)
  }

  @Test func unfinishedStatementGoesOnOnTheNextLine() {
    let session = FakeSession()
    let text = seen(["quotes |", "where x", "^D"], session: session)
    #expect(text.hasPrefix("lede> quotes |\n  ..> where x\n"))
    #expect(session.texts == ["quotes |\nwhere x"])
  }

  @Test func interruptThrowsTheStatementAway() {
    let session = FakeSession()
    _ = seen(["quotes |", "^C", "where y", "^D"], session: session)
    #expect(session.texts == ["where y"])
  }

  @Test func twoEmptyLinesRunWhatIsThere() {
    let session = FakeSession()
    _ = seen(["quotes |", "", "", "^D"], session: session)
    #expect(session.texts.count == 1)
  }

  @Test func lineThatBeginsWithABarGoesOnWithTheLastResult() {
    let session = FakeSession()
    _ = seen(["| where words > 10", "  |", "take 1"], session: session)
    #expect(session.texts == ["_ | where words > 10", "_   |\ntake 1"])
  }

  @Test func errorShowsTheLineWithCarets() {
    #expect(
      seen(["print wrong"]).hasSuffix(
        """
        error[L0301]: there is no 'wrong'
         --> <prompt>:1:7
          |
        1 | print wrong
          |       ^^^^^
        help: did you mean 'quotes'?

        """))
  }

  @Test func tabListsWhatFits() {
    #expect(
      seen(["qu\t"]) == """
        lede> qu\t
        quotes      what was said
        quantities  how much

        """)
    #expect(seen([".m\t"]).contains(".mode  the form of results"))
    #expect(seen([".mode c\t"]).contains("\ncsv  values parted by commas"))
    #expect(seen([".explain qu\t"]).contains("quantities  how much"))
  }

  @Test(arguments: [
    (".tabels", "did you mean '.tables'?"), (".mode tabel", "did you mean 'table'?"),
    (".show first", "'first' is no number from 1 up"), (".show", "something is missing"),
    (".show 0", "'0' is no number from 1 up"), (".timer maybe", "'maybe' is neither on nor off"),
    (".schema qoutes", "did you mean 'quotes'?"), (".help wehre", "did you mean 'where'?"),
    (".read /nowhere/at/all", "cannot be read: No such file or directory."),
    (".output /nowhere/at/all", "cannot be written"), (".why 9", "The last result has 2 rows."),
    (".xyzzyplugh", ".help lists the commands"), (".", "there is no command '.'"),
    (".show 99999999999999999999", "is no number"),
  ])
  func wrongCommandIsExplained(line: String, expected: String) {
    #expect(seen([line]).contains(expected))
  }

  @Test(arguments: [
    (".help", ".schema [TABLE]"), (".help where", "where keeps rows."),
    (".help .mode", ".mode [MODE]: the form"), (".help mode", ".mode [MODE]: the form"),
    (".tables", "quotes  1,213  somebody's words"), (".schema quotes", "speaker  string"),
    (".schema", "  quotes  speaker\n"), (".show 1", "row 1 marked"), (".why 2", "rests on words"),
    (".why 2;", "rests on words"), (".explain quotes", "scan quotes"),
    (".mode", "csv       values parted by commas"), (".rows 0", "All rows are shown."),
    (".rows", "At most 40 rows"), (".width 30", "30 columns wide"), (".timer off", "not told"),
    ("  .tables", "somebody's words"), (".MODE csv", "Results come as csv"),
  ])
  func commandAnswers(line: String, expected: String) {
    #expect(seen([line]).contains(expected))
  }

  @Test func modeChangesTheForm() {
    #expect(
      seen([".mode csv", "quotes"]).hasSuffix("speaker,words\r\nAna Ruiz,12\r\nTeo Blum,7\r\n"))
  }

  @Test func quitLeavesAtOnce() {
    let session = FakeSession()
    _ = seen([".quit", "quotes"], session: session)
    _ = seen([".exit", "quotes"], session: session)
    #expect(session.texts.isEmpty)
  }

  @Test func footerTellsRowsAndArticles() {
    #expect(seen(["quotes"], quiet: false).hasSuffix("2 rows, 1 article\n"))
  }

  @Test func onceAndOutputWriteToFiles() throws {
    let folder = try #require(TemporaryFolder())
    let once = folder.path + "/once.csv"
    let all = folder.path + "/all.txt"
    let text = seen([
      ".mode csv", ".once \(once)", "quotes", "quotes", ".output '\(all)'", "quotes", "quotes",
      ".output",
    ])
    #expect(text.contains("Wrote 2 rows."))
    #expect(folder.contents(of: "once.csv") == "speaker,words\r\nAna Ruiz,12\r\nTeo Blum,7\r\n")
    let both = try #require(folder.contents(of: "all.txt"))
    #expect(both.split(separator: "\r\n").count == 6)
  }

  @Test(arguments: [
    ("a.csv", "speaker,words\r\n"), ("a.TSV", "speaker\twords\n"), ("a.json", "{\"version\""),
    ("a.jsonl", "{\"speaker\":\"Ana Ruiz\""), ("a.md", "| speaker "), ("a.html", "<table"),
    ("a.txt", "speaker   words\n"), ("a", "speaker   words\n"),
  ])
  func endingOfAFileSaysItsForm(name: String, head: String) throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.path + "/" + name
    _ = seen([".mode table", ".once \(path)", "quotes"])
    #expect(folder.contents(of: name)?.hasPrefix(head) == true)
    _ = seen([".output \(path)", "quotes", ".output"])
    #expect(folder.contents(of: name)?.hasPrefix(head) == true)
    // A mode that is asked for since counts.
    _ = seen([".output \(path)", ".mode line", "quotes", ".output"])
    #expect(folder.contents(of: name)?.contains("speaker") == true)
    #expect(folder.contents(of: name)?.hasPrefix("speaker,") == false)
  }

  @Test(arguments: [
    ("a.lede topic=ports n=3", ["topic": "ports", "n": "3"]),
    ("a.lede topic=\"two words\" name='O''x'", ["topic": "two words", "name": "O''x"]),
    ("'a.lede' topic=", ["topic": ""]), ("a.lede", [:]),
    ("a.lede text=a=b", ["text": "a=b"]),
  ])
  func readTakesParameters(line: String, expected: [String: String]) throws {
    #expect(
      try ConsoleCommand.parse(SourceText(name: "", text: ".read " + line))
        == .read(path: "a.lede", parameters: expected))
  }

  @Test func readTakesAPathWithBlanks() throws {
    #expect(
      try ConsoleCommand.parse(SourceText(name: "", text: ".read my own.lede n=1"))
        == .read(path: "my own.lede", parameters: ["n": "1"]))
    #expect(
      try ConsoleCommand.parse(SourceText(name: "", text: ".read n=1"))
        == .read(path: "n=1", parameters: [:]))
  }

  @Test func readRunsAFile() throws {
    let folder = try #require(TemporaryFolder())
    folder.write("a.lede", "quotes\n")
    let session = FakeSession()
    _ = seen([".read \(folder.path)/a.lede"], session: session)
    #expect(session.texts == ["quotes\n"])
  }

  @Test func pathsAreCompleted() throws {
    let folder = try #require(TemporaryFolder())
    folder.write("alpha.lede", "")
    folder.write("alpine.lede", "")
    folder.write(".hidden", "")
    let text = seen([".read \(folder.path)/al\t"])
    #expect(text.contains("alpha.lede"))
    #expect(text.contains("alpine.lede"))
    #expect(!seen([".read \(folder.path)/\t"]).contains(".hidden"))
  }

  @Test func historyListsStatementsWhole() {
    #expect(
      seen(["quotes |", "take 1", ".history"]).hasSuffix(
        "1  quotes |\n   take 1\n2  .history\n"))
  }

  @Test(arguments: ["", ".", "..", ".h", ". x", ".read", ".schema  ", "…", "\u{0}", ".\u{0}"])
  func completionNeverFails(text: String) {
    for cursor in 0...text.utf8.count {
      let console = Console(
        session: FakeSession(), settings: ConsoleSettings(),
        traits: TerminalTraits(environment: { _ in nil }), screen: MemorySink(),
        messages: MemorySink())
      _ = console.inputSupport.complete(text, cursor)
      _ = console.inputSupport.submits(text)
    }
  }
}

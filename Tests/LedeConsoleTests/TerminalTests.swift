import Glibc
import LedeTestSupport
import Testing

/// The prompt as a person meets it: keys typed into a terminal, and what its screen then shows.
@Suite(.serialized, .timeLimit(.minutes(3))) struct TerminalTests {
  private let up = "\u{1B}[A"
  private let down = "\u{1B}[B"
  private let left = "\u{1B}[D"

  @Test func bannerPromptAnswerAndEnd() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    #expect(terminal.screen.text.contains("no articles · .help explains, Tab completes"))
    terminal.type("print answer = 6 * 7\r")
    #expect(terminal.waits(for: "long\n──────\n    42"))
    #expect(prompt.isReady())
    #expect(prompt.leave() == 0)
    #expect(terminal.isInLineMode)
    #expect(!terminal.screen.hasBracketedPaste)
  }

  @Test func statementOverLinesIsRecalledAndEditedWhole() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print a = 1 |\r")
    #expect(terminal.waits { $0.cursor == ($0.cursor.row, 0) && $0.text.hasSuffix("1 |") })
    terminal.type("where a == 1\r")
    #expect(terminal.waits(for: "1 row"))
    #expect(prompt.isReady())
    terminal.type(up)
    #expect(
      terminal.waits {
        $0.lines.suffix(24).joined(separator: "\n").contains("lede> print a = 1 |\nwhere a == 1")
      })
    // Up again goes to the first line of the statement, where 1 becomes 15; Enter runs it whole.
    terminal.type(up + "\u{5}" + left + left + "5" + "\r")
    #expect(terminal.waits(for: "0 rows"))
    #expect(prompt.isReady())
    terminal.type(".quit\r")
    #expect(terminal.waitForExit() == 0)
    #expect(
      prompt.history == "print a = 1 |\\nwhere a == 1\nprint a = 15 |\\nwhere a == 1\n.quit\n")
  }

  @Test func unfinishedStatementIsExplainedOnce() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print a = (\r")
    #expect(terminal.waits(for: "Enter twice runs it as it is, Ctrl-C drops it."))
    #expect(terminal.waits { $0.cursor == ($0.cursor.row, 0) && $0.text.hasSuffix("a = (") })
    terminal.type("6 * 7)\r")
    #expect(terminal.waits(for: "long\n────\n  42"))
    #expect(prompt.isReady())
    terminal.type("print b = 1 |\r")
    #expect(terminal.waits { $0.cursor == ($0.cursor.row, 0) && $0.text.hasSuffix("1 |") })
    terminal.type("count\r")
    #expect(terminal.waits(for: "Count"))
    #expect(terminal.screen.text.split(separator: "Enter twice").count == 2)
    #expect(prompt.leave() == 0)
  }

  @Test func lineStartAndEndAreThoseOfTheLine() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print a = 1 |\rextend b = 2")
    terminal.type("\u{1}X\u{5}Y" + up + "\u{1}Z")
    #expect(terminal.waits(for: "lede> Zprint a = 1 |\nXextend b = 2Y"))
    terminal.type("\u{3}")
    #expect(prompt.isReady())
  }

  @Test func controlCThrowsTheLineAwayAndStays() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print 1 |\rwhere nonsen" + up + "\u{3}")
    #expect(terminal.waits(for: "where nonsen^C\nlede>"))
    #expect(prompt.isReady())
    terminal.type("print 41 + 1\r")
    #expect(terminal.waits(for: "42"))
    #expect(prompt.history == "print 41 + 1\n")
  }

  @Test func controlCEndsALongRunAndThePromptComesBack() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("range i from 1 to 10000000000000 step 1 | count\r")
    #expect(terminal.waits { !$0.hasBracketedPaste })
    terminal.settle(quietFor: 300)
    terminal.type("\u{3}")
    #expect(terminal.waits(for: "Cancelled"))
    #expect(prompt.isReady())
    terminal.type("print 41 + 1\r")
    #expect(terminal.waits(for: "42"))
  }

  @Test func controlCTwiceDuringARunEndsTheProgram() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("range i from 1 to 10000000000000 step 1 | count\r")
    #expect(terminal.waits { !$0.hasBracketedPaste })
    terminal.send(SIGINT)
    terminal.send(SIGINT)
    let code = terminal.waitForExit(within: 5)
    // Both may come in one; the run then ends as by one.
    if code == nil { #expect(terminal.waits(for: "Cancelled")) } else { #expect(code == 130) }
    #expect(terminal.isInLineMode || code == nil)
  }

  @Test func controlDTypedAheadLeavesWhenTheRunIsOver() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("range i from 1 to 3000000 step 1 | summarize sum(i)\r")
    #expect(terminal.waits { !$0.hasBracketedPaste })
    terminal.type("print 41 + 1\r\u{4}")
    #expect(terminal.waitForExit(within: 60) == 0)
    #expect(terminal.screen.text.contains("4500001500000"))
    #expect(terminal.screen.text.contains("42"))
  }

  @Test func controlCEndsALongListing() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type(".rows 0\r")
    #expect(terminal.waits(for: "All rows are shown."))
    #expect(prompt.isReady())
    terminal.type("range i from 1 to 2000000 step 1\r")
    #expect(terminal.waits(for: "1000\n"))
    terminal.type("\u{3}")
    #expect(prompt.isReady())
    #expect(!terminal.screen.text.contains("\n2000000\n"))
    terminal.type("print 41 + 1\r")
    #expect(terminal.waits(for: "42"))
  }

  @Test func questionOverArticlesOpensToItsWords() throws {
    let prompt = try #require(
      PromptInTerminal(
        arguments: [HarborSession.folder, "--date", "2025-03-03"],
        environment: ["NO_COLOR": "1"], columns: 100))
    let terminal = prompt.terminal
    #expect(terminal.waits(for: ".help explains, Tab completes"))
    #expect(prompt.isReady())
    terminal.type("quotes | wh\ttext has \"newspaper\" | project spea\t, text\r")
    #expect(terminal.waits(for: "I read it in the newspaper like everybody else"))
    #expect(prompt.isReady())
    terminal.type(".show 1\r")
    // The bracket opens at the end of a line of 100 columns: `"[I` and the rest below it.
    #expect(terminal.waits(for: "read it in the newspaper like everybody else],\" he said."))
    #expect(terminal.screen.text.contains("· paragraph"))
    #expect(terminal.screen.text.contains("announcement. \"[I\n"))
    #expect(prompt.isReady())
    terminal.type("| where speaker == \"jonas hale\"\r")
    #expect(terminal.waits(for: "If case did not count"))
    #expect(prompt.isReady())
    terminal.type(".quit\r")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.isInLineMode)
  }

  @Test func articlesInTwentyColumns() throws {
    let prompt = try #require(
      PromptInTerminal(arguments: [HarborSession.folder], rows: 100, columns: 20))
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    for line in [".help", ".help quotes", "quotes", ".show 1", ".why 1", ".schema", "qoutes"] {
      terminal.type(line + "\r")
      #expect(prompt.isReady(), "\(line)")
    }
    #expect(prompt.leave() == 0)
  }

  @Test func tabCompletesAndLists() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type(".tab\t")
    #expect(terminal.waits { $0.currentLine == "lede> .tables" })
    terminal.type("\u{3}")
    #expect(prompt.isReady())
    terminal.type(".m\tc\t\t")
    #expect(terminal.waits { $0.currentLine == "lede> .mode csv" })
    terminal.type("\u{3}")
    #expect(prompt.isReady())
    terminal.type(".h\t")
    #expect(terminal.waits { $0.text.contains("\n.help     ") && $0.currentLine == "lede> .h" })
  }

  @Test func pasteOfManyLinesIsOneStatementAndRunsOnEnter() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    let lines = (1...10_000).map { "  \($0)," }
    let text = "print n = array_length(dynamic([\n" + lines.joined(separator: "\n") + "\n0]))\n"
    terminal.type("\u{1B}[200~" + text + "\u{1B}[201~")
    #expect(terminal.waits(within: 60) { $0.currentLine == "0]))" })
    #expect(!terminal.screen.text.contains("n\n"))
    terminal.type("\r")
    #expect(terminal.waits(for: "10001", within: 60))
    #expect(prompt.isReady())
  }

  @Test func pasteNeitherRunsNorObeysKeys() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("\u{1B}[200~print 1\rprint\t2\u{3}\u{1B}[A\u{1B}[201~")
    #expect(terminal.waits(for: "lede> print 1\nprint 2[A"))
    terminal.type("\u{3}")
    #expect(prompt.isReady())
  }

  @Test func searchFindsStatementsOfEarlierSessions() throws {
    let home = try #require(TemporaryFolder())
    let first = try #require(PromptInTerminal(home: home))
    #expect(first.isReady())
    first.terminal.type("print marmot = 1 |\rwhere true\r")
    #expect(first.terminal.waits(for: "1 row"))
    // Not asked to leave: what was typed is kept at once.
    first.terminal.send(SIGKILL)
    _ = first.terminal.waitForExit()
    #expect(home.permissions(of: "state/lede/history") == 0o600)
    let second = try #require(PromptInTerminal(home: home))
    let terminal = second.terminal
    #expect(second.isReady())
    terminal.type("\u{12}marm")
    #expect(terminal.waits(for: "lede> print marmot = 1 |\nwhere true"))
    terminal.type("\r")
    #expect(terminal.waits(for: "1 row"))
    #expect(second.isReady())
    terminal.type("\u{12}nosuch\u{3}")
    #expect(second.isReady())
  }

  @Test func historyIsLeftAloneWhereAsked() throws {
    let prompt = try #require(PromptInTerminal(arguments: ["--no-history"]))
    #expect(prompt.isReady())
    prompt.terminal.type("print 1\r")
    #expect(prompt.terminal.waits(for: "1 row"))
    #expect(prompt.isReady())
    #expect(prompt.leave() == 0)
    #expect(prompt.history == nil)
  }

  @Test func twentyColumnsAreEnough() throws {
    let prompt = try #require(PromptInTerminal(columns: 20))
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print place = \"the long road to the harbor\", n = 12\r")
    #expect(terminal.waits(for: "the long road…"))
    #expect(prompt.isReady())
    terminal.type("print 1234567890, 1234567890" + String(repeating: left, count: 12) + ", 7")
    #expect(terminal.waits(for: "lede> print 12345678\n90, 7, 1234567890"))
    terminal.type("\u{3}")
    #expect(prompt.isReady())
  }

  @Test func resizeDrawsTheTextAnew() throws {
    let prompt = try #require(PromptInTerminal(columns: 60))
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print 1111111111, 2222222222, 3333333333")
    #expect(terminal.waits(for: "3333333333"))
    terminal.resize(rows: 24, columns: 30)
    #expect(terminal.waits(for: "lede> print 1111111111, 222222\n2222, 3333333333"))
    terminal.resize(rows: 24, columns: 70)
    #expect(terminal.waits(for: "lede> print 1111111111, 2222222222, 3333333333"))
    terminal.type("\r")
    #expect(terminal.waits(for: "1 row"))
  }

  @Test func wideAndCombiningCharactersKeepTheirColumns() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print '漢字e\u{301}'" + left + left + left + "x")
    #expect(
      terminal.waits {
        $0.currentLine == "lede> print '漢x字é'" || $0.currentLine == "lede> print '漢字xé'"
      })
    #expect(terminal.waits { $0.currentLine == "lede> print '漢x字é'" })
    terminal.type("\r")
    #expect(terminal.waits(for: "漢x字é\n"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func signalGivesTheTerminalBack(signal: Int32) throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print 1")
    #expect(terminal.waits(for: "print 1"))
    #expect(!terminal.isInLineMode)
    terminal.send(signal)
    #expect(terminal.waitForExit() == 128 + signal)
    #expect(terminal.isInLineMode)
    #expect(!terminal.screen.hasBracketedPaste)
  }

  @Test func interruptFromOutsideIsLikeTheKey() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print 1")
    #expect(terminal.waits(for: "print 1"))
    terminal.send(SIGINT)
    #expect(terminal.waits(for: "print 1^C\nlede>"))
    #expect(prompt.isReady())
  }

  @Test func stopAndContinue() throws {
    let prompt = try #require(PromptInTerminal())
    let terminal = prompt.terminal
    #expect(prompt.isReady())
    terminal.type("print 77")
    #expect(terminal.waits(for: "print 77"))
    // In an orphaned process group the kernel does not stop; the text must survive either way.
    terminal.type("\u{1A}")
    terminal.settle()
    terminal.send(SIGCONT)
    #expect(terminal.waits { $0.currentLine == "lede> print 77" && $0.hasBracketedPaste })
    terminal.type("\r")
    #expect(terminal.waits(for: "1 row"))
  }

  @Test func dumbTerminalGetsPlainLines() throws {
    let prompt = try #require(PromptInTerminal(environment: ["TERM": "dumb"]))
    let terminal = prompt.terminal
    #expect(terminal.waits { $0.currentLine == "lede>" })
    terminal.type("print a = 1 |\r")
    #expect(terminal.waits { $0.currentLine == "  ..>" })
    terminal.type("where a == 1\r")
    #expect(terminal.waits(for: "1 row"))
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.waits { $0.currentLine == "lede>" })
    terminal.type("print 1 +")
    terminal.settle()
    terminal.type("\u{3}")
    #expect(terminal.waits { $0.currentLine == "lede>" })
    terminal.type("\u{4}")
    #expect(terminal.waitForExit() == 0)
  }

  @Test func keysOfTheUsersOwnAreObeyed() throws {
    let home = try #require(TemporaryFolder())
    home.write(".editrc", "lede:bind -s '^X' 'print 6 * 7'\n")
    let prompt = try #require(PromptInTerminal(home: home))
    #expect(prompt.isReady())
    prompt.terminal.type("\u{18}\r")
    #expect(prompt.terminal.waits(for: "42"))
  }

  @Test func viKeysWorkWhereTheUserWantsThem() throws {
    let home = try #require(TemporaryFolder())
    home.write(".editrc", "bind -v\n")
    let prompt = try #require(PromptInTerminal(home: home))
    #expect(prompt.isReady())
    prompt.terminal.type("print 41 + 2")
    #expect(prompt.terminal.waits(for: "41 + 2"))
    prompt.terminal.type("\u{1B}")
    prompt.terminal.settle()
    prompt.terminal.type("r1\r")
    #expect(prompt.terminal.waits(for: "42"))
    #expect(prompt.isReady())
    prompt.terminal.type("print 1 |\rcount\r")
    #expect(prompt.terminal.waits(for: "count"))
  }

  @Test func colorOnlyWhereWanted() throws {
    let plain = try #require(PromptInTerminal(environment: ["NO_COLOR": "1"]))
    #expect(plain.isReady())
    plain.terminal.type("print 1\r")
    #expect(plain.terminal.waits(for: "1 row"))
    #expect(!String(decoding: plain.terminal.output, as: UTF8.self).contains("\u{1B}[1m"))
    let colored = try #require(PromptInTerminal())
    #expect(colored.isReady())
    colored.terminal.type("print 1\r")
    #expect(colored.terminal.waits(for: "1 row"))
    #expect(String(decoding: colored.terminal.output, as: UTF8.self).contains("\u{1B}[2m   long"))
  }
}

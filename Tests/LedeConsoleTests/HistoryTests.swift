import LedeTestSupport
import Testing

@testable import LedeConsole

@Suite struct HistoryTests {
  @Test func statementsComeBackWholeAndTheFileIsPrivate() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.path + "/state/lede/history"
    let statements = ["quotes\n| take 1", #"print "a\n\\b""#, "print 'é 漢'\r\n"]
    let history = StatementHistory(path: path)
    for statement in statements { history.add(statement) }
    #expect(StatementHistory(path: path).statements == statements)
    #expect(folder.permissions(of: "state/lede/history") == 0o600)
    #expect(folder.permissions(of: "state/lede") == 0o700)
  }

  @Test func blankLeadingBlankAndRepeatedStatementsAreNotKept() throws {
    let folder = try #require(TemporaryFolder())
    let history = StatementHistory(path: folder.path + "/history")
    for statement in ["a", " secret", "\tsecret", "", "\n", "a", "b", "a"] {
      history.add(statement)
    }
    #expect(history.statements == ["a", "b", "a"])
    #expect(folder.contents(of: "history") == "a\nb\na\n")
  }

  @Test func twoSessionsLoseNothing() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.path + "/history"
    let (first, second) = (StatementHistory(path: path), StatementHistory(path: path))
    for i in 0..<50 {
      first.add("first \(i)")
      second.add("second \(i)")
    }
    #expect(StatementHistory(path: path).statements.count == 100)
  }

  @Test func longFileIsCutAtItsStart() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.path + "/history"
    let history = StatementHistory(path: path, limit: 10)
    for i in 0..<30 { history.add("statement \(i)") }
    let read = StatementHistory(path: path, limit: 10)
    #expect(read.statements == (20..<30).map { "statement \($0)" })
    #expect(StatementHistory(path: path, limit: 1000).statements.count == 10)
  }

  @Test func nothingIsKeptWithoutAPathAndNothingFailsWhereItCannotBeWritten() {
    let history = StatementHistory(path: nil)
    history.add("a")
    #expect(history.statements == ["a"])
    let unwritable = StatementHistory(path: "/proc/nowhere/history")
    unwritable.add("a")
    #expect(unwritable.statements == ["a"])
  }

  @Test func stateFolderIsTheUsers() {
    #expect(
      StatementHistory.defaultPath { ["XDG_STATE_HOME": "/s", "HOME": "/h"][$0] }
        == "/s/lede/history")
    #expect(
      StatementHistory.defaultPath { ["XDG_STATE_HOME": "not/absolute", "HOME": "/h"][$0] }
        == "/h/.local/state/lede/history")
    #expect(StatementHistory.defaultPath { _ in nil } == nil)
  }

  @Test func upAndDownWalkThroughTheHistoryAndBackToWhatWasTyped() {
    let statements = ["one", "two", "three"]
    var recall = HistoryRecall()
    #expect(recall.previous(in: statements, shown: "typ") == "three")
    #expect(recall.previous(in: statements, shown: "three") == "two")
    #expect(recall.previous(in: statements, shown: "two changed") == "one")
    #expect(recall.previous(in: statements, shown: "one") == nil)
    #expect(recall.next(in: statements, shown: "one") == "two")
    #expect(recall.next(in: statements, shown: "two") == "three")
    #expect(recall.next(in: statements, shown: "three") == "typ")
    #expect(recall.next(in: statements, shown: "typ") == nil)
    var fresh = HistoryRecall()
    #expect(fresh.previous(in: [], shown: "") == nil)
    #expect(fresh.previous(in: statements, shown: "two") == "one")
  }
}

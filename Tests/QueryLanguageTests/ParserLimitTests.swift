import Diagnostics
import Testing

@testable import QueryLanguage

/// Depth has a limit and says so once; size has none.
@Suite struct ParserLimitTests {
  @Test(arguments: [
    "(", "[", "-", "f(", "not ", "a[", "T | where a in (T | where a in (", "let f = () {", "1 + ",
    "- ", "{", "toscalar(T | where ",
  ])
  func thousandsOfOpenOnesGiveOneMessage(piece: String) {
    let text = "print " + String(repeating: piece, count: piece == "(" ? 10_000 : 1_000)
    let (tree, diagnostics) = parsed(text)
    #expect(diagnostics.count == 1)
    #expect(tree.statements.count == 1)
  }

  @Test func depthIsNamed() {
    #expect(
      messages("print " + String(repeating: "(", count: 10_000) + "1")
        == "error[L0701]: the query is nested too deeply   1:258..<1:259   at most 250 levels are read"
    )
  }

  @Test func whatIsDeepButSoundIsRead() {
    let count = Parser.depthLimit - 5
    let text =
      "print " + String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
    #expect(parsed(text).diagnostics.isEmpty)
    #expect(parsed("print 1" + String(repeating: " + 1", count: 400)).diagnostics.isEmpty)
  }

  @Test func thousandsOfConditionsAreRead() {
    let text = "T | where a == 1" + String(repeating: " or a == 2", count: 3_000)
    let (tree, diagnostics) = parsed(text)
    #expect(diagnostics.isEmpty)
    #expect(QueryPrinter.text(tree) == text + "\n")
  }

  @Test func aLongListIsRead() {
    let text = "T | where a in (1" + String(repeating: ", 12345", count: 8_000) + ")"
    #expect(parsed(text).diagnostics.isEmpty)
  }

  @Test func stagesHaveALimit() {
    #expect(
      messages("T" + String(repeating: " | count", count: 3000))
        == "error[L0702]: the pipeline has too many stages   1:8003..<1:8004   at most 1000 are read"
    )
  }

  @Test func millionsOfMistakesAreNotKept() {
    #expect(parsed(String(repeating: "^", count: 5_000)).diagnostics.count == MistakeList.limit)
    let notes = "print " + String(repeating: "“a” ", count: 300) + ")"
    #expect(parsed(notes).diagnostics.contains { $0.severity == .error })
  }
}

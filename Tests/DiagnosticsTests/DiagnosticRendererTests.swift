import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
  private func source(_ text: String) -> SourceText { SourceText(name: "<prompt>", text: text) }

  @Test func terminalFormShowsTheLineAndCarets() {
    let diagnostic = Diagnostic(
      code: "L0301", message: "quotes has no column 'speeker'", range: SourceRange(17, 24),
      help: "did you mean 'speaker'?")
    let text = DiagnosticRenderer().text(diagnostic, in: source("quotes | project speeker"))
    #expect(
      text == """
        error[L0301]: quotes has no column 'speeker'
         --> <prompt>:1:18
          |
        1 | quotes | project speeker
          |                  ^^^^^^^
        help: did you mean 'speaker'?

        """)
  }

  @Test func oneLineFormIsThatOfTranscripts() {
    let diagnostic = Diagnostic(
      code: "L0301", message: "quotes has no column 'speeker'", range: SourceRange(17, 24),
      help: "did you mean 'speaker'?")
    let line = DiagnosticRenderer().line(diagnostic, in: source("quotes | project speeker"))
    #expect(
      line
        == "error[L0301]: quotes has no column 'speeker'   1:18..<1:25   did you mean 'speaker'?")
  }

  @Test func withoutARangeOnlyTheMessageIsShown() {
    let diagnostic = Diagnostic(code: "L0801", severity: .warning, message: "no articles")
    #expect(
      DiagnosticRenderer().text(diagnostic, in: source("x")) == "warning[L0801]: no articles\n")
    #expect(DiagnosticRenderer().line(diagnostic, in: source("x")) == "warning[L0801]: no articles")
  }

  struct Caret: Sendable, CustomTestStringConvertible {
    var id: String
    var text: String
    var range: SourceRange
    /// The source line and the line of marks.
    var expected: [String]
    var testDescription: String { id }
  }

  @Test(arguments: [
    Caret(
      id: "wide characters take two columns", text: "print 東京 x", range: SourceRange(13, 14),
      expected: ["1 | print 東京 x", "  |            ^"]),
    Caret(
      id: "marks under wide characters", text: "print 東京", range: SourceRange(6, 12),
      expected: ["1 | print 東京", "  |       ^^^^"]),
    Caret(
      id: "accents written apart take none", text: "e\u{301} x", range: SourceRange(4, 5),
      expected: ["1 | e\u{301} x", "  |   ^"]),
    Caret(
      id: "tabs stay tabs", text: "\ta\tb", range: SourceRange(3, 4),
      expected: ["1 | \ta\tb", "  | \t \t^"]),
    Caret(
      id: "the end has one caret", text: "T |", range: SourceRange(3, 3),
      expected: ["1 | T |", "  |    ^"]),
    Caret(
      id: "a range over lines is marked to its line's end", text: "a (b\nc)",
      range: SourceRange(2, 7), expected: ["1 | a (b", "  |   ^^"]),
    Caret(
      id: "escape sequences are not printed", text: "a\u{1B}[2J b", range: SourceRange(6, 7),
      expected: ["1 | a\u{FFFD}[2J b", "  |       ^"]),
    Caret(
      id: "offsets past the end", text: "ab", range: SourceRange(10, 12),
      expected: ["1 | ab", "  |   ^"]),
  ])
  func caretsStandUnderTheRange(_ caret: Caret) {
    let diagnostic = Diagnostic(code: "L0000", message: "m", range: caret.range)
    let lines = DiagnosticRenderer().text(diagnostic, in: source(caret.text))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(Array(lines[3...4]) == caret.expected)
  }

  @Test func aLongLineIsCutAroundTheCaret() {
    let text = String(repeating: "x", count: 3_000_000) + "here" + String(repeating: "y", count: 99)
    let diagnostic = Diagnostic(
      code: "L0000", message: "m", range: SourceRange(3_000_000, 3_000_004))
    let rendered = DiagnosticRenderer(lineLimit: 40).text(diagnostic, in: source(text))
    #expect(
      rendered == """
        error[L0000]: m
         --> <prompt>:1:3000001
          |
        1 | …xxxxxxxxxxxxxxxxxxxxhereyyyyyyyyyyyyyyyy…
          |                      ^^^^

        """)
  }

  @Test func labelsStandUnderTheirLines() {
    let text = "let a = 1;\nprint a == \"x\""
    let diagnostic = Diagnostic(
      code: "L0401", message: "long and string do not compare", range: SourceRange(17, 25),
      labels: [
        .init(range: SourceRange(22, 25), text: "this is a string"),
        .init(range: SourceRange(8, 9), text: "this is a long"),
      ])
    #expect(
      DiagnosticRenderer().text(diagnostic, in: source(text)) == """
        error[L0401]: long and string do not compare
         --> <prompt>:2:7
          |
        1 | let a = 1;
          |         - this is a long
        2 | print a == "x"
          |       ^^^^^^^^
          |            --- this is a string

        """)
  }

  @Test func colorIsAskedFor() {
    let diagnostic = Diagnostic(code: "L0000", message: "m", range: SourceRange(0, 1), help: "h")
    let plain = DiagnosticRenderer().text(diagnostic, in: source("a"))
    let colored = DiagnosticRenderer(usesColor: true).text(diagnostic, in: source("a"))
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1;31merror[L0000]\u{1B}[0m"))
  }
}

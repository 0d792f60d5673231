import Diagnostics
import Testing

@testable import QueryLanguage

@Suite struct QueryFormatterTests {
  struct Layout: Sendable, CustomTestStringConvertible {
    var id: String
    var text: String
    var expected: String
    var testDescription: String { id }
  }

  @Test(arguments: [
    Layout(id: "one stage stays on its line", text: "T|count", expected: "T | count\n"),
    Layout(
      id: "stages get lines", text: "T  |where a==1|   count",
      expected: "T\n  | where a == 1\n  | count\n"),
    Layout(
      id: "statements get lines", text: "let x=5 ;print  x,-1 , 2-1",
      expected: "let x = 5;\nprint x, -1, 2 - 1\n"),
    Layout(
      id: "words stay as written", text: "T|where a in~('x',h\"y\")and f( b )!=0xFF",
      expected: "T | where a in~('x', h\"y\") and f(b) != 0xFF\n"),
    Layout(
      id: "comments stay",
      text: "// who said it\nquotes|where a==1 // direct\n// then\n|count // how many\n",
      expected:
        "// who said it\nquotes\n  | where a == 1 // direct\n  // then\n  | count // how many\n"),
    Layout(
      id: "a comment inside a line stays there", text: "T | take /* few */ 3",
      expected: "T | take /* few */ 3\n"),
    Layout(
      id: "rows of a table keep their lines",
      text: "datatable(a:long,b:string)[\n1,'x',\n2,'y']|count",
      expected: "datatable(a:long, b:string)[\n  1, 'x',\n  2, 'y'] | count\n"),
    Layout(
      id: "patterns and paths stay together", text: "T|project-away a*,*_b|extend c=d.e[0]*2",
      expected: "T\n  | project-away a*, *_b\n  | extend c = d.e[0]*2\n"),
    Layout(
      id: "a first line for the shell stays", text: "#!/usr/bin/lede\nT|count",
      expected: "#!/usr/bin/lede\nT | count\n"),
  ])
  func layoutIsCanonical(_ layout: Layout) {
    let text = QueryFormatter.text(SourceText(name: "test", text: layout.text))
    #expect(text == layout.expected)
    #expect(QueryFormatter.text(SourceText(name: "test", text: layout.expected)) == layout.expected)
  }

  @Test func mistakesAreLeftAlone() {
    #expect(QueryFormatter.text(SourceText(name: "test", text: "T | wher a")) == nil)
  }

  @Test func meaningAndCommentsAreKept() {
    for seed in 0..<200 {
      var generator = QueryGenerator(seed: UInt64(seed))
      let query = generator.script()
      var text = ""
      // Comments at the ends of lines and between some words.
      for line in query.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line
        if generator.random.chance(30), !query.contains("```") { text += " // note \(seed)" }
        text += "\n"
      }
      let source = SourceText(name: "test", text: text)
      guard let formatted = QueryFormatter.text(source) else {
        Issue.record("seed \(seed) is not sound: \(text)")
        return
      }
      let again = SourceText(name: "test", text: formatted)
      let before = Parser.parse(source).0
      let after = Parser.parse(again).0
      #expect(SyntaxDump.text(before) == SyntaxDump.text(after), "seed \(seed): \(text)")
      #expect(
        Lexer.tokens(in: source).lexer.comments.map { source.text($0) }
          == Lexer.tokens(in: again).lexer.comments.map { again.text($0) }, "seed \(seed)")
      #expect(QueryFormatter.text(again) == formatted, "seed \(seed): \(text)")
    }
  }
}

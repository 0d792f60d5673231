import Diagnostics
import Testing

@testable import QueryLanguage

func parsed(_ text: String) -> (tree: QuerySyntax, diagnostics: [Diagnostic]) {
  let (tree, diagnostics) = Parser.parse(SourceText(name: "test", text: text))
  return (tree, diagnostics)
}

/// Diagnostics as transcripts show them, one a line.
func messages(_ text: String) -> String {
  let source = SourceText(name: "test", text: text)
  return Parser.parse(source).1.map { DiagnosticRenderer().line($0, in: source) }
    .joined(separator: "\n")
}

@Suite struct QueryPrinterTests {
  @Test func aPrintedQueryParsesToTheSameTree() {
    for seed in 0..<600 {
      var generator = QueryGenerator(seed: UInt64(seed))
      let text = generator.script()
      let first = parsed(text)
      if !first.diagnostics.isEmpty {
        Issue.record("seed \(seed): \(text)\n\(messages(text))")
        continue
      }
      let printed = QueryPrinter.text(first.tree)
      let second = parsed(printed)
      let same =
        second.diagnostics.isEmpty
        && SyntaxDump.text(first.tree) == SyntaxDump.text(second.tree)
        && QueryPrinter.text(second.tree) == printed
      if !same {
        Issue.record("seed \(seed): \(text)\nprinted: \(printed)\n\(messages(printed))")
        return
      }
    }
  }

  @Test(arguments: [
    ("articles|count", "articles | count\n"),
    (
      "articles|where a==1|count",
      "articles\n  | where a == 1\n  | count\n"
    ),
    ("let x=5;print x , y=-(1+2)", "let x = 5;\nprint x, y = -(1 + 2)\n"),
    (
      "print 'a' \"b\", 90m, 1.5d, datetime(2024-3-5 0:00)",
      "print \"ab\", 90m, 36h, datetime(2024-03-05)\n"
    ),
    ("T | where (a or b) and c or d", "T | where (a or b) and c or d\n"),
    ("T | sort by ['two words'] asc nulls last", "T | sort by [\"two words\"] asc nulls last\n"),
  ])
  func layoutIsCanonical(text: String, expected: String) {
    #expect(QueryPrinter.text(parsed(text).tree) == expected)
  }

  @Test func treesShowTheirShape() {
    let tree = parsed("T | where a + 1 * 2 has \"x\" == b and not(c) | top 3 by d.e[0] asc").tree
    #expect(
      SyntaxDump.text(tree) == """
        pipeline
          table T
          where
            and
              ==
                +
                  name a
                  *
                    1
                    has
                      2
                      "x"
                name b
              call not
                name c
          top
            3
            by
              key asc
                []
                  .e
                    name d
                  0
        """)
  }
}

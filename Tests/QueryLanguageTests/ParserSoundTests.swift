import Diagnostics
import Testing

@testable import QueryLanguage

/// Queries that are right: no message at all.
@Suite struct ParserSoundTests {
  static let queries = [
    "articles",
    "articles | count",
    "quotes | where kind == \"direct\" | project speaker, cue, text",
    "quotes | summarize count() by speaker | sort by count_ desc",
    "quotes | summarize first=min(date), n = count(), dcount(speaker) by bin(date, 1mo), kind",
    "articles | where published between (datetime(2024-01-01) .. 7d) and headline !has \"x\"",
    "articles | where id in (1, 2, 3) or id !in~ ('a', \"b\") | take 5 | top 3 by words asc nulls last",
    "articles | project-away a*, *_b | project-keep c | project-rename d = c | project-reorder e, f* desc",
    "let x = 5; let f = (a:long, b:string=\"x\") { let y = a + x; y * 2 }; print f(1, b=\"y\")",
    "let t = articles | take 3; let u = view () { t | count }; union_of(t, u)",
    "declare query_parameters(a:string=\"x\", b:long); print a",
    "set notruncation; print 1",
    "range i from 1 to 10 step 1 | where i % 7 == 0 | summarize count() by bin(i, 1000000)",
    "datatable (a:long, [\"two words\"]:string) [1, \"x\", 2, \"y\",]",
    "print 1, a = 2, (b, c) = f(1), \"x\" 'y', 1.5h, 0xff, 10., -3, real(nan), dynamic({'a':[1,2]})",
    "articles | where text matches regex \"a+\" | extend x = speaker.name, y = d.a[0], z = d[\"q\"].[0]",
    "articles | where * has \"x\" | distinct * | as t | order by a asc, b nulls first | limit 3",
    "articles | where toscalar(quotes | count) > 5 and id in (quotes | project article)",
    "| take 3",
    "articles | project kind, source, date, count, by = 3, ['two words']",
    "print datetime(2024-03-05 14:30), timespan(2), time(0.12:34:56), guid(74be27de-1e4e-49d9-b579-fe0b331d3642)",
    "(articles | take 3) | count // the end",
    "print not(true), true and false",
  ]

  @Test(arguments: queries) func noMessage(query: String) {
    let (tree, diagnostics) = Parser.parse(SourceText(name: "test", text: query))
    #expect(diagnostics.isEmpty)
    #expect(!tree.isIncomplete)
    #expect(!tree.statements.isEmpty)
  }
}

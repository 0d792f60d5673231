import LedeKit
import QueryLanguage
import Testing

/// Whatever operator a row went through, it opens down to the words it rests on.
@Suite struct OperatorProvenanceTests {
  /// For each operator a query over the fixtures, and how many rows of tables stand behind the first
  /// row of its answer.
  private static let queries: [(operation: String, query: String, total: Int)] = [
    ("where", "quotes | where kind == 'direct'", 1),
    ("extend", "quotes | extend length = strlen(text)", 1),
    ("summarize", "quotes | where speaker == 'Anna Brandt' | summarize count() by speaker", 2),
    ("project", "quotes | project speaker", 1),
    ("project-away", "quotes | project-away how", 1),
    ("project-keep", "quotes | project-keep cue", 1),
    ("project-rename", "quotes | project-rename who = speaker", 1),
    ("project-reorder", "quotes | project-reorder text", 1),
    ("distinct", "quotes | where speaker == 'Anna Brandt' | distinct speaker", 2),
    ("sort", "quotes | sort by strlen(text)", 1),
    ("top", "sentences | top 3 by words", 1),
    ("take", "quotes | take 2", 1),
    ("count", "quotes | where speaker == 'Anna Brandt' | count", 2),
    ("join", "quotes | join kind=inner (people | project speaker = name) on speaker", 2),
    (
      "lookup",
      "quotes | where cue == 'told' "
        + "| lookup (people | project speaker = name, kind1 = kind) on speaker", 2
    ),
    ("union", "(quotes | where cue == 'told') | union (dates | project text)", 1),
    ("search", "search in (quotes) 'school'", 1),
    ("find", "find in (quotes) where text has 'school'", 1),
    ("mv-expand", "quotes | mv-expand parts", 1),
    ("mv-apply", "quotes | mv-apply p = parts on (summarize count())", 1),
    (
      "make-series",
      "quotes | where cue == 'told' "
        + "| make-series n = count() on strlen(text) from 0 to 1000 step 500", 1
    ),
    ("parse", "quotes | parse text with first ' ' *", 1),
    (
      "parse-kv",
      "quotes | parse-kv text as (a: string) with (pair_delimiter=' ', kv_delimiter='=')", 1
    ),
    ("serialize", "quotes | serialize n = row_number()", 1),
    ("sample", "quotes | sample 2", 1),
    (
      "sample-distinct",
      "quotes | where speaker == 'Anna Brandt' | sample-distinct 1 of speaker", 2
    ),
    ("project-by-names", "quotes | project-by-names dynamic(['cue'])", 1),
    (
      "invoke",
      "let f = (T: (cue: string)) { T | where cue == 'told' }; quotes | invoke f()", 1
    ),
    (
      "evaluate",
      "quotes | where speaker == 'Anna Brandt' | project speaker, kind | evaluate pivot(kind)", 2
    ),
    ("describe", "quotes | where speaker == 'Anna Brandt' | project speaker | describe", 2),
    ("match", "articles | match {close}", 1),
    ("kwic", "articles | kwic {close}", 1),
    ("collocates", "articles | collocates {ferry} min=1", 0),
    ("freq", "sentences | freq words", 0),
    ("cite", "quotes | cite", 1),
    ("expand", "quotes | expand s", 1),
    ("render", "quotes | summarize count() by kind | render barchart", 0),
    ("as", "quotes | as Q | take 1", 1),
    ("let", "let Q = quotes | where cue == 'told'; Q | project text", 1),
  ]

  private static let engine = Result {
    Engine(corpus: try Corpus.open([Repository.folder + "/Tests/Fixtures/harbor"]))
  }

  /// What gives rows of its own, that stand for no words.
  private static let withoutWords = ["getschema", "print", "range", "datatable", "declare"]

  @Test func eachOperatorIsAsked() {
    let asked = Set(Self.queries.map(\.operation) + Self.withoutWords)
    #expect(Set(StageReference.all.map(\.name)).subtracting(asked).isEmpty)
  }

  @Test(arguments: queries.indices)
  func opensDownToWords(_ index: Int) throws {
    let (_, query, total) = Self.queries[index]
    let engine = try Self.engine.get()
    let result = try engine.query(query)
    #expect(result.rowCount > 0, "\(query)")
    for (number, row) in result.enumerated() {
      #expect(!row.sources.spans.isEmpty, "row \(number) of \(query)")
      for span in row.sources.spans {
        #expect(span.start < span.end && !span.text.isEmpty, "row \(number) of \(query)")
      }
    }
    if total > 0 { #expect(result.first?.sources.total == total, "\(query)") }
  }

  /// A count is that of the places it opens to.
  @Test(arguments: ["kind", "speaker", "cue_lemma", "article", "attitude"])
  func countsAreThoseOfTheirPlaces(_ key: String) throws {
    let engine = try Self.engine.get()
    for query in [
      "quotes | summarize n = count() by \(key)",
      "quotes | join kind=leftouter (quotes | summarize m = count() by \(key)) on \(key) "
        + "| summarize n = count() by \(key)",
      "union quotes, (quotes | where false) | summarize n = count() by \(key) | sort by n",
    ] {
      for row in try engine.query(query) {
        #expect(row["n"]?.integer == Int64(row.sources.spans.count), "\(query)")
      }
    }
  }
}

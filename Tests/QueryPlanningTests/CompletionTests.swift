import Columns
import Diagnostics
import QueryLanguage
import QueryPlanning
import Testing

/// What is offered at the place marked by `▮`.
@Suite struct CompletionTests {
  private let completer = Completer(catalog: ToyCatalog())

  private func complete(_ marked: String) throws -> (texts: [String], word: String) {
    let marker = try #require(marked.firstIndex(of: "▮"))
    let before = String(marked[..<marker])
    let after = String(marked[marker...].dropFirst())
    let source = SourceText(name: "test", text: before + after)
    let kept = SessionScope(
      keptResults: [1: [PlanColumn(name: "kept", type: .long)]], lastResult: 1)
    let list = completer.completions(for: source, at: before.utf8.count, session: kept)
    return (list.candidates.map(\.text), source.text(list.range))
  }

  @Test(arguments: [
    ("▮", ["ships", "planets", "warships", "_", "_1", "print", "range", "datatable", "let"]),
    ("sh▮", ["ships"]),
    ("print 1; pl▮", ["planets"]),
    ("let fleet = ships | take 3; fl▮", ["fleet"]),
    ("let t = pl▮", ["planets"]),
    ("ships | wh▮", ["where"]),
    ("ships | project-a▮", ["project-away"]),
    ("ships | where cr▮", ["crew"]),
    ("ships | where armed and cr▮ | take 5", ["crew"]),
    ("ships | where CR▮", ["crew"]),
    ("ships | where da▮", ["date"]),
    (
      "ships | where name has▮",
      [
        "has", "has_any", "has_all", "has_cs", "hasprefix", "hasprefix_cs", "hassuffix",
        "hassuffix_cs",
      ]
    ),
    ("ships | where strl▮", ["strlen("]),
    ("ships | where strlen(na▮", ["name"]),
    ("ships | where isnull(na▮) and armed", ["name"]),
    ("ships | extend size = crew * 2 | where si▮", ["size"]),
    ("ships | project name | where cr▮", []),
    ("ships | summarize cou▮", ["count()", "countif("]),
    ("ships | summarize sum(cr▮", ["crew"]),
    ("ships | summarize total = su▮", ["sum("]),
    ("ships | summarize count() b▮", ["by", "between"]),
    ("ships | summarize count() by arm▮", ["armed"]),
    ("ships | summarize count() by armed | where cou▮", ["count_"]),
    ("ships | sort ▮", ["by"]),
    ("ships | sort by cr▮", ["crew"]),
    ("ships | sort by crew d▮", ["desc"]),
    ("ships | sort by crew desc ▮", ["nulls"]),
    ("ships | sort by crew desc nulls ▮", ["first", "last"]),
    ("ships | top 5 ▮", ["by"]),
    ("ships | project-away cr▮", ["crew"]),
    ("ships | project-away str▮", []),
    ("ships | project-rename a = cr▮", ["crew"]),
    ("ships | where home.▮", ["name", "moons", "climate", "founded", "capital"]),
    ("ships | where home.cap▮", ["capital"]),
    ("ships | where home.capital.cr▮", ["crew"]),
    ("ships | where crew > 1 and home.mo▮ > 2", ["moons"]),
    ("ships | where name in (planets | where mo▮", ["moons"]),
    ("ships | where name in (pla▮", ["planets"]),
    ("print toscalar(sh▮", ["ships"]),
    ("print toscalar(ships | where cr▮", ["crew"]),
    ("_ | where ke▮", ["kept"]),
    ("let least = 5; ships | where crew > le▮", ["least"]),
    ("let half = (x:real) { x / 2 }; ships | where ha▮", ["half("]),
    ("range i fr▮", ["from"]),
    ("range i from 1 ▮", ["to"]),
    ("datatable (a:str▮", ["string"]),
    ("let f = (x:lo▮", ["long"]),
    ("let f = (x:long) { ships | where cr▮", ["crew"]),
    ("ships | where name == \"cr▮", []),
    ("ships // cr▮", []),
    ("ships | take 1▮", []),
    ("ships | where nosuch > 1 | where cr▮", ["crew"]),
    ("ships | wher x | where cr▮", ["crew"]),
  ])
  func candidates(marked: String, expected: [String]) throws {
    #expect(try complete(marked).texts == expected, "\(marked)")
  }

  @Test(arguments: [
    ("ships | wh▮", "wh"), ("ships | project-a▮", "project-a"), ("ships | where crew-a▮", "a"),
    ("ships | where home.▮", ""), ("ships | where größe▮", "größe"),
  ])
  func replacedWord(marked: String, expected: String) throws {
    #expect(try complete(marked).word == expected)
  }

  @Test func summaries() throws {
    let source = SourceText(name: "test", text: "ships | where ")
    let list = completer.completions(for: source, at: 14)
    #expect(list.candidates.first == Completion("name", .column, "string: what it is called"))
    #expect(list.candidates.contains(Completion("now()", .function, "The now of it.")))
    #expect(!list.candidates.contains { $0.text.hasPrefix("bin_months") || $0.text == "==(" })
  }

  /// No place in any text stops it.
  @Test(arguments: [
    "ships | where (((", ")))|||;;;", "let f = (a:long", "ships | where a.b.c.", "| | |", "[[\"",
    "print \"", "ships|summarize by by by", "range range range", "..", "é|é.é(é",
  ])
  func anyPlace(text: String) {
    let source = SourceText(name: "test", text: text)
    for cursor in -1...source.bytes.count + 1 {
      let list = completer.completions(for: source, at: cursor)
      #expect(list.range.end <= source.bytes.count)
    }
  }
}

import Columns
import Diagnostics
import QueryLanguage
import QueryPlanning
import Testing

/// Which names are seen where, and what they stand for.
@Suite struct ScopeTests {
  @Test(arguments: [
    ("let limit = 3; ships | take limit", "scan ships […]\ntake 3"),
    // A column hides a value of the same name.
    ("let crew = 3; ships | where crew > 1", "scan ships […]\nfilter crew > 1"),
    // A table made here hides the catalog's.
    ("let ships = planets | take 2; ships", "scan planets […]\ntake 2"),
    ("let t = ships | where armed; t | take 1", "scan ships […]\nfilter armed\ntake 1"),
    (
      "let t = materialize(ships | take 5); t | count",
      "materialized 0:\nscan ships […]\ntake 5\nquery 0:\nmaterialized 0\naggregate Count = count()"
    ),
    (
      "let half = (x:real) { x / 2 }; ships | where half(crew) > 3",
      "scan ships […]\nfilter (real(crew) / 2.0) > 3.0"
    ),
    (
      "let big = (x:long, least:long = 9) { x > least }; ships | where big(crew)",
      "scan ships […]\nfilter crew > 9"
    ),
    (
      "let big = (x:long, least:long = 9) { x > least }; ships | where big(least = 4, x = crew)",
      "scan ships […]\nfilter crew > 4"
    ),
    // A function sees the names made before it, not those of its caller.
    (
      "let n = 1; let f = (x:long) { let m = n + 1; x + m }; ships | where f(crew) == 5",
      "scan ships […]\nfilter (crew + (1 + 1)) == 5"
    ),
    (
      "let crewed = (T:(crew:long), least:long) { T | where crew > least }; crewed(ships, 3)",
      "scan ships […]\nfilter crew > 3"
    ),
    (
      "let armed = view () { ships | where armed }; armed | take 1",
      "scan ships […]\nfilter armed\ntake 1"
    ),
    ("warships | take 1", "scan ships […]\nfilter armed\ntake 1"),
    ("ships | as fleet | take 1", "scan ships […]\ntake 1"),
    ("ships | where ships.armed", "scan ships […]\nfilter armed"),
    (
      "ships | where date > datetime(2024-01-01)",
      "scan ships […]\nfilter launched > datetime(2024-01-01T00:00:00.0000000Z)"
    ),
    (
      "ships | extend x = column_ifexists(\"crew\", 0), y = column_ifexists(\"rooms\", 7) | project x, y",
      "scan ships […]\nproject x = crew, y = 7"
    ),
    (
      "declare query_parameters(least:long = 3); ships | where crew > least",
      "scan ships […]\nfilter crew > parameter 0"
    ),
    (
      "let step = 1mo; ships | summarize count() by bin(launched, step)",
      "scan ships […]\naggregate count_ = count() by launched = bin_months(launched, 1)"
    ),
    ("ships | where launched > ago(1q)", "scan ships […]\nfilter launched > ago_months(3)"),
    (
      "ships | where * has \"x\" | project name, home",
      "scan ships […]\nfilter (name has \"x\") or (home has \"x\")"
    ),
    (
      "ships | project name, crew | extend all = pack_all()",
      "scan ships […]\nproject name, crew, all = bag_pack(\"name\", name, \"crew\", crew)"
    ),
    ("print case(true, 1, false, 2.5, 3)", "rows [print_0 = case(true, 1.0, false, 2.5, 3.0)]"),
    (
      "print [1, \"a\", now()], -5, -(2.5)",
      "rows [print_0 = [1, \"a\", now()], print_1 = -5, print_2 = -2.5]"
    ),
  ])
  func meaning(query: String, expected: String) throws {
    let script = try plan(query)
    let text = script.description(in: toyPlanner.catalog)
    #expect(hidingColumns(text, unlessEmpty: true) == expected)
  }

  @Test(arguments: [
    ("ships | where name in (\"a\", \"b\")", "filter name in (\"a\", \"b\")"),
    ("ships | where crew in (1, 2.5)", "filter real(crew) in (1.0, 2.5)"),
    ("ships | where name in (dynamic([\"a\"]))", "filter name in (dynamic([\"a\"]))"),
    (
      "ships | where home in (planets | where moons > 2 | project name)",
      "filter home in (subquery 0)"
    ),
    ("ships | where home in (planets)", "filter home in (subquery 0)"),
    (
      "let old = planets | project name; ships | where home in (old)", "filter home in (subquery 0)"
    ),
    (
      "ships | where crew > toscalar(ships | summarize avg(crew))", "filter real(crew) > subquery 0"
    ),
    (
      "let mean = toscalar(ships | summarize avg(crew)); ships | where crew > mean",
      "filter real(crew) > subquery 0"
    ),
  ])
  func subqueries(query: String, expected: String) throws {
    let script = try plan(query)
    let text = try #require(script.queries.last).plan.description(in: toyPlanner.catalog)
    #expect(text.hasSuffix(expected), "\(text)")
  }

  @Test(arguments: [
    ("ships | project home.moons", "home.moons:long"),
    ("ships | project home.capital.crew", "home.capital.crew:long"),
    ("ships | project n = home | where n.moons > 2", "home:string"),
    ("ships | summarize by home | project home.moons", "home.moons:long"),
    ("ships | summarize take_any(home) | project home.moons", "home.moons:long"),
  ])
  func navigation(query: String, expected: String) throws {
    let script = try plan(query)
    let last = try #require(script.queries.last).plan
    guard case .project(let input, let values) = last.kind else {
      // The condition is below the projection, which is where the reference must still be known.
      #expect(last.columns.first?.reference == ToyCatalog.planets)
      return
    }
    let value = try #require(values.first)
    let text = value.description(columns: input.columns.map(\.name), in: toyPlanner.catalog)
    #expect("\(text):\(value.type.name)" == expected)
  }

  /// What `let` makes of a value that is large is worked out once, not once a use.
  @Test func largeValuesAreShared() throws {
    var text = "let a0 = 1;"
    for index in 1...60 { text += "let a\(index) = a\(index - 1) + a\(index - 1);" }
    let script = try plan(text + "print a60")
    #expect(script.subqueries.count > 10)
    #expect(script.description(in: toyPlanner.catalog).utf8.count < 20_000)
  }

  @Test func session() throws {
    let (earlier, _) = Parser.parse(
      SourceText(
        name: "earlier", text: "let least = 3; let least = 4; let big = (x:long) { x > least }"))
    let session = SessionScope(
      keptResults: [
        1: [PlanColumn(name: "a", type: .long)], 2: [PlanColumn(name: "b", type: .long)],
      ],
      lastResult: 2, statements: earlier.statements)
    let last = try plan("_ | where big(b)", session: session)
    #expect(last.description(in: toyPlanner.catalog) == "result _2\nfilter b > 4")
    let first = try plan("_1 | where a > least", session: session)
    #expect(first.description(in: toyPlanner.catalog) == "result _1\nfilter a > 4")
    // What is written here hides what was said before.
    let again = try plan("let least = 1; _1 | where a > least", session: session)
    #expect(again.description(in: toyPlanner.catalog) == "result _1\nfilter a > 1")
    #expect(
      messages("_7 | count", session: session)
        == ["'_7' L0309: there is no result '_7' | kept are '_1', '_2'"])
    // A mistake in the use of an earlier function is shown where it is used.
    #expect(
      messages(#"print big("x")"#, session: session)
        == [#"'"x"' L0424: 'x' of 'big' is a long, and '"x"' is a string"#])
  }

  @Test func parameters() throws {
    let script = try plan(
      "declare query_parameters(a:string = \"x\", b:real = 2, c:date); print a, b, c")
    #expect(script.parameters.map(\.name) == ["a", "b", "c"])
    #expect(script.parameters.map(\.type) == [.string, .real, .datetime])
    #expect(script.parameters.map(\.defaultValue) == [.string("x"), .real(2), nil])
  }
}

/// `scan ships […]` for `scan ships [name, crew]`.
func hidingColumns(_ text: String, unlessEmpty: Bool) -> String {
  text.split(separator: "\n").map { line in
    guard line.hasPrefix("scan "), let open = line.firstIndex(of: "["), !line.hasSuffix("[]") else {
      return String(line)
    }
    return line[..<open] + "[…]"
  }.joined(separator: "\n")
}

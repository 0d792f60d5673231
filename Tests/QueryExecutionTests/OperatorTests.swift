import Columns
import QueryExecution
import QueryPlanning
import Testing

/// Operators, dots, conversions and subqueries.
@Suite struct OperatorTests {
  static let cases: [Case] = [
    Case(
      "ferries | project name, port.name, port.depth", "Asta Norhavn 12", "Brise Lysund 7",
      "Cirrus Norhavn 9", "Dagny Norhavn 12", "Ebbe \"\" ∅"),
    Case("ferries | where port == \"Norhavn\" | project name", "Asta", "Cirrus", "Dagny"),
    Case("ferries | where \"Norhavn\" != port and port != \"\" | project name", "Brise"),
    Case(
      "ferries | summarize n = count() by port | project port.depth, n", "12 2", "7 1", "9 1", "∅ 1"
    ),
    Case("ferries | sort by name desc | project port.depth | take 2", "∅", "12"),
    Case("range i from 1 to 10000000000000000 step 1 | take 3", "1", "2", "3"),
    Case("range i from 5 to 1 step -2", "5", "3", "1"),
    Case("range i from 1 to 5 step -1"),
    Case("range i from 1 to 2 step 0.5", "1.0", "1.5", "2.0"),
    Case(
      "range i from 9223372036854775806 to 9223372036854775807 step 1", "9223372036854775806",
      "9223372036854775807"),
    Case(
      "range i from -9223372036854775807 to 9223372036854775807 step 9223372036854775807",
      "-9223372036854775807", "0", "9223372036854775807"),
    Case("range t from 1h to 2h step 30m", "01:00:00", "01:30:00", "02:00:00"),
    Case("range d from datetime(2024-02-28) to datetime(2024-03-01) step 1d | count", "3"),
    Case("ferries | take 0"),
    Case("ferries | take 100 | count", "5"),
    Case("ferries | take 3 | where seats > 100 | project name", "Asta"),
    Case("print dynamic({\"a\":[1,2],\"b\":null}).a[-1], dynamic([1])[4], dynamic({}).x", "2 ∅ ∅"),
    Case("print a = 1 | project [a, a + 1, a + 2]", "[1,2,3]"),
    Case("let d = dynamic({\"n\": 4}); print d.n + 1, d.n == 4, d.n > 4", "5 true false"),
    Case(
      "let most = toscalar(ferries | summarize max(seats)); ferries | where seats == most | project name",
      "Asta", "Dagny"),
    Case(
      "ferries | where name in ((ferries | where seats < 200 | project name)) | project name",
      "Cirrus", "Ebbe"),
    Case(
      "ferries | where seats !in ((ferries | where seats < 200 | project seats)) | project name",
      "Asta", "Brise", "Dagny"),
    Case(
      "ferries | extend x = iff(seats > 100, \"large\", \"small\") | project x", "large", "small",
      "small", "large", "large"),
    Case(
      "ferries | project x = case(seats > 150, port, seats > 100, name, \"none\")", "Norhavn",
      "none", "none", "Norhavn", "Ebbe"),
    Case("datatable(a:long, b:string)[1, \"x\", long(null), \"\"]", "1 x", "∅ \"\""),
    Case("ferries | where true | where seats > 0 and true | count", "4"),
    Case("ferries | where false | count", "0"),
    Case("print x = 1 | where bool(null) | count", "0"),
  ]

  @Test(arguments: cases) func rows(of example: Case) throws {
    #expect(try run(example.query).rows == example.rows)
  }

  /// However rows are cut in batches, and whether the optimizer ran, the rows are the same.
  @Test(arguments: cases + AggregateTests.cases + SortTests.cases + NullRuleTests.cases)
  func batchesAgree(example: Case) throws {
    for batchSize in [1, 2, 3] {
      let options = RunOptions(batchSize: batchSize)
      guard !example.query.contains("50000") else { continue }
      #expect(try run(example.query, options: options).rows == example.rows)
    }
    #expect(try run(example.query, isOptimized: false).rows == example.rows)
  }

  @Test func stagesCountTheirRows() throws {
    let query = "ferries | where seats > 100 | extend x = 1 | take 2"
    let stages = try run(query).stages
    #expect(stages.map(\.rows).last == 2)
    #expect(stages.map(\.rows).contains(3) || stages.map(\.rows).contains(2))
  }

  @Test func parametersAreBoundByName() throws {
    let query = """
      declare query_parameters(least:long = 100, port_name:string);
      ferries | where seats >= least and port == port_name | project name
      """
    #expect(
      try run(query, parameters: ["port_name": .string("Norhavn")]).rows == ["Asta", "Dagny"])
    #expect(
      try run(query, parameters: ["port_name": .string("Norhavn"), "least": .long(50)]).rows
        == ["Asta", "Cirrus", "Dagny"])
    #expect(throws: ExecutionError.missingParameter(name: "port_name")) { try run(query) }
    #expect(throws: ExecutionError.badParameter(name: "least", value: "'many'", expected: .long)) {
      try run(query, parameters: ["port_name": .string(""), "least": .string("many")])
    }
    // Only a text is read as the type that is asked for.
    #expect(
      throws: ExecutionError.badParameter(
        name: "port_name", value: "5, a long,", expected: .string)
    ) {
      try run(query, parameters: ["port_name": .long(5)])
    }
  }

  @Test func aResultThatIsNotKeptIsAnError() throws {
    let columns = [PlanColumn(name: "x", type: .long)]
    let session = SessionScope(keptResults: [3: columns], lastResult: 3)
    #expect(throws: ExecutionError.noKeptResult(3)) { try run("_3 | count", session: session) }
  }

  @Test func aRangeOfNoStepWarns() throws {
    let outcome = try run("range i from 1 to 3 step 0")
    #expect(outcome.rows.isEmpty)
    #expect(outcome.warnings.map(\.warning) == [.emptyRangeStep])
  }
}

import QueryExecution
import QueryPlanning
import Testing

/// LANGUAGE 4.5: every operator keeps the rows that its rows rest on.
@Suite struct LineageTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    let query: String
    /// Row numbers of ferries behind each row of the result.
    let sources: [[Int]]
    var testDescription: String { query }
  }

  static let cases: [Expected] = [
    Expected(query: "ferries", sources: [[0], [1], [2], [3], [4]]),
    Expected(query: "ferries | where seats == 200", sources: [[0], [3]]),
    Expected(query: "ferries | where seats > 100 | where name != \"Asta\"", sources: [[3], [4]]),
    Expected(
      query: "ferries | where seats == 200 | extend twice = seats * 2", sources: [[0], [3]]),
    Expected(query: "ferries | project port.depth", sources: [[0], [1], [2], [3], [4]]),
    Expected(query: "ferries | sort by name desc", sources: [[4], [3], [2], [1], [0]]),
    Expected(query: "ferries | top 2 by seats asc nulls last", sources: [[2], [4]]),
    Expected(query: "ferries | sort by name desc | take 2", sources: [[4], [3]]),
    Expected(query: "ferries | summarize count() by seats", sources: [[0, 3], [1], [2], [4]]),
    Expected(
      query: "ferries | sort by name desc | summarize count() by seats",
      sources: [[4], [0, 3], [2], [1]]),
    Expected(query: "ferries | summarize sum(seats)", sources: [[0, 1, 2, 3, 4]]),
    Expected(query: "ferries | where seats > 1000 | summarize sum(seats)", sources: [[]]),
    Expected(query: "ferries | distinct seats", sources: [[0, 3], [1], [2], [4]]),
    Expected(query: "ferries | count", sources: [[0, 1, 2, 3, 4]]),
    Expected(
      query: "ferries | summarize n = count() by seats | where n == 2 | extend m = n + 1",
      sources: [[0, 3]]),
    Expected(
      query: "ferries | summarize n = count() by seats | summarize count() by n",
      sources: [[0, 3], [1, 2, 4]]),
    Expected(
      query: "ferries | summarize n = count() by seats | sort by n asc",
      sources: [[1], [2], [4], [0, 3]]),
    Expected(
      query: "ferries | join kind=inner (ferries | project name, s = seats) on name | count",
      sources: [[0, 1, 2, 3, 4]]),
    Expected(
      query: "ferries | join kind=inner (ferries | take 1) on seats | project name",
      sources: [[0], [0, 3]]),
    Expected(
      query: "ferries | join kind=leftouter (ferries | take 1) on seats | project name",
      sources: [[0], [1], [2], [0, 3], [4]]),
    Expected(
      query: "ferries | take 1 | join kind=rightouter ferries on seats | project name1",
      sources: [[0], [0, 3], [1], [2], [4]]),
    Expected(
      query: "ferries | join kind=leftsemi (ferries | take 1) on seats", sources: [[0], [3]]),
    Expected(
      query: "ferries | take 1 | join kind=rightanti ferries on seats", sources: [[1], [2], [4]]),
    Expected(
      query: "ferries | lookup (ferries | take 1 | project seats, n = name) on seats | take 4",
      sources: [[0], [1], [2], [0, 3]]),
    Expected(
      query: "union (ferries | take 1), (ferries | where seats == 200)", sources: [[0], [0], [3]]),
    Expected(
      query: "ferries | where seats == 200 | mv-expand m = dynamic([1, 2]) | project m",
      sources: [[0], [0], [3], [3]]),
    Expected(
      query: "ferries | where seats == 200 | mv-expand m = dynamic([1, 2]) | count",
      sources: [[0, 3]]),
    Expected(
      query:
        "ferries | where seats == 200 | mv-apply m = dynamic([1, 2]) on (summarize s = sum(m))",
      sources: [[0], [3]]),
    Expected(
      query: "ferries | where seats == 200 | extend n = row_number(), p = next(seats)",
      sources: [[0], [3]]),
    Expected(query: "ferries | take 1 | parse name with a \"s\" *", sources: [[0]]),
    Expected(query: "ferries | take 1 | parse-kv name as (a: long)", sources: [[0]]),
    Expected(
      query: "ferries | where seats == 200 | make-series count() on seats step 1",
      sources: [[0, 3]]),
    Expected(query: "ferries | where seats == 200 | sample 9", sources: [[0], [3]]),
    Expected(query: "ferries | sample-distinct 1 of seats", sources: [[0, 3]]),
    Expected(query: "ferries | search name:\"Asta\" | project name", sources: [[0]]),
    Expected(query: "find in (ferries) where name == \"Asta\"", sources: [[0]]),
    Expected(query: "ferries | take 1 | evaluate narrow() | take 2", sources: [[0], [0]]),
    Expected(
      query: "let f = (T:(*)) { T | take 1 }; ferries | invoke f()", sources: [[0]]),
    Expected(query: "range i from 1 to 2 step 1", sources: [[], []]),
    Expected(query: "print 1", sources: [[]]),
    Expected(query: "range i from 1 to 2 step 1 | summarize count()", sources: [[]]),
  ]

  @Test(arguments: cases) func sources(of example: Expected) throws {
    for batchSize in [1, 2, 2048] {
      let outcome = try run(example.query, options: RunOptions(batchSize: batchSize))
      let sources = (0..<outcome.result.rowCount).map {
        outcome.result.lineage.sources(of: $0)
      }
      #expect(sources.map { $0.rows.map(\.row) } == example.sources)
      #expect(sources.map(\.total) == example.sources.map(\.count))
      #expect(sources.joined.allSatisfy { $0.table == HarborCatalog.ferries })
    }
  }

  @Test func keptResultsKeepTheirSources() throws {
    let first = try run("ferries | summarize n = count() by seats | sort by n")
    let session = SessionScope(keptResults: [1: first.result.columns], lastResult: 1)
    let outcome = try run(
      "_ | where n == 2", kept: Kept(results: [1: first.result]), session: session)
    #expect(outcome.result.lineage.sources(of: 0).rows.map(\.row) == [0, 3])
  }

  @Test func largeGroupsKeepTheFirstRowsAndTheCount() throws {
    let count = 2500
    let outcome = try run(
      "ferries | sort by seats | summarize count()",
      tables: HarborTables(ferries: HarborTables.manyFerries(count)))
    let sources = outcome.result.lineage.sources(of: 0)
    #expect(sources.total == count)
    #expect(sources.rows.count == LineageSets.cap)
    #expect(sources.rows.first?.row == 0)
  }
}

extension [RowSources] {
  fileprivate var joined: [RowReference] { flatMap(\.rows) }
}

import Columns
import QueryExecution
import QueryPlanning
import Testing

/// One query, asked in ways that must not matter: with and without the optimizer's rules, and in
/// batches of one row, of three and of many.
@Suite struct AgreementTests {
  @Test(arguments: 0..<8)
  func plainAndOptimizedPlansAndAllBatchSizesAgree(part: UInt64) throws {
    for seed in part * 60..<(part + 1) * 60 {
      var generator = QueryGenerator(seed: seed)
      let query = generator.query()
      let expected = try answer(query, batchSize: 2_048, isOptimized: false)
      for batchSize in [1, 3, 2_048] {
        for isOptimized in [false, true] {
          let found = try answer(query, batchSize: batchSize, isOptimized: isOptimized)
          #expect(
            found == expected,
            "seed \(seed), batches of \(batchSize), optimized \(isOptimized): \(query)")
        }
      }
    }
  }

  /// Over more rows than a batch of the usual size has.
  @Test func batchesOfManyRowsAgree() throws {
    let tables = HarborTables(ferries: HarborTables.manyFerries(5_000))
    for seed: UInt64 in 1_000..<1_020 {
      var generator = QueryGenerator(seed: seed)
      let query = generator.query()
      let expected = try run(
        query, options: RunOptions(batchSize: 700), isOptimized: false, tables: tables)
      let found = try run(query, tables: tables)
      #expect(found.rows == expected.rows, "seed \(seed): \(query)")
    }
  }

  /// Two threads that ask the same tables at once get what one gets.
  @Test func twoThreadsAgreeWithOne() async throws {
    let tables = HarborTables(ferries: HarborTables.manyFerries(5_000))
    let queries = (UInt64(2_000)..<2_060).map { seed -> String in
      var generator = QueryGenerator(seed: seed)
      return generator.query()
    }
    let alone = try queries.map { try run($0, tables: tables).rows }
    let together = try await withThrowingTaskGroup(of: [[String]].self) { group in
      for isReversed in [false, true] {
        group.addTask {
          let order = isReversed ? queries.reversed() : queries
          let answers = try order.map { try run($0, tables: tables).rows }
          return isReversed ? answers.reversed() : answers
        }
      }
      return try await group.reduce(into: [[[String]]]()) { $0.append($1) }
    }
    for answers in together { #expect(answers == alone) }
  }

  /// Names, types and rows.
  private func answer(_ query: String, batchSize: Int, isOptimized: Bool) throws -> [String] {
    let outcome = try run(
      query, options: RunOptions(batchSize: batchSize), isOptimized: isOptimized)
    return outcome.result.columns.map { "\($0.name):\($0.type)" } + outcome.rows
  }
}

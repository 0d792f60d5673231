import Columns
import Diagnostics
import QueryExecution
import QueryLanguage
import QueryPlanning
import Testing

/// Two small tables: ferries, and the ports that they call at.
struct HarborCatalog: Catalog {
  static let ferries = TableID(0)
  static let ports = TableID(1)

  let tables: [CatalogTable] = [
    CatalogTable(
      name: "ferries", summary: "one row a ferry",
      columns: [
        CatalogColumn("name", .string, "what it is called"),
        CatalogColumn("seats", .long, "how many; null where nobody counted"),
        CatalogColumn("length", .real, "in metres"),
        CatalogColumn("port", .string, "where it lies", reference: ports),
      ]),
    CatalogTable(
      name: "ports", summary: "one row a port",
      columns: [
        CatalogColumn("name", .string, "what it is called"),
        CatalogColumn("depth", .long, "in metres"),
      ]),
  ]
  let functions = FunctionLibrary.standard.scalars.map(\.signature)
  let aggregates = FunctionLibrary.standard.aggregates.map(\.signature)
}

/// A table in memory.
struct MemoryTable: TableSource {
  let columns: [ColumnVector]
  var rowCount: Int { columns[0].count }
  func column(_ index: Int) throws -> ColumnVector { columns[index] }
}

/// The rows of ``HarborCatalog``.
///
/// Two ports have one name; the fifth ferry has no port.
struct HarborTables: TableCatalog {
  private static let portNames = ["Norhavn", "Lysund", "Norhavn"]
  private static let portNumbers = StringDictionary(
    rowsOf: HarborCatalog.ports.index, names: portNames)

  private let tables: [MemoryTable]

  init(ferries: MemoryTable = fiveFerries) {
    let ports = MemoryTable(columns: [
      ColumnVector(values: Self.portNames.map { .string($0) }, type: .string),
      .longs([12, 7, 9]),
    ])
    tables = [ferries, ports]
  }

  static let fiveFerries = MemoryTable(columns: [
    ColumnVector(
      values: ["Asta", "Brise", "Cirrus", "Dagny", "Ebbe"].map { .string($0) }, type: .string),
    .longs([200, 0, 80, 200, 120], validity: [1, 0, 1, 1, 1]),
    .reals([31.5, .nan, 18, 0, -1], validity: [1, 1, 1, 0, 1]),
    .strings([0, 1, 2, 0, 3], in: portNumbers),
  ])

  /// Ferries with as many seats as their row number.
  static func manyFerries(_ count: Int) -> MemoryTable {
    MemoryTable(columns: [
      ColumnVector(values: (0..<count).map { .string("Ferry \($0)") }, type: .string),
      .longs((0..<count).map { Int64($0) }),
      .reals((0..<count).map { Double($0) / 2 }),
      .strings((0..<count).map { Int32($0 % 4) }, in: portNumbers),
    ])
  }

  func source(of table: TableID) throws -> any TableSource { tables[table.index] }
}

/// Results kept under their numbers.
struct Kept: KeptResults {
  var results: [Int: MaterializedResult] = [:]
  func result(_ number: Int) -> MaterializedResult? { results[number] }
}

/// What a script gave.
struct Outcome {
  var result: MaterializedResult
  var warnings: [WarningSink.Entry]
  var stages: [StageCount]

  /// Rows as texts, cells parted by a blank; null is `∅` and "" is `""`.
  var rows: [String] {
    (0..<result.rowCount).map { row in
      result.vectors.map { cell($0, row) }.joined(separator: " ")
    }
  }

  private func cell(_ vector: ColumnVector, _ row: Int) -> String {
    if vector.isNull(row) { return "∅" }
    var bytes: [UInt8] = []
    ValueText.append(vector, row, to: &bytes)
    return bytes.isEmpty ? "\"\"" : String(decoding: bytes, as: UTF8.self)
  }
}

let harborPlanner = Planner(catalog: HarborCatalog())

/// The script's plans, which must be there.
func planned(
  _ query: String, session: SessionScope = SessionScope(), isOptimized: Bool = true
) throws -> PlannedScript {
  let (syntax, mistakes) = Parser.parse(SourceText(name: "test", text: query))
  try #require(mistakes.allSatisfy { $0.severity != .error }, "\(query): \(mistakes)")
  let (script, diagnostics) =
    isOptimized
    ? harborPlanner.plan(syntax, session: session)
    : harborPlanner.plainPlan(syntax, session: session)
  return try #require(script, "\(query): \(diagnostics.map(\.message))")
}

/// Runs the last query of a script.
func run(
  _ query: String, parameters: [String: ScalarValue] = [:], options: RunOptions = RunOptions(),
  kept: Kept = Kept(), session: SessionScope = SessionScope(), isOptimized: Bool = true,
  tables: HarborTables = HarborTables()
) throws -> Outcome {
  let script = try planned(query, session: session, isOptimized: isOptimized)
  let started = try Executor(tables: tables, kept: kept)
    .start(script, parameters: parameters, options: options)
  let query = try started.query(script.queries.count - 1)
  let result = try query.materialize()
  return Outcome(result: result, warnings: started.warnings, stages: query.stageCounts)
}

/// A query and the rows that it gives.
struct Case: Sendable, CustomTestStringConvertible {
  let query: String
  let rows: [String]

  init(_ query: String, _ rows: String...) {
    self.query = query
    self.rows = rows
  }

  var testDescription: String { query }
}

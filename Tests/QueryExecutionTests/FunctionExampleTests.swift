import Columns
import Diagnostics
import QueryExecution
import QueryLanguage
import QueryPlanning
import Testing

/// The example of every scalar function and operator, as help shows it, gives the answer it says.
struct FunctionExampleTests {
  struct Declared: Sendable, CustomTestStringConvertible {
    var signature: FunctionSignature
    var testDescription: String { signature.name }
  }

  @Test(
    arguments: FunctionLibrary.standard.scalars.filter { !$0.signature.example.needsArticles }
      .map { Declared(signature: $0.signature) })
  func exampleGivesItsAnswer(_ declared: Declared) throws {
    let example = declared.signature.example
    #expect(try lastValue(of: example.query) == example.answer, "\(example.query)")
  }

  @Test func declarationsAreWhole() {
    var names: Set<String> = []
    for function in FunctionLibrary.standard.scalars {
      let signature = function.signature
      #expect(signature.summary.hasSuffix("."), "\(signature.name)")
      #expect(signature.summary.count <= 100, "\(signature.name)")
      #expect(!signature.overloads.isEmpty, "\(signature.name)")
      for name in [signature.name] + signature.aliases {
        #expect(names.insert(name).inserted, "'\(name)' is declared twice")
      }
    }
  }
}

/// The last column of the first row, as tsv prints it.
func lastValue(
  of query: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
  let catalog = FunctionsOnly()
  let (syntax, mistakes) = Parser.parse(SourceText(name: "test", text: query))
  let (script, diagnostics) = Planner(catalog: catalog).plan(syntax, session: SessionScope())
  let messages = (mistakes + diagnostics).filter { $0.severity == .error }.map(\.message)
  let planned = try #require(script, "\(query): \(messages)", sourceLocation: sourceLocation)
  try #require(messages.isEmpty, "\(query): \(messages)", sourceLocation: sourceLocation)
  let now = try #require(DatetimeText.parse("2024-06-05 12:00"))
  let run = try Executor(tables: NoTables()).start(planned, options: RunOptions(now: now))
  let batch = try #require(try run.query(planned.queries.count - 1).next())
  let last = try #require(batch.columns.last)
  var bytes: [UInt8] = []
  ValueText.append(last, 0, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

private struct FunctionsOnly: Catalog {
  var tables: [CatalogTable] { [] }
  var functions: [FunctionSignature] { FunctionLibrary.standard.scalars.map(\.signature) }
  var aggregates: [AggregateSignature] { [] }
}

private struct NoTables: TableCatalog {
  struct Missing: Error {}

  func source(of table: TableID) throws -> any TableSource { throw Missing() }
}

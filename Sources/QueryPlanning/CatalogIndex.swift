/// A catalog with its names made findable; read once, as a catalog may compute its lists anew
/// whenever it is asked.
package struct CatalogIndex: Sendable {
  package let tables: [CatalogTable]
  package let functions: [FunctionSignature]
  package let aggregates: [AggregateSignature]
  private let catalog: any Catalog
  private let tableByName: [String: Int]
  private let functionByName: [String: Int]
  private let aggregateByName: [String: Int]

  package init(_ catalog: any Catalog) {
    self.catalog = catalog
    tables = catalog.tables
    functions = catalog.functions
    aggregates = catalog.aggregates
    tableByName = Dictionary(
      tables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    functionByName = Dictionary(
      functions.enumerated().flatMap { index, function in
        ([function.name] + function.aliases).map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
    aggregateByName = Dictionary(
      aggregates.enumerated().flatMap { index, aggregate in
        ([aggregate.name] + aggregate.aliases).map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Why a text is no regular expression, or nil where it is one.
  package func problem(ofPattern pattern: String) -> String? {
    catalog.problem(ofPattern: pattern)
  }

  package func table(named name: String) -> TableID? { tableByName[name].map(TableID.init) }
  package func function(named name: String) -> Int? { functionByName[name] }
  package func aggregate(named name: String) -> Int? { aggregateByName[name] }

  package subscript(table: TableID) -> CatalogTable? {
    tables.indices.contains(table.index) ? tables[table.index] : nil
  }

  /// The columns of a table as a scan gives them.
  package func columns(of table: TableID) -> [PlanColumn] {
    guard let entry = self[table] else { return [] }
    return entry.columns.filter { !$0.isByDotOnly }.map {
      PlanColumn(
        name: $0.name, alias: $0.alias, type: $0.type, reference: $0.reference, values: $0.values)
    }
  }

  /// The column of that name or, failing that, of that alias.
  package func column(named name: String, of table: TableID) -> Int? {
    guard let columns = self[table]?.columns else { return nil }
    return columns.firstIndex { $0.name == name } ?? columns.firstIndex { $0.alias == name }
  }

  /// The names of functions that a person would call: those that begin like a name, as operators
  /// are functions too.
  package var callableFunctions: [FunctionSignature] {
    functions.filter { function in
      guard let first = function.name.utf8.first else { return false }
      let isLetter = (first | 0x20) >= UInt8(ascii: "a") && (first | 0x20) <= UInt8(ascii: "z")
      return isLetter && !operatorNames.contains(function.name)
    }
  }
}

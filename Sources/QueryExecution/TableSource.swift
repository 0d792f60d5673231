package import Columns
package import QueryPlanning

/// The rows of one catalog table.
package protocol TableSource: Sendable {
  var rowCount: Int { get }
  /// A whole column, `rowCount` long, made or loaded when first asked for and kept. A column that
  /// refers to another table is a string column whose dictionary is that table's row names.
  func column(_ index: Int) throws -> ColumnVector
}

/// The rows of all tables of a catalog, by their number there.
package protocol TableCatalog: Sendable {
  func source(of table: TableID) throws -> any TableSource
  /// What knows where rows stand; nil where no articles stand behind the tables.
  var provenance: (any ProvenanceSource)? { get }
  /// The tokens that patterns are looked for in; nil where there are none.
  var tokens: (any PatternTokens)? { get }
}

extension TableCatalog {
  package var provenance: (any ProvenanceSource)? { nil }
  package var tokens: (any PatternTokens)? { nil }

  func column(_ index: Int, of table: TableID) throws -> ColumnVector {
    try source(of: table).column(index)
  }
}

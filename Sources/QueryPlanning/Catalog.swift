package import Columns

/// Which tables, columns and functions queries may use.
///
/// The planner sees nothing else of the world: that keeps the language free of news, and lets toy
/// tables test it.
package protocol Catalog: Sendable {
  /// In the order that listings show; the index of a table is its ``TableID``.
  var tables: [CatalogTable] { get }
  var functions: [FunctionSignature] { get }
  var aggregates: [AggregateSignature] { get }
  /// Why a text is no regular expression, or nil where it is one.
  func problem(ofPattern pattern: String) -> String?
}

extension Catalog {
  package func problem(ofPattern pattern: String) -> String? { nil }
}

/// The index of a table in its catalog.
package struct TableID: Hashable, Sendable {
  package var index: Int

  package init(_ index: Int) { self.index = index }
}

package struct CatalogTable: Sendable {
  package var name: String
  /// One line: what a row is.
  package var summary: String
  package var columns: [CatalogColumn]
  /// What people call it elsewhere (`organizations` for `orgs`): never its name, but what a message
  /// knows it by.
  package var otherNames: [String]
  /// For a view, the query that it stands for (`entities | where kind == "person"`); such a table
  /// has no rows of its own.
  package var definition: String?

  package init(
    name: String, summary: String, columns: [CatalogColumn], otherNames: [String] = [],
    definition: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.otherNames = otherNames
    self.definition = definition
  }
}

package struct CatalogColumn: Sendable {
  package var name: String
  /// Another name that finds it where no column has that name (`date` for `published`).
  package var alias: String?
  package var type: ScalarType
  /// The table whose rows this column refers to.
  ///
  /// Its type is string then: the row's name or title, and dots lead on into that table
  /// (`speaker.kind`).
  package var reference: TableID?
  /// The only texts that it holds, besides blank, as a column of a kind does; empty where it may hold
  /// any.
  package var values: [String]
  /// Whether only a dot leads to it (`article.quotes`): scans do not show it.
  ///
  /// Such columns come last.
  package var isByDotOnly: Bool
  /// One line.
  package var summary: String

  package init(
    _ name: String, _ type: ScalarType, _ summary: String, alias: String? = nil,
    reference: TableID? = nil, values: [String] = [], isByDotOnly: Bool = false
  ) {
    self.isByDotOnly = isByDotOnly
    self.name = name
    self.alias = alias
    self.type = type
    self.reference = reference
    self.values = values
    self.summary = summary
  }
}

import Columns
import CorpusStorage
package import QueryExecution
package import QueryPlanning

/// The tables of the article model and the functions of the language, as the planner sees them.
package struct ArticleCatalog: Catalog {
  package let tables: [CatalogTable]
  package let functions: [FunctionSignature]
  package let aggregates: [AggregateSignature]

  package static let standard = ArticleCatalog(library: .standard)

  package init(library: FunctionLibrary) {
    tables =
      CorpusTable.all.map { table in
        CatalogTable(
          name: table.name, summary: table.summary,
          columns: table.columns.map { column in
            CatalogColumn(
              column.name, column.type, column.summary, alias: column.alias,
              reference: column.reference.map { TableID($0.rawValue) }, values: column.values,
              isByDotOnly: column.isByDotOnly)
          }, otherNames: table.otherNames)
      }
      + CorpusView.all.map { view in
        CatalogTable(
          name: view.name, summary: view.summary, columns: [], otherNames: view.otherNames,
          definition: view.definition)
      }
    functions = library.scalars.map(\.signature)
    aggregates = library.aggregates.map(\.signature)
  }

  package func problem(ofPattern pattern: String) -> String? {
    RegularExpressionCheck.problem(of: pattern)
  }
}

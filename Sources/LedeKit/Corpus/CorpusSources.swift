import Columns
package import CorpusStorage
package import QueryExecution
package import QueryPlanning
import Synchronization

/// The tables of a corpus as the executor reads them; columns are made when first asked for.
///
/// A class because all queries over a corpus share the columns made so far.
package final class CorpusSources: TableCatalog {
  private let tables: [TableColumns]
  package let provenance: (any ProvenanceSource)?
  package let tokens: (any PatternTokens)?

  package init(corpus: AnnotatedCorpus) {
    tables = CorpusTable.all.map { TableColumns(corpus: corpus, table: $0) }
    provenance = CorpusProvenance(corpus: corpus)
    tokens = CorpusTokens(
      corpus: corpus, table: tables[CorpusTable.Identifier.tokens.rawValue])
  }

  package func source(of table: TableID) throws -> any TableSource {
    guard tables.indices.contains(table.index) else {
      throw ExecutionError.source(reason: "there is no table of number \(table.index)")
    }
    return tables[table.index]
  }
}

/// One table of a corpus.
private final class TableColumns: TableSource {
  private let corpus: AnnotatedCorpus
  private let table: CorpusTable
  private let made: Mutex<[ColumnVector?]>
  let rowCount: Int

  init(corpus: AnnotatedCorpus, table: CorpusTable) {
    self.corpus = corpus
    self.table = table
    rowCount = table.rowCount(corpus)
    made = Mutex(Array(repeating: nil, count: table.columns.count))
  }

  func column(_ index: Int) throws -> ColumnVector {
    if let column = made.withLock({ $0[index] }) { return column }
    let column = table.columns[index].make(corpus)
    return made.withLock { columns in
      // Another thread may have been quicker: all must share one dictionary.
      if let first = columns[index] { return first }
      columns[index] = column
      return column
    }
  }
}

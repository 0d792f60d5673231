import ArticleAnalysis
import ArticleModel
package import Columns
package import CorpusStorage
package import QueryExecution
package import QueryPlanning
import Synchronization

/// Answers for the tables of a corpus.
///
/// A class because all queries over a corpus share the names and ids looked up so far.
package final class CorpusProvenance: ProvenanceSource {
  private let corpus: AnnotatedCorpus
  private let known = Mutex(Known())

  /// What is made when first asked for.
  private struct Known {
    var rowNames: [Int: StringDictionary] = [:]
    /// The row of each article, by id.
    var articles: [String: Int]?
    /// The rows of entities by folded name.
    var entities: [String: [Int]]?
  }

  package init(corpus: AnnotatedCorpus) { self.corpus = corpus }

  /// Places of one row that are written out; the rest is counted.
  private static let limit = 5

  package func citation(of sources: RowSources, style: CitationStyle) -> String {
    let provenance = RowProvenance(sources, in: corpus)
    let shown = provenance.spans.prefix(Self.limit).map { corpus.citation(of: $0, style: style) }
    let hidden = max(provenance.total, provenance.spans.count) - shown.count
    if style == .json {
      return shown.count == 1 ? shown[0] : "[\(shown.joined(separator: ","))]"
    }
    let more = hidden > 0 ? ["… and \(hidden) more"] : []
    return (shown + more).joined(separator: style == .markdown ? "\n\n" : "; ")
  }

  package func container(of row: RowReference, unit: SpanUnit) -> RowReference? {
    guard let table = CorpusTable.Identifier(rawValue: row.table.index),
      let found = corpus.container(
        ofRow: row.row, in: table, unit: unit.table)
    else { return nil }
    return RowReference(table: TableID(unit.table.rawValue), row: found)
  }

  package func columns(of unit: SpanUnit) -> SpanColumns? {
    let columns = CorpusTable.all[unit.table.rawValue].columns
    guard let text = columns.firstIndex(where: { $0.name == "text" }) else { return nil }
    return SpanColumns(
      table: TableID(unit.table.rawValue), text: text,
      start: columns.firstIndex { $0.name == "span_start" },
      end: columns.firstIndex { $0.name == "span_end" })
  }

  // MARK: Spans

  package func article(named id: String) -> Int? {
    known.withLock { known in
      if known.articles == nil {
        known.articles = Dictionary(
          corpus.articles.enumerated().map { ($1.article.id, $0) },
          uniquingKeysWith: { first, _ in first })
      }
      return known.articles?[id]
    }
  }

  package func articleName(_ row: Int) -> String? {
    corpus.articles.indices.contains(row) ? corpus.articles[row].article.id : nil
  }

  package func span(of row: RowReference) -> ArticleSpan? {
    guard row.table != entities, let table = CorpusTable.Identifier(rawValue: row.table.index),
      let location = corpus.locations(ofRow: row.row, in: table).first
    else { return nil }
    let text = corpus.articles[location.article].text
    return ArticleSpan(
      article: location.article, start: text.scalarOffset(of: location.range.start),
      end: text.scalarOffset(of: location.range.end))
  }

  package func appendText(of span: ArticleSpan, to bytes: inout [UInt8]) {
    guard corpus.articles.indices.contains(span.article) else { return }
    let text = corpus.articles[span.article].text
    let start = text.utf8Offset(ofScalar: span.start)
    bytes.append(contentsOf: text.utf8[start..<max(start, text.utf8Offset(ofScalar: span.end))])
  }

  package func container(of span: ArticleSpan, unit: SpanUnit) -> RowReference? {
    guard corpus.articles.indices.contains(span.article) else { return nil }
    let start = corpus.articles[span.article].text.utf8Offset(ofScalar: span.start)
    return corpus.container(of: start, inArticle: span.article, unit: unit.table).map {
      RowReference(table: TableID(unit.table.rawValue), row: $0)
    }
  }

  package func sentenceCount(of text: String) -> Int { SentenceSplitter.sentences(in: text).count }

  // MARK: Names

  package var entities: TableID { TableID(CorpusTable.Identifier.entities.rawValue) }

  package func entity(named name: String, kind: String?) -> Int? {
    let rows = known.withLock { known -> [Int] in
      if known.entities == nil {
        var rows: [String: [Int]] = [:]
        for (row, member) in corpus.entities.members.enumerated() {
          for name in Set(([member.entity.name] + member.entity.aliases).map { $0.lowercased() }) {
            rows[name, default: []].append(row)
          }
        }
        known.entities = rows
      }
      return known.entities?[name.lowercased()] ?? []
    }
    let fitting = rows.filter { row in
      kind.map { corpus.entities.members[row].entity.kind.rawValue == $0 } ?? true
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  package func rowNames(of table: TableID) -> StringDictionary {
    known.withLock { known in
      if let names = known.rowNames[table.index] { return names }
      let names =
        CorpusTable.Identifier(rawValue: table.index).map { $0.rowNames(in: corpus) }
        ?? StringDictionary(rowsOf: table.index, names: [])
      known.rowNames[table.index] = names
      return names
    }
  }
}

extension SpanUnit {
  fileprivate var table: CorpusTable.Identifier {
    switch self {
    case .sentence: return .sentences
    case .paragraph: return .paragraphs
    case .article: return .articles
    }
  }
}

public import ArticleModel
import CorpusStorage
import QueryExecution
import QueryPlanning

/// What a row of a result rests on.
public struct RowProvenance: Sendable {
  /// Up to a thousand places, in document order; an entity stands where it is mentioned.
  public var spans: [SourceSpan]
  /// How many rows of tables stand behind it, kept or not.
  public var total: Int
}

/// A place in an article that an answer rests on.
public struct SourceSpan: Hashable, Sendable {
  /// The table whose row stands there (`quotes`), and that row's `id`.
  public var table: String
  /// That row's `id`.
  public var row: Int
  /// The article's id, and its index in the corpus.
  public var article: String
  /// The article's index in the corpus.
  public var articleIndex: Int
  /// Code points of the article's text, half open.
  public var start: Int
  /// Where it ends, in code points; not included.
  public var end: Int
  /// The words there.
  public var text: String
  /// The ranges to mark in it, in UTF-8 offsets: the content of a quote, else all of it.
  public var parts: [TextRange]
  /// The rule or model that made the row, `given` or `user`.
  public var how: String
  /// 0 to 1.
  public var confidence: Double
}

extension RowProvenance {
  init(_ sources: RowSources, in corpus: AnnotatedCorpus) {
    total = sources.total
    spans = []
    for source in sources.rows {
      guard let table = CorpusTable.Identifier(rawValue: source.table.index) else { continue }
      for location in corpus.locations(ofRow: source.row, in: table) {
        spans.append(SourceSpan(location, table: table, row: source.row, in: corpus))
      }
    }
  }
}

extension SourceSpan {
  fileprivate init(
    _ location: RowLocation, table: CorpusTable.Identifier, row: Int, in corpus: AnnotatedCorpus
  ) {
    let article = corpus.articles[location.article]
    self.table = CorpusTable.all[table.rawValue].name
    self.row = row + 1
    self.article = article.article.id
    articleIndex = location.article
    start = article.text.scalarOffset(of: location.range.start)
    end = article.text.scalarOffset(of: location.range.end)
    text = article.text[location.range]
    parts = location.parts
    how = location.evidence.how
    confidence = location.evidence.confidence
  }
}

extension Corpus {
  /// The indices of the articles that a row of a table stands in.
  func articles(ofRow source: RowReference) -> [Int] {
    guard let table = CorpusTable.Identifier(rawValue: source.table.index) else { return [] }
    return annotated.articles(ofRow: source.row, in: table)
  }
}

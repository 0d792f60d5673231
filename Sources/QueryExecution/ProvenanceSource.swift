package import Columns
package import QueryPlanning

/// What the tables' rows are in the articles: where they stand, and how they are cited.
///
/// What stands behind the tables answers; toy tables of tests answer nothing.
package protocol ProvenanceSource: Sendable {
  /// How the rows behind one row of a result are cited; "" where they stand in no article.
  func citation(of sources: RowSources, style: CitationStyle) -> String
  /// The row of sentences, paragraphs or articles that a row stands in.
  func container(of row: RowReference, unit: SpanUnit) -> RowReference?
  /// The table of a unit, with the columns `text`, `span_start` and `span_end` of it; nil where a
  /// table has none.
  func columns(of unit: SpanUnit) -> SpanColumns?

  /// The row of `articles` that an id names.
  func article(named id: String) -> Int?
  /// The id of a row of `articles`.
  func articleName(_ row: Int) -> String?
  /// Where a row stands: from its first to its last word; nil where it stands in no article, or in
  /// several places.
  func span(of row: RowReference) -> ArticleSpan?
  /// Appends the text of a span, as far as its article goes.
  func appendText(of span: ArticleSpan, to bytes: inout [UInt8])
  /// The row of sentences or articles in which a span begins.
  func container(of span: ArticleSpan, unit: SpanUnit) -> RowReference?
  /// The table of entities.
  var entities: TableID { get }
  /// The row of `entities` that goes by a name or alias, of one kind where `kind` is given.
  ///
  /// Upper and lower case are alike. Nil where there is none, or several.
  func entity(named name: String, kind: String?) -> Int?
  /// What the rows of a table are called, as references to them hold it.
  func rowNames(of table: TableID) -> StringDictionary
  /// The number of sentences that a text is cut into.
  func sentenceCount(of text: String) -> Int
}

/// A stretch of an article's text: its row in `articles`, and code points, half open.
package struct ArticleSpan: Hashable, Sendable {
  package var article: Int
  package var start: Int
  package var end: Int

  package init(article: Int, start: Int, end: Int) {
    self.article = article
    self.start = start
    self.end = end
  }
}

/// Where a unit of the text keeps its words and place.
package struct SpanColumns: Sendable {
  package var table: TableID
  package var text: Int
  package var start: Int?
  package var end: Int?

  package init(table: TableID, text: Int, start: Int?, end: Int?) {
    self.table = table
    self.text = text
    self.start = start
    self.end = end
  }
}

import Columns
public import Diagnostics
package import QueryExecution
import QueryPlanning

/// The rows that a query gave, all of them, with what each rests on.
public struct QueryResult: Sendable {
  /// A column by name and type.
  public struct Column: Hashable, Sendable {
    /// The name; no two columns share one.
    public var name: String
    /// The type of its values.
    public var type: ValueType
  }

  /// A stage of the query, as it is written, and the rows that came out of it.
  public struct Stage: Hashable, Sendable {
    /// The stage as written.
    public var text: String
    /// The rows that came out of it.
    public var rowCount: Int
    /// Where it stands in the text of the query.
    package var range: SourceRange
  }

  /// From the left.
  public let columns: [Column]
  /// Things worth saying that did not stop the run.
  public let warnings: [Diagnostic]
  /// The text of the query; ranges of warnings count in it.
  public let source: SourceText
  /// In the order of the pipeline.
  public let stages: [Stage]
  /// How the result wants to be shown: what a `render` at the end of the query says; nil without.
  public let presentation: ChartPresentation?
  package let rows: MaterializedResult
  let corpus: Corpus

  init(
    rows: MaterializedResult, corpus: Corpus, source: SourceText, warnings: [Diagnostic],
    stages: [Stage], presentation: ChartPresentation? = nil
  ) {
    columns = rows.columns.map { Column(name: $0.name, type: ValueType($0.type)) }
    self.rows = rows
    self.corpus = corpus
    self.source = source
    self.warnings = warnings
    self.stages = stages
    self.presentation = presentation
  }

  /// No columns and no rows.
  static func empty(in corpus: Corpus) -> QueryResult {
    QueryResult(
      rows: MaterializedResult(columns: [], vectors: [], rowCount: 0, lineage: .none),
      corpus: corpus, source: SourceText(name: "", text: ""), warnings: [], stages: [])
  }

  /// The number of rows.
  public var rowCount: Int { rows.rowCount }

  /// The value of a cell.
  public func value(row: Int, column: Int) -> Value {
    Value(rows.vectors[column].value(at: row))
  }

  /// The index of the column of that name.
  public func column(_ name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  /// The places in the articles that a row rests on, in document order, up to a thousand.
  public func sources(ofRow row: Int) -> RowProvenance {
    RowProvenance(rows.lineage.sources(of: row), in: corpus.annotated)
  }

  /// How many articles the rows rest on.
  public var articleCount: Int {
    var articles: Set<Int> = []
    for row in 0..<rowCount {
      for source in rows.lineage.sources(of: row).rows {
        articles.formUnion(corpus.articles(ofRow: source))
      }
    }
    return articles.count
  }

  /// The chart that ``presentation`` asks for, in the signs of a terminal.
  ///
  /// - Parameters:
  ///   - width: columns to draw in, from 20 to 200.
  ///   - isASCII: whether only ASCII is drawn; texts stay as they are.
  /// - Returns: Lines, each with its end; nil where the result wants none or has no column for it.
  public func chartText(width: Int = 80, isASCII: Bool = false) -> String? {
    guard let chart else { return nil }
    let sink = MemorySink()
    TextChart(chart, options: RenderOptions(width: width, isASCII: isASCII)).write(to: sink)
    return sink.text
  }

  /// The chart that ``presentation`` asks for, as a picture.
  ///
  /// - Parameters:
  ///   - width: pixels from left to right, 240 at least.
  ///   - height: pixels from top to bottom; charts of bars are as high as their bars need.
  /// - Returns: One `svg` element; nil where the result wants no chart or has no column for it.
  public func chartSVG(width: Int = 800, height: Int = 450) -> String? {
    chart.map { chart in
      let size = SVGChart.Size(width: Double(width), height: Double(height))
      return String(decoding: SVGChart(chart, size: size).bytes(), as: UTF8.self)
    }
  }

  private var chart: Chart? {
    guard let presentation, presentation.kind != .table else { return nil }
    var reader = ChartReader(table.columns, presentation: presentation)
    return reader.append(table) ? reader.chart() : nil
  }

  /// The rows as renderers read them.
  package var table: ColumnTable {
    ColumnTable(
      columns: Self.renderedColumns(rows.columns), vectors: rows.vectors, rowCount: rowCount,
      presentation: presentation)
  }

  static func renderedColumns(_ columns: [PlanColumn]) -> [ResultColumn] {
    columns.map { ResultColumn(name: $0.name, typeName: $0.type.name) }
  }
}

extension QueryResult: RandomAccessCollection {
  /// The first row.
  public var startIndex: Int { 0 }
  /// One past the last row.
  public var endIndex: Int { rowCount }

  /// A row by its number, from 0.
  public subscript(row: Int) -> ResultRow { ResultRow(result: self, index: row) }
}

/// One row of a result.
public struct ResultRow: Sendable {
  let result: QueryResult
  /// Its number in the result, from 0.
  public let index: Int

  /// The value in the column of that name; nil where there is no such column.
  public subscript(_ name: String) -> Value? {
    result.column(name).map { result.value(row: index, column: $0) }
  }

  /// The value in a column by its number, from 0.
  public subscript(_ column: Int) -> Value { result.value(row: index, column: column) }

  /// The places in the articles that the row rests on.
  public var sources: RowProvenance { result.sources(ofRow: index) }
}

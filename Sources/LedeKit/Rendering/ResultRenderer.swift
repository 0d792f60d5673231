package import Diagnostics

/// Writes one result: its head, its rows as they come, its end.
package protocol ResultRenderer {
  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink)
  /// Rows of the columns begun with; called any number of times.
  mutating func append(_ rows: any ResultTable, to sink: any OutputSink)
  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink)
}

/// What is known of a result once its last row is there.
package struct ResultSummary: Sendable {
  package var rowCount: Int
  package var elapsed: Duration?
  /// How many articles the rows stand in.
  package var articleCount: Int?
  package var warnings: [Diagnostic]
  /// Members that `--json` adds where asked for (`stats`, `provenance`), as JSON.
  package var jsonMembers: [JSONMember]

  package struct JSONMember: Sendable {
    package var name: String
    package var json: [UInt8]

    package init(name: String, json: [UInt8]) {
      self.name = name
      self.json = json
    }
  }

  package init(
    rowCount: Int, elapsed: Duration? = nil, articleCount: Int? = nil, warnings: [Diagnostic] = [],
    jsonMembers: [JSONMember] = []
  ) {
    self.rowCount = rowCount
    self.elapsed = elapsed
    self.articleCount = articleCount
    self.warnings = warnings
    self.jsonMembers = jsonMembers
  }
}

/// How results are shown.
package struct RenderOptions: Sendable {
  /// Columns of the terminal; nil where nothing is cut.
  package var width: Int?
  /// The most rows of a table that are shown; 0 for all.
  package var rowLimit: Int
  /// Whether escape sequences for colour may be written.
  package var hasColor: Bool
  package var showsFooter: Bool
  /// Whether tables in colour have the types under the names of columns.
  package var showsTypes: Bool
  /// Whether tables leave midnight and fractions of zero out of moments.
  package var shortensMoments: Bool
  /// Whether only ASCII is drawn (the texts stay as they are).
  package var isASCII: Bool

  package init(
    width: Int? = nil, rowLimit: Int = 0, hasColor: Bool = false, showsFooter: Bool = false,
    showsTypes: Bool = true, shortensMoments: Bool = false, isASCII: Bool = false
  ) {
    self.width = width
    self.rowLimit = rowLimit
    self.hasColor = hasColor
    self.showsFooter = showsFooter
    self.showsTypes = showsTypes
    self.shortensMoments = shortensMoments
    self.isASCII = isASCII
  }
}

extension ResultTable {
  /// Writes the whole result.
  package func render(
    as mode: OutputMode, options: RenderOptions = RenderOptions(), summary: ResultSummary? = nil,
    to sink: any OutputSink
  ) {
    var renderer = mode.renderer(options: options, presentation: presentation)
    renderer.begin(columns, to: sink)
    renderer.append(self, to: sink)
    renderer.finish(summary ?? ResultSummary(rowCount: rowCount), to: sink)
  }
}

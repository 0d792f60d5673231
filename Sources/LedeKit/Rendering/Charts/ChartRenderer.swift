/// Draws a result that wants to be shown as a chart, once all its rows are there.
///
/// Where no column can be drawn, the table comes with a note on why.
struct ChartRenderer: ResultRenderer {
  private let presentation: ChartPresentation
  private let options: RenderOptions
  private var reader: ChartReader
  private var columns: [ResultColumn] = []
  private var table: TableRenderer?

  init(_ presentation: ChartPresentation, options: RenderOptions) {
    self.presentation = presentation
    self.options = options
    reader = ChartReader([], presentation: presentation)
  }

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    self.columns = columns
    reader = ChartReader(columns, presentation: presentation)
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    if table == nil, !reader.append(rows) {
      table = TableRenderer(options: options)
      table?.begin(columns, to: sink)
    }
    table?.append(rows, to: sink)
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {
    guard sink.isOpen else { return }
    if table != nil {
      sink.write("No column of numbers to draw as \(presentation.kind.rawValue); as a table:\n")
      table?.finish(summary, to: sink)
      return
    }
    let chart = TextChart(reader.chart(), options: options)
    if summary.rowCount == 0 { chart.writeEmpty(to: sink) } else { chart.write(to: sink) }
    if options.showsFooter { ResultFooter(options: options).write(summary, to: sink) }
  }
}

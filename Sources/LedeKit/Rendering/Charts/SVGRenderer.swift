/// The picture of a result; one that says nothing of its chart comes as bars.
struct SVGRenderer: ResultRenderer {
  private let presentation: ChartPresentation
  private var reader: ChartReader
  private var hasChart = true

  init(_ presentation: ChartPresentation?) {
    var presentation = presentation ?? ChartPresentation(kind: .barchart)
    if presentation.kind == .table { presentation.kind = .barchart }
    self.presentation = presentation
    reader = ChartReader([], presentation: presentation)
  }

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    reader = ChartReader(columns, presentation: presentation)
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    hasChart = hasChart && reader.append(rows)
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {
    guard sink.isOpen else { return }
    var chart = reader.chart()
    // A picture is written in any case: whoever asked for it finds out from it.
    if !hasChart { chart.notes.append("There is no column of numbers.") }
    sink.write(SVGChart(chart).bytes())
  }
}

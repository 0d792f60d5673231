/// Writes a result as another renderer does, and hands on its chart once all rows are there.
package struct ChartCopyRenderer: ResultRenderer {
  private var inner: any ResultRenderer
  private var reader: ChartReader
  private let presentation: ChartPresentation
  private let deliver: (Chart?) -> Void
  private var hasChart = true

  /// - Parameters:
  ///   - inner: writes the result.
  ///   - presentation: what is drawn.
  ///   - deliver: takes the chart; nil where no column can be drawn.
  package init(
    _ inner: any ResultRenderer, presentation: ChartPresentation,
    deliver: @escaping (Chart?) -> Void
  ) {
    self.inner = inner
    self.presentation = presentation
    self.deliver = deliver
    reader = ChartReader([], presentation: presentation)
  }

  package mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    reader = ChartReader(columns, presentation: presentation)
    inner.begin(columns, to: sink)
  }

  package mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    hasChart = hasChart && reader.append(rows)
    inner.append(rows, to: sink)
  }

  package mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {
    inner.finish(summary, to: sink)
    deliver(hasChart ? reader.chart() : nil)
  }
}

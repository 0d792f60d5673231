/// Draws a chart with the signs of a terminal.
///
/// As wide as the terminal, at most 200 columns; about a fifth as many rows, or a row for each bar.
package struct TextChart {
  let chart: Chart
  let options: RenderOptions
  let glyphs: ChartGlyphs

  package init(_ chart: Chart, options: RenderOptions = RenderOptions()) {
    self.chart = chart
    self.options = options
    glyphs = ChartGlyphs(isASCII: options.isASCII)
  }

  /// Writes title, picture, legend and notes.
  package func write(to sink: any OutputSink) {
    writeTitle(to: sink)
    guard !chart.isEmpty else {
      note("Nothing to draw: there is no value.", to: sink)
      for text in chart.notes { note(text, to: sink) }
      return
    }
    var notes: [String] = []
    let canvas: TextCanvas
    switch chart.form {
    case .bars, .shares: canvas = bars(&notes)
    case .columns: canvas = columns(&notes)
    case .lines: canvas = lines(&notes)
    case .areas: canvas = areas(&notes)
    case .points: canvas = points(&notes)
    case .cards: canvas = cards()
    case .strips: canvas = strips(&notes)
    }
    canvas.write(to: sink, hasColor: options.hasColor)
    if chart.hasLegend, chart.form != .shares { writeLegend(to: sink) }
    for text in notes + chart.notes { note(text, to: sink) }
  }

  /// Writes the title, and that there is nothing to draw.
  func writeEmpty(to sink: any OutputSink) {
    writeTitle(to: sink)
    note("Nothing to draw: there are no rows.", to: sink)
  }

  // MARK: - For the drawers

  /// Columns to draw in.
  var width: Int { min(max(options.width ?? 80, 20), 200) }

  /// Rows of a picture that is free to choose.
  var height: Int { min(max(width / 5, 8), 20) }

  /// Places on the axis of bars that are drawn at most.
  var barLimit: Int { options.rowLimit > 0 ? options.rowLimit : 1000 }

  /// A value as it stands beside its bar.
  func valueText(_ value: Double, decimals: Int, unit: ChartTimespanText.Unit?) -> String {
    guard value.isFinite else { return "" }
    if let unit { return unit.text(value, decimals: decimals) }
    return ChartNumberText.text(value, decimals: decimals)
  }

  /// How values are written beside bars: digits after the point, and the unit of lengths of time.
  func valueForm(_ values: [Double]) -> (decimals: Int, unit: ChartTimespanText.Unit?) {
    let finite = values.filter(\.isFinite)
    guard chart.yQuantity == .timespan else {
      return (ChartNumberText.decimals(for: finite), nil)
    }
    let unit = ChartTimespanText.Unit(for: finite.map { abs($0) }.max() ?? 0)
    return (ChartNumberText.decimals(for: finite.map { $0 / unit.ticks }), unit)
  }

  /// What is left out of a picture: `… 1,213 more`.
  func more(_ count: Int, hint: String) -> String {
    "\(glyphs.ellipsis) \(grouped(count)) more\(hint)"
  }

  // MARK: - Implementation

  private func writeTitle(to sink: any OutputSink) {
    guard let title = chart.title, !title.isEmpty else { return }
    let text = glyphs.fitted(title, to: width).text
    sink.write(TextStyle.bold.apply(to: text, if: options.hasColor) + "\n")
  }

  private func note(_ text: String, to sink: any OutputSink) {
    for line in WrappedText(CellText(text).bytes, width: width).lines {
      // A word alone may be wider than the line.
      let text = glyphs.fitted(line, to: width).text
      sink.write(TextStyle.dim.apply(to: text, if: options.hasColor) + "\n")
    }
  }

  /// The signs of the series with their names, as many a line as fit.
  private func writeLegend(to sink: any OutputSink) {
    let isFilled =
      chart.form == .bars || chart.form == .columns || (chart.form == .areas && chart.isStacked)
    let entries = chart.series.indices.map { index in
      (index, glyphs.fitted(chart.series[index].name, to: max(8, width / 2 - 4)))
    }
    var rows: [[(Int, CellText)]] = [[]]
    var used = 0
    for entry in entries {
      let needed = entry.1.width + 4
      if used > 0, used + needed - 2 > width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += needed
    }
    var canvas = TextCanvas(width: width, height: rows.count)
    for (row, entries) in rows.enumerated() {
      var column = 0
      for (index, name) in entries {
        canvas.set(
          isFilled ? glyphs.fill(index) : glyphs.marker(index), row: row, column: column,
          look: .series(index))
        canvas.put(name, row: row, column: column + 2)
        column += name.width + 4
      }
    }
    canvas.write(to: sink, hasColor: options.hasColor)
  }
}

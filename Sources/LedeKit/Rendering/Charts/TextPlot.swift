/// The frame of a picture with two axes: where values lie, and its ticks.
struct TextPlot {
  var canvas: TextCanvas
  let glyphs: ChartGlyphs
  let y: AxisScale
  /// Rows and columns between the axes.
  let rows: Int
  let columns: Int
  /// The row of the x axis and the first column behind the y axis.
  let bottom: Int
  let left: Int

  /// - Parameters:
  ///   - chart: what is drawn.
  ///   - scale: the y axis; nil takes what the chart demands.
  ///   - wanted: columns between the axes, given those that there are; nil takes all.
  init(_ chart: TextChart, scale: AxisScale? = nil, columns wanted: (Int) -> Int = { $0 }) {
    glyphs = chart.glyphs
    let height = chart.height
    y = scale ?? AxisScale(chart.chart.yDemand, limit: max(2, height / 3))
    // Where ticks are even, so many rows that each falls on one.
    let steps = y.ticks.count - 1
    let isEven =
      !y.isLogarithmic && steps > 0 && y.ticks.first?.value == y.lower
      && y.ticks.last?.value == y.upper
    rows =
      isEven
      ? steps * max(1, Int(nearest: Double(height) / Double(steps), in: 1...height)) : height
    let labels = y.ticks.map { CellText($0.label).fitted(to: chart.width / 3) }
    let labelRoom = labels.map(\.width).max() ?? 0
    left = labelRoom + 2
    columns = max(1, min(wanted(max(1, chart.width - left)), chart.width - left))
    // Over the rows stands the name of what is counted, and the value of the highest column.
    let hasHead =
      !chart.chart.yTitle.isEmpty
      || (chart.chart.form == .columns && chart.chart.series.count == 1)
    bottom = rows + (hasHead ? 1 : 0)
    let hasXTitle = !chart.chart.xTitle.isEmpty
    canvas = TextCanvas(width: chart.width, height: bottom + 2 + (hasXTitle ? 1 : 0))
    let yTitle = glyphs.fitted(chart.chart.yTitle, to: chart.width)
    if !yTitle.bytes.isEmpty {
      canvas.put(yTitle, row: 0, column: max(0, left - 1 - yTitle.width), look: .dim)
    }
    if hasXTitle {
      let title = glyphs.fitted(chart.chart.xTitle, to: chart.width - left)
      canvas.put(
        title, row: bottom + 2, column: left + max(0, (columns - title.width) / 2), look: .dim)
    }
    drawYAxis(labels, labelRoom: labelRoom)
  }

  /// The row of a cell by its number from the x axis up, from 0.
  func row(up: Int) -> Int { bottom - 1 - up }

  /// Draws the x axis with the ticks that find room, at their columns behind the y axis.
  mutating func drawXAxis(_ ticks: [(column: Int, label: String)]) {
    for column in 0..<columns {
      canvas.set(glyphs.horizontal, row: bottom, column: left + column, look: .dim)
    }
    let cells = ticks.map { (column: $0.column, label: glyphs.fitted($0.label, to: columns / 2)) }
    func starts(every stride: Int) -> [(Int, Int, CellText)]? {
      var free = 0
      var result: [(Int, Int, CellText)] = []
      for index in Swift.stride(from: 0, to: cells.count, by: stride) {
        let (column, label) = cells[index]
        let start = max(0, min(left + column - label.width / 2, canvas.width - label.width))
        guard start >= free else { return nil }
        result.append((column, start, label))
        free = start + label.width + 1
      }
      return result
    }
    // Every one, or else every second, third … so that they stay even.
    var stride = max(1, cells.count / max(1, columns))
    var placed = starts(every: stride)
    while placed == nil, stride < cells.count {
      stride += 1
      placed = starts(every: stride)
    }
    for (column, start, label) in placed ?? [] where !label.bytes.isEmpty {
      canvas.set(glyphs.tickBelow, row: bottom, column: left + column, look: .dim)
      canvas.put(label, row: bottom + 1, column: start)
    }
  }

  /// Draws the line of zero where it lies inside, on cells that are blank.
  mutating func drawZeroLine() {
    guard !y.isLogarithmic, y.lower < 0, y.upper > 0 else { return }
    let row = row(up: tickRow(y.fraction(of: 0)))
    for column in 0..<columns where canvas.isBlank(row: row, column: left + column) {
      canvas.set(glyphs.zeroLine, row: row, column: left + column, look: .dim)
    }
  }

  // MARK: - Implementation

  /// The row, from the x axis up, under whose upper edge a tick lies; -1 is the x axis itself.
  private func tickRow(_ fraction: Double) -> Int {
    Int(nearest: fraction * Double(rows), in: 0...rows) - 1
  }

  private mutating func drawYAxis(_ labels: [CellText], labelRoom: Int) {
    for up in 0..<rows {
      canvas.set(glyphs.vertical, row: row(up: up), column: left - 1, look: .dim)
    }
    canvas.set(glyphs.corner, row: bottom, column: left - 1, look: .dim)
    var taken: Set<Int> = []
    for (tick, label) in zip(y.ticks, labels) {
      let place = y.fraction(of: tick.value)
      guard place >= -1e-9, place <= 1 + 1e-9 else { continue }
      let up = tickRow(place)
      guard taken.insert(up).inserted else { continue }
      let row = row(up: up)
      canvas.set(up < 0 ? glyphs.cross : glyphs.tickAtLeft, row: row, column: left - 1, look: .dim)
      canvas.put(label, row: row, column: labelRoom - label.width)
    }
  }
}

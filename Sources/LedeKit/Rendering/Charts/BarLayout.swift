/// Where labels, bars and values of a chart of bars stand, and the drawing of them.
struct BarLayout {
  private(set) var canvas: TextCanvas
  private let chart: TextChart
  private let labels: [CellText]
  private let labelRoom: Int
  private let scale: AxisScale
  /// Columns that bars share.
  private let room: Int
  /// The column of the line from which bars go out.
  private let zero: Int
  /// The first column of bars below zero.
  private let left: Int
  /// The first row of each place, in rows of bars.
  private let starts: [Int]
  private let hasTicks: Bool
  /// The rows before the first bar: one for the names of the axes, if any.
  private let head: Int

  /// - Parameters:
  ///   - chart: what is drawn.
  ///   - labels: the names of the places.
  ///   - values: where bars end.
  ///   - texts: the values as they stand behind the bars.
  ///   - sizes: the bars of each place; where one has several, an empty row parts them.
  init(
    _ chart: TextChart, labels: [String], values: [Double], texts: [String], sizes: [Int]
  ) {
    self.chart = chart
    let drawn = chart.chart
    var demand = drawn.yDemand
    let finite = values.filter(\.isFinite)
    let isLogarithmic = demand.isLogarithmic
    if !isLogarithmic {
      demand.range = finite.min().flatMap { low in finite.max().map { low...$0 } }
    }
    // Values stand beside their bars; ticks serve only where they do not tell all.
    hasTicks =
      drawn.isStacked || isLogarithmic || drawn.yBounds != ChartPresentation.Bounds()
    demand.isWidened = hasTicks
    let isShare = drawn.isStacked && drawn.stacking == .stacked100
    let limit = max(2, chart.width / 16)
    scale =
      isShare && (demand.range?.lowerBound ?? 0) >= 0
      ? AxisScale.shares : AxisScale(demand, limit: limit)
    let xTitle = chart.glyphs.fitted(drawn.xTitle, to: chart.width * 2 / 5)
    let widest = labels.map { CellText($0).width }.max() ?? 0
    labelRoom = min(max(widest, xTitle.width), max(6, chart.width * 2 / 5))
    self.labels = labels.map { chart.glyphs.fitted($0, to: chart.width * 2 / 5) }
    let textRoom = (texts.map { DisplayWidth.of($0) }.max() ?? 0) + 1
    let hasNegative = !isLogarithmic && scale.lower < 0
    let hasPositive = scale.upper > 0
    let taken = labelRoom + 2 + (hasNegative ? textRoom : 0) + (hasPositive ? textRoom : 0)
    room = max(4, chart.width - taken)
    left = labelRoom + 1 + (hasNegative ? textRoom : 0)
    let origin = isLogarithmic ? 0 : min(max(scale.fraction(of: 0), 0), 1)
    zero = left + Int(nearest: origin * Double(room), in: 0...room)
    let gap = sizes.contains { $0 > 1 } ? 1 : 0
    var rows = 0
    var starts: [Int] = []
    for size in sizes {
      starts.append(rows)
      rows += max(1, size) + gap
    }
    rows = max(0, rows - gap)
    self.starts = starts
    head = drawn.xTitle.isEmpty && drawn.yTitle.isEmpty ? 0 : 1
    canvas = TextCanvas(width: chart.width, height: head + rows + (hasTicks ? 2 : 0))
    if head > 0 {
      canvas.put(xTitle, row: 0, column: labelRoom - xTitle.width, look: .dim)
      let room = chart.width - zero - 1
      canvas.put(chart.glyphs.fitted(drawn.yTitle, to: room), row: 0, column: zero + 1, look: .dim)
    }
    for row in head..<head + rows {
      canvas.set(chart.glyphs.vertical, row: row, column: zero, look: .dim)
    }
  }

  mutating func label(_ place: Int) {
    let text = labels[place].width > labelRoom ? labels[place].fitted(to: labelRoom) : labels[place]
    canvas.put(text, row: head + starts[place], column: labelRoom - text.width)
  }

  /// One bar, the `row`th of its place, with its value behind its end.
  mutating func bar(_ place: Int, row: Int, series: Int, _ value: Double, _ text: String) {
    guard value.isFinite else { return }
    let row = head + starts[place] + row
    let end = draw(from: 0, to: value, series: series, row: row)
    putValue(text, isNegative: value < 0, end: end, row: row)
  }

  /// Parts of a bar one after the other, those below zero to the left.
  mutating func stack(_ place: Int, _ parts: [ChartStack.Part], _ text: String) {
    let row = head + starts[place]
    var end = zero
    for part in parts where part.from != part.to {
      let next = draw(from: part.from, to: part.to, series: part.series, row: row)
      if part.to > part.from { end = max(end, next) }
    }
    putValue(text, isNegative: false, end: end, row: row)
  }

  /// Draws the ticks under the bars.
  mutating func finish() {
    guard hasTicks else { return }
    let row = canvas.height - 2
    for column in left...(left + room) {
      canvas.set(chart.glyphs.horizontal, row: row, column: column, look: .dim)
    }
    var free = 0
    for tick in scale.ticks {
      let place = scale.fraction(of: tick.value)
      guard place >= 0, place <= 1 else { continue }
      let column = left + Int(nearest: place * Double(room), in: 0...room)
      let label = CellText(tick.label)
      let start = max(0, min(column - label.width / 2, canvas.width - label.width))
      guard start >= free else { continue }
      canvas.set(chart.glyphs.tickBelow, row: row, column: column, look: .dim)
      canvas.put(label, row: row + 1, column: start, look: .dim)
      free = start + label.width + 2
    }
  }

  // MARK: - Implementation

  /// Fills cells between two values; returns the column behind the end (before it, below zero).
  private mutating func draw(from: Double, to: Double, series: Int, row: Int) -> Int {
    let glyphs = chart.glyphs
    let place = scale.fraction(of: to)
    guard place.isFinite else { return zero + 1 }
    func eighths(_ fraction: Double) -> Int {
      Int(nearest: min(max(fraction, 0), 1) * Double(room) * 8, in: 0...room * 8)
    }
    // What begins at zero begins at the column of its line.
    let first =
      scale.isLogarithmic || from == 0 ? (zero - left) * 8 : eighths(scale.fraction(of: from))
    let last = to >= from ? max(first, eighths(place)) : min(first, eighths(place))
    let look = TextCanvas.Look.series(series)
    if to >= from {
      // What is more than nothing is seen.
      let length = to > from && from == 0 ? max(1, last - first) : last - first
      let isFine = series == 0 && !glyphs.isASCII && from == 0
      let offset = (first + 4) / 8
      let cells = isFine ? length / 8 : (first + length + 4) / 8 - offset
      for cell in 0..<max(0, cells) {
        canvas.set(glyphs.fill(series), row: row, column: left + 1 + offset + cell, look: look)
      }
      var next = left + 1 + offset + max(0, cells)
      if isFine, length % 8 > 0 {
        canvas.set(glyphs.left(eighths: length % 8), row: row, column: next, look: look)
        next += 1
      } else if cells <= 0, from == 0, to > 0 {
        canvas.set(glyphs.isASCII ? ":" : "▏", row: row, column: next, look: look)
        next += 1
      }
      return next
    }
    // Below zero, from the right to the left, in halves of cells.
    let start = left + (first + 4) / 8 - 1
    let halves = max(1, (first - last + 2) / 4)
    for cell in 0..<halves / 2 {
      canvas.set(glyphs.fill(series), row: row, column: start - cell, look: look)
    }
    guard halves % 2 == 1 else { return start - halves / 2 }
    let half = glyphs.isASCII ? ":" : series == 0 ? glyphs.rightHalf : glyphs.fill(series)
    canvas.set(half, row: row, column: start - halves / 2, look: look)
    return start - halves / 2 - 1
  }

  private mutating func putValue(_ text: String, isNegative: Bool, end: Int, row: Int) {
    let cell = CellText(text)
    canvas.put(cell, row: row, column: isNegative ? end - cell.width : end + 1)
  }
}

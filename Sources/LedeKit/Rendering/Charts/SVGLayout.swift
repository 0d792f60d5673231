/// Where the parts of a picture stand, and the drawing of those around the marks.
struct SVGLayout {
  let chart: Chart
  private(set) var size: SVGChart.Size
  let y: AxisScale
  let x: AxisScale
  /// The place between the axes.
  let left: Double
  let top: Double
  private(set) var right: Double
  private(set) var bottom: Double
  private let legend: [[(series: Int, x: Double)]]
  private static let fontSize = 13.0
  private static let lineHeight = 20.0

  init(_ chart: Chart, size: SVGChart.Size) {
    self.chart = chart
    self.size = size
    let isShare = chart.isStacked && chart.stacking == .stacked100
    y = isShare ? .shares : AxisScale(chart.yDemand, limit: max(2, Int(size.height / 70)))
    x =
      chart.xQuantity == .category
      ? AxisScale(categories: chart.categories)
      : AxisScale(chart.xDemand, limit: max(2, Int(size.width / 110)))
    let widest = y.ticks.map { Self.width(of: $0.label) }.max() ?? 0
    left = min(size.width / 3, 16 + widest + 10)
    right = size.width - 24
    var legend: [[(series: Int, x: Double)]] = []
    if chart.hasLegend, chart.form != .shares, chart.form != .cards {
      var at = 16.0
      legend.append([])
      for (index, series) in chart.series.enumerated() {
        let width = 30 + Self.width(of: Self.cut(series.name, to: size.width / 2 - 60))
        if at > 16, at + width > size.width - 16 {
          legend.append([])
          at = 16
        }
        legend[legend.count - 1].append((index, at))
        at += width + 8
      }
    }
    self.legend = legend
    let titleHeight = chart.title?.isEmpty == false ? 30.0 : 8
    let hasYTitle = !chart.yTitle.isEmpty || chart.form == .bars || chart.form == .shares
    top = titleHeight + Double(legend.count) * Self.lineHeight + (hasYTitle ? 34 : 16)
    bottom = size.height - (chart.xTitle.isEmpty ? 30 : 50)
  }

  /// The place of a value on the axes, in pixels.
  func place(_ fx: Double, _ fy: Double) -> (x: Double, y: Double) {
    (left + fx * (right - left), bottom - fy * (bottom - top))
  }

  /// Makes the picture as high as its marks need.
  mutating func setHeight(_ height: Double) {
    size.height = min(max(height, 80), 10_000)
    bottom = size.height - 20
  }

  /// About how wide a text is: a little more than half its size for each column of a terminal.
  static func width(of text: String) -> Double { Double(CellText(text).width) * fontSize * 0.58 }

  /// A text cut to about so many pixels.
  static func cut(_ text: String, to room: Double) -> String {
    let columns = Int(nearest: room / (fontSize * 0.58), in: 1...10_000)
    return CellText(Array(text.utf8), limit: columns + 1).fitted(to: columns).text
  }

  // MARK: - Drawing

  /// Lines across at the ticks of the y axis, with their labels.
  func drawYAxis(_ svg: inout SVGText) {
    svg.begin("g", ["class": "y-axis", "fill": SVGPalette.faint, "text-anchor": "end"])
    for tick in y.ticks {
      let place = y.fraction(of: tick.value)
      guard place >= -1e-9, place <= 1 + 1e-9 else { continue }
      let line = self.place(0, place).y
      let isZero = tick.value == 0
      svg.element(
        "line",
        [
          "x1": SVGText.number(left), "x2": SVGText.number(right), "y1": SVGText.number(line),
          "y2": SVGText.number(line), "stroke": isZero ? SVGPalette.axis : SVGPalette.grid,
        ])
      svg.element(
        "text", ["x": SVGText.number(left - 8), "y": SVGText.number(line + 4.5)], text: tick.label)
    }
    svg.end()
    if !chart.yTitle.isEmpty {
      svg.element(
        "text", ["x": "16", "y": SVGText.number(top - 16), "fill": SVGPalette.faint],
        text: Self.cut(chart.yTitle, to: size.width - 32))
    }
  }

  /// The line of the x axis with the ticks that find room: places from 0 to 1 with their labels.
  func drawXAxis(_ ticks: [(place: Double, label: String)], _ svg: inout SVGText) {
    svg.element(
      "line",
      [
        "x1": SVGText.number(left), "x2": SVGText.number(right), "y1": SVGText.number(bottom),
        "y2": SVGText.number(bottom), "stroke": SVGPalette.axis,
      ])
    svg.begin("g", ["class": "x-axis", "fill": SVGPalette.faint, "text-anchor": "middle"])
    let room = (right - left) / 3
    func labels(every stride: Int) -> [(x: Double, middle: Double, label: String)]? {
      var free = 0.0
      var result: [(x: Double, middle: Double, label: String)] = []
      for index in Swift.stride(from: 0, to: ticks.count, by: stride) {
        let label = Self.cut(ticks[index].label, to: room)
        let half = Self.width(of: label) / 2
        let at = place(ticks[index].place, 0).x
        // At the edges a label moves inwards.
        let middle = min(max(at, half + 4), size.width - half - 4)
        guard middle - half >= free else { return nil }
        result.append((at, middle, label))
        free = middle + half + 10
      }
      return result
    }
    var stride = max(1, ticks.count / 100)
    var shown = labels(every: stride)
    while shown == nil, stride < ticks.count {
      stride += 1
      shown = labels(every: stride)
    }
    for (at, middle, label) in shown ?? [] {
      svg.element(
        "line",
        [
          "x1": SVGText.number(at), "x2": SVGText.number(at), "y1": SVGText.number(bottom),
          "y2": SVGText.number(bottom + 5), "stroke": SVGPalette.axis,
        ])
      svg.element(
        "text", ["x": SVGText.number(middle), "y": SVGText.number(bottom + 19)], text: label)
    }
    svg.end()
    guard !chart.xTitle.isEmpty else { return }
    svg.element(
      "text",
      [
        "x": SVGText.number((left + right) / 2), "y": SVGText.number(bottom + 40),
        "text-anchor": "middle", "fill": SVGPalette.faint,
      ], text: Self.cut(chart.xTitle, to: right - left))
  }

  /// The whole picture around its marks.
  func page(_ body: SVGText) -> [UInt8] {
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-labelledby": "chart-title chart-desc",
        "viewBox": "0 0 \(SVGText.number(size.width)) \(SVGText.number(size.height))",
        "width": SVGText.number(size.width), "height": SVGText.number(size.height),
        "font-family": "system-ui, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif",
        "font-size": SVGText.number(Self.fontSize), "fill": SVGPalette.ink,
      ])
    svg.element("title", ["id": "chart-title"], text: chart.heading)
    svg.element("desc", ["id": "chart-desc"], text: chart.summary)
    svg.element("rect", ["width": "100%", "height": "100%", "fill": "#ffffff"])
    if let title = chart.title, !title.isEmpty {
      svg.element(
        "text", ["x": "16", "y": "28", "font-size": "18", "font-weight": "600"],
        text: Self.cut(title, to: (size.width - 32) * 13 / 18))
    }
    drawLegend(&svg)
    return svg.bytes + body.bytes + Array("</svg>\n".utf8)
  }

  // MARK: - Implementation

  private func drawLegend(_ svg: inout SVGText) {
    let first = (chart.title?.isEmpty == false ? 30.0 : 8) + 16
    for (row, entries) in legend.enumerated() {
      let line = first + Double(row) * Self.lineHeight
      for (series, at) in entries {
        let color = SVGPalette.color(series)
        if chart.form == .lines || chart.form == .points
          || (chart.form == .areas && !chart.isStacked)
        {
          svg.element(
            "path",
            [
              "d": SVGPalette.marker(series, x: at + 8, y: line - 4, size: 9), "fill": color,
            ])
        } else {
          svg.element(
            "rect",
            [
              "x": SVGText.number(at + 2), "y": SVGText.number(line - 10), "width": "12",
              "height": "12", "fill": color,
            ])
        }
        svg.element(
          "text", ["x": SVGText.number(at + 22), "y": SVGText.number(line)],
          text: Self.cut(chart.series[series].name, to: size.width / 2 - 60))
      }
    }
  }
}

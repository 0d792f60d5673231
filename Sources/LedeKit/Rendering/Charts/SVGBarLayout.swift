/// Where labels, bars and values of a picture of bars stand, and the drawing of them.
struct SVGBarLayout {
  private let chart: Chart
  private let size: SVGChart.Size
  private let labels: [String]
  private let top: Double
  /// The top of the first bar of each place, and the bars that it has.
  private let starts: [Double]
  private let sizes: [Int]
  /// Where the bars end.
  let end: Double
  private let thickness: Double
  /// The right end of labels.
  private let labelEnd: Double
  private let start: Double
  private let room: Double
  private let scale: AxisScale
  private let zero: Double

  /// - Parameters:
  ///   - picture: what is drawn.
  ///   - layout: the page around it.
  ///   - sizes: the bars that each place has.
  ///   - labels: the names of the places drawn.
  ///   - texts: the values, as they stand behind the bars.
  init(
    _ picture: SVGChart, _ layout: SVGLayout, sizes: [Int], labels: [String], texts: [String]
  ) {
    chart = picture.chart
    size = picture.size
    top = layout.top
    let most = size.width * 0.35
    self.labels = labels.map { SVGLayout.cut($0, to: most) }
    self.sizes = sizes.map { max(1, $0) }
    thickness = sizes.contains { $0 > 1 } ? 14 : 20
    var next = layout.top
    var starts: [Double] = []
    for size in self.sizes {
      starts.append(next)
      next += thickness * Double(size) + 8
    }
    self.starts = starts
    end = next
    let widest = self.labels.map { SVGLayout.width(of: $0) }.max() ?? 0
    labelEnd = max(widest, min(SVGLayout.width(of: chart.xTitle), most)) + 16
    let textRoom = (texts.map { SVGLayout.width(of: $0) }.max() ?? 0) + 10
    var demand = chart.yDemand
    demand.isWidened = chart.isStacked
    let isShare = chart.isStacked && chart.stacking == .stacked100
    scale = isShare ? .shares : AxisScale(demand, limit: 6)
    let hasNegative = scale.lower < 0 && !scale.isLogarithmic
    start = labelEnd + 8 + (hasNegative ? textRoom : 0)
    room = max(20, layout.right - start - (scale.upper > 0 ? textRoom : 0))
    let origin = scale.isLogarithmic ? 0 : min(max(scale.fraction(of: 0), 0), 1)
    zero = start + origin * room
  }

  func label(_ place: Int, _ svg: inout SVGText) {
    let middle = starts[place] + thickness * Double(sizes[place]) / 2
    svg.element(
      "text",
      ["x": SVGText.number(labelEnd), "y": SVGText.number(middle + 4.5), "text-anchor": "end"],
      text: labels[place])
  }

  /// A bar from one value to another, the `row`th of its place, with its value behind its end.
  func bar(
    _ place: Int, row: Int, series: Int, from: Double, to: Double, text: String, tip: String,
    _ svg: inout SVGText
  ) {
    let y = starts[place] + Double(row) * thickness
    let (a, b) = (from == 0 ? zero : at(from), at(to))
    svg.shape(
      "rect",
      [
        "x": SVGText.number(min(a, b)), "y": SVGText.number(y),
        // What is more than nothing is seen.
        "width": SVGText.number(max(abs(b - a), from == to ? 0 : 0.75)),
        "height": SVGText.number(thickness - 1), "fill": SVGPalette.color(series),
      ], tip: tip)
    guard !text.isEmpty else { return }
    let isNegative = to < 0
    svg.element(
      "text",
      [
        "x": SVGText.number(isNegative ? b - 5 : b + 5),
        "y": SVGText.number(y + thickness / 2 + 4), "text-anchor": isNegative ? "end" : "start",
        "fill": SVGPalette.faint,
      ], text: text)
  }

  /// The line of zero, the names of the axes over labels and bars, and ticks where `hasTicks`.
  func finish(hasTicks: Bool, _ svg: inout SVGText) {
    let end = end - 6
    for (title, x, anchor, room) in [
      (chart.xTitle, labelEnd, "end", labelEnd - 16),
      (chart.yTitle, zero + 5, "start", size.width - zero - 20),
    ] where !title.isEmpty {
      svg.element(
        "text",
        [
          "x": SVGText.number(x), "y": SVGText.number(top - 12), "text-anchor": anchor,
          "fill": SVGPalette.faint,
        ], text: SVGLayout.cut(title, to: room))
    }
    svg.element(
      "line",
      [
        "x1": SVGText.number(zero), "x2": SVGText.number(zero), "y1": SVGText.number(top - 4),
        "y2": SVGText.number(end), "stroke": SVGPalette.axis,
      ])
    for tick in hasTicks ? scale.ticks : [] {
      svg.element(
        "text",
        [
          "x": SVGText.number(at(tick.value)), "y": SVGText.number(end + 20),
          "text-anchor": "middle", "fill": SVGPalette.faint,
        ], text: tick.label)
    }
  }

  // MARK: - Implementation

  private func at(_ value: Double) -> Double {
    let place = scale.fraction(of: value)
    return start + (place.isFinite ? min(max(place, 0), 1) : 0) * room
  }
}

/// Bars, columns and cards.
extension SVGChart {
  /// Bars from left to right; the picture is as high as they need.
  func bars(_ layout: inout SVGLayout, _ svg: inout SVGText) {
    let shown = min(chart.categories.count, Self.barLimit)
    let series = chart.form == .shares ? Array(chart.series.prefix(1)) : chart.series
    let all = series.map { chart.values(of: $0) }
    let values = all.map { Array($0.prefix(shown)) }
    let isShare = chart.isStacked && chart.stacking == .stacked100
    let perPlace = chart.isStacked ? 1 : max(1, series.count)
    let thickness = perPlace > 1 ? 14.0 : 20
    let pitch = thickness * Double(perPlace) + 8
    let axisHeight = chart.isStacked ? 24.0 : 0
    layout.setHeight(layout.top + pitch * Double(shown) + 28 + axisHeight)
    let labels = chart.categories.prefix(shown).map { SVGLayout.cut($0, to: size.width * 0.35) }
    let widest = labels.map { SVGLayout.width(of: $0) }.max() ?? 0
    let labelRoom = max(widest, min(SVGLayout.width(of: chart.xTitle), size.width * 0.35)) + 24
    let text = TextChart(chart)
    let (decimals, unit) = text.valueForm(values.flatMap { $0 })
    let total = all.first.map { $0.filter(\.isFinite).reduce(0, +) } ?? 0
    let hasShares =
      chart.form == .shares && total > 0 && chart.hiddenPlaces == 0
      && !(all.first?.contains { $0 < 0 } ?? true)
    func words(_ value: Double) -> String {
      let number = text.valueText(value, decimals: decimals, unit: unit)
      return hasShares ? number + " (" + ChartNumberText.share(value / total) + ")" : number
    }
    let textRoom = (values.flatMap { $0 }.map { SVGLayout.width(of: words($0)) }.max() ?? 0) + 10
    var demand = chart.yDemand
    demand.isWidened = chart.isStacked
    let scale = isShare ? AxisScale.shares : AxisScale(demand, limit: 6)
    let hasNegative = scale.lower < 0 && !scale.isLogarithmic
    let start = labelRoom + (hasNegative ? textRoom : 0)
    let room = max(20, layout.right - start - (scale.upper > 0 ? textRoom : 0))
    func at(_ value: Double) -> Double {
      let place = scale.fraction(of: value)
      return start + (place.isFinite ? min(max(place, 0), 1) : 0) * room
    }
    let zero = scale.isLogarithmic ? start : at(0)
    for place in 0..<shown {
      let top = layout.top + Double(place) * pitch
      svg.element(
        "text",
        [
          "x": SVGText.number(labelRoom - 8),
          "y": SVGText.number(top + thickness * Double(perPlace) / 2 + 4.5), "text-anchor": "end",
        ], text: labels[place])
      var above = 0.0
      var below = 0.0
      let sum = values.reduce(0) { $0 + ($1[place].isFinite ? abs($1[place]) : 0) }
      for index in values.indices where values[index][place].isFinite {
        let value = values[index][place]
        let part = isShare ? abs(value) / (sum > 0 ? sum : 1) : value
        let from = chart.isStacked ? (part < 0 ? below : above) : 0
        let (a, b) = (scale.isLogarithmic ? zero : at(from), at(from + part))
        if part < 0 { below += part } else { above += part }
        let y = top + (chart.isStacked ? 0 : Double(index) * thickness)
        svg.shape(
          "rect",
          [
            "x": SVGText.number(min(a, b)), "y": SVGText.number(y),
            "width": SVGText.number(max(abs(b - a), value == 0 ? 0 : 0.75)),
            "height": SVGText.number(thickness - 1), "fill": SVGPalette.color(index),
          ], tip: "\(chart.categories[place]), \(series[index].name): \(words(value))")
        guard !chart.isStacked else { continue }
        let isNegative = value < 0
        svg.element(
          "text",
          [
            "x": SVGText.number(isNegative ? b - 5 : b + 5),
            "y": SVGText.number(y + thickness / 2 + 4), "text-anchor": isNegative ? "end" : "start",
            "fill": SVGPalette.faint,
          ], text: words(value))
      }
    }
    let end = layout.top + pitch * Double(shown) - 6
    // The names of the axes stand over labels and bars.
    for (title, x, anchor) in [
      (chart.xTitle, labelRoom - 8, "end"), (chart.yTitle, zero + 5, "start"),
    ] where !title.isEmpty {
      svg.element(
        "text",
        [
          "x": SVGText.number(x), "y": SVGText.number(layout.top - 12), "text-anchor": anchor,
          "fill": SVGPalette.faint,
        ], text: SVGLayout.cut(title, to: anchor == "end" ? labelRoom - 24 : layout.right - x))
    }
    svg.element(
      "line",
      [
        "x1": SVGText.number(zero), "x2": SVGText.number(zero),
        "y1": SVGText.number(layout.top - 4), "y2": SVGText.number(end), "stroke": SVGPalette.axis,
      ])
    if chart.isStacked {
      for tick in scale.ticks {
        svg.element(
          "text",
          [
            "x": SVGText.number(at(tick.value)), "y": SVGText.number(end + 20),
            "text-anchor": "middle", "fill": SVGPalette.faint,
          ], text: tick.label)
      }
    }
    noteOnHidden(
      chart.categories.count - shown + chart.hiddenPlaces, at: layout.size.height - 10, &svg)
  }

  /// Bars from the bottom up, the places one beside the other.
  func columns(_ layout: SVGLayout, _ svg: inout SVGText) {
    layout.drawYAxis(&svg)
    let perPlace = chart.isStacked ? 1 : max(1, chart.series.count)
    let shown = min(
      chart.categories.count, Int(nearest: (layout.right - layout.left) / 2, in: 1...5_000))
    let slot = (layout.right - layout.left) / Double(max(1, shown))
    let width = min(80, slot * (slot > 4 ? 0.8 : 0.95)) / Double(perPlace)
    let values = chart.series.map { chart.values(of: $0) }
    let isShare = chart.isStacked && chart.stacking == .stacked100
    func at(_ value: Double) -> Double {
      let place = layout.y.fraction(of: value)
      return layout.place(0, place.isFinite ? min(max(place, 0), 1) : 0).y
    }
    let text = TextChart(chart)
    let (decimals, unit) = text.valueForm(values.flatMap { $0 })
    for place in 0..<shown {
      let middle = layout.left + (Double(place) + 0.5) * slot
      var above = 0.0
      var below = 0.0
      let sum = values.reduce(0) { $0 + ($1[place].isFinite ? abs($1[place]) : 0) }
      for index in values.indices where values[index][place].isFinite {
        let value = values[index][place]
        let part = isShare ? abs(value) / (sum > 0 ? sum : 1) : value
        let from = chart.isStacked ? (part < 0 ? below : above) : 0
        let (a, b) = (layout.y.isLogarithmic ? layout.bottom : at(from), at(from + part))
        if part < 0 { below += part } else { above += part }
        let shift = chart.isStacked ? -0.5 : Double(index) - Double(perPlace) / 2
        svg.shape(
          "rect",
          [
            "x": SVGText.number(middle + shift * width), "y": SVGText.number(min(a, b)),
            "width": SVGText.number(max(0.5, width)), "height": SVGText.number(abs(b - a)),
            "fill": SVGPalette.color(index),
          ],
          tip: "\(chart.categories[place]), \(chart.series[index].name): "
            + text.valueText(value, decimals: decimals, unit: unit))
      }
    }
    layout.drawXAxis(
      (0..<shown).map { ((Double($0) + 0.5) / Double(max(1, shown)), chart.categories[$0]) }, &svg)
    noteOnHidden(chart.categories.count - shown + chart.hiddenPlaces, at: layout.top - 4, &svg)
  }

  /// Values alone, each over its name.
  func cards(_ layout: inout SVGLayout, _ svg: inout SVGText) {
    let perRow = max(1, min(chart.cards.count, Int(size.width / 220)))
    let width = (size.width - 32) / Double(perRow)
    let rows = (chart.cards.count + perRow - 1) / perRow
    layout.setHeight(layout.top + Double(rows) * 100 + 12)
    for (index, card) in chart.cards.enumerated() {
      let x = SVGText.number(16 + (Double(index % perRow) + 0.5) * width)
      let y = layout.top + Double(index / perRow) * 100
      svg.element(
        "text",
        [
          "x": x, "y": SVGText.number(y + 44), "text-anchor": "middle", "font-size": "36",
          "font-weight": "600",
        ], text: SVGLayout.cut(card.value, to: width * 13 / 38))
      svg.element(
        "text",
        ["x": x, "y": SVGText.number(y + 70), "text-anchor": "middle", "fill": SVGPalette.faint],
        text: SVGLayout.cut(card.name, to: width - 12))
    }
  }

  // MARK: - Implementation

  /// Bars drawn at most.
  private static var barLimit: Int { 200 }

  func noteOnHidden(_ count: Int, at y: Double, _ svg: inout SVGText) {
    guard count > 0 else { return }
    svg.element(
      "text",
      [
        "x": SVGText.number(size.width - 24), "y": SVGText.number(y), "text-anchor": "end",
        "fill": SVGPalette.faint,
      ], text: "… \(grouped(count)) more")
  }
}

/// Bars, from left to right or from the bottom up.
extension SVGChart {
  /// Bars from left to right; the picture is as high as they need.
  func bars(_ layout: inout SVGLayout, _ svg: inout SVGText) {
    let shown = min(chart.categories.count, Self.barLimit)
    let series = chart.form == .shares ? Array(chart.series.prefix(1)) : chart.series
    let values = series.map { chart.values(of: $0) }
    let words = valueWords(values)
    let texts = chart.isStacked ? [] : values.flatMap { $0.prefix(shown).map(words) }
    let stacks = (0..<shown).map { place in
      ChartStack(values.map { $0[place] }, in: chart).parts
    }
    let bars = SVGBarLayout(
      self, layout, sizes: stacks.map { chart.isStacked ? 1 : $0.count },
      labels: Array(chart.categories.prefix(shown)), texts: texts)
    let axisHeight = chart.isStacked ? 24.0 : 0
    layout.setHeight(bars.end + 28 + axisHeight)
    for place in 0..<shown {
      bars.label(place, &svg)
      // A series without a value takes no row where others have one.
      for (row, part) in stacks[place].enumerated() {
        bars.bar(
          place, row: chart.isStacked ? 0 : row, series: part.series, from: part.from,
          to: part.to, text: chart.isStacked ? "" : words(part.value),
          tip: "\(chart.categories[place]), \(series[part.series].name): \(words(part.value))", &svg
        )
      }
    }
    bars.finish(hasTicks: chart.isStacked, &svg)
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
    let words = valueWords(values)
    func at(_ value: Double) -> Double {
      let place = layout.y.fraction(of: value)
      return layout.place(0, place.isFinite ? min(max(place, 0), 1) : 0).y
    }
    for place in 0..<shown {
      let middle = layout.left + (Double(place) + 0.5) * slot
      for part in ChartStack(values.map { $0[place] }, in: chart).parts {
        let (a, b) = (at(part.from), at(part.to))
        let shift = chart.isStacked ? -0.5 : Double(part.series) - Double(perPlace) / 2
        svg.shape(
          "rect",
          [
            "x": SVGText.number(middle + shift * width), "y": SVGText.number(min(a, b)),
            "width": SVGText.number(max(0.5, width)), "height": SVGText.number(abs(b - a)),
            "fill": SVGPalette.color(part.series),
          ],
          tip: "\(chart.categories[place]), \(chart.series[part.series].name): "
            + words(part.value))
      }
    }
    layout.drawXAxis(
      (0..<shown).map { ((Double($0) + 0.5) / Double(max(1, shown)), chart.categories[$0]) }, &svg)
    noteOnHidden(
      chart.categories.count - shown + chart.hiddenPlaces, at: layout.top - 4, &svg)
  }

  /// How many places are not drawn.
  func noteOnHidden(_ count: Int, at y: Double, _ svg: inout SVGText) {
    guard count > 0 else { return }
    svg.element(
      "text",
      [
        "x": SVGText.number(size.width - 24), "y": SVGText.number(y), "text-anchor": "end",
        "fill": SVGPalette.faint,
      ], text: "… \(grouped(count)) more")
  }

  // MARK: - Implementation

  /// Bars drawn at most.
  private static var barLimit: Int { 200 }

  /// How values are written: with the same digits, and their share where shares are drawn.
  private func valueWords(_ values: [[Double]]) -> (Double) -> String {
    let text = TextChart(chart)
    let (decimals, unit) = text.valueForm(values.flatMap { $0 })
    let first = values.first ?? []
    let total = first.filter(\.isFinite).reduce(0, +)
    let hasShares =
      chart.form == .shares && total > 0 && chart.hiddenPlaces == 0 && !first.contains { $0 < 0 }
    var shares: [Double: String] = [:]
    if hasShares {
      for (value, share) in zip(first, ChartNumberText.shares(first.map { $0 / total })) {
        shares[value] = share
      }
    }
    return { value in
      let number = text.valueText(value, decimals: decimals, unit: unit)
      return shares[value].map { "\(number) (\($0))" } ?? number
    }
  }
}

import Columns

/// Lines, areas and points over two measures.
extension SVGChart {
  func lines(_ layout: SVGLayout, _ svg: inout SVGText) {
    axes(layout, &svg)
    for (index, series) in chart.series.enumerated() {
      drawLine(series, index, layout, &svg)
    }
  }

  func points(_ layout: SVGLayout, _ svg: inout SVGText) {
    axes(layout, &svg)
    for (index, series) in chart.series.enumerated() {
      // Marks on one place are one mark; a place is two pixels wide.
      var seen: Set<[Int]> = []
      svg.begin("g", ["fill": SVGPalette.color(index), "fill-opacity": "0.75"])
      for point in series.points {
        let (fx, fy) = (layout.x.fraction(of: point.x), layout.y.fraction(of: point.y))
        guard ChartSegment.isInside(fx, fy) else { continue }
        let place = layout.place(fx, fy)
        let spot = [
          Int(nearest: place.x / 2, in: 0...10_000), Int(nearest: place.y / 2, in: 0...10_000),
        ]
        guard seen.count < Self.markLimit, seen.insert(spot).inserted else { continue }
        svg.element(
          "path", ["d": SVGPalette.marker(index, x: place.x, y: place.y, size: 7)])
      }
      svg.end()
    }
  }

  func areas(_ layout: SVGLayout, _ svg: inout SVGText) {
    axes(layout, &svg)
    guard chart.isStacked else {
      for (index, series) in chart.series.enumerated() {
        for run in runs(of: series, layout) { fill(run, index, layout, &svg, opacity: "0.3") }
        drawLine(series, index, layout, &svg)
      }
      return
    }
    let isShare = chart.stacking == .stacked100
    let columns = Int(nearest: layout.right - layout.left, in: 1...10_000)
    let heights = chart.series.map {
      ColumnHeights(of: $0.points, over: layout.x, columns: columns, isMean: true).values
    }
    var lower = [Double](repeating: 0, count: columns)
    var below = lower
    let sizes = (0..<columns).map { column in
      heights.reduce(0) { $0 + ($1[column].isFinite ? abs($1[column]) : 0) }
    }
    for (index, values) in heights.enumerated() {
      var bottom: [(Double, Double)] = []
      var top: [(Double, Double)] = []
      for column in 0..<columns {
        var part = values[column].isFinite ? values[column] : 0
        if isShare { part = sizes[column] > 0 ? abs(part) / sizes[column] : 0 }
        let from = part < 0 ? below[column] : lower[column]
        let at = Double(column) / Double(max(1, columns - 1))
        bottom.append((at, clamped(layout.y.fraction(of: from))))
        top.append((at, clamped(layout.y.fraction(of: from + part))))
        if part < 0 { below[column] += part } else { lower[column] += part }
      }
      fill((top, bottom), index, layout, &svg, opacity: "0.85")
    }
  }

  // MARK: - Implementation

  /// Marks of a series at most.
  private static var markLimit: Int { 20_000 }

  /// Both axes, with ticks at the places of values.
  private func axes(_ layout: SVGLayout, _ svg: inout SVGText) {
    layout.drawYAxis(&svg)
    layout.drawXAxis(
      layout.x.ticks.compactMap { tick in
        let place = layout.x.fraction(of: tick.value)
        return place >= -1e-9 && place <= 1 + 1e-9 ? (place, tick.label) : nil
      }, &svg)
  }

  private func drawLine(
    _ series: Chart.Series, _ index: Int, _ layout: SVGLayout, _ svg: inout SVGText
  ) {
    let points = thinned(series, layout)
    var path = ""
    var previous: (x: Double, y: Double)?
    var pen: (x: Double, y: Double)?
    for point in points {
      let place = (x: layout.x.fraction(of: point.x), y: layout.y.fraction(of: point.y))
      guard place.x.isFinite, place.y.isFinite else {
        previous = nil
        continue
      }
      if let before = previous, let part = ChartSegment(start: before, end: place).clipped {
        let (from, to) = (
          layout.place(part.start.x, part.start.y), layout.place(part.end.x, part.end.y)
        )
        if pen.map({ $0 != from }) ?? true {
          path += "M\(SVGText.number(from.x)) \(SVGText.number(from.y))"
        }
        path += "L\(SVGText.number(to.x)) \(SVGText.number(to.y))"
        pen = to
      }
      previous = place
    }
    let color = SVGPalette.color(index)
    svg.begin("g", ["class": "series"])
    svg.element("title", text: series.name)
    if !path.isEmpty {
      let isDashed = chart.series.count > 1
      svg.element(
        "path",
        [
          "d": path, "fill": "none", "stroke": color, "stroke-width": "2",
          "stroke-linejoin": "round", "stroke-linecap": "round",
          "stroke-dasharray": isDashed ? SVGPalette.dashes(index) ?? "none" : "none",
        ])
    }
    // A sign at each point where there are few, and where one stands alone.
    for (position, point) in points.enumerated() {
      let hasBefore = position > 0 && points[position - 1].y.isFinite
      let hasAfter = position + 1 < points.count && points[position + 1].y.isFinite
      guard point.y.isFinite, points.count <= 60 || !(hasBefore || hasAfter) else { continue }
      let (fx, fy) = (layout.x.fraction(of: point.x), layout.y.fraction(of: point.y))
      guard ChartSegment.isInside(fx, fy) else { continue }
      let place = layout.place(fx, fy)
      svg.shape(
        "path", ["d": SVGPalette.marker(index, x: place.x, y: place.y, size: 7), "fill": color],
        tip: tip(series, point))
    }
    svg.end()
  }

  private func tip(_ series: Chart.Series, _ point: Chart.Point) -> String {
    let place: String
    switch chart.xQuantity {
    case .category:
      let index = Int(nearest: point.x, in: 0...max(0, chart.categories.count - 1))
      place = chart.categories.indices.contains(index) ? chart.categories[index] : ""
    case .time:
      let moment = point.x >= 0 && point.x < 3.2e18 ? Int64(point.x) : 0
      place = ChartPlaces.labels([.datetime(moment)]).joined()
    case .number: place = ChartNumberText.text(point.x)
    case .timespan:
      let unit = ChartTimespanText.Unit(for: point.x)
      place = unit.text(
        point.x, decimals: ChartNumberText.decimals(for: [point.x / unit.ticks]))
    }
    let (decimals, unit) = TextChart(chart).valueForm([point.y])
    let value = TextChart(chart).valueText(point.y, decimals: decimals, unit: unit)
    return "\(series.name), \(place): \(value)"
  }

  private func thinned(_ series: Chart.Series, _ layout: SVGLayout) -> [Chart.Point] {
    let columns = Int(nearest: layout.right - layout.left, in: 1...10_000)
    return PointThinning.thinned(series.points, over: layout.x, columns: columns)
  }

  private func clamped(_ fraction: Double) -> Double {
    fraction.isFinite ? min(max(fraction, 0), 1) : 0
  }

  /// The parts of a series without gaps: the line above and the line of zero below.
  private func runs(
    of series: Chart.Series, _ layout: SVGLayout
  ) -> [(top: [(Double, Double)], bottom: [(Double, Double)])] {
    var runs: [(top: [(Double, Double)], bottom: [(Double, Double)])] = []
    var isOpen = false
    let zero = clamped(layout.y.fraction(of: 0))
    for point in thinned(series, layout) {
      let (fx, fy) = (layout.x.fraction(of: point.x), layout.y.fraction(of: point.y))
      guard fx.isFinite, fy.isFinite, fx >= -1e-9, fx <= 1 + 1e-9 else {
        isOpen = false
        continue
      }
      if !isOpen { runs.append(([], [])) }
      isOpen = true
      runs[runs.count - 1].top.append((fx, clamped(fy)))
      runs[runs.count - 1].bottom.append((fx, zero))
    }
    return runs
  }

  private func fill(
    _ run: (top: [(Double, Double)], bottom: [(Double, Double)]), _ index: Int,
    _ layout: SVGLayout, _ svg: inout SVGText, opacity: String
  ) {
    let outline = (run.top + run.bottom.reversed()).map { layout.place($0.0, $0.1) }
    guard outline.count > 2 else { return }
    let path = outline.map { "\(SVGText.number($0.x)) \(SVGText.number($0.y))" }
    svg.shape(
      "path",
      [
        "d": "M" + path.joined(separator: "L") + "Z", "fill": SVGPalette.color(index),
        "fill-opacity": opacity,
      ], tip: chart.series.indices.contains(index) ? chart.series[index].name : "")
  }
}

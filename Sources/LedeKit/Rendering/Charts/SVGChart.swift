/// Draws a chart as a picture in SVG.
///
/// The same chart gives the same bytes. The picture says in words what it shows (`title`, `desc`), and
/// each mark its value.
package struct SVGChart {
  package struct Size: Hashable, Sendable {
    package var width: Double
    package var height: Double

    package init(width: Double = 800, height: Double = 450) {
      // Beyond these the labels would lie on each other, or the numbers be none.
      self.width = width.isFinite ? min(max(width, 240), 10_000) : 800
      self.height = height.isFinite ? min(max(height, 160), 10_000) : 450
    }
  }

  let chart: Chart
  let size: Size

  package init(_ chart: Chart, size: Size = Size()) {
    self.chart = chart
    self.size = size
  }

  /// The picture: one `svg` element.
  package func bytes() -> [UInt8] {
    var layout = SVGLayout(chart, size: size)
    var body = SVGText()
    guard !chart.isEmpty else {
      layout.setHeight(160)
      body.element(
        "text",
        [
          "x": SVGText.number(layout.size.width / 2), "y": "90", "text-anchor": "middle",
          "fill": SVGPalette.faint,
        ], text: chart.notes.last ?? "Nothing to draw: there is no value.")
      return layout.page(body)
    }
    switch chart.form {
    case .bars, .shares: bars(&layout, &body)
    case .columns: columns(layout, &body)
    case .lines: lines(layout, &body)
    case .areas: areas(layout, &body)
    case .points: points(layout, &body)
    case .cards: cards(&layout, &body)
    case .strips: strips(&layout, &body)
    }
    return layout.page(body)
  }

  /// A page with the picture in it.
  package func htmlPage() -> [UInt8] {
    var title = SVGText()
    title.element("title", text: chart.heading)
    return Array("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n".utf8)
      + Array("<meta name=\"viewport\" content=\"width=device-width\">\n".utf8) + title.bytes
      + Array("</head>\n<body style=\"margin:1em\">\n".utf8) + bytes()
      + Array("</body>\n</html>\n".utf8)
  }
}

extension Chart {
  /// The title, or words in place of one: `n by speaker`.
  var heading: String {
    if let title, !title.isEmpty { return title }
    let what = yTitle.isEmpty ? series.map(\.name).joined(separator: ", ") : yTitle
    if form == .cards { return cards.map(\.name).joined(separator: ", ") }
    if form == .strips { return "Dispersion plot" }
    return xTitle.isEmpty || what.isEmpty ? what + xTitle : "\(what) by \(xTitle)"
  }

  /// What the picture shows, for those who do not see it.
  var summary: String {
    if form == .cards {
      return cards.map { "\($0.name): \($0.value)" }.joined(separator: "; ") + "."
    }
    if form == .strips {
      let places = strips.map { strip in
        "\(strip.label): \(grouped(strip.positions.count { $0 >= 0 && $0 <= 1 }))"
      }
      return "Dispersion plot, places from the beginning to the end: "
        + places.prefix(50).joined(separator: "; ") + "."
    }
    let kinds: [Form: String] = [
      .bars: "Bar chart", .columns: "Column chart", .lines: "Line chart", .areas: "Area chart",
      .points: "Scatter chart", .shares: "Bars with shares",
    ]
    let points = series.flatMap(\.points).map(\.y).filter(\.isFinite)
    var text = "\(kinds[form] ?? "Chart"): \(counted(points.count, "value"))"
    if series.count > 1 {
      text += " in \(series.count) series (" + series.map(\.name).joined(separator: ", ") + ")"
    }
    if !xTitle.isEmpty { text += " by \(xTitle)" }
    if let low = points.min(), let high = points.max() {
      let isSpan = yQuantity == .timespan
      let unit = ChartTimespanText.Unit(for: max(abs(low), abs(high)))
      func words(_ value: Double) -> String {
        isSpan
          ? unit.text(value, decimals: ChartNumberText.decimals(for: [value / unit.ticks]))
          : ChartNumberText.text(value)
      }
      text += ", from \(words(low)) to \(words(high))"
    }
    return ([text + "."] + notes).joined(separator: " ")
  }
}

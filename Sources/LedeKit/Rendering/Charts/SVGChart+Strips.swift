/// Strips with a stroke for each place.
extension SVGChart {
  func strips(_ layout: inout SVGLayout, _ svg: inout SVGText) {
    let shown = Array(chart.strips.prefix(200))
    let pitch = 30.0
    layout.setHeight(layout.top + pitch * Double(shown.count) + 32)
    let labels = shown.map { SVGLayout.cut($0.label, to: size.width * 0.35) }
    let left = (labels.map { SVGLayout.width(of: $0) }.max() ?? 0) + 24
    let counts = shown.map { grouped($0.positions.count { $0 >= 0 && $0 <= 1 }) }
    let room = max(
      20, layout.right - left - (counts.map { SVGLayout.width(of: $0) }.max() ?? 0) - 8)
    for (row, strip) in shown.enumerated() {
      let top = layout.top + Double(row) * pitch
      svg.element(
        "text",
        ["x": SVGText.number(left - 8), "y": SVGText.number(top + 15.5), "text-anchor": "end"],
        text: labels[row])
      svg.element(
        "rect",
        [
          "x": SVGText.number(left), "y": SVGText.number(top), "width": SVGText.number(room),
          "height": "22", "fill": "#f2f2f2",
        ])
      // Places on one pixel are one stroke.
      var columns: Set<Int> = []
      for position in strip.positions where position >= 0 && position <= 1 {
        columns.insert(Int(nearest: position * room, in: 0...10_000))
      }
      let path = columns.sorted().map {
        "M\(SVGText.number(left + Double($0))) \(SVGText.number(top))v22"
      }
      if !path.isEmpty {
        svg.shape(
          "path",
          ["d": path.joined(), "stroke": SVGPalette.color(0), "stroke-width": "1.5"],
          tip: "\(strip.label): \(counts[row])")
      }
      svg.element(
        "text",
        [
          "x": SVGText.number(left + room + 8), "y": SVGText.number(top + 15.5),
          "fill": SVGPalette.faint,
        ], text: counts[row])
    }
    for place in [0, 0.5, 1] {
      svg.element(
        "text",
        [
          "x": SVGText.number(left + place * room),
          "y": SVGText.number(layout.top + pitch * Double(shown.count) + 12),
          "text-anchor": "middle", "fill": SVGPalette.faint,
        ], text: "\(Int(place * 100))%")
    }
    noteOnHidden(chart.strips.count - shown.count, at: layout.size.height - 6, &svg)
  }
}

/// Values alone, each over its name.
extension SVGChart {
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
}

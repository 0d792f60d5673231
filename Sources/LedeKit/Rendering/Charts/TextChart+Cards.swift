/// Values alone, each in a box over its name.
extension TextChart {
  func cards() -> TextCanvas {
    let boxes = chart.cards.map { card in
      (glyphs.fitted(card.value, to: width - 6), glyphs.fitted(card.name, to: width - 6))
    }
    var rows: [[(CellText, CellText)]] = [[]]
    var used = 0
    for box in boxes {
      let needed = Self.boxWidth(box)
      if used > 0, used + needed > width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(box)
      used += needed + 1
    }
    var canvas = TextCanvas(width: width, height: rows.count * 4)
    for (row, boxes) in rows.enumerated() {
      var column = 0
      for box in boxes {
        draw(box, on: &canvas, row: row * 4, column: column)
        column += Self.boxWidth(box) + 1
      }
    }
    return canvas
  }

  // MARK: - Implementation

  private static func boxWidth(_ box: (CellText, CellText)) -> Int {
    max(box.0.width, box.1.width, 8) + 6
  }

  private func draw(
    _ box: (value: CellText, name: CellText), on canvas: inout TextCanvas, row: Int, column: Int
  ) {
    let width = Self.boxWidth(box)
    for (offset, ends) in [(0, [0, 1]), (3, [3, 2])] {
      for inner in 1..<width - 1 {
        canvas.set(glyphs.horizontal, row: row + offset, column: column + inner, look: .dim)
      }
      canvas.set(glyphs.box[ends[0]], row: row + offset, column: column, look: .dim)
      canvas.set(glyphs.box[ends[1]], row: row + offset, column: column + width - 1, look: .dim)
    }
    for offset in 1...2 {
      for side in [0, width - 1] {
        canvas.set(glyphs.vertical, row: row + offset, column: column + side, look: .dim)
      }
    }
    let value = box.value
    canvas.put(value, row: row + 1, column: column + (width - value.width) / 2, look: .bold)
    canvas.put(box.name, row: row + 2, column: column + (width - box.name.width) / 2)
  }
}

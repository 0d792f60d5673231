/// Bars from the bottom up, side by side.
extension TextChart {
  /// - Parameters:
  ///   - notes: takes what is left out.
  ///   - total: places of the whole chart, where it was cut before; nil for its own.
  /// - Returns: The picture.
  func columns(_ notes: inout [String], of total: Int? = nil) -> TextCanvas {
    let total = total ?? chart.categories.count + chart.hiddenPlaces
    // What finds no room does not stretch the axis.
    let perColumn = chart.isStacked ? 1 : max(1, chart.series.count)
    let most = max(1, (width - 4) / perColumn)
    if chart.categories.count > most {
      return TextChart(chart.prefix(most), options: options).columns(&notes, of: total)
    }
    let isShare = chart.isStacked && chart.stacking == .stacked100
    let perPlace = perColumn
    var slot = 1
    var shown = 0
    let count = chart.categories.count
    var plot = TextPlot(
      self, scale: isShare ? .shares : nil,
      columns: { room in
        // A blank between places, where there is room for it, and room for long labels.
        let label = chart.categories.prefix(100).map { CellText($0).width }.max() ?? 0
        let most = max(12 * perPlace + 2, min(label + 2, 30))
        slot = max(perPlace, min(room / max(1, count), most))
        shown = min(count, max(1, room / slot))
        return slot * shown
      })
    if shown < total {
      notes.append(more(total - shown, hint: ", for want of room"))
    }
    let gap = slot > perPlace ? max(1, min(slot - perPlace, slot / 5)) : 0
    let width = max(1, min((slot - gap) / perPlace, 12))
    let margin = max(gap / 2, (slot - width * perPlace) / 2)
    let values = chart.series.map { Array(chart.values(of: $0).prefix(shown)) }
    let (decimals, unit) = valueForm(values.flatMap { $0 })
    plot.drawZeroLine()
    for place in 0..<shown {
      let start = plot.left + place * slot + margin
      if chart.isStacked {
        drawStack(&plot, values.map { $0[place] }, columns: start..<start + width)
        continue
      }
      for series in values.indices {
        let value = values[series][place]
        let first = start + series * width
        drawColumn(&plot, from: 0, to: value, series: series, columns: first..<first + width)
        guard perPlace == 1, value.isFinite else { continue }
        let text = CellText(valueText(value, decimals: decimals, unit: unit))
        if text.width < slot {
          putValue(text, &plot, value, middle: first + width / 2)
        }
      }
    }
    plot.drawXAxis(
      (0..<shown).map { place in
        (place * slot + margin + (width * perPlace) / 2, columnLabel(place, slot, shown))
      })
    return plot.canvas
  }

  /// Cells filled from one value to another, in eighths.
  func drawColumn(
    _ plot: inout TextPlot, from: Double, to: Double, series: Int, columns: Range<Int>
  ) {
    let scale = plot.y
    guard to.isFinite else { return }
    let lowest = scale.isLogarithmic ? 0 : min(max(scale.fraction(of: from), 0), 1)
    let place = scale.fraction(of: to)
    guard place.isFinite else { return }
    let total = plot.rows * 8
    let first = Int(nearest: lowest * Double(total), in: 0...total)
    var last = Int(nearest: min(max(place, 0), 1) * Double(total), in: 0...total)
    if from == 0, to > 0, last == first, place > 0 { last = min(total, first + 1) }
    for (up, glyph) in filled(first, last, series) {
      for column in columns {
        plot.canvas.set(glyph, row: plot.row(up: up), column: column, look: .series(series))
      }
    }
  }

  /// The parts of a place on top of each other.
  func drawStack(_ plot: inout TextPlot, _ values: [Double], columns: Range<Int>) {
    for part in ChartStack(values, in: chart).parts where part.from != part.to {
      drawColumn(&plot, from: part.from, to: part.to, series: part.series, columns: columns)
    }
  }

  // MARK: - Implementation

  /// The cells between two heights in eighths, with their signs.
  private func filled(_ first: Int, _ last: Int, _ series: Int) -> [(Int, String)] {
    let isFine = series == 0 && !glyphs.isASCII
    var cells: [(Int, String)] = []
    if last >= first {
      let start = (first + 4) / 8
      let end = isFine ? last / 8 : (last + 4) / 8
      for up in start..<max(start, end) { cells.append((up, glyphs.fill(series))) }
      if isFine, last % 8 > 0, end >= start {
        cells.append((end, glyphs.lower(eighths: last % 8)))
      } else if end <= start, last > first, first % 8 == 0 {
        cells.append((start, glyphs.isASCII ? "." : glyphs.lower(eighths: 1)))
      }
    } else {
      // Down from zero, in halves of cells.
      let start = (first + 4) / 8 - 1
      let halves = max(1, (first - last + 2) / 4)
      for cell in 0..<halves / 2 { cells.append((start - cell, glyphs.fill(series))) }
      if halves % 2 == 1 {
        cells.append((start - halves / 2, isFine ? glyphs.upperHalf : glyphs.fill(series)))
      }
    }
    return cells
  }

  /// The value over its column, or under it where it is below zero.
  private func putValue(_ text: CellText, _ plot: inout TextPlot, _ value: Double, middle: Int) {
    let place = min(max(plot.y.fraction(of: value), 0), 1)
    guard place.isFinite else { return }
    let eighths = Int(nearest: place * Double(plot.rows) * 8, in: 0...plot.rows * 8)
    var up = (eighths + 7) / 8
    if value < 0, !plot.y.isLogarithmic {
      let zero = Int(
        nearest: min(max(plot.y.fraction(of: 0), 0), 1) * Double(plot.rows) * 8,
        in: 0...plot.rows * 8)
      up = filled(zero, eighths, 0).map(\.0).min().map { $0 - 1 } ?? -1
    }
    let column = min(max(plot.left, middle - text.width / 2), plot.canvas.width - text.width)
    // Under the lowest row stands the axis.
    guard up >= 0, up <= plot.rows else { return }
    plot.canvas.put(text, row: plot.row(up: up), column: column)
  }

  /// The label of a place, cut to its room where all can have one.
  private func columnLabel(_ place: Int, _ slot: Int, _ shown: Int) -> String {
    let label = chart.categories[place]
    let isOrdered = chart.categories.allSatisfy {
      $0.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    }
    guard slot >= 6, !isOrdered, shown > 1 else { return label }
    return String(decoding: glyphs.fitted(label, to: slot - 1).bytes, as: UTF8.self)
  }
}

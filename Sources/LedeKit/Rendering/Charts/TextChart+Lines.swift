/// Lines through points, and points alone.
extension TextChart {
  func lines(_ notes: inout [String]) -> TextCanvas {
    var plot = TextPlot(self)
    let x = xScale(plot.columns)
    plot.drawZeroLine()
    var dots = DotCanvas(columns: plot.columns, rows: plot.rows, isASCII: glyphs.isASCII)
    var marks: [Mark] = []
    for (index, series) in chart.series.enumerated() {
      let points = PointThinning.thinned(series.points, over: x, columns: dots.width)
      draw(points, series: index, x, plot.y, &dots)
      marks += self.marks(on: points, series: index, x, plot, dots)
    }
    dots.draw(on: &plot)
    for mark in marks {
      plot.canvas.set(
        glyphs.marker(mark.series), row: plot.row(up: mark.up), column: plot.left + mark.column,
        look: .series(mark.series))
    }
    plot.drawXAxis(xTicks(x, plot.columns))
    return plot.canvas
  }

  func points(_ notes: inout [String]) -> TextCanvas {
    var plot = TextPlot(self)
    let x = xScale(plot.columns)
    plot.drawZeroLine()
    let count = chart.series.reduce(0) { $0 + $1.points.count }
    // Many points of one kind are told apart better as dots than as signs.
    let isFine = chart.series.count == 1 && count > plot.columns * 2 && !glyphs.isASCII
    var dots = DotCanvas(columns: plot.columns, rows: plot.rows, isASCII: !isFine)
    for (index, series) in chart.series.enumerated() {
      for point in series.points {
        let (fx, fy) = (x.fraction(of: point.x), plot.y.fraction(of: point.y))
        guard ChartSegment.isInside(fx, fy) else { continue }
        let dot = dots.dot(fx, fy)
        if isFine {
          dots.set(dot, series: index)
        } else {
          let (column, up) = dots.cell(dot)
          plot.canvas.set(
            glyphs.marker(index), row: plot.row(up: up), column: plot.left + column,
            look: .series(index))
        }
      }
    }
    if isFine { dots.draw(on: &plot) }
    plot.drawXAxis(xTicks(x, plot.columns))
    return plot.canvas
  }

  // MARK: - The x axis

  /// The x axis over so many columns.
  func xScale(_ columns: Int) -> AxisScale {
    if chart.xQuantity == .category { return AxisScale(categories: chart.categories) }
    return AxisScale(chart.xDemand, limit: max(2, columns / (chart.xQuantity == .time ? 12 : 10)))
  }

  func xTicks(_ scale: AxisScale, _ columns: Int) -> [(column: Int, label: String)] {
    scale.ticks.compactMap { tick in
      let place = scale.fraction(of: tick.value)
      guard place >= -1e-9, place <= 1 + 1e-9 else { return nil }
      return (Int(nearest: place * Double(columns - 1), in: 0...columns - 1), tick.label)
    }
  }

  /// Draws lines between points that follow each other; what is no number leaves a gap.
  func draw(
    _ points: [Chart.Point], series: Int, _ x: AxisScale, _ y: AxisScale, _ dots: inout DotCanvas
  ) {
    var previous: (x: Double, y: Double)?
    for point in points {
      let place = (x: x.fraction(of: point.x), y: y.fraction(of: point.y))
      guard place.x.isFinite, place.y.isFinite else {
        previous = nil
        continue
      }
      if let part = ChartSegment(start: previous ?? place, end: place).clipped {
        dots.line(
          dots.dot(part.start.x, part.start.y), dots.dot(part.end.x, part.end.y), series: series)
      }
      previous = place
    }
  }

  // MARK: - Implementation

  private struct Mark {
    var series: Int
    var column: Int
    var up: Int
  }

  /// Where the sign of a series stands: on each point where there are few, else at some distance.
  private func marks(
    on points: [Chart.Point], series: Int, _ x: AxisScale, _ plot: TextPlot, _ dots: DotCanvas
  ) -> [Mark] {
    let isAlone = chart.series.count == 1
    let isSparse = points.count <= plot.columns / 5
    guard !isAlone || isSparse else { return [] }
    let distance = isSparse ? 1 : max(6, plot.columns / 8)
    var next = isSparse ? 0 : series * 2 % distance
    var marks: [Mark] = []
    for point in points {
      let (fx, fy) = (x.fraction(of: point.x), plot.y.fraction(of: point.y))
      guard ChartSegment.isInside(fx, fy) else { continue }
      let (column, up) = dots.cell(dots.dot(fx, fy))
      guard column >= next else { continue }
      marks.append(Mark(series: series, column: column, up: up))
      next = column + distance
    }
    return marks
  }
}

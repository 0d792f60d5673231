/// Areas between a line and zero: one filled, or several on top of each other.
///
/// Several that are not stacked would hide each other and are drawn as lines.
extension TextChart {
  func areas(_ notes: inout [String]) -> TextCanvas {
    guard chart.isStacked || chart.series.count == 1 else { return lines(&notes) }
    let isShare = chart.isStacked && chart.stacking == .stacked100
    var plot = TextPlot(self, scale: isShare ? .shares : nil)
    let x = xScale(plot.columns)
    plot.drawZeroLine()
    let heights = chart.series.map {
      ColumnHeights(of: $0.points, over: x, columns: plot.columns, isMean: chart.isStacked).values
    }
    for column in 0..<plot.columns {
      let cells = plot.left + column..<plot.left + column + 1
      guard chart.isStacked else {
        if let value = heights.first?[column] {
          drawColumn(&plot, from: 0, to: value, series: 0, columns: cells)
        }
        continue
      }
      drawStack(&plot, heights.map { $0[column] }, columns: cells)
    }
    plot.drawXAxis(xTicks(x, plot.columns))
    return plot.canvas
  }
}

/// The height of an area over each column of a picture; not a number where there is none.
///
/// Points that share a column give the one farthest from zero, or their mean where areas are stacked;
/// columns between points lie on the line through these.
struct ColumnHeights {
  private(set) var values: [Double]

  /// - Complexity: O(*n* + columns).
  init(of points: [Chart.Point], over scale: AxisScale, columns: Int, isMean: Bool) {
    values = [Double](repeating: .nan, count: columns)
    var counts = [Double](repeating: 0, count: columns)
    var gaps: Set<Int> = []
    for point in points {
      let place = scale.fraction(of: point.x)
      guard place >= -1e-9, place <= 1 + 1e-9 else { continue }
      let column = Int(nearest: place * Double(columns - 1), in: 0...columns - 1)
      guard point.y.isFinite else {
        gaps.insert(column)
        continue
      }
      counts[column] += 1
      if counts[column] == 1 {
        values[column] = point.y
      } else if isMean {
        values[column] += (point.y - values[column]) / counts[column]
      } else if abs(point.y) > abs(values[column]) {
        values[column] = point.y
      }
    }
    var last: Int?
    for column in 0..<columns {
      if gaps.contains(column), !values[column].isFinite {
        last = nil
      } else if values[column].isFinite {
        if let last { fill(from: last, to: column) }
        last = column
      }
    }
  }

  private mutating func fill(from: Int, to: Int) {
    guard to > from + 1 else { return }
    let step = (values[to] - values[from]) / Double(to - from)
    for column in from + 1..<to { values[column] = values[from] + step * Double(column - from) }
  }
}

/// Points left out where a picture cannot show them.
///
/// Of the points that share a column of the picture, the first, the last, the lowest and the highest
/// stay, so that the line drawn through them covers the same columns (Jugel and others, "M4: A
/// Visualization-Oriented Time Series Data Aggregation", 2014).
enum PointThinning {
  /// - Parameters:
  ///   - points: by ascending `x`.
  ///   - scale: the x axis.
  ///   - columns: columns of the picture.
  /// - Returns: at most four points a column; all of them where there are not more.
  /// - Complexity: O(*n*).
  static func thinned(_ points: [Chart.Point], over scale: AxisScale, columns: Int) -> [Chart.Point]
  {
    guard points.count > 4 * columns, columns > 0 else { return points }
    var result: [Chart.Point] = []
    var column = Int.min
    var kept: (first: Int, low: Int, high: Int, last: Int)?
    func flush() {
      guard let four = kept else { return }
      for index in Set([four.first, four.low, four.high, four.last]).sorted() {
        result.append(points[index])
      }
    }
    var gap: Int?
    for (index, point) in points.enumerated() {
      guard point.y.isFinite else {
        gap = index
        continue
      }
      // The column that the picture draws it in.
      let place = Int(nearest: scale.fraction(of: point.x) * Double(columns - 1), in: -1...columns)
      if place != column {
        flush()
        // A gap is kept where it is as wide as a column.
        if let gap, place > column + 1 { result.append(points[gap]) }
        gap = nil
        column = place
        kept = (index, index, index, index)
      } else if let four = kept {
        kept = (
          four.first, point.y < points[four.low].y ? index : four.low,
          point.y > points[four.high].y ? index : four.high, index
        )
      }
    }
    flush()
    return result
  }
}

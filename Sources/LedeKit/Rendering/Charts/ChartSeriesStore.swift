import Columns

/// The points of a chart by series, as they come, and how they become those that are drawn.
struct ChartSeriesStore: Sendable {
  private struct Identity: Hashable, Sendable {
    var key: String
    var value: Int
  }

  private var identities: [Identity] = []
  private var indices: [Identity: Int] = [:]
  private var points: [[Chart.Point]] = []
  private var pointCount = 0
  private var leftOut = 0
  private static let pointLimit = 2_000_000
  private static let heldSeriesLimit = 1_000
  /// Series beyond those held, whose names are not kept.
  private var hasMoreSeries = false

  mutating func add(_ point: Chart.Point, key: String, value: Int) {
    guard pointCount < Self.pointLimit else {
      leftOut += 1
      return
    }
    let identity = Identity(key: key, value: value)
    let index: Int
    if let known = indices[identity] {
      index = known
    } else {
      guard identities.count < Self.heldSeriesLimit else {
        hasMoreSeries = true
        return
      }
      index = identities.count
      indices[identity] = index
      identities.append(identity)
      points.append([])
    }
    points[index].append(point)
    pointCount += 1
  }

  /// Puts the series and their places into the chart, with notes on what is left out.
  ///
  /// - Parameters:
  ///   - chart: takes them; its form and quantities are known.
  ///   - names: the names of the columns of values.
  ///   - places: the places that points without a measure stand at.
  ///   - keepsKeys: false where keys that tell nothing apart are dropped: each place has one.
  ///   - accumulates: whether each value is the sum of those before it.
  func fill(
    _ chart: inout Chart, names: [String], places: ChartPlaces, keepsKeys: Bool, accumulates: Bool
  ) {
    var all = zip(identities, points).map { identity, points in
      Chart.Series(name: name(identity, of: names), points: points)
    }
    if !keepsKeys, chart.xQuantity == .category { all = merged(all, names: names) }
    order(&all, places: places, in: &chart)
    if accumulates { all = all.map(Self.accumulated) }
    dropLesser(&all, from: &chart)
    chart.series = all
    if leftOut > 0 { chart.notes.append("\(counted(leftOut, "more point")) left out.") }
    chart.hiddenPlaces = places.leftOut
    if places.leftOut > 0, chart.form != .bars, chart.form != .columns {
      chart.notes.append("\(counted(places.leftOut, "more row")) left out.")
    }
    if places.missing > 0 {
      chart.notes.append(
        "\(counted(places.missing, "row")) without a value for '\(chart.xTitle)' left out.")
    }
    noteOnLogarithms(&chart)
  }

  // MARK: - Implementation

  private func name(_ identity: Identity, of names: [String]) -> String {
    let column = names.indices.contains(identity.value) ? names[identity.value] : ""
    if identity.key.isEmpty { return column }
    return names.count > 1 ? "\(identity.key): \(column)" : identity.key
  }

  /// One series a column where the keys tell no points at one place apart.
  private func merged(_ all: [Chart.Series], names: [String]) -> [Chart.Series] {
    var result = names.map { Chart.Series(name: $0, points: []) }
    var seen: Set<[Int]> = []
    for (identity, series) in zip(identities, all) {
      for point in series.points {
        let place = Int(nearest: point.x, in: 0...Int(Int32.max))
        guard result.indices.contains(identity.value),
          seen.insert([identity.value, place]).inserted
        else { return all }
        result[identity.value].points.append(point)
      }
    }
    return result
  }

  /// Sorts places where they have an order, and points by their place; values of one series at one
  /// place are summed where there is room for one alone.
  private func order(_ all: inout [Chart.Series], places: ChartPlaces, in chart: inout Chart) {
    if chart.xQuantity == .category {
      var order = Array(places.values.indices)
      if chart.form != .bars, chart.form != .shares, places.areOrdered {
        let numbers = places.values.map { ChartCell.number($0) }
        order.sort { (numbers[$0], $0) < (numbers[$1], $1) }
      }
      chart.categories = ChartPlaces.labels(order.map { places.values[$0] })
      var newPlace = [Double](repeating: 0, count: order.count)
      for (place, old) in order.enumerated() { newPlace[old] = Double(place) }
      for index in all.indices {
        for point in all[index].points.indices {
          let old = Int(nearest: all[index].points[point].x, in: 0...max(0, order.count - 1))
          if newPlace.indices.contains(old) { all[index].points[point].x = newPlace[old] }
        }
      }
    }
    guard chart.form != .points else { return }
    let isSummed = chart.xQuantity == .category || chart.isStacked || chart.form == .areas
    for index in all.indices {
      all[index].points = Self.sorted(all[index].points, isSummed: isSummed)
    }
  }

  private static func sorted(_ points: [Chart.Point], isSummed: Bool) -> [Chart.Point] {
    let isSorted = zip(points, points.dropFirst()).allSatisfy { $0.x <= $1.x }
    // The sort of the standard library is stable.
    let sorted = isSorted ? points : points.sorted { $0.x < $1.x }
    guard isSummed else { return sorted }
    var result: [Chart.Point] = []
    result.reserveCapacity(sorted.count)
    for point in sorted {
      if let last = result.last, last.x == point.x {
        if !last.y.isFinite {
          result[result.count - 1].y = point.y
        } else if point.y.isFinite {
          result[result.count - 1].y += point.y
        }
      } else {
        result.append(point)
      }
    }
    return result
  }

  private static func accumulated(_ series: Chart.Series) -> Chart.Series {
    var series = series
    var sum = 0.0
    for index in series.points.indices where series.points[index].y.isFinite {
      sum = min(max(sum + series.points[index].y, -1e300), 1e300)
      series.points[index].y = sum
    }
    return series
  }

  /// Keeps the largest series, in their order.
  private func dropLesser(_ all: inout [Chart.Series], from chart: inout Chart) {
    guard all.count > Chart.seriesLimit else { return }
    let sizes = all.map { $0.points.reduce(0) { $0 + ($1.y.isFinite ? abs($1.y) : 0) } }
    let kept = Set(
      all.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }.prefix(Chart.seriesLimit))
    let lesser = all.count - kept.count
    all = all.indices.filter(kept.contains).map { all[$0] }
    let more =
      hasMoreSeries
      ? "over \(grouped(lesser)) smaller series"
      : counted(
        lesser, "smaller series", plural: "smaller series")
    chart.notes.append("The \(Chart.seriesLimit) largest series are drawn, \(more) left out.")
  }

  private func noteOnLogarithms(_ chart: inout Chart) {
    guard chart.hasLogarithmicY, !chart.isStacked else { return }
    let count = chart.series.reduce(0) { $0 + $1.points.count { $0.y <= 0 } }
    if count > 0 {
      chart.notes.append("\(counted(count, "value")) not above 0 left out of a logarithmic axis.")
    }
  }
}

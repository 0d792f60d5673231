/// The values that the axes of a chart have to show.
extension Chart {
  /// What the y axis shows; bars, columns and areas stand on zero.
  package var yDemand: AxisScale.Demand {
    var demand = AxisScale.Demand()
    demand.quantity = yQuantity
    demand.bounds = yBounds
    demand.isLogarithmic = hasLogarithmicY && !isStacked
    demand.isWhole = isWhole
    demand.isWidened = true
    let range = isStacked ? stackedRange : valueRange
    demand.range = demand.isLogarithmic ? positiveRange(\.y) : range
    switch form {
    case .bars, .columns, .areas, .shares, .cards, .strips: demand.includesZero = true
    case .lines, .points:
      // Lines begin at zero too, unless that would press them flat.
      if let range = demand.range {
        let (low, high) = (abs(range.lowerBound), abs(range.upperBound))
        let isFar = min(low, high) > 0.7 * max(low, high)
        demand.includesZero = !(isFar && (range.lowerBound > 0) == (range.upperBound > 0))
      }
    }
    return demand
  }

  package var xDemand: AxisScale.Demand {
    var demand = AxisScale.Demand()
    demand.quantity = xQuantity
    demand.bounds = xBounds
    demand.isLogarithmic = hasLogarithmicX && xQuantity != .time
    demand.isWidened = form == .points
    demand.range = demand.isLogarithmic ? positiveRange(\.x) : range(\.x)
    demand.isWhole =
      xQuantity == .number
      && series.allSatisfy { $0.points.allSatisfy { $0.x == $0.x.rounded() } }
    if let range = demand.range, range.lowerBound == range.upperBound, !demand.isLogarithmic,
      xQuantity == .number
    {
      // One place alone stands in the middle.
      let margin = max(1, abs(range.lowerBound) * 0.1)
      demand.range = range.lowerBound - margin...range.upperBound + margin
    }
    return demand
  }

  // MARK: - Implementation

  private var valueRange: ClosedRange<Double>? { range(\.y) }

  private func range(_ side: KeyPath<Point, Double>) -> ClosedRange<Double>? {
    span(
      of: series.lazy.flatMap(\.points).filter { $0.y.isFinite && $0.x.isFinite }.map {
        $0[keyPath: side]
      })
  }

  private func positiveRange(_ side: KeyPath<Point, Double>) -> ClosedRange<Double>? {
    span(
      of: series.lazy.flatMap(\.points).filter { $0.y.isFinite && $0[keyPath: side] > 0 }.map {
        $0[keyPath: side]
      })
  }

  /// From the lowest to the highest end of the stacks.
  private var stackedRange: ClosedRange<Double>? {
    if stacking == .stacked100 { return 0...1 }
    var sums: [Double: (below: Double, above: Double)] = [:]
    for series in series {
      for point in series.points where point.y.isFinite {
        if point.y < 0 {
          sums[point.x, default: (0, 0)].below += point.y
        } else {
          sums[point.x, default: (0, 0)].above += point.y
        }
      }
    }
    guard let all = span(of: sums.values.flatMap { [$0.below, $0.above] }) else { return nil }
    return all
  }

  private func span(of values: some Sequence<Double>) -> ClosedRange<Double>? {
    var lowest = Double.infinity
    var highest = -Double.infinity
    for value in values where value.isFinite {
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    return lowest <= highest ? lowest...highest : nil
  }
}

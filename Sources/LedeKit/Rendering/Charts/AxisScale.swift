import Glibc

/// One axis: from values to places on it, and the ticks that are written.
package struct AxisScale: Sendable {
  package struct Tick: Hashable, Sendable {
    package var value: Double
    package var label: String
  }

  package let lower: Double
  package let upper: Double
  package let isLogarithmic: Bool
  package let ticks: [Tick]

  /// The place of a value, 0 at the lower end and 1 at the upper; not a number for what has none.
  package func fraction(of value: Double) -> Double {
    if isLogarithmic {
      guard value > 0 else { return .nan }
      return (log10(value) - log10(lower)) / (log10(upper) - log10(lower))
    }
    return (value - lower) / (upper - lower)
  }

  // MARK: - Making scales

  /// What an axis has to show.
  package struct Demand: Sendable {
    package var quantity = ChartQuantity.number
    /// The least and the greatest value; nil where there is none.
    package var range: ClosedRange<Double>?
    package var bounds = ChartPresentation.Bounds()
    package var isLogarithmic = false
    /// Whether fractions mean nothing.
    package var isWhole = false
    /// Whether the axis goes on to the next tick at both ends.
    package var isWidened = false
    /// Whether zero is part of it.
    package var includesZero = false
  }

  /// The scale for that, with about `limit` ticks.
  package init(_ demand: Demand, limit: Int) {
    if demand.isLogarithmic, demand.quantity != .category,
      let scale = Self.logarithmic(demand, limit: limit)
    {
      self = scale
      return
    }
    var (lower, upper) = Self.ends(demand)
    let isTime = demand.quantity == .time
    // The step stays what it was when the ends move to the next tick.
    var fixedStep: Double?
    func linear(_ lower: Double, _ upper: Double) -> LinearTicks {
      let isSpan = demand.quantity == .timespan
      return LinearTicks(
        from: lower, to: upper, limit: limit, isWhole: demand.isWhole,
        stepAtLeast: { least in
          fixedStep
            ?? (isSpan ? ChartTimespanText.step(atLeast: least) : LinearTicks.step(atLeast: least))
        })
    }
    if demand.isWidened, !isTime {
      let step = linear(lower, upper).step
      fixedStep = step
      if demand.bounds.lower == nil { lower = floor(lower / step + 1e-9) * step }
      if demand.bounds.upper == nil { upper = ceil(upper / step - 1e-9) * step }
    }
    if !(lower < upper) { upper = lower + max(1, abs(lower) * 1e-9) }
    let ticks: [Tick]
    switch demand.quantity {
    case .time:
      ticks = TimeTicks(from: lower, to: upper, limit: limit).ticks
    case .number:
      let marks = linear(lower, upper)
      let labels = ChartNumberText.ticks(marks.values, step: marks.step)
      ticks = zip(marks.values, labels).map { Tick(value: $0, label: $1) }
    case .timespan:
      let marks = linear(lower, upper)
      let unit = ChartTimespanText.Unit(for: max(abs(lower), abs(upper)))
      let decimals = ChartNumberText.decimals(for: marks.values.map { $0 / unit.ticks })
      ticks = marks.values.map { Tick(value: $0, label: unit.text($0, decimals: decimals)) }
    case .category:
      ticks = []
    }
    self.init(lower: lower, upper: upper, isLogarithmic: false, ticks: ticks)
  }

  /// Places from 0 to the last category, each with its label.
  package init(categories: [String]) {
    self.init(
      lower: 0, upper: Double(max(1, categories.count - 1)), isLogarithmic: false,
      ticks: categories.enumerated().map { Tick(value: Double($0), label: $1) })
  }

  /// Shares from 0 to all.
  package static let shares = AxisScale(
    lower: 0, upper: 1, isLogarithmic: false,
    ticks: [0, 0.25, 0.5, 0.75, 1].map { Tick(value: $0, label: "\(Int($0 * 100))%") })

  // MARK: - Implementation

  private init(lower: Double, upper: Double, isLogarithmic: Bool, ticks: [Tick]) {
    self.lower = lower
    self.upper = upper
    self.isLogarithmic = isLogarithmic
    self.ticks = ticks
  }

  /// The ends before they are widened; the upper one is greater.
  private static func ends(_ demand: Demand) -> (Double, Double) {
    var lower = demand.range?.lowerBound ?? 0
    var upper = demand.range?.upperBound ?? 1
    if demand.includesZero || (lower == upper && demand.quantity == .number) {
      lower = min(lower, 0)
      upper = max(upper, 0)
    }
    let fixed = demand.bounds
    // Bounds that leave nothing between them are no bounds.
    let lowest = fixed.lower ?? lower
    let highest = fixed.upper ?? upper
    if lowest < highest {
      (lower, upper) = (lowest, highest)
    } else if fixed.upper == nil, fixed.lower != nil {
      (lower, upper) = (lowest, lowest + 1)
    } else if fixed.lower == nil, fixed.upper != nil {
      (lower, upper) = (highest - 1, highest)
    }
    if !(lower < upper) {
      let margin = demand.quantity == .time ? 864_000_000_000 : max(1, abs(lower) * 1e-9)
      (lower, upper) = (lower - (demand.quantity == .time ? margin : 0), upper + margin)
    }
    return (lower, upper)
  }

  /// Whole powers of ten around the values; nil where none is above zero.
  private static func logarithmic(_ demand: Demand, limit: Int) -> AxisScale? {
    let least = demand.bounds.lower.flatMap { $0 > 0 ? $0 : nil } ?? demand.range?.lowerBound ?? 1
    let most = demand.bounds.upper.flatMap { $0 > 0 ? $0 : nil } ?? demand.range?.upperBound ?? 10
    guard least > 0, most >= least, most.isFinite else { return nil }
    let first = Int(nearest: floor(log10(least) + 1e-9), in: -320...310)
    let last = max(first + 1, Int(nearest: ceil(log10(most) - 1e-9), in: -320...310))
    let skip = max(1, (last - first + max(1, limit) - 1) / max(1, limit))
    let isDense = (last - first) * 3 <= limit
    var values: [Double] = []
    for exponent in stride(from: first, through: last, by: skip) {
      for factor in isDense && exponent < last ? [1.0, 2, 5] : [1.0] {
        values.append(factor * pow(10, Double(exponent)))
      }
    }
    let lower = demand.bounds.lower.flatMap { $0 > 0 ? $0 : nil } ?? pow(10, Double(first))
    let upper = demand.bounds.upper.flatMap { $0 > 0 ? $0 : nil } ?? pow(10, Double(last))
    guard lower > 0, lower < upper, upper.isFinite else { return nil }
    let unit = ChartTimespanText.Unit(for: least)
    let ticks = values.filter { $0 >= lower * 0.999 && $0 <= upper * 1.001 }.map { value in
      let shown = demand.quantity == .timespan ? value / unit.ticks : value
      let label = ChartNumberText.text(shown)
      return Tick(
        value: value, label: demand.quantity == .timespan ? "\(label) \(unit.name)" : label)
    }
    return AxisScale(lower: lower, upper: upper, isLogarithmic: true, ticks: ticks)
  }
}

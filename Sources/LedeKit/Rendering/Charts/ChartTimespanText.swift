import Columns

/// Lengths of time as charts write them, in one unit: `90 min`, `1.5 h`, `12 d`.
package enum ChartTimespanText {
  /// A unit in which values of that size are read with ease.
  package struct Unit: Hashable, Sendable {
    package var ticks: Double
    package var name: String

    package init(for largest: Double) {
      let units: [(Int64, String)] = [
        (Ticks.perDay, "d"), (Ticks.perHour, "h"), (Ticks.perMinute, "min"),
        (Ticks.perSecond, "s"), (Ticks.perMillisecond, "ms"),
      ]
      // Up to 120 minutes or 48 hours the smaller unit reads better.
      let fitting = units.first { abs(largest) >= 2 * Double($0.0) } ?? (Ticks.perMillisecond, "ms")
      (ticks, name) = (Double(fitting.0), fitting.1)
    }

    package func text(_ value: Double, decimals: Int) -> String {
      value == 0 ? "0" : ChartNumberText.text(value / ticks, decimals: decimals) + " " + name
    }
  }

  /// Steps in which a length of time is counted: 1, 2, 5 … of milliseconds and seconds, parts of
  /// minutes and hours, days.
  package static func step(atLeast least: Double) -> Double {
    let fixed: [Int64] =
      [1, 2, 5, 10, 20, 50, 100, 200, 500].map { $0 * Ticks.perMillisecond }
      + [1, 2, 5, 10, 15, 30].map { $0 * Ticks.perSecond }
      + [1, 2, 5, 10, 15, 30].map { $0 * Ticks.perMinute }
      + [1, 2, 3, 6, 12].map { $0 * Ticks.perHour }
    if let step = fixed.first(where: { Double($0) >= least }) { return Double(step) }
    return LinearTicks.step(atLeast: least / Double(Ticks.perDay)) * Double(Ticks.perDay)
  }
}

/// What an axis counts.
package enum ChartQuantity: Hashable, Sendable {
  case number
  /// Moments, in 100 ns steps since 0001-01-01T00:00 UTC.
  case time
  /// Lengths of time, in 100 ns steps.
  case timespan
  /// Places one beside the other, counted from 0.
  case category
}

extension Int {
  /// The whole number nearest to a value, brought into the range; the lower end for what is no
  /// number.
  init(nearest value: Double, in range: ClosedRange<Int>) {
    let rounded = value.rounded()
    if rounded >= Double(range.upperBound) {
      self = range.upperBound
    } else if rounded > Double(range.lowerBound) {
      self = Int(rounded)
    } else {
      self = range.lowerBound
    }
  }
}

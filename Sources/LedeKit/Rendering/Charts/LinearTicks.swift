import Glibc

/// Round numbers at even distances: multiples of 1, 2 or 5 times a power of ten.
package struct LinearTicks: Sendable {
  /// In ascending order, at least one where the range is one.
  package private(set) var values: [Double] = []
  package let step: Double

  /// The multiples of the finest such step of which at most `limit` fit between the bounds.
  ///
  /// - Parameters:
  ///   - lower: the lower bound.
  ///   - upper: the upper bound, not less.
  ///   - limit: how many steps there may be.
  ///   - isWhole: whether fractions mean nothing.
  ///   - stepAtLeast: the least step of that size or more that reads well.
  package init(
    from lower: Double, to upper: Double, limit: Int, isWhole: Bool = false,
    stepAtLeast: (Double) -> Double = LinearTicks.step(atLeast:)
  ) {
    let distance = (upper - lower) / Double(max(1, limit))
    let step = stepAtLeast(isWhole ? max(1, distance) : distance)
    self.step = step
    guard step.isFinite, step > 0 else {
      values = [lower]
      return
    }
    // A hair more than the bounds, as 0.1 × 3 is more than 0.3.
    let first = ceil(lower / step - 1e-9)
    let last = floor(upper / step + 1e-9)
    guard first <= last, abs(first) < 1e15, abs(last) < 1e15 else { return }
    for index in 0...Int(nearest: last - first, in: 0...1000) {
      values.append((first + Double(index)) * step)
    }
  }

  /// The least of 1, 2 and 5 times a power of ten that is not less.
  package static func step(atLeast least: Double) -> Double {
    guard least > 0, least.isFinite else { return 1 }
    let power = pow(10, floor(log10(least)))
    guard power > 0, power.isFinite else { return least }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
  }
}

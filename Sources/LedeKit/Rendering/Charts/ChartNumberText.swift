import Columns
import Glibc

/// Numbers as charts write them: thousands grouped, digits as many as tell values apart.
package enum ChartNumberText {
  /// Digits after the point that values need to be told apart, at most three digits in all where
  /// they are not exact with fewer.
  package static func decimals(for values: some Sequence<Double>) -> Int {
    var largest = 0.0
    var needed = 0
    for value in values where value.isFinite {
      largest = max(largest, abs(value))
      while needed < 9, !isExact(value, decimals: needed) { needed += 1 }
    }
    guard largest > 0 else { return 0 }
    let sensible = 2 - Int(nearest: floor(log10(largest)), in: -400...400)
    return min(needed, max(0, min(9, sensible)))
  }

  /// A value with so many digits after the point: `1,213`, `-0.25`; `1.2e18` where it is huge, and
  /// likewise where it is not 0 and those digits would show 0.
  package static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return RealText.string(value) }
    let scale = pow(10, Double(decimals))
    let scaled = (abs(value) * scale).rounded()
    if abs(value) >= 1e15 || scaled >= 9e15 || (scaled == 0 && value != 0) {
      return scientific(value)
    }
    let units = Int(scaled)
    let power = Int(scale)
    let sign = value < 0 && units > 0 ? "-" : ""
    let whole = sign + grouped(units / power)
    guard decimals > 0 else { return whole }
    let fraction = String(units % power)
    return whole + "." + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
  }

  /// The value with as many digits as it needs, four at most after the point.
  package static func text(_ value: Double) -> String {
    text(value, decimals: decimals(for: CollectionOfOne(value)))
  }

  /// The labels of ticks a step apart: all with the same digits, in millions and above with a letter.
  package static func ticks(_ values: [Double], step: Double) -> [String] {
    let largest = values.map { abs($0) }.max() ?? 0
    let units: [(size: Double, letter: String)] = [(1e12, "T"), (1e9, "B"), (1e6, "M")]
    // 2,000,000 is as easy to read as 2M, and 20,000,000 is not.
    let unit = units.first { largest >= $0.size * 10 && step >= $0.size / 100 } ?? (1, "")
    if largest >= 1e15 || (step < 1e-6 && step > 0) { return values.map(scientific) }
    let step = step / unit.size
    var decimals = 0
    while decimals < 9, !isExact(step, decimals: decimals) { decimals += 1 }
    return values.map {
      $0 == 0 ? "0" : text($0 / unit.size, decimals: decimals) + unit.letter
    }
  }

  /// Shares of a whole, all with the same digits: `60%`, or `12.5%` where not all are whole.
  package static func shares(_ fractions: [Double]) -> [String] {
    let percents = fractions.map { $0 * 100 }
    let decimals = min(1, Self.decimals(for: percents))
    return percents.map { percent in
      guard percent.isFinite else { return "" }
      if percent > 0, percent < 0.05 { return "<0.1%" }
      return text(percent, decimals: decimals) + "%"
    }
  }

  // MARK: - Implementation

  private static func isExact(_ value: Double, decimals: Int) -> Bool {
    let scaled = abs(value) * pow(10, Double(decimals))
    return scaled >= 1e15 || abs(scaled - scaled.rounded()) <= scaled * 1e-9
  }

  private static func scientific(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var exponent = Int(nearest: floor(log10(abs(value))), in: -400...400)
    // Two steps: ten to the -400th is 0.
    var mantissa = value / pow(10, Double(exponent / 2)) / pow(10, Double(exponent - exponent / 2))
    if abs(mantissa) >= 9.995 {
      mantissa /= 10
      exponent += 1
    }
    let digits = text(mantissa, decimals: decimals(for: CollectionOfOne(mantissa)))
    return "\(digits)e\(exponent)"
  }
}

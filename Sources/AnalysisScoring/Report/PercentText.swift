/// Shares as percentages with a fixed number of decimals.
enum PercentText {
  /// 100 times the share, rounded to the nearest; what lies just between two goes to the even one.
  ///
  /// Exact, as C's `printf` rounds: the product is taken as it is in binary.
  /// - Parameters:
  ///   - share: not negative, below 10¹⁰.
  ///   - decimals: at most 3.
  /// - Returns: The percentage without its sign.
  static func string(_ share: Double, decimals: Int) -> String {
    let value = 100 * share
    guard value.isFinite, value >= 0, value < 1e12 else { return "-" }
    let scale: UInt64 = [1, 10, 100, 1000][min(max(decimals, 0), 3)]
    let scaled = round(value, scale: scale)
    guard scale > 1 else { return String(scaled) }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: max(0, decimals - fraction.utf8.count))
    return "\(scaled / scale).\(zeros)\(fraction)"
  }

  /// The same, and a dash where there is no share.
  static func string(_ share: Double?, decimals: Int) -> String {
    share.map { string($0, decimals: decimals) } ?? "-"
  }

  // MARK: - Implementation

  /// `value` times `scale` as a whole number, ties to even.
  private static func round(_ value: Double, scale: UInt64) -> UInt64 {
    guard value > 0 else { return 0 }
    // value = significand · 2^exponent with a whole significand of at most 53 bits.
    let exponent = Int(value.exponent) - Double.significandBitCount
    let significand = value.significandBitPattern | (1 << UInt64(Double.significandBitCount))
    // At most 53 + 10 bits; below 2⁻⁶⁴ of a unit the value rounds to nothing.
    let product = significand * scale
    if exponent >= 0 { return product << UInt64(exponent) }
    let shift = UInt64(-exponent)
    guard shift < 64 else { return 0 }
    let quotient = product >> shift
    let rest = product & ((1 << shift) - 1)
    let half: UInt64 = 1 << (shift - 1)
    return rest > half || (rest == half && quotient & 1 == 1) ? quotient + 1 : quotient
  }
}

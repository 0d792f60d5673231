/// Exact arithmetic to 34 digits; what does not fit is rounded half to even after the point, and nil
/// before it.
extension DecimalValue {
  package static let digitLimit = 34
  /// 10³⁴: mantissas are below it.
  package static let mantissaLimit: Int128 = 10_000_000_000_000_000_000_000_000_000_000_000
  package static let zero = DecimalValue(mantissa: 0, scale: 0)

  package init(_ value: Int64) { self.init(mantissa: Int128(value), scale: 0) }

  /// The number that `mantissa` divided by ten to the `scale` is, brought within 34 digits; nil if
  /// it is too large.
  package init?(rounding mantissa: Int128, scale: Int) {
    var (mantissa, scale) = (mantissa, scale)
    while scale < 0 {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow, product.magnitude < Self.mantissaLimit.magnitude || mantissa == 0 else {
        return nil
      }
      mantissa = product
      scale = mantissa == 0 ? 0 : scale + 1
    }
    var excess = max(0, scale - Self.digitLimit)
    while Self.quotient(mantissa, excess).magnitude >= Self.mantissaLimit.magnitude { excess += 1 }
    guard excess <= scale else { return nil }
    self.init(mantissa: Self.roundedQuotient(mantissa, excess), scale: scale - excess)
    if self.mantissa.magnitude >= Self.mantissaLimit.magnitude {
      guard self.scale > 0 else { return nil }
      self = DecimalValue(mantissa: self.mantissa / 10, scale: self.scale - 1)
    }
  }

  package var negated: DecimalValue { DecimalValue(mantissa: 0 - mantissa, scale: scale) }

  package var magnitude: DecimalValue { mantissa < 0 ? negated : self }

  package func adding(_ other: DecimalValue) -> DecimalValue? {
    var (a, b) = (self, other)
    if a.scale < b.scale { swap(&a, &b) }
    let shift = a.scale - b.scale
    // Both sides below 10³⁴: a shift of four digits still fits 128 bits.
    var scaled = b.mantissa
    var done = 0
    while done < shift, scaled.magnitude < Self.mantissaLimit.magnitude * 100 {
      scaled *= 10
      done += 1
    }
    let rest = shift - done
    guard rest > 0 else { return DecimalValue(rounding: a.mantissa + scaled, scale: a.scale) }
    // `b` is so large that the last digits of `a` are beyond the 34th.
    let shortened = Self.roundedQuotient(a.mantissa, rest)
    return DecimalValue(rounding: shortened + scaled, scale: a.scale - rest)
  }

  package func subtracting(_ other: DecimalValue) -> DecimalValue? { adding(other.negated) }

  package func multiplied(by other: DecimalValue) -> DecimalValue? {
    let (a, b) = (normalized, other.normalized)
    let isNegative = (a.mantissa < 0) != (b.mantissa < 0)
    var (high, low) = a.mantissa.magnitude.multipliedFullWidth(by: b.mantissa.magnitude)
    var scale = a.scale + b.scale
    var dropped: UInt128 = 0
    var isSticky = false
    // Digits beyond what 128 bits hold are dropped one by one, the last of them kept for rounding.
    while high > 0 || low >= Self.mantissaLimit.magnitude {
      guard scale > 0 else { return nil }
      isSticky = isSticky || dropped != 0
      (high, low, dropped) = Self.dividedByTen(high: high, low: low)
      scale -= 1
    }
    if dropped > 5 || (dropped == 5 && (isSticky || low % 2 == 1)) { low += 1 }
    let mantissa = Int128(low)
    return DecimalValue(rounding: isNegative ? 0 - mantissa : mantissa, scale: scale)
  }

  /// The quotient to 34 digits; nil when dividing by zero.
  package func divided(by other: DecimalValue) -> DecimalValue? {
    let (a, b) = (normalized, other.normalized)
    guard b.mantissa != 0 else { return nil }
    let isNegative = (a.mantissa < 0) != (b.mantissa < 0)
    let divisor = b.mantissa.magnitude
    var (quotient, remainder) = a.mantissa.magnitude.quotientAndRemainder(dividingBy: divisor)
    var scale = a.scale - b.scale
    while scale < 0 || (remainder != 0 && scale < Self.digitLimit) {
      guard quotient < Self.mantissaLimit.magnitude / 10 else { break }
      let step = (remainder * 10).quotientAndRemainder(dividingBy: divisor)
      quotient = quotient * 10 + step.quotient
      remainder = step.remainder
      scale += 1
    }
    let twice = remainder * 2
    if twice > divisor || (twice == divisor && quotient % 2 == 1) { quotient += 1 }
    let mantissa = Int128(quotient)
    return DecimalValue(rounding: isNegative ? 0 - mantissa : mantissa, scale: scale)
  }

  /// What remains after dividing to a whole number, with the sign of this number; nil by zero.
  package func remainder(dividingBy other: DecimalValue) -> DecimalValue? {
    guard let quotient = divided(by: other) else { return nil }
    let whole = quotient.truncated
    return other.multiplied(by: whole).flatMap { subtracting($0) }
  }

  /// Without the digits after the point.
  package var truncated: DecimalValue {
    DecimalValue(mantissa: Self.quotient(mantissa, scale), scale: 0)
  }

  /// The largest whole number that is not above this.
  package var floor: DecimalValue {
    let whole = truncated
    return mantissa < 0 && whole != self
      ? DecimalValue(mantissa: whole.mantissa - 1, scale: 0) : whole
  }

  /// With so many digits after the point, half to even; negative scales round before the point.
  package func rounded(toScale target: Int) -> DecimalValue? {
    guard target < scale else { return self }
    return DecimalValue(
      rounding: Self.roundedQuotient(mantissa, scale - target), scale: target)
  }

  /// The nearest real number.
  package var real: Double {
    var bytes: [UInt8] = []
    DecimalText.append(self, to: &bytes)
    return bytes.withUnsafeBufferPointer { RealText.parse($0) } ?? .nan
  }

  // MARK: - Implementation

  private static func powerOfTen(_ exponent: Int) -> Int128? {
    guard exponent <= 38 else { return nil }
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// `mantissa` divided by ten to the `digits`, towards zero.
  private static func quotient(_ mantissa: Int128, _ digits: Int) -> Int128 {
    powerOfTen(digits).map { mantissa / $0 } ?? 0
  }

  private static func roundedQuotient(_ mantissa: Int128, _ digits: Int) -> Int128 {
    guard digits > 0 else { return mantissa }
    guard let power = powerOfTen(digits) else { return 0 }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: power)
    let half = power.magnitude / 2
    guard remainder.magnitude > half || (remainder.magnitude == half && quotient % 2 != 0) else {
      return quotient
    }
    return mantissa < 0 ? quotient - 1 : quotient + 1
  }

  private static func dividedByTen(
    high: UInt128, low: UInt128
  ) -> (high: UInt128, low: UInt128, remainder: UInt128) {
    let (highQuotient, highRest) = high.quotientAndRemainder(dividingBy: 10)
    let (lowQuotient, rest) = UInt128(10).dividingFullWidth((highRest, low))
    return (highQuotient, lowQuotient, rest)
  }
}

extension DecimalValue: Comparable {
  package static func < (a: DecimalValue, b: DecimalValue) -> Bool {
    let (wholeA, wholeB) = (a.truncated.mantissa, b.truncated.mantissa)
    if wholeA != wholeB { return wholeA < wholeB }
    return a.fraction < b.fraction
  }

  /// The digits after the point as a multiple of 10⁻³⁴.
  private var fraction: Int128 {
    guard let power = Self.powerOfTen(scale),
      let shift = Self.powerOfTen(Self.digitLimit - scale)
    else { return 0 }
    return mantissa % power * shift
  }
}

/// A decimal number of up to 36 digits: `mantissa` times ten to the power `exponent`.
///
/// Results that need more are nil; nothing overflows.
struct DecimalNumber: Equatable {
  private(set) var mantissa: Int128
  private(set) var exponent: Int

  init(_ value: Int) {
    mantissa = Int128(value)
    exponent = 0
  }

  private init(mantissa: Int128, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Reads digits with commas and a decimal point; anything else is passed over.
  init?(digits: some Sequence<UInt8>) {
    mantissa = 0
    exponent = 0
    var isFraction = false
    for byte in digits {
      if byte == 0x2E { isFraction = true }
      guard byte &- 0x30 < 10 else { continue }
      guard mantissa < Int128(10).power(35) else { return nil }
      mantissa = mantissa * 10 + Int128(byte &- 0x30)
      if isFraction { exponent -= 1 }
    }
  }

  var isPositive: Bool { mantissa > 0 }
  /// The value where it is a whole number that fits.
  var integer: Int? {
    guard (0...18).contains(exponent) else { return nil }
    return Int(exactly: mantissa * Int128(10).power(exponent))
  }
  var negated: DecimalNumber { DecimalNumber(mantissa: -mantissa, exponent: exponent) }

  func times(powerOfTen power: Int) -> DecimalNumber {
    DecimalNumber(mantissa: mantissa, exponent: exponent + power)
  }

  func times(_ other: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    guard !overflow else { return nil }
    return DecimalNumber(mantissa: product, exponent: exponent + other.exponent)
  }

  func plus(_ other: DecimalNumber) -> DecimalNumber? {
    let low = min(exponent, other.exponent)
    guard let a = scaled(to: low), let b = other.scaled(to: low) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : DecimalNumber(mantissa: sum, exponent: low)
  }

  /// To fifteen places where it does not end.
  func divided(by other: DecimalNumber) -> DecimalNumber? {
    guard other.mantissa != 0 else { return nil }
    let (scaled, overflow) = mantissa.multipliedReportingOverflow(by: Int128(10).power(15))
    guard !overflow else { return nil }
    let half = other.mantissa / 2
    return DecimalNumber(
      mantissa: (scaled + (scaled < 0 ? -half : half)) / other.mantissa,
      exponent: exponent - other.exponent - 15)
  }

  /// Plain decimal notation without needless zeros.
  var description: String {
    guard mantissa != 0 else { return "0" }
    var mantissa = mantissa
    var exponent = exponent
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    let sign = mantissa < 0 ? "-" : ""
    let digits = String(mantissa.magnitude)
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: min(exponent, 400)) }
    let places = min(-exponent, 400)
    if digits.utf8.count > places {
      return sign + digits.dropLast(places) + "." + digits.suffix(places)
    }
    return sign + "0." + String(repeating: "0", count: places - digits.utf8.count) + digits
  }

  private func scaled(to low: Int) -> Int128? {
    guard exponent - low <= 36 else { return nil }
    let (result, overflow) = mantissa.multipliedReportingOverflow(
      by: Int128(10).power(exponent - low))
    return overflow ? nil : result
  }
}

extension Int128 {
  /// For exponents of 0 to 38.
  fileprivate func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for step in 0..<38 where step < exponent { result = result &* self }
    return result
  }
}

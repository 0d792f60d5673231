/// A decimal number: `mantissa` divided by ten to the `scale`, exact to 34 digits.
package struct DecimalValue: Sendable {
  package var mantissa: Int128
  /// Digits after the point, 0 to 34.
  package var scale: Int

  package init(mantissa: Int128, scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// The same number with no zeros at its end.
  package var normalized: DecimalValue {
    var result = self
    while result.scale > 0, result.mantissa % 10 == 0 {
      result.mantissa /= 10
      result.scale -= 1
    }
    return result
  }
}

extension DecimalValue: Hashable {
  package static func == (a: DecimalValue, b: DecimalValue) -> Bool {
    let (a, b) = (a.normalized, b.normalized)
    return a.mantissa == b.mantissa && a.scale == b.scale
  }

  package func hash(into hasher: inout Hasher) {
    let value = normalized
    hasher.combine(value.mantissa)
    hasher.combine(value.scale)
  }
}

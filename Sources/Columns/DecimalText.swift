/// The text form of decimals: `-12.50`, `1.5e3`.
package enum DecimalText {
  /// The number, rounded half to even to 34 digits; nil where the text is none or it is too large.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalValue? {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    let isNegative = cursor.take(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.take(UInt8(ascii: "+")) }
    var mantissa: Int128 = 0
    var scale = 0
    var hasDigits = false
    var isAfterPoint = false
    // The digit after the 34th and whether any later one counts: for rounding.
    var nextDigit: UInt8 = 0
    var isSticky = false
    var droppedCount = 0
    while true {
      let byte = cursor.next
      if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
      } else if byte.isASCIIDigit {
        hasDigits = true
        let digit = byte - UInt8(ascii: "0")
        if droppedCount == 0, mantissa < DecimalValue.mantissaLimit / 10 {
          mantissa = mantissa * 10 + Int128(digit)
          if isAfterPoint { scale += 1 }
        } else {
          if droppedCount == 0 { nextDigit = digit } else { isSticky = isSticky || digit > 0 }
          droppedCount += 1
          if !isAfterPoint { scale -= 1 }
        }
      } else {
        break
      }
      cursor.advance()
    }
    guard hasDigits, let exponent = parseExponent(&cursor) else { return nil }
    cursor.skipSpaces()
    guard cursor.isAtEnd else { return nil }
    if nextDigit > 5 || (nextDigit == 5 && (isSticky || mantissa % 2 != 0)) { mantissa += 1 }
    if mantissa == 0 { return .zero }
    return DecimalValue(rounding: isNegative ? 0 - mantissa : mantissa, scale: scale - exponent)
  }

  package static func parse(_ text: String) -> DecimalValue? { text.withUTF8Bytes { parse($0) } }

  /// Appends it with all digits of its scale (`1.20` stays `1.20`).
  package static func append(_ value: DecimalValue, to bytes: inout [UInt8]) {
    if value.mantissa < 0 { bytes.append(UInt8(ascii: "-")) }
    var digits: [UInt8] = []
    var rest = value.mantissa.magnitude
    while rest > 0 || digits.count <= value.scale {
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    while let digit = digits.popLast() {
      bytes.append(digit)
      if digits.count == value.scale, value.scale > 0 { bytes.append(UInt8(ascii: ".")) }
    }
  }

  package static func string(_ value: DecimalValue) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The exponent that may follow, 0 where there is none; nil where it is damaged or absurd.
  private static func parseExponent(_ cursor: inout ByteCursor) -> Int? {
    guard cursor.next | 0x20 == UInt8(ascii: "e") else { return 0 }
    cursor.advance()
    let isNegative = cursor.take(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.take(UInt8(ascii: "+")) }
    guard let value = cursor.takeDigits(atMost: 4)?.value else { return nil }
    return isNegative ? -Int(value) : Int(value)
  }
}

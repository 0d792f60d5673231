/// The text form of reals: the shortest that reads back as the same number (`1.0`, `0.1`, `1e+20`),
/// `NaN`, `Infinity`, `-Infinity`.
package enum RealText {
  /// The number, or nil where the text is none.
  ///
  /// Decimal digits, a point, an exponent; also `nan`, `inf` and `infinity` with a sign, in any
  /// case.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    let start = cursor.position
    let isNegative = cursor.take(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.take(UInt8(ascii: "+")) }
    if cursor.next.isASCIILetter { return parseName(&cursor, isNegative: isNegative) }
    var mantissa: UInt64 = 0
    var digitCount = 0
    var significantCount = 0
    var scale = 0
    var isAfterPoint = false
    while true {
      let byte = cursor.next
      if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
      } else if byte.isASCIIDigit {
        digitCount += 1
        if significantCount > 0 || byte != UInt8(ascii: "0") { significantCount += 1 }
        mantissa = mantissa &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
        if isAfterPoint { scale += 1 }
      } else {
        break
      }
      cursor.advance()
    }
    guard digitCount > 0 else { return nil }
    let hasExponent = cursor.next | 0x20 == UInt8(ascii: "e")
    if hasExponent {
      cursor.advance()
      if cursor.next == UInt8(ascii: "-") || cursor.next == UInt8(ascii: "+") { cursor.advance() }
      guard cursor.next.isASCIIDigit else { return nil }
      while cursor.next.isASCIIDigit { cursor.advance() }
    }
    let end = cursor.position
    cursor.skipSpaces()
    guard cursor.isAtEnd else { return nil }
    // Up to 15 digits and 10²² both are exact, and so is their quotient's rounding [Clinger 1990].
    if !hasExponent, significantCount <= 15, scale < powersOfTen.count {
      let value = Double(mantissa) / powersOfTen[scale]
      return isNegative ? -value : value
    }
    return Double(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  package static func parse(_ text: String) -> Double? { text.withUTF8Bytes { parse($0) } }

  package static func append(_ value: Double, to bytes: inout [UInt8]) {
    if value.isFinite {
      bytes.append(contentsOf: value.description.utf8)
    } else if value.isNaN {
      bytes.append(contentsOf: "NaN".utf8)
    } else {
      bytes.append(contentsOf: (value < 0 ? "-Infinity" : "Infinity").utf8)
    }
  }

  package static func string(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Implementation

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func parseName(_ cursor: inout ByteCursor, isNegative: Bool) -> Double? {
    let word = cursor.takeLetters()
    cursor.skipSpaces()
    guard cursor.isAtEnd else { return nil }
    if cursor.matches(word, "nan") { return .nan }
    guard cursor.matches(word, "inf") || cursor.matches(word, "infinity") else { return nil }
    return isNegative ? -.infinity : .infinity
  }
}

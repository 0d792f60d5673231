/// The text form of whole numbers: `-12`, `0xff`.
package enum IntegerText {
  /// The number, or nil where the text is none or does not fit 64 bits.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    let isNegative = cursor.take(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.take(UInt8(ascii: "+")) }
    let isHexadecimal =
      cursor.next == UInt8(ascii: "0") && cursor.peek(1) | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { cursor.advance(by: 2) }
    let base: UInt64 = isHexadecimal ? 16 : 10
    var magnitude: UInt64 = 0
    let start = cursor.position
    while let digit = digit(cursor.next), digit < base {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      magnitude = sum
      cursor.advance()
    }
    guard cursor.position > start else { return nil }
    cursor.skipSpaces()
    guard cursor.isAtEnd else { return nil }
    if isNegative {
      return magnitude == Int64.min.magnitude ? .min : Int64(exactly: magnitude).map { -$0 }
    }
    return Int64(exactly: magnitude)
  }

  package static func parse(_ text: String) -> Int64? { text.withUTF8Bytes { parse($0) } }

  package static func append(_ value: Int64, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    // In place: a slice that is reversed is copied.
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    if byte.isASCIIDigit { return UInt64(byte - UInt8(ascii: "0")) }
    let letter = byte | 0x20
    guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
    return UInt64(letter - UInt8(ascii: "a")) + 10
  }
}

/// The text form of guids: 32 hexadecimal digits as `8-4-4-4-12`, or without hyphens, perhaps in
/// braces or parentheses; written in lower case with hyphens.
package enum GuidText {
  /// The guid, or nil where the text is none.
  ///
  /// What follows the digits makes it none, as does a missing hyphen, unless `ignoresRest`
  /// (`toguid`).
  package static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, ignoresRest: Bool = false
  ) -> (high: UInt64, low: UInt64)? {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    let opening = cursor.next
    if opening == UInt8(ascii: "{") || opening == UInt8(ascii: "(") { cursor.advance() }
    var words: (high: UInt64, low: UInt64) = (0, 0)
    var count = 0
    var hyphenCount = 0
    while count < 32 {
      if cursor.next == UInt8(ascii: "-") {
        guard [8, 12, 16, 20].contains(count), cursor.peek(1) != UInt8(ascii: "-") else {
          return nil
        }
        hyphenCount += 1
        cursor.advance()
      }
      guard let digit = hexadecimalValue(cursor.next) else { return nil }
      if count < 16 {
        words.high = words.high << 4 | digit
      } else {
        words.low = words.low << 4 | digit
      }
      count += 1
      cursor.advance()
    }
    if ignoresRest { return words }
    guard hyphenCount == 0 || hyphenCount == 4 else { return nil }
    if opening == UInt8(ascii: "{"), !cursor.take(UInt8(ascii: "}")) { return nil }
    if opening == UInt8(ascii: "("), !cursor.take(UInt8(ascii: ")")) { return nil }
    cursor.skipSpaces()
    return cursor.isAtEnd ? words : nil
  }

  package static func parse(_ text: String) -> (high: UInt64, low: UInt64)? {
    text.withUTF8Bytes { parse($0) }
  }

  package static func append(high: UInt64, low: UInt64, to bytes: inout [UInt8]) {
    for index in 0..<32 {
      if index == 8 || index == 12 || index == 16 || index == 20 {
        bytes.append(UInt8(ascii: "-"))
      }
      let word = index < 16 ? high : low
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4)) & 15
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  package static func string(high: UInt64, low: UInt64) -> String {
    var bytes: [UInt8] = []
    append(high: high, low: low, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexadecimalValue(_ byte: UInt8) -> UInt64? {
    if byte.isASCIIDigit { return UInt64(byte - UInt8(ascii: "0")) }
    let letter = byte | 0x20
    guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
    return UInt64(letter - UInt8(ascii: "a")) + 10
  }
}

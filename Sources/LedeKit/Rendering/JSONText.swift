/// Text in the form of JSON (RFC 8259), on one line whatever it holds.
package enum JSONText {
  /// Appends a text as a JSON string.
  ///
  /// Quotes, backslashes and control characters are escaped, and U+0085, U+2028 and U+2029 too,
  /// which some readers take for line ends. Bytes that are not UTF-8 become U+FFFD.
  package static func appendQuoted(_ text: some Sequence<UInt8>, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    let bytes = text as? [UInt8] ?? Array(text)
    bytes.withUnsafeBufferPointer { append($0, escapingQuotes: true, to: &json) }
    json.append(UInt8(ascii: "\""))
  }

  /// Appends JSON as it is, except that what some readers take for a line end is escaped inside
  /// strings and a blank between values.
  package static func appendOnOneLine(_ text: [UInt8], to json: inout [UInt8]) {
    text.withUnsafeBufferPointer { append($0, escapingQuotes: false, to: &json) }
  }

  /// Whether the text is a number as JSON writes them.
  package static func isNumber(_ text: [UInt8]) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < text.count, text[index] >= 0x30, text[index] <= 0x39 { index += 1 }
      return index - start
    }
    if index < text.count, text[index] == UInt8(ascii: "-") { index += 1 }
    let whole = index
    let count = digits()
    guard count == 1 || (count > 1 && text[whole] != 0x30) else { return false }
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { return false }
    }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard digits() > 0 else { return false }
    }
    return index == text.count
  }

  // MARK: - Implementation

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, escapingQuotes: Bool, to json: inout [UInt8]
  ) {
    json.reserveCapacity(json.count + bytes.count + 2)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        if escapingQuotes, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          json.append(UInt8(ascii: "\\"))
        }
        json.append(byte)
        index += 1
      } else if byte < 0x80 {
        if escapingQuotes { appendControl(byte, to: &json) } else { json.append(0x20) }
        index += 1
      } else {
        let decoded = UTF8Scalar.decode(bytes, at: index)
        switch decoded.value {
        case 0x85, 0x2028, 0x2029:
          appendUnicodeEscape(decoded.value, to: &json)
        default:
          if decoded.isValid {
            for offset in index..<index + decoded.length { json.append(bytes[offset]) }
          } else {
            json.append(contentsOf: [0xEF, 0xBF, 0xBD])
          }
        }
        index += decoded.length
      }
    }
  }

  private static func appendControl(_ byte: UInt8, to json: inout [UInt8]) {
    switch byte {
    case 0x0A: json.append(contentsOf: "\\n".utf8)
    case 0x09: json.append(contentsOf: "\\t".utf8)
    case 0x0D: json.append(contentsOf: "\\r".utf8)
    case 0x08: json.append(contentsOf: "\\b".utf8)
    case 0x0C: json.append(contentsOf: "\\f".utf8)
    default: appendUnicodeEscape(UInt32(byte), to: &json)
    }
  }

  private static func appendUnicodeEscape(_ value: UInt32, to json: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    json.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] as [UInt32] { json.append(digits[Int(value >> shift & 0xF)]) }
  }
}

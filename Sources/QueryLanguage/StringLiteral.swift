/// The text that a string token stands for.
package enum StringLiteral {
  /// Takes prefix, quotes and escapes away; bytes that are not UTF-8 become replacement characters.
  static func decode(_ token: ArraySlice<UInt8>, isUnterminated: Bool) -> String {
    var content = token
    if let first = content.first, first | 0x20 == UInt8(ascii: "h") { content.removeFirst() }
    var isVerbatim = false
    if content.first == UInt8(ascii: "@") {
      isVerbatim = true
      content.removeFirst()
    }
    guard let quote = content.first else { return "" }
    if quote == UInt8(ascii: "`") || quote == UInt8(ascii: "~") {
      content = content.dropFirst(3)
      if !isUnterminated { content = content.dropLast(3) }
      return String(decoding: content, as: UTF8.self)
    }
    if quote >= 0x80 { return decodeTypographic(content, isUnterminated: isUnterminated) }
    content.removeFirst()
    if !isUnterminated { content = content.dropLast() }
    if isVerbatim { return undoubled(content, quote) }
    return unescaped(content)
  }

  /// The characters of the escape that begins at a backslash, and the offset after it; nil where
  /// it is none.
  static func escape(
    in bytes: ArraySlice<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard start + 1 < bytes.endIndex else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "n"): return ("\n", start + 2)
    case UInt8(ascii: "t"): return ("\t", start + 2)
    case UInt8(ascii: "r"): return ("\r", start + 2)
    case UInt8(ascii: "a"): return ("\u{07}", start + 2)
    case UInt8(ascii: "b"): return ("\u{08}", start + 2)
    case UInt8(ascii: "f"): return ("\u{0C}", start + 2)
    case UInt8(ascii: "v"): return ("\u{0B}", start + 2)
    case UInt8(ascii: "\\"): return ("\\", start + 2)
    case UInt8(ascii: "\""): return ("\"", start + 2)
    case UInt8(ascii: "'"): return ("'", start + 2)
    case UInt8(ascii: "u"): return codePoint(bytes, at: start + 2, digits: 4)
    case UInt8(ascii: "U"): return codePoint(bytes, at: start + 2, digits: 8)
    case UInt8(ascii: "x"): return codePoint(bytes, at: start + 2, digits: 2)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(bytes, at: start + 1)
    default: return nil
    }
  }

  /// A string in double quotes that decodes to `text`; control characters are escaped.
  package static func encode(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.properties.generalCategory == .control || scalar.value == 0x2028
          || scalar.value == 0x2029
        {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  // MARK: - Implementation

  private static func decodeTypographic(
    _ content: ArraySlice<UInt8>, isUnterminated: Bool
  ) -> String {
    var scalars = String(decoding: content, as: UTF8.self).unicodeScalars
    scalars.removeFirst()
    if !isUnterminated, !scalars.isEmpty { scalars.removeLast() }
    return unescaped(Array(String(scalars).utf8)[...])
  }

  private static func undoubled(_ content: ArraySlice<UInt8>, _ quote: UInt8) -> String {
    guard content.contains(quote) else { return String(decoding: content, as: UTF8.self) }
    var result: [UInt8] = []
    var index = content.startIndex
    while index < content.endIndex {
      result.append(content[index])
      index += content[index] == quote ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func unescaped(_ content: ArraySlice<UInt8>) -> String {
    guard content.contains(UInt8(ascii: "\\")) else {
      return String(decoding: content, as: UTF8.self)
    }
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      if content[index] == UInt8(ascii: "\\"), let escape = escape(in: content, at: index) {
        result.append(contentsOf: String(escape.scalar).utf8)
        index = escape.end
      } else {
        result.append(content[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func codePoint(
    _ bytes: ArraySlice<UInt8>, at start: Int, digits: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let value = hexadecimal(bytes, at: start, digits: digits) else { return nil }
    let end = start + digits
    if let scalar = Unicode.Scalar(value) { return (scalar, end) }
    // Two halves of a character beyond the first 65,536, as JSON and Java write it.
    guard (0xD800..<0xDC00).contains(value), end + 1 < bytes.endIndex,
      bytes[end] == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "u"),
      let low = hexadecimal(bytes, at: end + 2, digits: 4), (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return (scalar, end + 6)
  }

  private static func hexadecimal(
    _ bytes: ArraySlice<UInt8>, at start: Int, digits: Int
  ) -> UInt32? {
    guard start + digits <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + digits] {
      guard isHexDigit(byte) else { return nil }
      value = value << 4 | UInt32(isDigit(byte) ? byte - 0x30 : (byte | 0x20) - 0x57)
    }
    return value
  }

  private static func octal(
    _ bytes: ArraySlice<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var value: UInt32 = 0
    var end = start
    while end < bytes.endIndex, end < start + 3, bytes[end] >= 0x30, bytes[end] <= 0x37 {
      let next = value << 3 | UInt32(bytes[end] - 0x30)
      guard next < 256 else { break }
      value = next
      end += 1
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end)
  }
}

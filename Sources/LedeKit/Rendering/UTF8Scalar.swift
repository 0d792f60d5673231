/// One Unicode scalar read from UTF-8.
package struct UTF8Scalar {
  package var value: UInt32
  /// Bytes read, at least 1.
  package var length: Int
  /// False where the bytes are not UTF-8; `value` is then U+FFFD.
  package var isValid: Bool

  /// Reads the scalar at `index`; bytes that are not UTF-8 are taken one maximal part at a time, as
  /// Unicode's chapter 3.9 recommends.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UTF8Scalar {
    let first = bytes[index]
    if first < 0x80 { return UTF8Scalar(value: UInt32(first), length: 1, isValid: true) }
    let needed: Int
    var value: UInt32
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF:
      needed = 1
      value = UInt32(first & 0x1F)
    case 0xE0...0xEF:
      needed = 2
      value = UInt32(first & 0x0F)
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      needed = 3
      value = UInt32(first & 0x07)
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default:
      return UTF8Scalar(value: 0xFFFD, length: 1, isValid: false)
    }
    var length = 1
    while length <= needed {
      guard index + length < bytes.count else { break }
      let byte = bytes[index + length]
      guard byte >= low, byte <= high else { break }
      value = value << 6 | UInt32(byte & 0x3F)
      (low, high) = (0x80, 0xBF)
      length += 1
    }
    guard length == needed + 1 else {
      return UTF8Scalar(value: 0xFFFD, length: length, isValid: false)
    }
    return UTF8Scalar(value: value, length: length, isValid: true)
  }
}

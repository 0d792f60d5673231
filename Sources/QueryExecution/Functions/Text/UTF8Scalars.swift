/// Walking UTF-8 by code points.
///
/// Bytes that are no UTF-8 count as one code point U+FFFD each.
enum UTF8Scalars {
  /// The code point that begins at `index`, and how many bytes it takes.
  @inline(__always)
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    return decodeLong(bytes, at: index, first: first)
  }

  /// The code point that ends before `index`, which is above 0, and how many bytes it takes.
  static func decodeBackwards(
    _ bytes: UnsafeBufferPointer<UInt8>, before index: Int
  ) -> (scalar: UInt32, length: Int) {
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xc0 == 0x80 { start -= 1 }
    let (scalar, length) = decode(bytes, at: start)
    return start + length == index ? (scalar, length) : (0xfffd, 1)
  }

  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xc0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xe0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3f))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xf0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3f))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3f))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
    }
  }

  /// How many code points there are.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xc0 != 0x80 { count &+= 1 }
    return count
  }

  /// The byte offset of the code point with that number, from `start` on; the end if there are
  /// fewer.
  static func offset(
    ofScalar number: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int {
    var index = start
    var left = number
    while left > 0, index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xc0 == 0x80 { index += 1 }
      left -= 1
    }
    return index
  }

  // MARK: - Implementation

  private static func decodeLong(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, first: UInt8
  ) -> (scalar: UInt32, length: Int) {
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard first >= 0xc2, first <= 0xf4, index + length <= bytes.count else { return (0xfffd, 1) }
    var scalar = UInt32(first) & (0xff >> UInt32(length + 1))
    for position in index + 1..<index + length {
      let byte = bytes[position]
      guard byte & 0xc0 == 0x80 else { return (0xfffd, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3f)
    }
    return (scalar, length)
  }
}

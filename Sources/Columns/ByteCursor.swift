/// A reading position in UTF-8 bytes: what the text forms of values are parsed with.
package struct ByteCursor {
  package let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var position = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  package var isAtEnd: Bool { position >= bytes.count }

  /// The next byte, or 0 at the end.
  package var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// The byte `distance` after the next one, or 0 past the end.
  package func peek(_ distance: Int) -> UInt8 {
    let index = position + distance
    return index < bytes.count ? bytes[index] : 0
  }

  package mutating func advance(by count: Int = 1) {
    position = min(position + count, bytes.count)
  }

  package mutating func move(to position: Int) { self.position = position }

  /// Steps over that byte if it is next.
  package mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Steps over blanks, tabs and line ends; whether there were any.
  @discardableResult
  package mutating func skipSpaces() -> Bool {
    let start = position
    while position < bytes.count, bytes[position].isASCIISpace { position += 1 }
    return position > start
  }

  /// A run of 1 to `limit` decimal digits as a number, with how many they were.
  ///
  /// Nil where no digit is next, and where more than `limit` are.
  package mutating func takeDigits(atMost limit: Int) -> (value: Int64, count: Int)? {
    var value: Int64 = 0
    var count = 0
    while next.isASCIIDigit {
      guard count < min(limit, 18) else { return nil }
      value = value * 10 + Int64(next - UInt8(ascii: "0"))
      count += 1
      position += 1
    }
    return count > 0 ? (value, count) : nil
  }

  /// A run of ASCII letters.
  package mutating func takeLetters() -> Range<Int> {
    let start = position
    while next.isASCIILetter { position += 1 }
    return start..<position
  }

  /// Whether the bytes of `range` are that word, written in lower case, in any case.
  package func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    let pointer = word.utf8Start
    for (index, position) in range.enumerated()
    where bytes[position].asciiLowercased != pointer[index] {
      return false
    }
    return true
  }
}

extension UInt8 {
  package var isASCIIDigit: Bool { self &- 0x30 < 10 }
  package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  package var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0d) }
  package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  package var asciiUppercased: UInt8 { self &- 0x61 < 26 ? self & 0xdf : self }
}

extension String {
  /// Calls `body` with the string's UTF-8 bytes.
  package func withUTF8Bytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    var copy = self
    return try copy.withUTF8(body)
  }
}

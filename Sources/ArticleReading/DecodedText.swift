/// The bytes of a file as UTF-8, without a byte order mark.
package struct DecodedText: Sendable {
  package let utf8: [UInt8]
  package let encoding: TextEncoding
  /// The number of U+FFFD that stand for bytes which meant nothing.
  package let replacements: Int
  /// Where in the file the first of those bytes lies.
  package let firstReplacement: Int?
  /// How many bytes of the file stand before its text.
  package let markLength: Int

  /// Decodes a text file whose encoding is told from its bytes.
  ///
  /// Line ends stay as they are.
  /// - Complexity: O(*n*); bytes that are UTF-8 already are shared, not copied.
  package init(_ bytes: [UInt8]) {
    let (encoding, markLength) = TextEncoding.detect(bytes)
    self.init(bytes, encoding: encoding, markLength: markLength)
  }

  package init(_ bytes: [UInt8], encoding: TextEncoding, markLength: Int = 0) {
    self.encoding = encoding
    self.markLength = markLength
    switch encoding {
    case .utf8:
      let scan = UTF8Scan(bytes)
      replacements = scan.invalidSequences
      firstReplacement = scan.firstInvalid
      if scan.invalidSequences > 0 {
        utf8 = UTF8Scan.repaired(bytes, from: markLength)
      } else {
        utf8 = markLength == 0 ? bytes : Array(bytes[markLength...])
      }
    case .utf16LittleEndian, .utf16BigEndian:
      (utf8, replacements, firstReplacement) = Self.decodeUTF16(
        bytes, from: markLength, isLittleEndian: encoding == .utf16LittleEndian)
    case .latin1:
      (utf8, replacements, firstReplacement) = Self.decode(bytes, highControls: nil)
    case .windows1252:
      (utf8, replacements, firstReplacement) = Self.decode(
        bytes, highControls: Self.windows1252HighControls)
    }
  }

  // MARK: - Implementation

  private typealias Result = (utf8: [UInt8], replacements: Int, first: Int?)

  private static func decodeUTF16(
    _ bytes: [UInt8], from start: Int, isLittleEndian: Bool
  ) -> Result {
    var result: Result = ([], 0, nil)
    result.utf8.reserveCapacity(bytes.count / 2 + 16)
    func unit(at offset: Int) -> UInt32 {
      let first = UInt32(bytes[offset])
      let second = UInt32(bytes[offset + 1])
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    func replace(at offset: Int) {
      result.replacements += 1
      if result.first == nil { result.first = offset }
      append(0xFFFD, to: &result.utf8)
    }
    var offset = start
    while offset + 1 < bytes.count {
      let high = unit(at: offset)
      if high & 0xF800 != 0xD800 {
        append(high, to: &result.utf8)
      } else if high < 0xDC00, offset + 3 < bytes.count,
        unit(at: offset + 2) & 0xFC00 == 0xDC00
      {
        let low = unit(at: offset + 2)
        append(0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF), to: &result.utf8)
        offset += 2
      } else {
        replace(at: offset)
      }
      offset += 2
    }
    if offset < bytes.count { replace(at: offset) }
    return result
  }

  /// One byte a character; `highControls` says what 0x80 to 0x9F are where not control characters.
  private static func decode(_ bytes: [UInt8], highControls: [UInt16]?) -> Result {
    var result: Result = ([], 0, nil)
    result.utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      guard byte >= 0x80, byte < 0xA0, let highControls else {
        append(UInt32(byte), to: &result.utf8)
        continue
      }
      let scalar = UInt32(highControls[Int(byte) - 0x80])
      append(scalar, to: &result.utf8)
      if scalar == 0xFFFD {
        result.replacements += 1
        if result.first == nil { result.first = offset }
      }
    }
    return result
  }

  @inline(__always)
  private static func append(_ scalar: UInt32, to utf8: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: utf8.append(UInt8(scalar))
    case ..<0x800:
      utf8.append(UInt8(0xC0 | scalar >> 6))
      utf8.append(tail(0))
    case ..<0x10000:
      utf8.append(UInt8(0xE0 | scalar >> 12))
      utf8.append(tail(6))
      utf8.append(tail(0))
    default:
      utf8.append(UInt8(0xF0 | scalar >> 18))
      utf8.append(tail(12))
      utf8.append(tail(6))
      utf8.append(tail(0))
    }
  }

  /// 0x80 to 0x9F of Windows code page 1252; five of them stand for nothing.
  private static let windows1252HighControls: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}

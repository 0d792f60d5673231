/// What a look over bytes as UTF-8 finds.
struct UTF8Scan {
  /// The bytes after the first of whole characters, each of which a text in another encoding would
  /// have to hold by chance.
  ///
  /// A capital with an accent before a closing mark is left out: `É”` of Windows-1252 is a whole
  /// character as well.
  private(set) var witnesses = 0
  /// Maximal beginnings of characters that go wrong, each of which one U+FFFD replaces.
  private(set) var invalidSequences = 0
  private(set) var firstInvalid: Int?
  /// Whether the last bytes begin a character of which at least two bytes are there and right.
  private(set) var endsInsideCharacter = false

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let (length, isValid) = Self.character(in: bytes, at: offset)
        if !isValid {
          if firstInvalid == nil { firstInvalid = offset }
          invalidSequences += 1
          endsInsideCharacter = length >= 2 && offset + length == bytes.count
        } else if bytes[offset] >= 0x80, !Self.isAccentedCapitalAndMark(in: bytes, at: offset) {
          witnesses += length - 1
        }
        offset += length
      }
    }
  }

  /// The bytes as valid UTF-8, what is not replaced by U+FFFD as the Unicode Standard recommends
  /// (section 3.9, "maximal subpart"), from `start` on.
  static func repaired(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count - start + 64)
    bytes.withUnsafeBufferPointer { bytes in
      var copied = start
      var offset = start
      while offset < bytes.count {
        let (length, isValid) = character(in: bytes, at: offset)
        if !isValid {
          result.append(contentsOf: bytes[copied..<offset])
          result.append(contentsOf: [0xEF, 0xBF, 0xBD])
          copied = offset + length
        }
        offset += length
      }
      result.append(contentsOf: bytes[copied..<bytes.count])
    }
    return result
  }

  // MARK: - Implementation

  /// Whether the two bytes of a character are, in Windows-1252, a capital that words end in and a
  /// mark that may follow a word: an ellipsis, quotation mark, bullet or dash, `™`, a blank or `»`.
  private static func isAccentedCapitalAndMark(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Bool {
    // Â and Ã are what most other letters of UTF-8 begin with, and end no word of western texts.
    guard 0xC4...0xDF ~= bytes[offset], offset + 1 < bytes.count else { return false }
    switch bytes[offset + 1] {
    case 0x85, 0x91...0x97, 0x99, 0xA0, 0xBB: return true
    default: return false
    }
  }

  /// The length of the character at `offset`, or of its longest right beginning (at least 1).
  ///
  /// Eight ASCII bytes count as one step.
  @inline(__always)
  private static func character(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (length: Int, isValid: Bool) {
    let first = bytes[offset]
    if first < 0x80 {
      if offset + 8 <= bytes.count, let base = bytes.baseAddress {
        let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 { return (8, true) }
      }
      return (1, true)
    }
    let count: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, low) = (3, 0xA0)
    case 0xED: (count, high) = (3, 0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, low) = (4, 0x90)
    case 0xF4: (count, high) = (4, 0x8F)
    case 0xF1...0xF3: count = 4
    default: return (1, false)
    }
    var length = 1
    while length < count {
      guard offset + length < bytes.count, low...high ~= bytes[offset + length] else {
        return (length, false)
      }
      (low, high) = (0x80, 0xBF)
      length += 1
    }
    return (count, true)
  }
}

extension ArticleText {
  /// The range without the white space at its ends; empty, at its start, where it holds no other.
  package func trimmed(_ range: TextRange) -> TextRange { Self.trimmed(range, of: utf8) }

  /// The range without the white space at its ends; empty, at its start, where it holds no other.
  package static func trimmed(_ range: TextRange, of utf8: [UInt8]) -> TextRange {
    var start = range.start
    while start < range.end {
      let length = blankLength(in: utf8, at: start)
      guard length > 0 else { break }
      start += length
    }
    guard start < range.end else { return TextRange(range.start, range.start) }
    var end = range.end
    while end > start {
      var last = end - 1
      while last > start, utf8[last] & 0xC0 == 0x80 { last -= 1 }
      guard last + blankLength(in: utf8, at: last) == end else { break }
      end = last
    }
    return TextRange(start, end)
  }

  /// The bytes of the white space character that starts at `offset`; 0 where none does.
  ///
  /// White space as Unicode has it, and the space without width.
  @inline(__always)
  package static func blankLength(in utf8: [UInt8], at offset: Int) -> Int {
    let first = utf8[offset]
    if first < 0x80 { return first == 0x20 || 0x09...0x0D ~= first ? 1 : 0 }
    return wideBlankLength(in: utf8, at: offset)
  }

  // MARK: - Implementation

  private static func wideBlankLength(in utf8: [UInt8], at offset: Int) -> Int {
    func byte(_ index: Int) -> UInt8 { index < utf8.count ? utf8[index] : 0 }
    switch (utf8[offset], byte(offset + 1), byte(offset + 2)) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _): return 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }
}

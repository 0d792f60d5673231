import CUTF8Proc

/// How many columns of a terminal a text takes, counted by grapheme: an accent adds none, an emoji
/// of several scalars takes two.
package enum DisplayWidth {
  /// The width of a text that holds no control characters.
  package static func of(_ text: some Sequence<UInt8>) -> Int {
    let bytes = text as? [UInt8] ?? Array(text)
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = GraphemeScanner(bytes)
      var width = 0
      while let grapheme = scanner.next() { width += grapheme.width }
      return width
    }
  }

  package static func of(_ text: String) -> Int { of(Array(text.utf8)) }

  /// The width of one scalar that stands alone: 0 for marks and controls, 2 for wide ones.
  package static func ofScalar(_ value: UInt32) -> Int {
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    return max(0, Int(utf8proc_charwidth(utf8proc_int32_t(bitPattern: value))))
  }
}

/// Walks a text grapheme by grapheme (Unicode Standard Annex #29).
package struct GraphemeScanner {
  package struct Grapheme {
    package var start: Int
    package var end: Int
    /// Columns it takes in a terminal.
    package var width: Int
    /// Its first scalar.
    package var scalar: UInt32
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  package mutating func next() -> Grapheme? {
    guard index < bytes.count else { return nil }
    let start = index
    let first = bytes[index]
    // ASCII followed by ASCII is a grapheme of its own; CR LF are both made visible anyway.
    if first < 0x80, index + 1 == bytes.count || bytes[index + 1] < 0x80 {
      index += 1
      return Grapheme(
        start: start, end: index, width: first >= 0x20 && first != 0x7F ? 1 : 0,
        scalar: UInt32(first))
    }
    let head = UTF8Scalar.decode(bytes, at: index)
    index += head.length
    var width = DisplayWidth.ofScalar(head.value)
    var previous = head.value
    var state: utf8proc_int32_t = 0
    while index < bytes.count {
      let scalar = UTF8Scalar.decode(bytes, at: index)
      let breaks = utf8proc_grapheme_break_stateful(
        utf8proc_int32_t(bitPattern: previous), utf8proc_int32_t(bitPattern: scalar.value), &state)
      if breaks { break }
      // The emoji variation selector and the second half of a flag make the pair two wide.
      if scalar.value == 0xFE0F || (0x1F1E6...0x1F1FF).contains(scalar.value) {
        width = 2
      } else {
        width = max(width, DisplayWidth.ofScalar(scalar.value))
      }
      previous = scalar.value
      index += scalar.length
    }
    return Grapheme(start: start, end: index, width: width, scalar: head.value)
  }
}

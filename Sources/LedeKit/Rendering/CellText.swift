/// A cell's text as a terminal can show it on one row, with its width.
///
/// Control characters, line ends among them, are made visible, so that no text can move the cursor,
/// change colours or turn the direction of the rest of the line.
package struct CellText: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Columns of a terminal.
  package private(set) var width = 0
  /// Whether text was left out for lack of room; ``fitted(to:)`` marks it.
  private var isShortened = false

  /// The visible form of a text; reading stops once it is wider than `limit` columns.
  package init(_ text: [UInt8], limit: Int = Int.max) {
    text.withUnsafeBufferPointer { text in
      bytes.reserveCapacity(min(text.count, limit < 10_000 ? limit * 2 : text.count))
      var scanner = GraphemeScanner(text)
      while let grapheme = scanner.next() {
        if width > limit {
          isShortened = true
          return
        }
        append(grapheme, of: text)
      }
    }
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text in at most `room` columns: cut at a word where one ends in the second half, and
  /// marked with `…`.
  package func fitted(to room: Int) -> CellText {
    guard width > room || isShortened else { return self }
    var result = CellText("")
    guard room > 0 else { return result }
    var cut = 0
    var cutWidth = 0
    var wordEnd: (cut: Int, width: Int)?
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = GraphemeScanner(bytes)
      var previousIsBlank = true
      while let grapheme = scanner.next(), cutWidth + grapheme.width <= room - 1 {
        let isBlank = grapheme.scalar == 0x20
        if isBlank, !previousIsBlank { wordEnd = (cut, cutWidth) }
        previousIsBlank = isBlank
        cut = grapheme.end
        cutWidth += grapheme.width
      }
      // The next grapheme tells whether the cut itself falls at a word's end.
      if cut < bytes.count, bytes[cut] == 0x20, !previousIsBlank { wordEnd = (cut, cutWidth) }
    }
    if let wordEnd, wordEnd.width * 2 >= room { (cut, cutWidth) = (wordEnd.cut, wordEnd.width) }
    result.bytes = Array(bytes[0..<cut])
    result.bytes.append(contentsOf: "…".utf8)
    result.width = cutWidth + 1
    return result
  }

  /// The end of the text in at most `room` columns: cut at a word where one begins in the first half,
  /// and marked with `…`.
  package func fittedEnd(to room: Int) -> CellText {
    guard width > room else { return self }
    var result = CellText("")
    guard room > 0 else { return result }
    // Where each grapheme begins, and how wide all from there on is.
    var places: [(start: Int, width: Int, isWord: Bool)] = []
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = GraphemeScanner(bytes)
      var before = 0
      var previousIsBlank = true
      while let grapheme = scanner.next() {
        let isBlank = grapheme.scalar == 0x20
        places.append((grapheme.start, width - before, previousIsBlank && !isBlank))
        before += grapheme.width
        previousIsBlank = isBlank
      }
    }
    guard let first = places.first(where: { $0.width <= room - 1 }) else { return result }
    let word = places.first { $0.width <= room - 1 && $0.isWord }
    let cut = word.map { $0.width * 2 >= room } == true ? word ?? first : first
    result.bytes = Array("…".utf8) + bytes[cut.start...]
    result.width = cut.width + 1
    return result
  }

  // MARK: - Implementation

  private mutating func append(
    _ grapheme: GraphemeScanner.Grapheme, of text: UnsafeBufferPointer<UInt8>
  ) {
    let scalar = grapheme.scalar
    switch scalar {
    case 0x0A:
      append("↵", width: 1)
    case 0x09:
      append("⇥", width: 1)
    case 0x00..<0x20:
      append(String(Character(Unicode.Scalar(0x2400 + scalar) ?? " ")), width: 1)
    case 0x7F:
      append("␡", width: 1)
    case 0x80..<0xA0, 0x061C, 0x200B, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      let name = "<" + hexadecimal(scalar) + ">"
      append(name, width: name.utf8.count)
    default:
      var offset = grapheme.start
      while offset < grapheme.end {
        let scalar = UTF8Scalar.decode(text, at: offset)
        if scalar.isValid {
          bytes.append(contentsOf: text[offset..<offset + scalar.length])
        } else {
          bytes.append(contentsOf: "\u{FFFD}".utf8)
        }
        offset += scalar.length
      }
      width += grapheme.width
    }
  }

  private mutating func append(_ sign: String, width: Int) {
    bytes.append(contentsOf: sign.utf8)
    self.width += width
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

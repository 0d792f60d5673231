/// One line of a source as a message shows it: controls made harmless, a long line cut around the
/// place that is meant.
struct SourceExcerpt {
  /// What is printed.
  let text: String
  /// The bytes of the source that are shown.
  private let shown: Range<Int>
  /// The shown bytes, for measuring.
  private let source: SourceText
  private let isCutBefore: Bool

  /// The line of that number, counted from 1, of which at most `limit` characters are shown and
  /// the UTF-8 offset `focus` stays in sight.
  init(line: Int, of source: SourceText, focus: Int, limit: Int) {
    let whole = source.lineRange(line)
    let focus = min(max(focus, whole.lowerBound), whole.upperBound)
    var start = whole.lowerBound
    // Counting bytes rather than characters on the way keeps this quick in a line of 10 MB.
    if whole.count > limit, focus - whole.lowerBound > limit / 2 {
      start = Self.scalarStart(at: focus - limit / 2, in: source.bytes, from: whole.lowerBound)
    }
    var end = whole.upperBound
    if end - start > limit {
      end = Self.scalarStart(at: start + limit, in: source.bytes, from: start)
    }
    self.source = source
    shown = start..<end
    isCutBefore = start > whole.lowerBound
    var text = isCutBefore ? "…" : ""
    for scalar in source.text(SourceRange(start, end)).unicodeScalars {
      text.unicodeScalars.append(Self.harmless(scalar))
    }
    if end < whole.upperBound { text += "…" }
    self.text = text
  }

  /// A line that has `mark` under the bytes of the range and blanks before; tabs stay tabs, so that
  /// both lines expand alike.
  ///
  /// At least one mark, also for an empty range.
  func marks(under range: Range<Int>, _ mark: Character) -> String {
    var line = isCutBefore ? " " : ""
    let start = min(max(range.lowerBound, shown.lowerBound), shown.upperBound)
    let end = min(max(range.upperBound, start), shown.upperBound)
    for scalar in source.text(SourceRange(shown.lowerBound, start)).unicodeScalars {
      let shownScalar = Self.harmless(scalar)
      if shownScalar == "\t" {
        line.append("\t")
      } else {
        line += String(repeating: " ", count: DisplayWidth.columns(of: shownScalar))
      }
    }
    var width = 0
    for scalar in source.text(SourceRange(start, end)).unicodeScalars {
      width += DisplayWidth.columns(of: Self.harmless(scalar))
    }
    return line + String(repeating: mark, count: max(1, width))
  }

  // MARK: - Implementation

  /// The start of the character that the byte at an offset belongs to.
  private static func scalarStart(at offset: Int, in bytes: [UInt8], from least: Int) -> Int {
    var offset = offset
    while offset > least, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Controls could move the cursor or turn the line around.
  private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: return scalar
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
      return "\u{FFFD}"
    default: return scalar
    }
  }
}

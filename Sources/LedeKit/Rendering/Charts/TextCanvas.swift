/// Cells of a terminal that are drawn on in any order.
///
/// What lies outside is not drawn. Rows count from the top, columns from the left, both from 0.
struct TextCanvas {
  /// The look of a cell, seen where there is colour.
  enum Look: Hashable {
    case plain, bold, dim
    /// The colour of the series of that number.
    case series(Int)

    fileprivate var sequence: String? {
      switch self {
      case .plain: return nil
      case .bold: return TextStyle.bold.sequence
      case .dim: return TextStyle.dim.sequence
      case .series(let index): return "\u{1B}[\(Self.colors[index % Self.colors.count])m"
      }
    }

    /// Cyan, yellow, magenta, green, red, blue and two bright ones.
    private static let colors = [36, 33, 35, 32, 31, 34, 96, 93]
  }

  let width: Int
  let height: Int
  /// One grapheme a cell; the cell behind a wide one is empty.
  private var glyphs: [String]
  private var looks: [Look]

  init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    glyphs = [String](repeating: " ", count: self.width * self.height)
    looks = [Look](repeating: .plain, count: self.width * self.height)
  }

  /// Draws a sign that is one column wide.
  mutating func set(_ glyph: String, row: Int, column: Int, look: Look = .plain) {
    guard row >= 0, row < height, column >= 0, column < width else { return }
    glyphs[row * width + column] = glyph
    looks[row * width + column] = look
  }

  func isBlank(row: Int, column: Int) -> Bool {
    guard row >= 0, row < height, column >= 0, column < width else { return false }
    return glyphs[row * width + column] == " "
  }

  /// Writes a text without control characters from a column on.
  mutating func put(_ text: CellText, row: Int, column: Int, look: Look = .plain) {
    guard row >= 0, row < height else { return }
    var column = column
    text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = GraphemeScanner(bytes)
      while let grapheme = scanner.next() {
        guard column >= 0, column + grapheme.width <= width else { return }
        let glyph = String(decoding: bytes[grapheme.start..<grapheme.end], as: UTF8.self)
        if grapheme.width == 0 {
          // A mark of its own joins the cell before it.
          if column > 0 { glyphs[row * width + column - 1] += glyph }
          continue
        }
        set(glyph, row: row, column: column, look: look)
        for more in 1..<max(2, grapheme.width) where more < grapheme.width {
          set("", row: row, column: column + more, look: look)
        }
        column += grapheme.width
      }
    }
  }

  mutating func put(_ text: String, row: Int, column: Int, look: Look = .plain) {
    put(CellText(text), row: row, column: column, look: look)
  }

  /// Writes the rows, without blanks at their ends.
  func write(to sink: any OutputSink, hasColor: Bool) {
    for row in 0..<height {
      guard sink.isOpen else { return }
      let cells = row * width..<(row + 1) * width
      let end = cells.last { glyphs[$0] != " " }.map { $0 + 1 } ?? cells.lowerBound
      var line: [UInt8] = []
      var current = Look.plain
      for cell in cells.lowerBound..<end {
        let look = glyphs[cell] == " " ? current : looks[cell]
        if hasColor, look != current {
          if current != .plain { line += Array(TextStyle.end.utf8) }
          if let sequence = look.sequence { line += Array(sequence.utf8) }
          current = look
        }
        line += Array(glyphs[cell].utf8)
      }
      if current != .plain { line += Array(TextStyle.end.utf8) }
      sink.write(line + [0x0A])
    }
  }
}

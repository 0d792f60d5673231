/// Where in its text each of several things stands: a strip for each, from beginning to end.
///
/// ```
///  ferry-line │ ▌  █▐        ▌                    ▌ │  6
/// water-plant │           ▐▌                        │  2
///             0%                  50%            100%
/// ```
package struct DispersionStrips: Sendable {
  package struct Row: Sendable {
    package var label: String
    /// Places from 0, the beginning, to 1, the end.
    package var positions: [Double]

    package init(label: String, positions: [Double]) {
      self.label = label
      self.positions = positions
    }
  }

  package let rows: [Row]
  package let title: String?

  package init(_ rows: [Row], title: String? = nil) {
    self.rows = rows
    self.title = title
  }

  /// Draws the strips; rows over the limit of the options are counted.
  ///
  /// - Complexity: O(positions + rows × columns).
  package func write(to sink: any OutputSink, options: RenderOptions = RenderOptions()) {
    let glyphs = ChartGlyphs(isASCII: options.isASCII)
    let width = min(max(options.width ?? 80, 20), 200)
    if let title, !title.isEmpty {
      let text = glyphs.fitted(title, to: width).text
      sink.write(TextStyle.bold.apply(to: text, if: options.hasColor) + "\n")
    }
    guard !rows.isEmpty else {
      sink.write(TextStyle.dim.apply(to: "Nothing to draw.", if: options.hasColor) + "\n")
      return
    }
    let shown = Array(rows.prefix(options.rowLimit > 0 ? options.rowLimit : 1000))
    let labels = shown.map { glyphs.fitted($0.label, to: width * 2 / 5) }
    let counts = shown.map { grouped($0.positions.count { $0 >= 0 && $0 <= 1 }) }
    let labelRoom = labels.map(\.width).max() ?? 0
    let countRoom = counts.map(\.utf8.count).max() ?? 0
    let left = labelRoom + 2
    let room = max(4, width - left - 2 - countRoom)
    var canvas = TextCanvas(width: width, height: shown.count + 1)
    for (row, strip) in shown.enumerated() {
      canvas.put(labels[row], row: row, column: labelRoom - labels[row].width)
      for edge in [left - 1, left + room] {
        canvas.set(glyphs.vertical, row: row, column: edge, look: .dim)
      }
      for (column, sign) in Self.signs(strip.positions, columns: room, isASCII: options.isASCII) {
        canvas.set(sign, row: row, column: left + column, look: .series(0))
      }
      canvas.put(counts[row], row: row, column: width - counts[row].utf8.count)
    }
    canvas.put("0%", row: shown.count, column: left - 1, look: .dim)
    if room >= 16 { canvas.put("50%", row: shown.count, column: left + room / 2 - 1, look: .dim) }
    canvas.put("100%", row: shown.count, column: left + room - 3, look: .dim)
    canvas.write(to: sink, hasColor: options.hasColor)
    if shown.count < rows.count {
      let text = "\(glyphs.ellipsis) \(grouped(rows.count - shown.count)) more"
      sink.write(TextStyle.dim.apply(to: text, if: options.hasColor) + "\n")
    }
  }

  // MARK: - Implementation

  /// The columns with marks: halves of a cell tell neighbours apart; in ASCII one from several.
  private static func signs(
    _ positions: [Double], columns: Int, isASCII: Bool
  ) -> [(Int, String)] {
    var halves = [Int](repeating: 0, count: columns * 2)
    for position in positions where position >= 0 && position <= 1 {
      halves[Int(nearest: position * Double(columns * 2) - 0.5, in: 0...columns * 2 - 1)] += 1
    }
    return (0..<columns).compactMap { column in
      let (first, second) = (halves[column * 2], halves[column * 2 + 1])
      guard first + second > 0 else { return nil }
      if isASCII { return (column, first + second > 1 ? "#" : "|") }
      return (column, first > 0 && second > 0 ? "█" : first > 0 ? "▌" : "▐")
    }
  }
}

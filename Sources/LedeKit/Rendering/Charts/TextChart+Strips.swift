/// Where in its text each of several things stands: a strip for each, from beginning to end.
///
/// ```
///  ferry-line │▌ ▐         ▐           ▐│ 4
/// water-plant │           ▐▌            │ 2
///             0%          50%        100%
/// ```
extension TextChart {
  /// - Complexity: O(positions + rows × columns).
  func strips(_ notes: inout [String]) -> TextCanvas {
    let shown = Array(chart.strips.prefix(barLimit))
    if shown.count < chart.strips.count {
      notes.append(
        more(
          chart.strips.count - shown.count, hint: options.rowLimit > 0 ? " (.rows 0 for all)" : ""))
    }
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
      for (column, sign) in signs(strip.positions, columns: room) {
        canvas.set(sign, row: row, column: left + column, look: .series(0))
      }
      canvas.put(counts[row], row: row, column: width - counts[row].utf8.count)
    }
    canvas.put("0%", row: shown.count, column: left - 1, look: .dim)
    if room >= 16 { canvas.put("50%", row: shown.count, column: left + room / 2 - 1, look: .dim) }
    canvas.put("100%", row: shown.count, column: left + room - 3, look: .dim)
    return canvas
  }

  // MARK: - Implementation

  /// The columns with marks: halves of a cell tell neighbours apart; in ASCII one from several.
  private func signs(_ positions: [Double], columns: Int) -> [(Int, String)] {
    var halves = [Int](repeating: 0, count: columns * 2)
    for position in positions where position >= 0 && position <= 1 {
      halves[Int(nearest: position * Double(columns * 2) - 0.5, in: 0...columns * 2 - 1)] += 1
    }
    return (0..<columns).compactMap { column in
      let (first, second) = (halves[column * 2], halves[column * 2 + 1])
      guard first + second > 0 else { return nil }
      if glyphs.isASCII { return (column, first + second > 1 ? "#" : "|") }
      return (column, first > 0 && second > 0 ? "█" : first > 0 ? "▌" : "▐")
    }
  }
}

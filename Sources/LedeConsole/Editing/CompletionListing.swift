import LedeKit

/// The candidates of a completion as rows for a terminal: with their summaries where there is room
/// for a row each, else names in columns.
struct CompletionListing {
  var rows: [String] = []

  init(_ candidates: [CompletionCandidate], width: Int, height: Int, hasColor: Bool) {
    let width = max(1, width)
    let most = max(4, height - 4)
    let names = candidates.map { CellText($0.text) }
    let hasSummaries = candidates.contains { !$0.summary.isEmpty }
    if hasSummaries, candidates.count <= most {
      let nameWidth = min(names.map(\.width).max() ?? 0, max(1, width / 2))
      for (candidate, name) in zip(candidates, names) {
        let name = name.fitted(to: nameWidth)
        let room = width - nameWidth - 2
        var row = text(name)
        if !candidate.summary.isEmpty, room > 3 {
          row += String(repeating: " ", count: nameWidth - name.width + 2)
          let summary = text(CellText(candidate.summary).fitted(to: room))
          row += TextStyle.dim.apply(to: summary, if: hasColor)
        }
        rows.append(row)
      }
      return
    }
    let columnWidth = min(width, (names.map(\.width).max() ?? 0) + 2)
    let columns = max(1, width / max(1, columnWidth))
    let rowCount = (names.count + columns - 1) / columns
    for rowIndex in 0..<min(rowCount, most) {
      var row = ""
      var owed = 0
      for column in 0..<columns {
        let index = column * rowCount + rowIndex
        guard index < names.count else { break }
        let name = names[index].fitted(to: columnWidth)
        row += String(repeating: " ", count: owed) + text(name)
        owed = columnWidth - name.width
      }
      rows.append(row)
    }
    if rowCount > most {
      rows.append("… \(grouped((rowCount - most) * columns)) more, type a letter")
    }
  }

  private func text(_ cell: CellText) -> String { String(decoding: cell.bytes, as: UTF8.self) }
}

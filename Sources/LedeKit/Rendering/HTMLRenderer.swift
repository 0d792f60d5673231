/// A table in HTML, without styles.
struct HTMLRenderer: ResultRenderer {
  private var columns: [ResultColumn] = []

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    self.columns = columns
    var line = Array("<table>\n<thead><tr>".utf8)
    for column in columns {
      line.append(contentsOf: "<th>".utf8)
      append(Array(column.name.utf8), to: &line)
      line.append(contentsOf: "</th>".utf8)
    }
    line.append(contentsOf: "</tr></thead>\n<tbody>\n".utf8)
    sink.write(line)
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    var text: [UInt8] = []
    for row in 0..<rows.rowCount {
      guard sink.isOpen else { return }
      var line = Array("<tr>".utf8)
      for (index, column) in columns.enumerated() {
        text.removeAll(keepingCapacity: true)
        _ = rows.appendText(row: row, column: index, to: &text)
        line.append(contentsOf: (column.isNumeric ? "<td align=\"right\">" : "<td>").utf8)
        append(text, to: &line)
        line.append(contentsOf: "</td>".utf8)
      }
      line.append(contentsOf: "</tr>\n".utf8)
      sink.write(line)
    }
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {
    sink.write("</tbody>\n</table>\n")
  }

  private func append(_ text: [UInt8], to line: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): line.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): line.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "&"): line.append(contentsOf: "&amp;".utf8)
      default: line.append(byte)
      }
    }
  }
}

/// A table as GitHub's Markdown writes it.
struct MarkdownRenderer: ResultRenderer {
  private var columnCount = 0

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    columnCount = columns.count
    guard columnCount > 0 else { return }
    var line = Array("|".utf8)
    for column in columns {
      line.append(0x20)
      append(Array(column.name.utf8), to: &line)
      line.append(contentsOf: " |".utf8)
    }
    line.append(contentsOf: "\n|".utf8)
    for column in columns {
      line.append(contentsOf: (column.isNumeric ? " ---: |" : " --- |").utf8)
    }
    line.append(0x0A)
    sink.write(line)
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    var text: [UInt8] = []
    for row in 0..<rows.rowCount where columnCount > 0 {
      guard sink.isOpen else { return }
      var line = Array("|".utf8)
      for column in 0..<columnCount {
        text.removeAll(keepingCapacity: true)
        _ = rows.appendText(row: row, column: column, to: &text)
        line.append(0x20)
        append(text, to: &line)
        line.append(contentsOf: " |".utf8)
      }
      line.append(0x0A)
      sink.write(line)
    }
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {}

  private func append(_ text: [UInt8], to line: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "|"): line.append(contentsOf: "\\|".utf8)
      case UInt8(ascii: "\\"): line.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "<"): line.append(contentsOf: "&lt;".utf8)
      case 0x0A: line.append(contentsOf: "<br>".utf8)
      case 0x0D: break
      default: line.append(byte)
      }
    }
  }
}

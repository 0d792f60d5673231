/// Values parted by commas or tabs, one row a line, names first.
struct SeparatedValuesRenderer: ResultRenderer {
  enum Form: Sendable {
    /// RFC 4180: lines end in CR LF; a value with a comma, a quote or a line end stands in quotes,
    /// quotes in it doubled.
    case commas
    /// Tab, line feed, carriage return and backslash are written `\t`, `\n`, `\r` and `\\`.
    case tabs
  }

  private let form: Form
  private var columnCount = 0

  init(form: Form) { self.form = form }

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    columnCount = columns.count
    var line: [UInt8] = []
    for (index, column) in columns.enumerated() {
      if index > 0 { line.append(separator) }
      append(Array(column.name.utf8), to: &line)
    }
    end(&line)
    sink.write(line)
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    var line: [UInt8] = []
    var text: [UInt8] = []
    for row in 0..<rows.rowCount {
      guard sink.isOpen else { return }
      line.removeAll(keepingCapacity: true)
      for column in 0..<columnCount {
        if column > 0 { line.append(separator) }
        text.removeAll(keepingCapacity: true)
        if rows.appendText(row: row, column: column, to: &text) { append(text, to: &line) }
      }
      // Readers skip an empty line; a lone empty value must not be lost.
      if line.isEmpty, case .commas = form { line.append(contentsOf: [0x22, 0x22]) }
      end(&line)
      sink.write(line)
    }
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {}

  // MARK: - Implementation

  private var separator: UInt8 {
    switch form {
    case .commas: return UInt8(ascii: ",")
    case .tabs: return UInt8(ascii: "\t")
    }
  }

  private func end(_ line: inout [UInt8]) {
    if case .commas = form { line.append(0x0D) }
    line.append(0x0A)
  }

  private func append(_ text: [UInt8], to line: inout [UInt8]) {
    switch form {
    case .commas:
      let needsQuotes = text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      guard needsQuotes else {
        line.append(contentsOf: text)
        return
      }
      line.append(0x22)
      for byte in text {
        if byte == 0x22 { line.append(0x22) }
        line.append(byte)
      }
      line.append(0x22)
    case .tabs:
      for byte in text {
        switch byte {
        case 0x09: line.append(contentsOf: "\\t".utf8)
        case 0x0A: line.append(contentsOf: "\\n".utf8)
        case 0x0D: line.append(contentsOf: "\\r".utf8)
        case 0x5C: line.append(contentsOf: "\\\\".utf8)
        default: line.append(byte)
        }
      }
    }
  }
}

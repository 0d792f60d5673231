/// One line a value, names at the left; a blank line between rows.
struct LineRenderer: ResultRenderer {
  private let options: RenderOptions
  private var names: [CellText] = []
  private var nameWidth = 0
  private var written = 0
  private var seen = 0

  init(options: RenderOptions) { self.options = options }

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    names = columns.map { CellText($0.name) }
    nameWidth = names.map(\.width).max() ?? 0
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    defer { seen += rows.rowCount }
    var text: [UInt8] = []
    for row in 0..<rows.rowCount {
      if options.rowLimit > 0, seen + row >= options.rowLimit { return }
      guard sink.isOpen else { return }
      if written > 0 { sink.write([0x0A]) }
      for column in names.indices {
        text.removeAll(keepingCapacity: true)
        _ = rows.appendText(row: row, column: column, to: &text)
        write(CellText(text), named: names[column], to: sink)
      }
      written += 1
    }
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {
    let hidden = max(seen, summary.rowCount) - written
    if hidden > 0, sink.isOpen {
      let text = "\(options.isASCII ? "..." : "…") \(grouped(hidden)) more (.rows 0 for all)"
      sink.write("\n" + TextStyle.dim.apply(to: text, if: options.hasColor) + "\n")
    }
    if options.showsFooter { ResultFooter(options: options).write(summary, to: sink) }
  }

  // MARK: - Implementation

  private func write(_ value: CellText, named name: CellText, to sink: any OutputSink) {
    var line = [UInt8](repeating: 0x20, count: nameWidth - name.width)
    if options.hasColor { line.append(contentsOf: TextStyle.bold.sequence.utf8) }
    line.append(contentsOf: name.bytes)
    if options.hasColor { line.append(contentsOf: TextStyle.end.utf8) }
    if !value.bytes.isEmpty {
      line.append(contentsOf: "  ".utf8)
      line.append(contentsOf: value.bytes)
    }
    line.append(0x0A)
    sink.write(line)
  }
}

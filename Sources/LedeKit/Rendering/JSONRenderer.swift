import Diagnostics

/// One JSON object on one line for the whole result: `version`, `schema`, `rows`, `warnings`.
struct JSONRenderer: ResultRenderer {
  private var columnCount = 0
  private var hasRows = false

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    columnCount = columns.count
    var line = Array(#"{"version":1,"schema":["#.utf8)
    for (index, column) in columns.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line.append(contentsOf: #"{"name":"#.utf8)
      JSONText.appendQuoted(column.name.utf8, to: &line)
      line.append(contentsOf: #","type":"#.utf8)
      JSONText.appendQuoted(column.typeName.utf8, to: &line)
      line.append(UInt8(ascii: "}"))
    }
    line.append(contentsOf: #"],"rows":["#.utf8)
    sink.write(line)
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    var line: [UInt8] = []
    for row in 0..<rows.rowCount {
      guard sink.isOpen else { return }
      line.removeAll(keepingCapacity: true)
      if hasRows { line.append(UInt8(ascii: ",")) }
      hasRows = true
      line.append(UInt8(ascii: "["))
      for column in 0..<columnCount {
        if column > 0 { line.append(UInt8(ascii: ",")) }
        rows.appendJSON(row: row, column: column, to: &line)
      }
      line.append(UInt8(ascii: "]"))
      sink.write(line)
    }
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {
    var line = Array(#"],"warnings":["#.utf8)
    for (index, warning) in summary.warnings.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line.append(contentsOf: #"{"code":"#.utf8)
      JSONText.appendQuoted(warning.code.utf8, to: &line)
      line.append(contentsOf: #","message":"#.utf8)
      JSONText.appendQuoted(warning.message.utf8, to: &line)
      line.append(UInt8(ascii: "}"))
    }
    line.append(UInt8(ascii: "]"))
    for member in summary.jsonMembers {
      line.append(UInt8(ascii: ","))
      JSONText.appendQuoted(member.name.utf8, to: &line)
      line.append(UInt8(ascii: ":"))
      JSONText.appendOnOneLine(member.json, to: &line)
    }
    line.append(contentsOf: "}\n".utf8)
    sink.write(line)
  }
}

/// One JSON object a row.
struct JSONLinesRenderer: ResultRenderer {
  /// `"name":` of each column, escaped once.
  private var names: [[UInt8]] = []

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    names = columns.map { column in
      var name: [UInt8] = []
      JSONText.appendQuoted(column.name.utf8, to: &name)
      return name + [UInt8(ascii: ":")]
    }
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    var line: [UInt8] = []
    for row in 0..<rows.rowCount {
      guard sink.isOpen else { return }
      line.removeAll(keepingCapacity: true)
      line.append(UInt8(ascii: "{"))
      for (column, name) in names.enumerated() {
        if column > 0 { line.append(UInt8(ascii: ",")) }
        line.append(contentsOf: name)
        rows.appendJSON(row: row, column: column, to: &line)
      }
      line.append(contentsOf: "}\n".utf8)
      sink.write(line)
    }
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {}
}

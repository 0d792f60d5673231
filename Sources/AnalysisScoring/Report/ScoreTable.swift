/// Figures in rows and columns, as people read them.
package struct ScoreTable: Equatable, Sendable {
  /// Columns that stand under one heading.
  package struct Group: Equatable, Sendable {
    var title: String
    var columns: [String]

    init(_ title: String = "", _ columns: [String]) {
      self.title = title
      self.columns = columns
    }
  }

  /// A row: its name and a cell for each column; an empty one where the row has no such figure.
  package struct Row: Equatable, Sendable {
    var name: String
    var cells: [String]
  }

  var title: String
  var groups: [Group]
  var rows: [Row] = []

  init(_ title: String = "", groups: [Group]) {
    self.title = title
    self.groups = groups
  }

  init(_ title: String = "", columns: [String]) {
    self.init(title, groups: [Group("", columns)])
  }

  mutating func append(_ name: String, _ cells: [String]) {
    rows.append(Row(name: name, cells: cells))
  }

  /// The table as text: names to the left, figures to the right, two blanks between columns and two
  /// more between groups.
  var text: String {
    let columns = groups.flatMap(\.columns)
    let nameWidth = ([title] + rows.map(\.name)).map(\.unicodeScalars.count).max() ?? 0
    let widths = columns.indices.map { index in
      rows.reduce(columns[index].unicodeScalars.count) { width, row in
        max(width, index < row.cells.count ? row.cells[index].unicodeScalars.count : 0)
      }
    }
    var lines: [String] = []
    if groups.contains(where: { !$0.title.isEmpty }) {
      lines.append(titleLine(nameWidth: nameWidth, widths: widths))
    }
    lines.append(line(title, columns, nameWidth: nameWidth, widths: widths))
    for row in rows {
      lines.append(line(row.name, row.cells, nameWidth: nameWidth, widths: widths))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: - Implementation

  private func titleLine(nameWidth: Int, widths: [Int]) -> String {
    var line = Self.padded("", to: nameWidth)
    var first = 0
    for group in groups {
      let width = widths[first..<first + group.columns.count].reduce(0) { $0 + $1 + 2 }
      line += "  " + Self.padded("  " + group.title, to: width)
      first += group.columns.count
    }
    return Self.trimmed(line)
  }

  private func line(_ name: String, _ cells: [String], nameWidth: Int, widths: [Int]) -> String {
    var line = Self.padded(name, to: nameWidth)
    var index = 0
    for group in groups {
      if groups.count > 1 { line += "  " }
      for _ in group.columns {
        let cell = index < cells.count ? cells[index] : ""
        line += "  " + String(repeating: " ", count: widths[index] - cell.unicodeScalars.count)
        line += cell
        index += 1
      }
    }
    return Self.trimmed(line)
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }

  private static func trimmed(_ line: String) -> String {
    String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
  }
}

/// Rows under a head, in aligned columns.
///
/// Widths come from the first thousand rows, which are held back until they are known; later rows
/// are written as they come and cut where they are wider.
struct TableRenderer: ResultRenderer {
  private let options: RenderOptions
  private var columns: [ResultColumn] = []
  private var held: [[CellText]] = []
  private var layout: ColumnLayout?
  /// The column of hits between those of what stands left and right of them, as in a concordance.
  private var hits: Int?
  private var written = 0
  /// Rows seen, those over the limit included.
  private var seen = 0
  private static let sampleSize = 1000

  init(options: RenderOptions) { self.options = options }

  mutating func begin(_ columns: [ResultColumn], to sink: any OutputSink) {
    self.columns = columns
    hits = columns.indices.dropFirst().dropLast().first { index in
      columns[index - 1].name == "left" && columns[index].name == "match"
        && columns[index + 1].name == "right"
    }
  }

  mutating func append(_ rows: any ResultTable, to sink: any OutputSink) {
    defer { seen += rows.rowCount }
    for row in 0..<rows.rowCount {
      if options.rowLimit > 0, seen + row >= options.rowLimit { return }
      guard sink.isOpen else { return }
      let cells = cells(of: row, in: rows)
      if let layout {
        write(cells, layout: layout, to: sink)
      } else {
        held.append(cells)
        if held.count == Self.sampleSize { writeHeld(to: sink) }
      }
    }
  }

  mutating func finish(_ summary: ResultSummary, to sink: any OutputSink) {
    if layout == nil { writeHeld(to: sink) }
    let hidden = max(seen, summary.rowCount) - written
    let ellipsis = options.isASCII ? "..." : "…"
    if hidden > 0, sink.isOpen {
      note("\(ellipsis) \(grouped(hidden)) more (.rows 0 for all)", to: sink)
    }
    if let layout, layout.widths.count < columns.count {
      note(
        Self.noteOnHidden(columns[layout.widths.count...].map(\.name), ellipsis, options.width),
        to: sink)
    }
    if options.showsFooter { ResultFooter(options: options).write(summary, to: sink) }
  }

  // MARK: - Implementation

  private var showsTypes: Bool { options.hasColor && options.showsTypes }

  private func cells(of row: Int, in rows: any ResultTable) -> [CellText] {
    var cells: [CellText] = []
    cells.reserveCapacity(columns.count)
    var text: [UInt8] = []
    for column in columns.indices {
      text.removeAll(keepingCapacity: true)
      if rows.appendText(row: row, column: column, to: &text) {
        if options.shortensMoments, columns[column].typeName == "datetime" { Self.shorten(&text) }
        if column == hits, !options.hasColor { text = Array("[".utf8) + text + Array("]".utf8) }
        let isLeft = hits.map { $0 - 1 == column } ?? false
        cells.append(CellText(text, limit: isLeft ? Int.max : options.width ?? Int.max))
      } else {
        cells.append(CellText(""))
      }
    }
    return cells
  }

  /// Leaves out of a moment what says nothing, where a person reads it: midnight, and fractions of 0.
  private static func shorten(_ text: inout [UInt8]) {
    if text.suffix(18).elementsEqual("T00:00:00.0000000Z".utf8) {
      text.removeLast(18)
    } else if text.suffix(9).elementsEqual(".0000000Z".utf8) {
      text.replaceSubrange((text.count - 9)..., with: "Z".utf8)
    }
  }

  private mutating func writeHeld(to sink: any OutputSink) {
    let head = columns.map { CellText($0.name) }
    let types = columns.map { CellText($0.typeName) }
    var natural = head.map { max(1, $0.width) }
    for cells in held + (showsTypes ? [types] : []) {
      for (column, cell) in cells.enumerated() {
        natural[column] = max(natural[column], cell.width)
      }
    }
    let layout = layout(naturalWidths: natural)
    self.layout = layout
    write(head, style: .bold, layout: layout, to: sink)
    if showsTypes { write(types, style: .dim, layout: layout, to: sink) }
    writeRule(layout, to: sink)
    for cells in held { write(cells, layout: layout, to: sink) }
    held = []
  }

  /// In a concordance the hit and the columns beside the lines keep their width as far as they can,
  /// and what is left goes to both sides alike.
  private func layout(naturalWidths natural: [Int]) -> ColumnLayout {
    guard let hits, let room = options.width else {
      return ColumnLayout(naturalWidths: natural, room: options.width)
    }
    let sides = [hits - 1, hits + 1]
    var wanted = natural
    for column in natural.indices where !sides.contains(column) {
      wanted[column] = min(natural[column], max(8, room / (column == hits ? 3 : 6)))
    }
    let others = wanted.indices.filter { !sides.contains($0) }.reduce(0) { $0 + wanted[$1] }
    let free = room - others - ColumnLayout.gap * (natural.count - 1)
    guard free >= 24 else { return ColumnLayout(naturalWidths: natural, room: room) }
    let longest = max(natural[hits - 1], natural[hits + 1])
    for column in sides { wanted[column] = min(longest, free / 2) }
    return ColumnLayout(naturalWidths: wanted, room: nil)
  }

  private func writeRule(_ layout: ColumnLayout, to sink: any OutputSink) {
    let stroke = options.isASCII ? "-" : "─"
    let gap = String(repeating: " ", count: ColumnLayout.gap)
    let rule = layout.widths.map { String(repeating: stroke, count: $0) }.joined(separator: gap)
    sink.write(TextStyle.dim.apply(to: rule, if: options.hasColor) + "\n")
  }

  private mutating func write(
    _ cells: [CellText], layout: ColumnLayout, to sink: any OutputSink
  ) {
    guard sink.isOpen else { return }
    write(cells, style: nil, layout: layout, to: sink)
    written += 1
  }

  private func write(
    _ cells: [CellText], style: TextStyle?, layout: ColumnLayout, to sink: any OutputSink
  ) {
    var line: [UInt8] = []
    if let style, options.hasColor { line.append(contentsOf: style.sequence.utf8) }
    // Blanks are owed until a cell follows, so that no line ends in them.
    var owed = 0
    for (column, width) in layout.widths.enumerated() {
      let isLeft = hits.map { $0 - 1 == column } ?? false
      let cell = isLeft ? cells[column].fittedEnd(to: width) : cells[column].fitted(to: width)
      let padding = max(0, width - cell.width)
      let isAtRight = columns[column].isNumeric || isLeft
      let isBold = style == nil && column == hits && options.hasColor
      if isAtRight { owed += padding }
      if !cell.bytes.isEmpty {
        line.append(contentsOf: repeatElement(0x20, count: owed))
        if isBold { line.append(contentsOf: TextStyle.bold.sequence.utf8) }
        line.append(contentsOf: cell.bytes)
        if isBold { line.append(contentsOf: TextStyle.end.utf8) }
        owed = 0
      } else {
        owed += cell.width
      }
      owed += (isAtRight ? 0 : padding) + ColumnLayout.gap
    }
    if style != nil, options.hasColor { line.append(contentsOf: TextStyle.end.utf8) }
    line.append(0x0A)
    sink.write(line)
  }

  /// Names as many of the columns that found no room as fit; how to see them all is cut last.
  private static func noteOnHidden(_ names: [String], _ ellipsis: String, _ width: Int?) -> String {
    let hint = "(.mode line shows all)"
    func note(_ count: Int) -> String {
      let shown = names.prefix(count).joined(separator: ", ")
      let rest = count < names.count ? ", \(ellipsis)" : ""
      return "\(ellipsis) also \(shown)\(rest) \(hint)"
    }
    guard let width else { return note(names.count) }
    var count = names.count
    while count > 0, DisplayWidth.of(note(count)) > width { count -= 1 }
    let text = count > 0 ? note(count) : "\(ellipsis) \(names.count) more \(hint)"
    return String(decoding: CellText(text).fitted(to: width).bytes, as: UTF8.self)
  }

  private func note(_ text: String, to sink: any OutputSink) {
    sink.write(TextStyle.dim.apply(to: text, if: options.hasColor) + "\n")
  }
}

package import Diagnostics

/// Diagnostics in words: what is wrong, the line with carets under the place, what would be right.
package struct DiagnosticRenderer: Sendable {
  /// Columns of the terminal; lines that are longer are shown around the place meant.
  package var width: Int
  package var hasColor: Bool
  /// Whether the place is also told as `name:line:column`, for texts that stand in files.
  package var showsPlace: Bool
  /// The most errors told; the rest is counted.
  package var limit = 5

  package init(width: Int? = nil, hasColor: Bool = false, showsPlace: Bool = false) {
    self.width = max(20, min(width ?? 100, 200))
    self.hasColor = hasColor
    self.showsPlace = showsPlace
  }

  /// All of them, one after the other, each line ended.
  package func text(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
    var result = ""
    for diagnostic in diagnostics.prefix(limit) { append(diagnostic, in: source, to: &result) }
    if diagnostics.count > limit {
      result += "… and \(grouped(diagnostics.count - limit)) more\n"
    }
    return result
  }

  /// One on one line, as transcripts have it: `error[L0301]: …   1:18..<1:23   did you mean …?`.
  package static func line(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    var parts = ["\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)"]
    if let range = diagnostic.range {
      let start = source.position(of: range.start)
      let end = source.position(of: range.end)
      parts.append("\(start.line):\(start.column)..<\(end.line):\(end.column)")
    }
    if let help = diagnostic.help { parts.append(help) }
    return parts.joined(separator: "   ")
  }

  // MARK: - Implementation

  private func append(_ diagnostic: Diagnostic, in source: SourceText, to result: inout String) {
    let word = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    result +=
      styled(word, color(of: diagnostic.severity)) + ": " + visible(diagnostic.message) + "\n"
    if let range = diagnostic.range {
      if showsPlace {
        let place = source.position(of: range.start)
        result += styled(" at \(source.name):\(place.line):\(place.column)", .dim) + "\n"
      }
      appendExcerpt(range, sign: "^", note: nil, in: source, to: &result)
    }
    for label in diagnostic.labels {
      appendExcerpt(label.range, sign: "-", note: label.text, in: source, to: &result)
    }
    if let help = diagnostic.help { result += styled("help", .cyan) + ": " + visible(help) + "\n" }
  }

  private func color(of severity: Diagnostic.Severity) -> TextStyle {
    switch severity {
    case .error: return .red
    case .warning: return .yellow
    case .note: return .cyan
    }
  }

  /// The line of the range's start, and signs under the range as far as it stands in that line.
  private func appendExcerpt(
    _ range: SourceRange, sign: String, note: String?, in source: SourceText,
    to result: inout String
  ) {
    let place = source.position(of: range.start)
    let line = source.lineRange(place.line)
    let start = min(max(range.start, line.lowerBound), line.upperBound)
    let end = min(max(range.end, start), line.upperBound)
    let gutter = source.lineRange(1).upperBound < source.bytes.count ? "\(place.line) | " : "  "
    let room = max(10, width - gutter.utf8.count - 1)

    let marked = CellText(Array(source.bytes[start..<end]), limit: room)
    let markedWidth = min(max(1, marked.width), room)
    // Only what can be shown is read: a line may have megabytes.
    let reach = room * 4
    let before = fittedAtStart(
      Array(source.bytes[max(line.lowerBound, start - reach)..<start]),
      to: max(0, room - markedWidth) * 2 / 3, isWhole: start - reach <= line.lowerBound)
    let afterRoom = max(0, room - before.width - markedWidth)
    let after = CellText(
      Array(source.bytes[end..<min(line.upperBound, end + reach)]), limit: afterRoom + 1)
    result +=
      gutter + text(before) + text(marked.fitted(to: room)) + text(after.fitted(to: afterRoom))
    result += "\n" + String(repeating: " ", count: gutter.utf8.count + before.width)
    result += styled(String(repeating: sign, count: markedWidth), .red)
    if let note { result += " " + visible(note) }
    result += "\n"
  }

  /// The end of a text in at most `room` columns, with `…` where its start is left out.
  private func fittedAtStart(_ bytes: [UInt8], to room: Int, isWhole: Bool) -> CellText {
    let whole = CellText(bytes)
    if whole.width <= room, isWhole { return whole }
    var rest = bytes[...]
    var cell = whole
    while cell.width >= max(1, room), !rest.isEmpty {
      rest = rest.dropFirst(max(1, (cell.width - room) / 4))
      while let first = rest.first, first & 0xC0 == 0x80 { rest = rest.dropFirst() }
      cell = CellText(Array(rest))
    }
    return CellText("…" + text(cell))
  }

  private func text(_ cell: CellText) -> String { String(decoding: cell.bytes, as: UTF8.self) }

  private func visible(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { text(CellText(String($0))) }.joined(separator: "\n")
  }

  private func styled(_ text: String, _ style: TextStyle) -> String {
    style.apply(to: text, if: hasColor)
  }
}

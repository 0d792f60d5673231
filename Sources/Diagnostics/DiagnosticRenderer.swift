/// Prints diagnostics for people.
///
/// On a terminal, with the line and carets under the range:
///
///     error[L0301]: quotes has no column 'speeker'
///      --> <prompt>:1:18
///       |
///     1 | quotes | project speeker
///       |                  ^^^^^^^
///     help: did you mean 'speaker'?
///
/// In transcripts and logs the same on one line:
///
///     error[L0301]: quotes has no column 'speeker'   1:18..<1:25   did you mean 'speaker'?
public struct DiagnosticRenderer: Sendable {
  /// Whether ANSI colours are used.
  public var usesColor: Bool
  /// How many characters of a source line are shown; longer lines are cut around the carets.
  public var lineLimit: Int

  /// A renderer, without colour unless asked for.
  public init(usesColor: Bool = false, lineLimit: Int = 100) {
    self.usesColor = usesColor
    self.lineLimit = max(8, lineLimit)
  }

  /// The message over several lines, the last with its line end.
  public func text(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    var result = colored(
      "\(diagnostic.severity.rawValue)[\(diagnostic.code)]", color(diagnostic.severity))
    result += colored(": \(diagnostic.message)", .bold) + "\n"
    if let range = diagnostic.range {
      result += snippets(of: diagnostic, range, in: source)
    }
    if let help = diagnostic.help { result += colored("help", .green) + ": \(help)\n" }
    return result
  }

  /// The messages one after the other; beyond `limit` they are only counted.
  public func text(_ diagnostics: [Diagnostic], in source: SourceText, limit: Int) -> String {
    var result = diagnostics.prefix(limit).map { text($0, in: source) }.joined()
    if diagnostics.count > limit { result += "… and \(diagnostics.count - limit) more\n" }
    return result
  }

  /// The message on one line, without a line end.
  public func line(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    var result = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)"
    if let range = diagnostic.range {
      let start = source.position(of: range.start)
      let end = source.position(of: range.end)
      result += "   \(start.line):\(start.column)..<\(end.line):\(end.column)"
    }
    if let help = diagnostic.help { result += "   \(help)" }
    return result
  }

  // MARK: - Implementation

  private enum Color: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
    case green = "1;32"
    case blue = "1;34"
  }

  private func color(_ severity: Diagnostic.Severity) -> Color {
    switch severity {
    case .error: return .red
    case .warning: return .yellow
    case .note: return .cyan
    }
  }

  private func colored(_ text: String, _ color: Color) -> String {
    usesColor ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The place, its line with carets, and the labels, each under the line it stands in.
  private func snippets(
    of diagnostic: Diagnostic, _ range: SourceRange, in source: SourceText
  ) -> String {
    let place = source.position(of: range.start)
    let labelLines = diagnostic.labels.map { source.position(of: $0.range.start).line }
    let margin = String(([place.line] + labelLines).max() ?? place.line).utf8.count
    let blank = String(repeating: " ", count: margin)
    let bar = colored("\(blank) |", .blue)
    var result =
      blank + colored("-->", .blue) + " \(source.name):\(place.line):\(place.column)\n\(bar)\n"
    for line in Set([place.line] + labelLines).sorted() {
      let isPrimary = line == place.line
      let labels = zip(diagnostic.labels, labelLines).filter { $0.1 == line }.map(\.0)
      let excerpt = SourceExcerpt(
        line: line, of: source,
        focus: isPrimary ? range.start : labels.first?.range.start ?? range.start,
        limit: lineLimit)
      let number = String(line)
      let padding = String(repeating: " ", count: margin - number.utf8.count)
      result += colored("\(padding)\(number) |", .blue) + " \(excerpt.text)\n"
      if isPrimary {
        let marks = excerpt.marks(under: range.start..<range.end, "^")
        result += "\(bar) " + colored(marks, color(diagnostic.severity)) + "\n"
      }
      for label in labels {
        let marks = excerpt.marks(under: label.range.start..<label.range.end, "-")
        result += "\(bar) " + colored("\(marks) \(label.text)", .blue) + "\n"
      }
    }
    return result
  }
}

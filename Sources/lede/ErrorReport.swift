import Diagnostics
import LedeKit

/// Diagnostics as a person reads them on standard error.
enum ErrorReport {
  /// The most that are shown of one text; the rest is counted.
  static let usualLimit = 5

  static func write(_ diagnostics: [Diagnostic], in source: SourceText, limit: Int? = usualLimit) {
    let shown = diagnostics.prefix(limit ?? diagnostics.count)
    let renderer = DiagnosticRenderer(usesColor: TerminalStyle.errorsHaveColor)
    for diagnostic in shown { StandardError.write(renderer.text(diagnostic, in: source)) }
    let hidden = diagnostics.count - shown.count
    if hidden > 0 { StandardError.write("… and \(hidden) more; 'lede check' shows all.\n") }
  }
}

import Diagnostics
import LedeKit

/// Diagnostics as a person reads them on standard error.
enum ErrorReport {
  /// The most that are shown of one text; the rest is counted.
  static let usualLimit = 5

  static func write(_ diagnostics: [Diagnostic], in source: SourceText, limit: Int = usualLimit) {
    let renderer = DiagnosticRenderer(usesColor: TerminalStyle.errorsHaveColor)
    StandardError.write(renderer.text(diagnostics, in: source, limit: limit))
  }
}

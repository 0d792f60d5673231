import Diagnostics

/// Mistakes as they are found, so many of each kind at most: a text of 10 MB that is no query would
/// have millions, and nobody reads the second hundred.
struct MistakeList: Sendable {
  static let limit = 100

  private(set) var diagnostics: [Diagnostic] = []
  private var errorCount = 0
  private var noteCount = 0

  /// Notes and warnings count apart, so that they never crowd out an error.
  mutating func add(_ error: SyntaxError, at range: SourceRange) {
    if error.severity == .error {
      guard errorCount < Self.limit else { return }
      errorCount += 1
    } else {
      guard noteCount < Self.limit else { return }
      noteCount += 1
    }
    diagnostics.append(error.diagnostic(at: range))
  }
}

package import LedeKit

/// What the user chose of how results are shown.
package struct ConsoleSettings: Sendable {
  package var mode: OutputMode
  /// Rows of a result that are shown; 0 for all.
  package var rowLimit = 40
  /// Columns to write in; nil takes the terminal's.
  package var width: Int?
  package var showsTime = true
  /// Whether results have a footer and the console a banner (`--quiet` drops both).
  package var isQuiet = false
  /// Whether only ASCII is drawn (the texts stay as they are).
  package var isASCII = false

  package init(mode: OutputMode = .table, isQuiet: Bool = false) {
    self.mode = mode
    self.isQuiet = isQuiet
  }
}

import CLibedit
import Glibc

/// What the terminal, if there is one, can do, and what the user wants of it.
package struct TerminalTraits: Sendable {
  package var isInputTerminal: Bool
  package var isOutputTerminal: Bool
  /// `TERM=dumb` or no TERM: the cursor cannot be moved.
  package var isDumb: Bool
  package var hasColor: Bool
  private let fixedColumns: Int?
  private let output: Int32

  /// Reads the environment: `NO_COLOR`, `CLICOLOR_FORCE`, `TERM` and `COLUMNS`.
  package init(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO,
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) {
    isInputTerminal = isatty(input) == 1
    isOutputTerminal = isatty(output) == 1
    let term = environment("TERM") ?? ""
    isDumb = term.isEmpty || term == "dumb"
    let isForced = environment("CLICOLOR_FORCE").map { !$0.isEmpty && $0 != "0" } ?? false
    let isRefused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    hasColor = !isRefused && (isForced || (isOutputTerminal && !isDumb))
    fixedColumns = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    self.output = output
  }

  /// Columns to write in: of the terminal as it is now, or `COLUMNS` where that is set; nil where
  /// the output is no terminal.
  package var width: Int? {
    if let fixedColumns { return fixedColumns }
    guard isOutputTerminal else { return nil }
    return size?.columns ?? 80
  }

  /// Columns of the terminal itself, whatever `COLUMNS` says: where its lines wrap.
  var terminalColumns: Int { size?.columns ?? 80 }

  package var height: Int { size?.rows ?? 24 }

  private var size: (rows: Int, columns: Int)? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard TerminalGuardSize(output, &rows, &columns) != 0 else { return nil }
    return (Int(rows), Int(columns))
  }
}

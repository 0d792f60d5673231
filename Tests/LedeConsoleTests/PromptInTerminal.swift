import Glibc
import LedeTestSupport

/// The prompt of the real command, in a terminal and with a home folder of its own.
struct PromptInTerminal {
  let terminal: PseudoTerminal
  let home: TemporaryFolder

  /// nil where the command cannot be started.
  init?(
    arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24,
    columns: Int = 80, home: TemporaryFolder? = nil
  ) {
    guard let home = home ?? TemporaryFolder(), let command = Self.commandPath else { return nil }
    var variables = ["HOME": home.path, "XDG_STATE_HOME": home.path + "/state"]
    variables.merge(environment) { $1 }
    guard
      let terminal = PseudoTerminal(
        [command] + arguments, environment: variables, rows: rows, columns: columns)
    else { return nil }
    self.terminal = terminal
    self.home = home
  }

  /// Waits for the prompt of a line that is empty yet.
  func isReady() -> Bool {
    terminal.waits {
      $0.currentLine == "lede>" && $0.hasBracketedPaste && !terminal.isInLineMode
    }
  }

  /// Leaves by Ctrl-D; the exit code, or nil where the program stays.
  func leave() -> Int32? {
    terminal.type("\u{4}")
    return terminal.waitForExit()
  }

  /// The statements kept in the home folder, a line each.
  var history: String? { home.contents(of: "state/lede/history") }

  /// `lede` as it was built together with the tests.
  private static let commandPath: String? = {
    if let path = getenv("LEDE_UNDER_TEST") { return String(cString: path) }
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    let folder = String(cString: path).split(separator: "/").dropLast().joined(separator: "/")
    return "/" + folder + "/lede"
  }()
}

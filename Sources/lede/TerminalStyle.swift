import Glibc
import LedeKit

/// What the terminal can show, by the usual conventions.
enum TerminalStyle {
  /// Whether escape sequences for colour may be written there: NO_COLOR forbids, CLICOLOR_FORCE
  /// commands, else a terminal that is not dumb takes them.
  static func hasColor(on descriptor: Int32) -> Bool {
    if isSet("NO_COLOR") { return false }
    if isSet("CLICOLOR_FORCE") { return true }
    return isatty(descriptor) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
  }

  static var errorsHaveColor: Bool { hasColor(on: STDERR_FILENO) }

  /// Columns of the terminal: what COLUMNS says, else what standard output's terminal says.
  static var width: Int? {
    if let text = getenv("COLUMNS"), let columns = Int(String(cString: text)), columns > 0 {
      return columns
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func isSet(_ name: String) -> Bool {
    guard let value = getenv(name) else { return false }
    return value.pointee != 0
  }
}

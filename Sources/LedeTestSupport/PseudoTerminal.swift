import CPseudoTerminal
import Glibc

/// A command running in a terminal of its own, as a person sees and types it.
///
/// A class, since it owns a process and a descriptor; both are gone with it.
package final class PseudoTerminal {
  package private(set) var screen: TerminalScreen
  /// All bytes that the command wrote.
  package private(set) var output: [UInt8] = []
  package let process: Int32
  private let master: Int32
  private var exitCode: Int32?

  /// Starts a command; nil where that is not possible.
  ///
  /// The environment is all that the command gets; TERM is `xterm` unless given.
  package init?(
    _ command: [String], environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) {
    screen = TerminalScreen(rows: rows, columns: columns)
    var variables = ["TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    variables.merge(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var master: Int32 = -1
    process = CPseudoTerminalSpawn(
      &arguments, &environment, Int32(rows), Int32(columns), &master)
    self.master = master
    guard process > 0 else { return nil }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if process > 0, waitForExit(within: 0) == nil {
      kill(process, SIGKILL)
      _ = waitForExit(within: 5)
    }
    if master >= 0 { close(master) }
  }

  /// Types a text; special keys are their bytes (`\r`, `\u{3}`, `\u{1B}[A`).
  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let written = bytes[offset...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if written > 0 {
        offset += written
      } else if written < 0, errno == EAGAIN || errno == EINTR {
        // The command must read before more fits.
        receive(waiting: 10)
      } else {
        return
      }
    }
  }

  /// Waits until the text is on the screen or has left it at the top.
  package func waits(for text: String, within seconds: Double = 20) -> Bool {
    waits(within: seconds) { $0.wholeText.contains(text) }
  }

  /// Waits until something holds for the screen; where it never does, the screen is printed.
  package func waits(
    within seconds: Double = 20, until condition: (TerminalScreen) -> Bool
  ) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while true {
      if condition(screen) { return true }
      guard clock.now < end else {
        print("the screen is, at \(screen.cursor):\n\(screen.text)\n")
        return false
      }
      receive(waiting: 20)
    }
  }

  /// Reads until nothing has come for a while.
  package func settle(quietFor milliseconds: Int32 = 150) {
    while receive(waiting: milliseconds) {}
  }

  package func resize(rows: Int, columns: Int) {
    settle()
    screen.resize(rows: rows, columns: columns)
    _ = CPseudoTerminalResize(master, Int32(rows), Int32(columns))
  }

  package func send(_ signal: Int32) { kill(process, signal) }

  /// The exit code, or 128 and the signal's number; nil where the command still runs.
  package func waitForExit(within seconds: Double = 20) -> Int32? {
    if let exitCode { return exitCode }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    repeat {
      receive(waiting: 20)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        receive(waiting: 0)
        let signal = status & 0x7F
        exitCode = signal == 0 ? status >> 8 & 0xFF : 128 + signal
        return exitCode
      }
    } while clock.now < end
    return nil
  }

  /// Whether the terminal echoes and reads line by line, as a shell expects to find it.
  package var isInLineMode: Bool {
    var settings = termios()
    guard tcgetattr(master, &settings) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  // MARK: - Implementation

  /// Takes in what the command wrote; false where nothing came.
  @discardableResult private func receive(waiting milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0, waiting.revents & Int16(POLLIN) != 0 else {
      if waiting.revents & Int16(POLLHUP) != 0, milliseconds > 0 { usleep(5_000) }
      return false
    }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &piece, piece.count)
    guard count > 0 else { return false }
    output.append(contentsOf: piece[0..<count])
    screen.feed(piece[0..<count])
    return true
  }
}

import Glibc
import LedeKit

/// Standard output: data, and nothing else.
///
/// Written in blocks; a reader that has gone away ends the
/// program quietly.
enum StandardOutput {
  /// Only the main thread writes results.
  nonisolated(unsafe) static let sink = FileDescriptorSink(descriptor: STDOUT_FILENO)

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes what is left; false where it could not be written, which is told.
  static func finish() -> Bool {
    sink.flush()
    guard let failure = sink.failure else { return true }
    StandardError.write("lede: standard output: \(String(cString: strerror(failure)))\n")
    return false
  }
}

/// Standard error: messages, unbuffered.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        return
      }
    }
  }
}

/// Standard input, as it is.
enum StandardInput {
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}

/// Standard streams that whoever started the program had closed.
enum ClosedStreams {
  /// Gives each a place of its own.
  ///
  /// Else the next file that is opened takes its number, and results are written into that. Output
  /// is held by what cannot be written, so that losing it is told.
  static func hold() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest free number is taken, which is this one: those below it are open.
      _ = open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_RDWR)
    }
  }
}

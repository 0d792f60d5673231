import Glibc

/// A command run by the shell, with what it printed.
package struct ShellCommand: Sendable {
  package var standardOutput: [UInt8]
  package var standardError: [UInt8]
  /// The exit code; 128 plus the signal where one ended it.
  package var exitCode: Int32

  /// Runs a command with `/bin/sh` and waits for its end.
  ///
  /// - Parameters:
  ///   - command: as typed.
  ///   - folder: the working folder; nil for this process's own.
  ///   - environment: variables to add or replace.
  ///   - input: what it reads from standard input.
  /// - Returns: nil where no process could be started.
  package static func run(
    _ command: String, in folder: String? = nil, environment: [String: String] = [:],
    input: [UInt8] = []
  ) -> ShellCommand? {
    guard let output = TemporaryFile(), let errors = TemporaryFile(),
      let inputFile = TemporaryFile(contents: input)
    else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputFile.descriptor, 0)
    posix_spawn_file_actions_adddup2(&actions, output.descriptor, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.descriptor, 2)

    // This process may ignore closed pipes; what it starts must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var variables = CommandLineEnvironment.current
    for (name, value) in environment { variables[name] = value }
    var child = pid_t()
    // The folder comes as a parameter, so that no name needs quoting.
    let script = folder == nil ? command : "cd \"$1\" || exit\n" + command
    let started = withCStrings(["/bin/sh", "-c", script, "sh", folder ?? "."]) { arguments in
      withCStrings(variables.map { $0.key + "=" + $0.value }) { variables in
        posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables)
      }
    }
    guard started == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return ShellCommand(
      standardOutput: output.contents(), standardError: errors.contents(),
      exitCode: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
  }
}

/// The environment of this process.
package enum CommandLineEnvironment {
  package static var current: [String: String] {
    var result: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let line = String(cString: text)
      if let equals = line.firstIndex(of: "=") {
        result[String(line[..<equals])] = String(line[line.index(after: equals)...])
      }
      entry = entry.advanced(by: 1)
    }
    return result
  }
}

/// Hands C an array of C strings that ends with a null pointer.
package func withCStrings<Result>(
  _ strings: [String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("never empty") }
    return body(base)
  }
}

/// A file without a name that is gone once it is closed.
private final class TemporaryFile {
  let descriptor: Int32

  init?(contents: [UInt8] = []) {
    let folder = CommandLineEnvironment.current["TMPDIR"] ?? "/tmp"
    var name = Array((folder + "/lede-XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
    var written = 0
    while written < contents.count {
      let count = contents[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  func contents() -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: block[..<count])
    }
  }
}

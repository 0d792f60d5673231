import Glibc

/// The statements typed in this and earlier sessions, oldest first, in a file of the user's own.
///
/// A class: the console and the editor see one history. Each statement is appended under a lock as
/// soon as it is there, so that neither a killed session nor two at once lose any; a statement over
/// several lines is one line of the file, with `\n` for line ends and `\\` for backslashes.
package final class StatementHistory {
  package private(set) var statements: [String] = []
  /// nil where nothing is kept.
  private let path: String?
  private let limit: Int
  private static let longestStatement = 1 << 20
  private static let longestFile = 1 << 24

  package init(path: String?, limit: Int = 5_000) {
    self.path = path
    self.limit = limit
    load()
  }

  /// The file in the user's state folder (XDG Base Directory Specification); nil without a home.
  package static func defaultPath(environment: (String) -> String?) -> String? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/lede/history"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/lede/history"
  }

  /// Keeps a statement, unless it is blank, begins with a blank, or repeats the last.
  package func add(_ statement: String) {
    guard let first = statement.utf8.first, first != 0x20, first != 0x09 else { return }
    guard statement.utf8.count <= Self.longestStatement, statement != statements.last,
      statement.utf8.contains(where: { $0 > 0x20 })
    else { return }
    statements.append(statement)
    save(statement)
  }

  // MARK: - Implementation

  private func load() {
    guard let path else { return }
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let isLocked = lock(descriptor)
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let start = max(0, size - Self.longestFile)
    lseek(descriptor, off_t(start), SEEK_SET)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < Self.longestFile {
      let count = read(descriptor, &piece, piece.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: piece[0..<count])
    }
    var lines = bytes.split(separator: 0x0A)
    if start > 0, !lines.isEmpty { lines.removeFirst() }
    statements = lines.suffix(limit).map(Self.unescaped)
    if isLocked, start > 0 || lines.count > limit * 2 { rewrite(descriptor) }
  }

  private func rewrite(_ descriptor: Int32) {
    let bytes = statements.flatMap(Self.escaped)
    lseek(descriptor, 0, SEEK_SET)
    guard ftruncate(descriptor, 0) == 0 else { return }
    writeAll(bytes, to: descriptor)
  }

  private func save(_ statement: String) {
    guard let path else { return }
    makeFolders(of: path)
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(path, flags, mode_t(0o600))
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    guard lock(descriptor) else { return }
    writeAll(Self.escaped(statement), to: descriptor)
  }

  /// Waits a moment for other sessions, but never for one that hangs.
  private func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<20 {
      if lockf(descriptor, F_TLOCK, 0) == 0 { return true }
      usleep(10_000)
    }
    return false
  }

  private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    bytes.withUnsafeBytes { bytes in
      while offset < bytes.count {
        let written = write(
          descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        if written > 0 { offset += written } else if errno != EINTR { return }
      }
    }
  }

  private func makeFolders(of path: String) {
    let parts = path.split(separator: "/").dropLast()
    var folder = ""
    for part in parts {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  private static func escaped(_ statement: String) -> [UInt8] {
    var line: [UInt8] = []
    for byte in statement.utf8 {
      switch byte {
      case 0x0A: line.append(contentsOf: "\\n".utf8)
      case 0x0D: line.append(contentsOf: "\\r".utf8)
      case 0x5C: line.append(contentsOf: "\\\\".utf8)
      default: line.append(byte)
      }
    }
    line.append(0x0A)
    return line
  }

  private static func unescaped(_ line: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscape = false
    for byte in line {
      if isEscape {
        switch byte {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        default: bytes.append(byte)
        }
        isEscape = false
      } else if byte == 0x5C {
        isEscape = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import Glibc

/// Reads files whole.
package enum FileContents {
  /// The largest file that offsets in articles can count.
  static let limit = Int(Int32.max)

  /// The bytes of a file, or of standard input where `path` is `-`.
  static func read(_ path: FilePath) throws(ReadingFailure) -> [UInt8] {
    if path.isStandardInput { return try read(descriptor: 0, expected: 0) }
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .system(EISDIR) }
    if status.st_size > limit { throw .tooLarge }
    return try read(descriptor: descriptor, expected: Int(status.st_size))
  }

  // MARK: - Implementation

  /// Reads to the end.
  ///
  /// The size that the system states is a first guess only: files grow, and
  /// pipes state none.
  private static func read(
    descriptor: Int32, expected: Int
  ) throws(ReadingFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: ReadingFailure?
    var isAtEnd = false
    // One byte more, so that the end of a file of the stated size is seen at the first reading.
    var capacity = max(expected + 1, 1 << 16)
    while !isAtEnd {
      let before = bytes.count
      let old = bytes
      bytes = []
      bytes = Array(unsafeUninitializedCapacity: capacity) { buffer, count in
        count = old.withUnsafeBufferPointer { old in
          for index in 0..<before { buffer[index] = old[index] }
          return before
        }
        while count < capacity {
          let length = Glibc.read(
            descriptor, buffer.baseAddress.map { $0 + count }, capacity - count)
          if length > 0 {
            count += length
          } else if length == 0 {
            isAtEnd = true
            return
          } else if errno != EINTR {
            failure = .system(errno)
            isAtEnd = true
            return
          }
        }
      }
      if bytes.count > limit { throw .tooLarge }
      capacity *= 2
    }
    if let failure { throw failure }
    return bytes
  }
}

/// Why a file could not be read.
enum ReadingFailure: Error {
  case system(Int32)
  case tooLarge

  var problem: ReadingProblem {
    switch self {
    case .system(let code): return .unreadable(reason: Self.words(code))
    case .tooLarge: return .tooLarge
    }
  }

  /// The system's words for an error number, as a person says them.
  private static func words(_ code: Int32) -> String {
    switch code {
    case ENOENT: return "no such file or folder"
    case EACCES, EPERM: return "permission denied"
    case EISDIR: return "it is a folder"
    case ENOTDIR: return "a part of the path is not a folder"
    case ELOOP: return "its links lead in a circle"
    case ENAMETOOLONG: return "its name is too long"
    default:
      guard let words = strerror(code) else { return "error \(code)" }
      return String(cString: words)
    }
  }
}

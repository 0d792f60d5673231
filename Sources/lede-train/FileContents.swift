import Glibc

/// Whole files, read and written.
enum FileContents {
  /// The bytes of a file.
  static func read(_ path: String) throws(TrainingError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw failure(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while true {
      let before = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: 1 << 20))
      let count = bytes.withUnsafeMutableBytes { buffer in
        fread(buffer.baseAddress.map { $0 + before }, 1, 1 << 20, file)
      }
      bytes.removeLast((1 << 20) - count)
      if count < 1 << 20 { break }
    }
    guard ferror(file) == 0 else { throw failure(path) }
    return bytes
  }

  /// The text of a file.
  static func text(_ path: String) throws(TrainingError) -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  /// Writes a file anew.
  static func write(_ bytes: [UInt8], to path: String) throws(TrainingError) {
    guard let file = fopen(path, "wb") else { throw failure(path) }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, written == bytes.count else { throw failure(path) }
  }

  private static func failure(_ path: String) -> TrainingError {
    .file(path: path, reason: String(cString: strerror(errno)))
  }
}

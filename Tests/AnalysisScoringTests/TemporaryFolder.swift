import Glibc

/// A folder of its own for one test, removed with all that is in it at the end.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/lede-scoring-XXXXXX".utf8CString)
    path =
      mkdtemp(&template) == nil
      ? "/nonexistent"
      : String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    makeFolders(to: name)
    let file = path + "/" + name
    if let stream = fopen(file, "w") {
      _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
      fclose(stream)
    }
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  private func makeFolders(to name: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
  }

  private static func remove(_ path: String) {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard name != ".", name != ".." else { continue }
        var status = stat()
        let child = path + "/" + name
        if lstat(child, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          remove(child)
        } else {
          unlink(child)
        }
      }
      closedir(directory)
    }
    rmdir(path)
  }
}

package import Glibc

/// A folder of its own for one test, removed with all that is in it at the end.
///
/// It stands where the environment's `TMPDIR` says. A class, since its end removes the folder.
package final class TemporaryFolder {
  /// Without a slash at its end.
  package let path: String

  /// nil where no folder can be made.
  package init?() {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/lede-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Writes a file, and the folders that its name leads through; its path.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) -> String {
    makeFolders(to: name)
    let file = path + "/" + name
    if let stream = fopen(file, "w") {
      _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
      fclose(stream)
    }
    return file
  }

  /// Writes a file of text; its path.
  @discardableResult
  package func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) {
    makeFolders(to: name)
    _ = symlink(target, path + "/" + name)
  }

  /// The text of a file; nil where it cannot be read.
  package func contents(of name: String) -> String? {
    guard let file = fopen(path + "/" + name, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The permission bits of a file.
  package func permissions(of name: String) -> mode_t? {
    var status = stat()
    guard stat(path + "/" + name, &status) == 0 else { return nil }
    return status.st_mode & 0o777
  }

  // MARK: - Implementation

  private func makeFolders(to name: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
  }

  /// Links are removed, not followed.
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

import Glibc

/// What makes two paths lead to one file: its number on its device.
///
/// Standard input is a file, too.
struct FileIdentity: Hashable {
  private let device: UInt
  private let inode: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }

  /// The identity of what a path leads to; nil where it leads to nothing.
  init?(_ path: FilePath) {
    var status = stat()
    let isFound =
      path.isStandardInput
      ? fstat(STDIN_FILENO, &status) == 0 : path.withCString { stat($0, &status) } == 0
    guard isFound else { return nil }
    self.init(status)
  }
}

import Glibc

/// The files of a folder and of the folders in it, in name order.
///
/// Hidden files and folders, pipes and devices are left out. Links are followed; a folder that
/// links back to one that holds it is reported, not entered.
struct ArticleFolder {
  private var skippedCount = 0
  private var skippedEndings: [String: Int] = [:]
  private var found = 0
  private var parents: Set<FileIdentity> = []

  /// Hands every file that may hold articles to `file`, in byte order of the names in each folder.
  static func list(
    _ path: FilePath, report: (ReadingDiagnostic) -> Void, file: (FilePath) -> Void
  ) {
    var folder = ArticleFolder()
    let couldRead = folder.visit(path, report: report, file: file)
    func tell(_ problem: ReadingProblem) {
      report(ReadingDiagnostic(path: path.string, diagnostic: problem.diagnostic))
    }
    if folder.skippedCount > 0 {
      let endings = folder.skippedEndings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      tell(
        .skipped(
          count: folder.skippedCount, endings: endings.prefix(5).map { "\($0.value) .\($0.key)" }))
    }
    if couldRead, folder.found == 0 { tell(.folderWithoutArticles) }
  }

  // MARK: - Implementation

  /// Paths are bounded by the system (4,096 bytes), and so is this recursion.
  private mutating func visit(
    _ path: FilePath, report: (ReadingDiagnostic) -> Void, file: (FilePath) -> Void
  ) -> Bool {
    func tell(_ path: FilePath, _ problem: ReadingProblem) {
      report(ReadingDiagnostic(path: path.string, diagnostic: problem.diagnostic))
    }
    let names: [[UInt8]]
    let identity: FileIdentity
    do {
      (names, identity) = try Self.names(in: path)
    } catch {
      tell(path, error.problem)
      return false
    }
    guard parents.insert(identity).inserted else {
      tell(path, .folderLoop)
      return true
    }
    defer { parents.remove(identity) }
    for name in names {
      let path = path.appending(name)
      var status = stat()
      guard path.withCString({ stat($0, &status) }) == 0 else {
        found += 1
        tell(path, ReadingFailure.system(errno).problem)
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: _ = visit(path, report: report, file: file)
      case S_IFREG: offer(path, named: FileName(String(decoding: name, as: UTF8.self)), to: file)
      default: skippedCount += 1
      }
    }
    return true
  }

  private mutating func offer(
    _ path: FilePath, named name: FileName, to file: (FilePath) -> Void
  ) {
    switch ArticleFormats.guess(fileName: name.name) {
    case .reader:
      found += 1
      file(path)
    case .unsupported, .unknown:
      skippedCount += 1
      if let ending = name.ending { skippedEndings[ending, default: 0] += 1 }
    }
  }

  /// The names of a folder's entries, hidden ones left out, sorted by their bytes.
  private static func names(
    in path: FilePath
  ) throws(ReadingFailure) -> ([[UInt8]], FileIdentity) {
    guard let directory = path.withCString({ opendir($0) }) else { throw .system(errno) }
    defer { closedir(directory) }
    var status = stat()
    guard fstat(dirfd(directory), &status) == 0 else { throw .system(errno) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        Array(buffer.prefix { $0 != 0 })
      }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return (names, FileIdentity(status))
  }
}

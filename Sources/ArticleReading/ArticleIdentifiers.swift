/// Makes the ids of articles from the paths of their files.
enum ArticleIdentifiers {
  /// One id a path: the file's name less its endings, with as much more as tells it from others.
  ///
  /// Where names clash, the folder is added, and its folder, until they differ; where only the
  /// endings differ, the ending. The same path given twice has the same id.
  static func ids(for paths: [String]) -> [String] {
    var parts: [String: Parts] = [:]
    for path in paths where parts[path] == nil { parts[path] = Parts(path) }
    keepEndings(in: &parts)
    var ids: [String: String] = [:]
    var pending = Array(parts.keys)
    var depth = 0
    while !pending.isEmpty {
      var byID: [String: [String]] = [:]
      for path in pending {
        guard let part = parts[path] else { continue }
        byID[part.id(depth: depth), default: []].append(path)
      }
      pending = []
      for (id, paths) in byID {
        let isExhausted = paths.allSatisfy { (parts[$0]?.folders.count ?? 0) < depth }
        if paths.count == 1 || isExhausted {
          for path in paths { ids[path] = id }
        } else {
          pending += paths
        }
      }
      depth += 1
    }
    return paths.map { ids[$0] ?? $0 }
  }

  // MARK: - Implementation

  private struct Parts {
    /// The folders on the way to the file, outermost first.
    var folders: [Substring]
    var name: FileName
    var keepsEnding = false

    init(_ path: String) {
      name = FileName(path: path)
      folders = path.split(separator: "/").filter { $0 != "." }
      if !folders.isEmpty { folders.removeLast() }
    }

    var stem: String {
      if name.name == "-" { return "stdin" }
      return keepsEnding ? name.name : name.stem
    }

    func id(depth: Int) -> String {
      (folders.suffix(depth) + [stem[...]]).joined(separator: "/")
    }
  }

  /// Files of one folder that differ in their endings alone keep them.
  private static func keepEndings(in parts: inout [String: Parts]) {
    var byID: [String: [String]] = [:]
    for (path, part) in parts {
      byID[part.id(depth: part.folders.count), default: []].append(path)
    }
    for paths in byID.values where paths.count > 1 {
      for path in paths { parts[path]?.keepsEnding = true }
    }
  }
}

import Diagnostics
import Glibc
import LedeKit

/// Completes commands and what follows them.
struct ConsoleCommandCompletion {
  let session: any ConsoleSession

  func complete(_ text: String, at cursor: Int) -> Completion {
    let bytes = Array(text.utf8)
    let source = SourceText(name: "", bytes: bytes)
    let line = CommandLineWords(source)
    if cursor <= line.name.end {
      let word = String(
        decoding: bytes[line.name.start..<max(line.name.start, cursor)], as: UTF8.self)
      let commands = ConsoleCommandName.allCases.map {
        CompletionCandidate(
          text: "." + $0.rawValue, summary: $0.summary, ending: $0.usage.contains(" ") ? " " : "")
      }
      return Completion(start: line.name.start, candidates: matching(word, commands))
    }
    var start = line.name.end
    while start < cursor, bytes[start] <= 0x20 { start += 1 }
    let typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let name = ConsoleCommandName(rawValue: String(source.text(line.name).dropFirst()))
    switch name {
    case .help:
      let commands = ConsoleCommandName.allCases.map {
        CompletionCandidate(text: "." + $0.rawValue, summary: $0.summary, ending: "")
      }
      return Completion(start: start, candidates: matching(typed, session.helpTopics + commands))
    case .schema:
      let tables = session.tables.map {
        CompletionCandidate(text: $0.name, summary: $0.summary, ending: "")
      }
      return Completion(start: start, candidates: matching(typed, tables))
    case .mode:
      let modes = OutputMode.allCases.map {
        CompletionCandidate(text: $0.rawValue, summary: $0.summary, ending: "")
      }
      return Completion(start: start, candidates: matching(typed, modes))
    case .timer:
      return Completion(
        start: start,
        candidates: matching(
          typed, ["on", "off"].map { CompletionCandidate(text: $0, ending: "") }))
    case .read, .output, .once:
      return Completion(start: start, candidates: paths(beginningWith: typed))
    case .explain, .expand:
      let query = String(decoding: bytes[start...], as: UTF8.self)
      var completion = session.complete(query, at: cursor - start)
      completion.start += start
      return completion
    case .tables, .show, .why, .cite, .rows, .width, .history, .quit, .exit, nil:
      return Completion(start: start, candidates: [])
    }
  }

  // MARK: - Implementation

  private func matching(_ word: String, _ all: [CompletionCandidate]) -> [CompletionCandidate] {
    all.filter { $0.text.hasPrefix(word) }
  }

  private func paths(beginningWith typed: String) -> [CompletionCandidate] {
    let folderEnd = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<folderEnd])
    let name = String(typed[folderEnd...])
    guard let stream = opendir(folder.isEmpty ? "." : FileBytes.expanded(folder)) else { return [] }
    defer { closedir(stream) }
    var found: [CompletionCandidate] = []
    while let entry = readdir(stream), found.count < 10_000 {
      let entryName = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard entryName.hasPrefix(name), entryName != ".", entryName != "..",
        !entryName.hasPrefix(".") || name.hasPrefix(".")
      else { continue }
      let isFolder = Int(entry.pointee.d_type) == DT_DIR
      found.append(
        CompletionCandidate(text: folder + entryName + (isFolder ? "/" : ""), ending: ""))
    }
    return found.sorted { $0.text < $1.text }
  }
}

import ArticleReading
public import Diagnostics

/// Scripts as they lie on disk.
public enum ScriptFile {
  /// Reads a script; `-` stands for standard input.
  ///
  /// A first line `#!…` becomes a blank one, so that places in messages stay true. UTF-16 is
  /// decoded; a binary file is no script.
  /// - Throws: ``CorpusFailure`` where it cannot be read.
  public static func read(_ path: String) throws(CorpusFailure) -> SourceText {
    var bytes: [UInt8]
    do {
      bytes = try FileContents.readText(path: path)
    } catch {
      throw CorpusFailure(
        kind: .nothingRead,
        messages: [ReadingMessage(path: error.path, diagnostic: error.diagnostic)])
    }
    if bytes.starts(with: "#!".utf8) {
      let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      for index in 0..<end { bytes[index] = UInt8(ascii: " ") }
    }
    return SourceText(name: path == "-" ? "<standard input>" : path, bytes: bytes)
  }
}

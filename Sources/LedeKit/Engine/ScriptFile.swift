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
    var source = try readWhole(path)
    if source.bytes.starts(with: "#!".utf8) {
      var bytes = source.bytes
      let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      for index in 0..<end { bytes[index] = UInt8(ascii: " ") }
      source = SourceText(name: source.name, bytes: bytes)
    }
    return source
  }

  /// Reads a script with its first line as it is, to be written back.
  /// - Throws: ``CorpusFailure`` where it cannot be read.
  public static func readWhole(_ path: String) throws(CorpusFailure) -> SourceText {
    let bytes: [UInt8]
    do {
      bytes = try FileContents.readText(path: path)
    } catch {
      throw CorpusFailure(
        kind: .nothingRead,
        messages: [ReadingMessage(path: error.path, diagnostic: error.diagnostic)])
    }
    return SourceText(name: path == "-" ? "<standard input>" : path, bytes: bytes)
  }
}

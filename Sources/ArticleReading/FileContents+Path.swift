import Glibc

extension ReadingDiagnostic: Error {}

extension FileContents {
  /// The bytes of a file, or of standard input for `-`; throws what to tell a person.
  package static func read(path: String) throws(ReadingDiagnostic) -> [UInt8] {
    do {
      return try read(FilePath(path))
    } catch {
      throw ReadingDiagnostic(path: path, diagnostic: error.problem.diagnostic)
    }
  }

  /// Whether the path leads to a folder.
  package static func isFolder(path: String) -> Bool {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a file that must be a text, as for a script: UTF-16 becomes UTF-8, other bytes
  /// stay as they are; throws what to tell a person, also where the file is binary.
  package static func readText(path: String) throws(ReadingDiagnostic) -> [UInt8] {
    let bytes = try read(path: path)
    if let problem = BinaryFormat.problem(of: bytes) {
      throw ReadingDiagnostic(path: path, diagnostic: problem.diagnostic)
    }
    switch TextEncoding.detect(bytes).encoding {
    case .utf16LittleEndian, .utf16BigEndian: return DecodedText(bytes).utf8
    case .utf8, .latin1, .windows1252: return bytes
    }
  }
}

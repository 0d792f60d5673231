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
}

/// What all readers of text do first: refuse what is no text, decode, and say what was replaced.
enum TextFile {
  /// The decoded text, or nil where the file is empty or binary, which is reported.
  static func text(
    of file: ArticleFile, report: (ReadingDiagnostic) -> Void
  ) -> DecodedText? {
    func tell(_ problem: ReadingProblem) {
      report(ReadingDiagnostic(path: file.path, diagnostic: problem.diagnostic))
    }
    guard !file.bytes.isEmpty else {
      tell(.empty)
      return nil
    }
    if let problem = BinaryFormat.problem(of: file.bytes) {
      tell(problem)
      return nil
    }
    let text = DecodedText(file.bytes)
    guard !text.utf8.isEmpty else {
      tell(.empty)
      return nil
    }
    guard !isBlank(text.utf8) else {
      tell(.blank)
      return nil
    }
    guard text.utf8.count <= Int(Int32.max) else {
      tell(.tooLarge)
      return nil
    }
    if let first = text.firstReplacement {
      tell(.replacedBytes(count: text.replacements, first: first, encoding: text.encoding))
    }
    if text.encoding == .utf8, let first = file.bytes.firstIndex(of: 0) {
      tell(.zeroBytes(count: file.bytes.count { $0 == 0 }, first: first))
    }
    return text
  }

  // MARK: - Implementation

  /// Whether there is nothing but white space; byte order marks count as such.
  private static func isBlank(_ utf8: [UInt8]) -> Bool {
    let first = utf8.firstIndex { $0 > 0x20 && $0 != 0x7F } ?? utf8.count
    // Blanks beyond ASCII are rare, so this looks at one character as a rule.
    var rest = utf8[first...].makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      guard scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}" else {
        return false
      }
    }
    return true
  }
}

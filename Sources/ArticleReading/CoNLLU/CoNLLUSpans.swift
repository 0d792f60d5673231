import ArticleModel

/// Gathers the spans of a document from the `Span=type:id` of its tokens.
///
/// Tokens of one type and id are one span wherever they stand in the document, in as many ranges
/// as they make. Where a type stands without an id, tokens that follow each other are one.
struct CoNLLUSpans {
  private(set) var spans: [SpanAnnotation] = []
  private var indices: [ArraySlice<UInt8>: Int] = [:]

  /// Adds tokens to the spans that their MISC field names.
  mutating func add(
    _ tokens: TokenRange, misc: TextRange, of utf8: [UInt8], line: Int,
    _ log: inout CoNLLUProblemLog
  ) {
    for attribute in utf8[misc.start..<misc.end].split(separator: UInt8(ascii: "|")) {
      guard attribute.starts(with: Self.key) else { continue }
      for entry in attribute.dropFirst(Self.key.count).split(separator: UInt8(ascii: ",")) {
        add(tokens, entry, utf8, line, &log)
      }
    }
  }

  // MARK: - Implementation

  private static let key = Array("Span=".utf8)

  private mutating func add(
    _ tokens: TokenRange, _ entry: ArraySlice<UInt8>, _ utf8: [UInt8], _ line: Int,
    _ log: inout CoNLLUProblemLog
  ) {
    let entry = utf8.trimmed(TextRange(entry.startIndex, entry.endIndex))
    let colon = utf8[entry.start..<entry.end].firstIndex(of: UInt8(ascii: ":")) ?? entry.end
    let type = TextRange(entry.start, colon)
    let id = TextRange(min(colon + 1, entry.end), entry.end)
    if type.isEmpty || id.isEmpty {
      log.add(.span("Span=" + utf8.excerpt(entry)), line: line)
      if type.isEmpty { return }
    }
    let name = id.isEmpty ? utf8[type.start..<type.end] : utf8[entry.start..<entry.end]
    if let index = indices[name], let last = spans[index].tokens.last {
      if last.end >= tokens.start {
        spans[index].tokens[spans[index].tokens.count - 1].end = max(last.end, tokens.end)
        return
      }
      if !id.isEmpty {
        spans[index].tokens.append(tokens)
        return
      }
    }
    indices[name] = spans.count
    spans.append(
      SpanAnnotation(
        type: utf8.string(type), id: utf8.string(id), tokens: [tokens], evidence: .given))
  }
}

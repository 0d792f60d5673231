import ArticleModel

/// The lines of a text, one after the other; LF, CR and CRLF end a line.
struct TextLines: Sequence, IteratorProtocol {
  private let utf8: [UInt8]
  private var offset: Int

  init(_ utf8: [UInt8], from offset: Int = 0) {
    self.utf8 = utf8
    self.offset = offset
  }

  /// Where the next line begins.
  var nextStart: Int { offset }

  /// The next line without its end; nil after the last.
  mutating func next() -> TextRange? {
    guard offset < utf8.count else { return nil }
    let start = offset
    var end = start
    while end < utf8.count, utf8[end] != 0x0A, utf8[end] != 0x0D { end += 1 }
    offset = end
    if offset < utf8.count {
      let isPair = utf8[offset] == 0x0D && offset + 1 < utf8.count && utf8[offset + 1] == 0x0A
      offset += isPair ? 2 : 1
    }
    return TextRange(start, end)
  }
}

extension [UInt8] {
  /// The range without spaces and tabs at its ends.
  func trimmed(_ range: TextRange) -> TextRange {
    var range = range
    while range.start < range.end, self[range.start] == 0x20 || self[range.start] == 0x09 {
      range.start += 1
    }
    while range.start < range.end, self[range.end - 1] == 0x20 || self[range.end - 1] == 0x09 {
      range.end -= 1
    }
    return range
  }

  func string(_ range: TextRange) -> String {
    String(decoding: self[range.start..<range.end], as: UTF8.self)
  }
}

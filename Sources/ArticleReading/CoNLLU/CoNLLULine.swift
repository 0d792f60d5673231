import ArticleModel

/// One line of a CoNLL-U file, taken apart into ranges of the file's text.
enum CoNLLULine {
  case blank
  case comment(CoNLLUComment)
  case word(CoNLLUWord, FieldCount)
  /// A line of none of these kinds.
  case unread

  /// How many fields a word's line has, where CoNLL-U has ten.
  typealias FieldCount = Int
  static let fieldCount = 10

  /// - Parameters:
  ///   - utf8: the file's text.
  ///   - range: the line without its end.
  ///   - number: counted from 1, for messages.
  init(_ utf8: [UInt8], _ range: TextRange, number: Int) {
    let content = utf8.trimmed(range)
    if content.isEmpty {
      self = .blank
    } else if utf8[content.start] == UInt8(ascii: "#") {
      self = .comment(CoNLLUComment(utf8, content))
    } else {
      self = Self.word(utf8, range, number)
    }
  }

  // MARK: - Implementation

  private static func word(_ utf8: [UInt8], _ range: TextRange, _ number: Int) -> CoNLLULine {
    var fields: [TextRange] = []
    fields.reserveCapacity(fieldCount)
    var start = range.start
    var count = 1
    for offset in range.start..<range.end where utf8[offset] == 0x09 {
      if fields.count < fieldCount { fields.append(utf8.trimmed(TextRange(start, offset))) }
      start = offset + 1
      count += 1
    }
    if fields.count < fieldCount { fields.append(utf8.trimmed(TextRange(start, range.end))) }
    let hasTabs = count > 1
    if !hasTabs {
      // An editor may have made blanks of the tabs.
      fields = utf8[range.start..<range.end].split { $0 == 0x20 }
        .map { TextRange($0.startIndex, $0.endIndex) }
      count = fields.count
    }
    guard count > 1 else { return .unread }
    let identifier = CoNLLUWord.Identifier(utf8[fields[0].start..<fields[0].end])
    if !hasTabs, identifier == .unreadable { return .unread }
    func field(_ index: Int) -> TextRange {
      index < fields.count ? fields[index] : TextRange(range.end, range.end)
    }
    let word = CoNLLUWord(
      line: number, identifierField: field(0), identifier: identifier, form: field(1),
      lemma: field(2), universalTag: field(3), tag: field(4), head: field(6), relation: field(7),
      misc: field(9))
    return .word(word, count)
  }
}

/// A line that begins with `#`: `# key = value`, or a key alone.
struct CoNLLUComment {
  /// The key as it is written, without blanks at its ends.
  var key: String
  /// What follows `=` and one blank; nil where there is no `=`.
  var value: TextRange?

  init(_ utf8: [UInt8], _ content: TextRange) {
    let body = TextRange(content.start + 1, content.end)
    guard let equals = utf8[body.start..<body.end].firstIndex(of: UInt8(ascii: "=")) else {
      key = utf8.string(utf8.trimmed(body))
      return
    }
    key = utf8.string(utf8.trimmed(TextRange(body.start, equals)))
    let start = equals + 1
    let hasBlank = start < body.end && utf8[start] == 0x20
    value = TextRange(hasBlank ? start + 1 : start, body.end)
  }
}

/// The fields of a word's line that are read; one that is not there is empty.
struct CoNLLUWord {
  enum Identifier: Equatable {
    /// `8`
    case word(Int)
    /// `8-9`: a multiword token of those words.
    case range(Int, Int)
    /// `8.1`: a node of enhanced dependencies that stands in no text.
    case emptyNode
    case unreadable
  }

  /// Counted from 1.
  var line: Int
  var identifierField: TextRange
  var identifier: Identifier
  var form: TextRange
  var lemma: TextRange
  var universalTag: TextRange
  var tag: TextRange
  var head: TextRange
  var relation: TextRange
  var misc: TextRange
}

extension CoNLLUWord.Identifier {
  init(_ field: ArraySlice<UInt8>) {
    let parts = field.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
    guard let first = parts.first.flatMap({ Self.number($0) }) else {
      self = .unreadable
      return
    }
    guard parts.count == 2 else {
      self = first > 0 ? .word(first) : .unreadable
      return
    }
    guard let second = Self.number(parts[1]) else {
      self = .unreadable
      return
    }
    if field[parts[0].endIndex] == UInt8(ascii: ".") {
      self = .emptyNode
    } else {
      let isRange = first > 0 && second >= first && second - first < Self.longestRange
      self = isRange ? .range(first, second) : .unreadable
    }
  }

  /// The most words of a multiword token; a few share one place, not a whole text.
  private static let longestRange = 16

  /// The value of up to nine digits.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard 1...9 ~= digits.count else { return nil }
    var value = 0
    for byte in digits {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

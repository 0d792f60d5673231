import ArticleModel

/// The block of `key: value` lines between `---` lines at the head of a Markdown file.
///
/// The part of YAML that people use there: plain and quoted values, `[a, b]`, and lists of `- item`
/// lines. What is beyond that (nested maps, folded text) is passed over.
struct FrontMatter {
  struct Value: Hashable {
    var text: String
    /// Where it stands, without quotation marks.
    var range: TextRange
  }

  /// In the order of the file; keys in lower case.
  private(set) var entries: [(key: String, values: [Value])] = []
  /// Where the text after it begins.
  private(set) var end: Int

  enum Outcome {
    case none
    case found(FrontMatter)
    /// The opening line, after which no closing one comes.
    case withoutEnd(TextRange)
  }

  static func parse(_ utf8: [UInt8]) -> Outcome {
    var lines = TextLines(utf8)
    guard let opening = lines.next(), isRule(utf8, opening) else { return .none }
    var matter = FrontMatter(end: utf8.count)
    while let line = lines.next() {
      if isRule(utf8, line) || utf8[line.start..<line.end].elementsEqual("...".utf8) {
        matter.end = lines.nextStart
        return .found(matter)
      }
      matter.add(line, of: utf8)
    }
    // A lone rule at the head of a text is no front matter, but a block that says keys is.
    return matter.entries.isEmpty ? .none : .withoutEnd(opening)
  }

  /// The values of the first of `keys` that is there.
  func values(_ keys: String...) -> [Value] {
    for key in keys {
      if let entry = entries.first(where: { $0.key == key && !$0.values.isEmpty }) {
        return entry.values
      }
    }
    return []
  }

  // MARK: - Implementation

  private init(end: Int) { self.end = end }

  private static func isRule(_ utf8: [UInt8], _ line: TextRange) -> Bool {
    utf8.trimmed(line).count == 3 && utf8[line.start..<line.end].starts(with: "---".utf8)
  }

  private mutating func add(_ line: TextRange, of utf8: [UInt8]) {
    let content = utf8.trimmed(line)
    guard !content.isEmpty, utf8[content.start] != UInt8(ascii: "#") else { return }
    if utf8[content.start] == UInt8(ascii: "-"), content.count > 1, utf8[content.start + 1] == 0x20
    {
      guard !entries.isEmpty else { return }
      let item = utf8.trimmed(TextRange(content.start + 1, content.end))
      if let value = Self.value(utf8, item) { entries[entries.count - 1].values.append(value) }
      return
    }
    // Indented keys belong to a map that is passed over.
    guard content.start == line.start,
      let colon = utf8[content.start..<content.end].firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == content.end || utf8[colon + 1] == 0x20 || utf8[colon + 1] == 0x09
    else { return }
    let key = utf8.string(utf8.trimmed(TextRange(content.start, colon))).lowercased()
    entries.append((key, Self.values(utf8, utf8.trimmed(TextRange(colon + 1, content.end)))))
  }

  private static func values(_ utf8: [UInt8], _ range: TextRange) -> [Value] {
    guard range.count >= 2, utf8[range.start] == UInt8(ascii: "["),
      utf8[range.end - 1] == UInt8(ascii: "]")
    else { return value(utf8, range).map { [$0] } ?? [] }
    var values: [Value] = []
    var start = range.start + 1
    for offset in start..<range.end
    where utf8[offset] == UInt8(ascii: ",") || offset == range.end - 1 {
      if let value = value(utf8, utf8.trimmed(TextRange(start, offset))) { values.append(value) }
      start = offset + 1
    }
    return values
  }

  private static func value(_ utf8: [UInt8], _ range: TextRange) -> Value? {
    var range = range
    if range.count >= 2, let first = utf8[range.start...].first,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), utf8[range.end - 1] == first
    {
      range = TextRange(range.start + 1, range.end - 1)
    }
    return range.isEmpty ? nil : Value(text: utf8.string(range), range: range)
  }
}

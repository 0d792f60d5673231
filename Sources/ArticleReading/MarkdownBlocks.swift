import ArticleModel

/// The blocks of a Markdown text that hold prose: headings, paragraphs, list items, block quotes.
///
/// Ranges stand without the marks at a block's head (`#`, `>`, `-`); marks inside stay, as the text
/// is never edited. Code, rules, comments and link definitions are no prose and give no block.
struct MarkdownBlocks {
  struct Block: Hashable {
    enum Kind: Hashable {
      case heading(level: Int)
      case paragraph, listItem, blockQuote
    }

    var kind: Kind
    var range: TextRange
  }

  private let utf8: [UInt8]
  private var blocks: [Block] = []
  private var open: Block?
  /// The mark and length that close a block of code.
  private var fence: (mark: UInt8, count: Int)?
  private var isInComment = false

  /// The blocks from `start` on, in order.
  ///
  /// - Complexity: O(*n*).
  static func blocks(of utf8: [UInt8], from start: Int) -> [Block] {
    var state = MarkdownBlocks(utf8: utf8)
    for line in TextLines(utf8, from: start) { state.add(line) }
    state.close()
    return state.blocks
  }

  // MARK: - Implementation

  private init(utf8: [UInt8]) { self.utf8 = utf8 }

  private mutating func add(_ line: TextRange) {
    let content = utf8.trimmed(line)
    if isInFenceOrComment(content) { return }
    guard !content.isEmpty else { return close() }
    let first = utf8[content.start]
    if first == UInt8(ascii: "#"), let heading = heading(content) {
      close()
      blocks.append(heading)
    } else if let underlined = underlineLevel(content), case .paragraph? = open?.kind {
      open?.kind = .heading(level: underlined)
      close()
    } else if isRule(content) || isLinkDefinition(content) {
      close()
    } else if first == UInt8(ascii: ">") {
      addQuoted(content)
    } else if let itemStart = listItemStart(content) {
      close()
      open = Block(kind: .listItem, range: utf8.trimmed(TextRange(itemStart, content.end)))
    } else {
      extend(content, as: .paragraph)
    }
  }

  /// Text after an open block's line belongs to it, also without its mark.
  private mutating func extend(_ content: TextRange, as kind: Block.Kind) {
    if open == nil { open = Block(kind: kind, range: content) }
    open?.range.end = content.end
  }

  private mutating func addQuoted(_ content: TextRange) {
    var inner = content
    while !inner.isEmpty, utf8[inner.start] == UInt8(ascii: ">") {
      inner = utf8.trimmed(TextRange(inner.start + 1, inner.end))
    }
    guard !inner.isEmpty else { return close() }
    if open?.kind != .blockQuote { close() }
    extend(inner, as: .blockQuote)
  }

  private mutating func close() {
    if let block = open, !block.range.isEmpty { blocks.append(block) }
    open = nil
  }

  private mutating func isInFenceOrComment(_ content: TextRange) -> Bool {
    if isInComment {
      isInComment = !ends(content, with: "-->")
      return true
    }
    let mark = content.isEmpty ? 0 : utf8[content.start]
    let count = run(of: mark, in: content)
    if let fence {
      if mark == fence.mark, count >= fence.count, count == content.count { self.fence = nil }
      return true
    }
    if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"), count >= 3 {
      close()
      fence = (mark, count)
      return true
    }
    if utf8[content.start..<content.end].starts(with: "<!--".utf8) {
      close()
      isInComment = !ends(content, with: "-->")
      return true
    }
    return false
  }

  private func heading(_ content: TextRange) -> Block? {
    let level = run(of: UInt8(ascii: "#"), in: content)
    guard level <= 6, level == content.count || isBlank(content.start + level) else { return nil }
    var range = utf8.trimmed(TextRange(content.start + level, content.end))
    var end = range.end
    while end > range.start, utf8[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end == range.start || isBlank(end - 1) { range = utf8.trimmed(TextRange(range.start, end)) }
    return Block(kind: .heading(level: level), range: range)
  }

  private func underlineLevel(_ content: TextRange) -> Int? {
    for (mark, level) in [(UInt8(ascii: "="), 1), (UInt8(ascii: "-"), 2)]
    where run(of: mark, in: content) == content.count && content.count >= 2 {
      return level
    }
    return nil
  }

  private func isRule(_ content: TextRange) -> Bool {
    let mark = utf8[content.start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
    else { return false }
    var count = 0
    for byte in utf8[content.start..<content.end] where byte != 0x20 && byte != 0x09 {
      if byte != mark { return false }
      count += 1
    }
    return count >= 3
  }

  /// Whether the line is a link definition: `[name]: https://…`.
  private func isLinkDefinition(_ content: TextRange) -> Bool {
    guard open == nil, utf8[content.start] == UInt8(ascii: "["),
      let close = utf8[content.start..<content.end].firstIndex(of: UInt8(ascii: "]"))
    else { return false }
    return close + 1 < content.end && utf8[close + 1] == UInt8(ascii: ":")
  }

  /// Where the text of a list item begins, after `-`, `*`, `+`, `1.` or `1)` and a space.
  private func listItemStart(_ content: TextRange) -> Int? {
    var offset = content.start
    switch utf8[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): offset += 1
    case 0x30...0x39:
      while offset < content.end, 0x30...0x39 ~= utf8[offset] { offset += 1 }
      // A longer number begins a sentence rather than an item.
      guard offset - content.start <= 3, offset < content.end,
        utf8[offset] == UInt8(ascii: ".") || utf8[offset] == UInt8(ascii: ")")
      else { return nil }
      offset += 1
    default: return nil
    }
    return offset < content.end && isBlank(offset) ? offset : nil
  }

  private func run(of mark: UInt8, in content: TextRange) -> Int {
    utf8[content.start..<content.end].prefix { $0 == mark }.count
  }

  private func isBlank(_ offset: Int) -> Bool { utf8[offset] == 0x20 || utf8[offset] == 0x09 }

  private func ends(_ content: TextRange, with mark: String) -> Bool {
    utf8[content.start..<content.end].suffix(mark.utf8.count).elementsEqual(mark.utf8)
  }
}

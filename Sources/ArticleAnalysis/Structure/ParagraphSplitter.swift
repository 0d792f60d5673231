import ArticleModel

/// Parts plain text into paragraphs.
///
/// An empty line parts paragraphs. Inside a block of lines without one, each line is a paragraph,
/// unless the block was wrapped to a width: then a line continues the one before it wherever the
/// first word would not have fitted there, and an indented line begins a paragraph.
/// - Complexity: O(*n*) in the UTF-8 length.
enum ParagraphSplitter {
  /// Ranges without white space at either end, none empty.
  static func paragraphs(in utf8: [UInt8]) -> [TextRange] {
    utf8.withUnsafeBufferPointer { buffer in
      let reader = ScalarReader(bytes: buffer)
      var paragraphs: [TextRange] = []
      var block: [Line] = []
      var offset = 0
      while offset < buffer.count {
        let line = readLine(reader, from: &offset)
        if line.range.isEmpty {
          appendParagraphs(of: block, reader, to: &paragraphs)
          block.removeAll(keepingCapacity: true)
        } else {
          block.append(line)
        }
      }
      appendParagraphs(of: block, reader, to: &paragraphs)
      return paragraphs
    }
  }

  // MARK: - Implementation

  private struct Line {
    /// Without white space at either end.
    var range: TextRange
    var isIndented: Bool
  }

  /// Lines wider than this were not made by wrapping.
  private static let widestWrapping = 120
  private static let narrowestWrapping = 45

  private static func readLine(_ reader: ScalarReader, from offset: inout Int) -> Line {
    let start = offset
    var first = -1
    var last = start
    while offset < reader.bytes.count {
      let (value, length) = reader.scalar(at: offset)
      offset += length
      if value == 0x0D, reader.byte(offset) == 0x0A {
        offset += 1
        break
      }
      if value == 0x0A || value == 0x0D || value == 0x0C || value == 0x85 || value == 0x2028
        || value == 0x2029
      {
        break
      }
      if CharacterClass(value) != .space {
        if first < 0 { first = offset - length }
        last = offset
      }
    }
    guard first >= 0 else { return Line(range: TextRange(start, start), isIndented: false) }
    let isIndented = first - start >= 2 || (first > start && reader.byte(start) == 0x09)
    return Line(range: TextRange(first, last), isIndented: isIndented)
  }

  private static func appendParagraphs(
    of block: [Line], _ reader: ScalarReader, to paragraphs: inout [TextRange]
  ) {
    guard let first = block.first else { return }
    guard isWrapped(block, reader) else {
      paragraphs.append(contentsOf: block.map(\.range))
      return
    }
    let width = block.reduce(0) { max($0, $1.range.count) }
    let isIndentedThroughout = block.dropFirst().allSatisfy(\.isIndented)
    var paragraph = first.range
    for (index, line) in block.enumerated().dropFirst() {
      let continues =
        fills(block[index - 1], width: width, before: line, reader)
        && (isIndentedThroughout || !line.isIndented)
      if continues {
        paragraph.end = line.range.end
      } else {
        paragraphs.append(paragraph)
        paragraph = line.range
      }
    }
    paragraphs.append(paragraph)
  }

  /// Whether the first word of `next` would not have fitted after `line`.
  private static func fills(_ line: Line, width: Int, before next: Line, _ reader: ScalarReader)
    -> Bool
  {
    // Indentation and wide characters make the width uncertain by a few columns.
    line.range.count + 1 + firstWordLength(of: next, reader) + 4 > width
  }

  private static func firstWordLength(of line: Line, _ reader: ScalarReader) -> Int {
    var end = line.range.start
    while end < line.range.end, !reader.byte(end).isASCIISpace { end += 1 }
    return end - line.range.start
  }

  private static func isWrapped(_ block: [Line], _ reader: ScalarReader) -> Bool {
    guard block.count > 1 else { return false }
    let width = block.reduce(0) { max($0, $1.range.count) }
    guard width <= widestWrapping, width >= narrowestWrapping else { return false }
    var filled = 0
    var continued = 0
    for index in 1..<block.count {
      if fills(block[index - 1], width: width, before: block[index], reader) { filled += 1 }
      let isContinued =
        !endsSentence(block[index - 1], reader)
        || reader.byte(block[index].range.start).isASCIILowercase
      if isContinued { continued += 1 }
    }
    let breaks = block.count - 1
    if block.count == 2 {
      return filled == 1 && reader.byte(block[1].range.start).isASCIILowercase
    }
    return filled * 10 >= breaks * 6 && continued * 2 >= breaks
  }

  private static func endsSentence(_ line: Line, _ reader: ScalarReader) -> Bool {
    switch reader.byte(line.range.end - 1) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: ":"), 0x9D:
      return true
    default: return false
    }
  }
}

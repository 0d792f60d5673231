import ArticleModel

/// Parts plain text into paragraphs.
///
/// An empty line parts paragraphs. Inside a block of lines without one, each line is a paragraph,
/// unless the block was wrapped to a width: then a line continues the one before it wherever the
/// first word would not have fitted there. In a block that indents the first lines of paragraphs the
/// others continue them. An agency's sign-off ("REUTER", "-30-") stands alone.
/// - Complexity: O(*n*) in the UTF-8 length.
enum ParagraphSplitter {
  /// Ranges without white space at either end, none empty.
  static func paragraphs(in utf8: [UInt8]) -> [TextRange] {
    utf8.withUnsafeBufferPointer { buffer in
      let reader = ScalarReader(bytes: buffer)
      var offset = 0
      var first: [PhysicalLine] = []
      while offset < buffer.count, first.count < sample {
        first.append(PhysicalLine(reader, from: &offset))
      }
      let wrapping = LineWrapping(of: first)
      var paragraphs: [TextRange] = []
      var block: [PhysicalLine] = []
      func take(_ line: PhysicalLine) {
        if !line.isBlank { return block.append(line) }
        append(block, wrapping, reader, to: &paragraphs)
        block.removeAll(keepingCapacity: true)
      }
      for line in first { take(line) }
      while offset < buffer.count { take(PhysicalLine(reader, from: &offset)) }
      append(block, wrapping, reader, to: &paragraphs)
      return paragraphs
    }
  }

  // MARK: - Implementation

  /// So many lines show how a text is wrapped.
  private static let sample = 400

  private static func append(
    _ block: [PhysicalLine], _ wrapping: LineWrapping?, _ reader: ScalarReader,
    to paragraphs: inout [TextRange]
  ) {
    guard let last = block.last else { return }
    let isSigned = block.count > 1 && SignOff.isWhole(last.range, reader)
    let lines = isSigned ? block.dropLast() : block[...]
    if let indentation = Indentation(of: lines) {
      append(lines, indentation, to: &paragraphs)
    } else if let wrapping = LineWrapping(of: lines)?.joined(with: wrapping) ?? wrapping {
      append(lines, wrapping, to: &paragraphs)
    } else {
      paragraphs.append(contentsOf: lines.map(\.range))
    }
    if isSigned { paragraphs.append(last.range) }
  }

  private static func append(
    _ lines: ArraySlice<PhysicalLine>, _ wrapping: LineWrapping, to paragraphs: inout [TextRange]
  ) {
    let margin = lines.dropFirst().lazy.map(\.indentation).min() ?? 0
    var isInItem = lines.first?.isItem ?? false
    append(lines, to: &paragraphs) { index in
      let line = lines[index]
      let isIndented = line.indentation >= margin + 2
      // What is indented under an entry of a list belongs to it.
      isInItem = line.isItem || isInItem && isIndented
      return (isInItem || !isIndented) && wrapping.continues(line, after: lines[index - 1])
    }
  }

  private static func append(
    _ lines: ArraySlice<PhysicalLine>, _ indentation: Indentation,
    to paragraphs: inout [TextRange]
  ) {
    let width = lines.lazy.map(\.columns).max() ?? 0
    append(lines, to: &paragraphs) { index in
      let line = lines[index]
      let previous = lines[index - 1]
      guard !indentation.isIndented(line), !line.isItem,
        !previous.isAllCapitals || line.isAllCapitals
      else { return false }
      // A heading: alone between a sentence's end, before the margin's, and the next paragraph.
      let isLast = index + 1 == lines.endIndex || indentation.isIndented(lines[index + 1])
      return
        !(isLast && previous.endsSentence && !line.endsSentence && line.start == .uppercase
        && previous.columns + line.firstWord + 5 <= width)
    }
  }

  /// Appends a paragraph for each line, with those behind it that go on with the one before them.
  private static func append(
    _ lines: ArraySlice<PhysicalLine>, to paragraphs: inout [TextRange],
    continues: (Int) -> Bool
  ) {
    guard var paragraph = lines.first?.range else { return }
    for index in lines.indices.dropFirst() {
      if continues(index) {
        paragraph.end = lines[index].range.end
      } else {
        paragraphs.append(paragraph)
        paragraph = lines[index].range
      }
    }
    paragraphs.append(paragraph)
  }
}

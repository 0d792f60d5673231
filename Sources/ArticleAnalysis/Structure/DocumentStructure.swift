package import ArticleModel

/// Parts the text into paragraphs and says which part of the document each is.
///
/// What a reader states wins: paragraphs with roles are kept, and a stated headline or byline is
/// never replaced. In plain text the parts are told by their form: a short line before the text is
/// a headline, unless it is a picture's caption (a credit is run into it, or follows in the same
/// line); then there is none. A caption and its credit, a dateline and the text after it
/// become paragraphs of their own, unless the source parts the text itself, as a treebank does:
/// then its paragraphs stay whole. What cannot be told is body.
/// - Complexity: O(*n*) in the UTF-8 length.
package struct DocumentStructure: AnalysisComponent {
  package let needsEnglish = false

  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let source = article.article
    source.text.utf8.withUnsafeBufferPointer { buffer in
      var builder = StructureBuilder(article: source, reader: ScalarReader(bytes: buffer))
      builder.build()
      article.paragraphs = builder.paragraphs
      article.parts = builder.parts
    }
  }
}

/// Makes the paragraphs of one article from first to last.
private struct StructureBuilder {
  let article: Article
  let reader: ScalarReader
  var paragraphs: [Paragraph] = []
  var parts = AnnotatedArticle.Parts()
  private var hasText = false
  /// Whether no line is running text, so that no paragraph opens a story.
  private var isLinesOnly = false
  /// The paragraphs that a source of tokens parts, which stay whole.
  private let given: [TextRange]?

  init(article: Article, reader: ScalarReader) {
    self.article = article
    self.reader = reader
    given = article.given?.paragraphs
  }

  mutating func build() {
    if article.paragraphs.isEmpty {
      readPlainText()
    } else {
      for paragraph in article.paragraphs { takeStated(paragraph) }
    }
    nameParts()
  }

  // MARK: - What the source states

  private mutating func takeStated(_ paragraph: Paragraph) {
    var paragraph = paragraph
    paragraph.range.end = min(paragraph.range.end, reader.bytes.count)
    paragraph.range.start = max(paragraph.range.start, paragraphs.last?.range.end ?? 0)
    guard !paragraph.range.isEmpty else { return }
    if !hasText, paragraph.role == .body || paragraph.role == .lede {
      hasText = true
      appendText(paragraph.range, role: paragraph.role, evidence: paragraph.evidence)
    } else if paragraph.role == .caption {
      appendCaption(paragraph.range, evidence: paragraph.evidence)
    } else {
      paragraphs.append(paragraph)
    }
  }

  // MARK: - Plain text

  private mutating func readPlainText() {
    let ranges = given ?? ParagraphSplitter.paragraphs(in: article.text.utf8)
    let shapes = ranges.map { LineShape(of: $0, in: reader) }
    let first = ranges.indices.first { isText($0, ranges, shapes) } ?? ranges.count
    if first == ranges.count, !holdsSentence(shapes) {
      // Lines without any running text: nothing tells a title from the rest.
      isLinesOnly = true
      // A report of figures alone has its company and period above them.
      let isReport = ranges.count >= 3 && isReport(ranges)
      for range in ranges { appendLine(range, isReport: isReport) }
      return
    }
    readFront(ranges[..<first])
    for index in first..<ranges.count {
      let range = ranges[index]
      if index == first {
        appendText(range, role: .body, evidence: Evidence("structure.text", confidence: 0.95))
      } else if isBoilerplate(range) {
        append(range, .boilerplate, "structure.boilerplate", 0.9)
      } else if SignOff.isWhole(range, reader) {
        append(range, .boilerplate, "structure.sign-off", 0.9)
      } else if let credit = captionCredit(in: range, shapes[index]) {
        append(caption: range, credit: credit)
      } else if isHeading(index, ranges, shapes) {
        append(range, .heading, "structure.heading", 0.7)
      } else {
        append(range, .body, "structure.text", 0.95)
      }
    }
  }

  private func holdsSentence(_ shapes: [LineShape]) -> Bool {
    shapes.contains { $0.endsSentence && $0.words >= 5 }
  }

  /// Running text: sentences, or a dateline before them.
  private func isText(_ index: Int, _ ranges: [TextRange], _ shapes: [LineShape]) -> Bool {
    let shape = shapes[index]
    let range = ranges[index]
    if DatelineFinder.dateline(in: range, of: reader) != nil, shape.words >= 8 { return true }
    if isByline(range, shape) || isBoilerplate(range) { return false }
    if captionCredit(in: range, shape) != nil { return false }
    if shape.holdsSentenceEnd || shape.words > 40 { return true }
    // A title may end as a sentence does, but then it is short and no text stands before it; a
    // question may be longer, with the story behind it.
    guard index == 0 else { return shape.endsSentence && shape.words >= 4 }
    let isQuestion = shape.endsQuestion && shape.words <= 12 && !isBeginning(of: ranges)
    return shape.endsSentence && shape.words >= 6 && !isQuestion
  }

  /// Whether the first paragraph can be no title: nothing longer stands behind it.
  private func isBeginning(of ranges: [TextRange]) -> Bool {
    ranges.count < 3 || ranges[1].count <= ranges[0].count
  }

  private func isReport(_ ranges: [TextRange]) -> Bool {
    !TableLine.isRow(ranges[0], reader) && ranges.prefix(6).contains { TableLine.isRow($0, reader) }
  }

  private mutating func appendLine(_ range: TextRange, isReport: Bool) {
    let shape = LineShape(of: range, in: reader)
    if isReport, paragraphs.isEmpty, !isStatedTitle {
      append(range, .headline, "structure.headline", 0.7)
    } else if isReport, appendDatelineAlone(range) {
      return
    } else if !paragraphs.isEmpty, SignOff.isWhole(range, reader) {
      append(range, .boilerplate, "structure.sign-off", 0.9)
    } else if let credit = captionCredit(in: range, shape) {
      append(caption: range, credit: credit)
    } else if isByline(range, shape) {
      append(range, .byline, "structure.byline", 0.9)
    } else {
      append(range, .body, "structure.unknown", 0.5)
    }
  }

  /// The lines before the text.
  private mutating func readFront(_ ranges: ArraySlice<TextRange>) {
    var hasTitle = isStatedTitle
    let captions = ranges.prefix(10).filter { range in
      captionCredit(in: range, LineShape(of: range, in: reader)) != nil
    }
    for (index, range) in zip(ranges.indices, ranges) {
      let shape = LineShape(of: range, in: reader)
      if isStated(article.headline, range) {
        append(range, .headline, "given", 1)
        hasTitle = true
      } else if isStated(article.subheadline, range) {
        append(range, .subheadline, "given", 1)
      } else if let credit = captionCredit(in: range, shape) {
        append(caption: range, credit: credit)
      } else if captions.contains(where: { repeats(range, in: $0) }) {
        append(range, .caption, "structure.caption-repeated", 0.95)
      } else if isStated(article.byline, range) || isByline(range, shape) {
        append(range, .byline, "structure.byline", 0.9)
      } else if isBoilerplate(range) || isDateLine(range, shape) {
        append(range, .boilerplate, "structure.boilerplate", 0.85)
      } else if hasTitle, appendDatelineAlone(range) {
        continue
      } else if hasTitle, isTableRow(index, ranges) {
        append(range, .body, Self.tableRow, 0.6)
      } else if !hasTitle {
        append(range, .headline, "structure.headline", 0.85)
        hasTitle = true
      } else if paragraphs.last?.role == .headline {
        append(range, .subheadline, "structure.subheadline", 0.7)
      } else {
        append(range, .heading, "structure.heading", 0.5)
      }
    }
  }

  /// Whether the source states a headline that stands outside of the text.
  private var isStatedTitle: Bool {
    article.headline != nil && article.headline?.range == nil
  }

  /// Takes a line that is a dateline with its dash and no more: "LEEDS, March 3 -".
  private mutating func appendDatelineAlone(_ range: TextRange) -> Bool {
    guard parts.dateline == nil, let dateline = DatelineFinder.dateline(in: range, of: reader),
      dateline.textStart >= range.end
    else { return false }
    parts.dateline = dateline.range
    parts.datelinePlace = dateline.place
    append(dateline.range, .dateline, "structure.dateline", 0.9)
    return true
  }

  /// A row of figures, or one figure beside such a row.
  private func isTableRow(_ index: Int, _ ranges: ArraySlice<TextRange>) -> Bool {
    if TableLine.isRow(ranges[index], reader) { return true }
    guard ranges[index].count <= 80, digits(in: ranges[index]) > 0 else { return false }
    return [index - 1, index + 1].contains {
      ranges.indices.contains($0) && TableLine.isRow(ranges[$0], reader)
    }
  }

  private static let tableRow = "structure.table-row"

  private func isStated(_ stated: Article.Stated?, _ range: TextRange) -> Bool {
    guard let stated else { return false }
    if let place = stated.range { return place.overlaps(range) }
    let value = Array(stated.value.utf8)
    return value.count == range.count && equal(range.start, value[...])
  }

  /// Whether `line` is also the beginning of the longer line `caption`.
  private func repeats(_ line: TextRange, in caption: TextRange) -> Bool {
    guard line.count <= caption.count, line.start != caption.start else { return false }
    for index in 0..<line.count
    where reader.byte(line.start + index) != reader.byte(caption.start + index) {
      return false
    }
    return true
  }

  private func equal(_ start: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() where reader.byte(start + index) != byte {
      return false
    }
    return true
  }

  // MARK: - Forms

  private func captionCredit(in range: TextRange, _ shape: LineShape) -> TextRange? {
    guard shape.words <= 120 else { return nil }
    return CreditLine.credit(in: range, of: reader)
  }

  /// "By Ana Ruiz", "By Ana Ruiz and Per Holm, Reuters".
  private func isByline(_ range: TextRange, _ shape: LineShape) -> Bool {
    guard shape.words >= 2, shape.words <= 16, range.count > 5 else { return false }
    let start = range.start
    let isBy =
      (reader.byte(start) == UInt8(ascii: "B"))
      && (reader.byte(start + 1) | 0x20) == UInt8(ascii: "y")
    guard isBy, reader.byte(start + 2).isASCIISpace || reader.byte(start + 2) == UInt8(ascii: ":")
    else { return false }
    var cursor = start + 3
    while reader.byte(cursor).isASCIISpace { cursor += 1 }
    let first = reader.byte(cursor)
    return (first.isASCIIUppercase || first >= 0xC3)
      && reader.byte(range.end - 1) != UInt8(ascii: ".")
  }

  private static let boilerplateStarts: [StaticString] = [
    "follow ", "read more", "sign up", "subscribe", "copyright", "all rights reserved", "\u{A9}",
    "advertisement", "share this", "click here", "this article originally", "our standards:",
    "(reporting by", "reporting by ", "(editing by", "editing by ", "(additional reporting",
    "additional reporting", "(writing by", "published:", "published ", "updated:", "updated ",
    "last updated", "related:", "read also", "see also:", "also read", "download the", "email us",
    "contact us", "print", "story continues below", "this story has been", "join our", "watch:",
    "listen:", "skip to", "get the latest", "want more", "we want to hear", "like us on",
    "do you have a", "correction:",
  ]

  private func isBoilerplate(_ range: TextRange) -> Bool {
    guard range.count <= 400 else { return false }
    return Self.boilerplateStarts.contains { start in
      start.withUTF8Buffer { expected in
        guard range.count >= expected.count else { return false }
        for index in 0..<expected.count
        where reader.byte(range.start + index).asciiLowercased != expected[index] {
          return false
        }
        // "Published" and "Updated" may begin a sentence; as labels they stand before a date.
        let isLabel = expected.count > 8 && expected[expected.count - 1] == 0x20
        return !isLabel || range.count <= 90
      }
    }
  }

  /// A line that is a date and little else: "March 3, 2023", "3 March 2023 10:15 GMT".
  private func isDateLine(_ range: TextRange, _ shape: LineShape) -> Bool {
    guard shape.words <= 9, range.count <= 60, digits(in: range) >= 5 else { return false }
    return words(in: range).contains { DateWord.isDistinct($0, reader) }
      && !TableLine.isRow(range, reader)
  }

  private func digits(in range: TextRange) -> Int {
    (range.start..<range.end).count { reader.byte($0).isASCIIDigit }
  }

  /// The stretches between white space of a short line.
  private func words(in range: TextRange) -> [TextRange] {
    var words: [TextRange] = []
    var start = range.start
    for offset in range.start...range.end
    where offset == range.end || reader.byte(offset).isASCIISpace {
      if offset > start { words.append(TextRange(start, offset)) }
      start = offset + 1
    }
    return words
  }

  /// A short line without a sentence's end, between paragraphs of text.
  private func isHeading(_ index: Int, _ ranges: [TextRange], _ shapes: [LineShape]) -> Bool {
    let shape = shapes[index]
    guard shape.startsUppercase, shape.words >= 1, shape.words <= 10, !shape.endsSentence,
      index + 1 < ranges.count, !PhysicalLine.isItem(ranges[index], reader)
    else { return false }
    return shapes[index + 1].words > shape.words && shapes[index + 1].words >= 8
  }

  // MARK: - Paragraphs

  private mutating func append(
    _ range: TextRange, _ role: Paragraph.Role, _ how: String, _ confidence: Double
  ) {
    guard !range.isEmpty else { return }
    // Of a given paragraph the rules find out only that it is more than text.
    let isGiven = given != nil && role == .body
    paragraphs.append(
      Paragraph(
        range: range, role: role,
        evidence: isGiven ? .given : Evidence(how, confidence: confidence)))
  }

  private mutating func append(caption range: TextRange, credit: TextRange) {
    var caption = TextRange(range.start, credit.start)
    while caption.end > caption.start {
      let byte = reader.byte(caption.end - 1)
      guard byte.isASCIISpace || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") else {
        break
      }
      caption.end -= 1
    }
    if given != nil {
      append(range, .caption, "structure.caption", 0.95)
      if parts.caption == nil, !caption.isEmpty { parts.caption = caption }
      parts.credit = parts.credit ?? credit
      return
    }
    append(caption, .caption, "structure.caption", 0.95)
    append(credit, .credit, "structure.credit", 0.95)
  }

  private mutating func appendCaption(_ range: TextRange, evidence: Evidence) {
    if let credit = CreditLine.credit(in: range, of: reader) {
      append(caption: range, credit: credit)
    } else {
      paragraphs.append(Paragraph(range: range, role: .caption, evidence: evidence))
    }
  }

  /// The first paragraph of text, with its dateline parted from it.
  private mutating func appendText(_ range: TextRange, role: Paragraph.Role, evidence: Evidence) {
    var text = range
    if let dateline = DatelineFinder.dateline(in: range, of: reader) {
      text.start = dateline.textStart
      parts.dateline = dateline.range
      parts.datelinePlace = dateline.place
      if given == nil { append(dateline.range, .dateline, "structure.dateline", 0.95) }
    }
    if given != nil {
      if text.start > range.start, !text.isEmpty { parts.lede = text }
      let role = parts.lede == nil ? role : .lede
      paragraphs.append(Paragraph(range: range, role: role, evidence: .given))
    } else if !text.isEmpty {
      paragraphs.append(Paragraph(range: text, role: role, evidence: evidence))
    }
  }

  // MARK: - Parts

  private mutating func nameParts() {
    for (index, paragraph) in paragraphs.enumerated() {
      switch paragraph.role {
      case .headline: parts.headline = parts.headline ?? paragraph.range
      case .subheadline: parts.subheadline = parts.subheadline ?? paragraph.range
      case .byline: parts.byline = parts.byline ?? paragraph.range
      case .dateline: parts.dateline = parts.dateline ?? paragraph.range
      case .caption: parts.caption = parts.caption ?? paragraph.range
      case .credit: parts.credit = parts.credit ?? paragraph.range
      case .lede: parts.lede = parts.lede ?? paragraph.range
      case .body where parts.lede == nil && !isLinesOnly && paragraph.evidence.how != Self.tableRow:
        paragraphs[index].role = .lede
        parts.lede = paragraph.range
      case .body, .heading, .boilerplate: break
      }
    }
    if let stated = article.headline { parts.headline = stated.range ?? parts.headline }
    if let stated = article.subheadline { parts.subheadline = stated.range ?? parts.subheadline }
    if let stated = article.byline { parts.byline = stated.range ?? parts.byline }
  }
}

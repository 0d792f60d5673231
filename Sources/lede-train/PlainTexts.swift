import ArticleAnalysis
import ArticleModel

/// Texts without annotation, in the words of lede's own tokenizer.
struct PlainTexts {
  /// The numbers of a sentence's words in lower case, as ``ParserWords/wordPart(_:)`` has them.
  private(set) var sentences: [[UInt64]] = []

  /// Adds a file: a text, or lines of JSON each with a "text" where its name ends in `.jsonl`.
  mutating func read(_ path: String) throws(TrainingError) {
    let bytes = try FileContents.read(path)
    guard path.hasSuffix(".jsonl") else { return add(bytes) }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let text = Self.text(ofJSON: line) { add(text) }
    }
  }

  /// Adds the text of a treebank's sentences.
  mutating func add(_ document: AnnotatedArticle) {
    for sentence in document.sentences {
      sentences.append(
        document.tokens[sentence.tokens.start..<sentence.tokens.end].map {
          ParserWords.wordPart(document.words.utf8($0.lower))
        })
    }
  }

  // MARK: - Implementation

  private mutating func add(_ text: [UInt8]) {
    var article = AnnotatedArticle(
      article: Article(id: "", text: ArticleText(utf8: text), format: "text"))
    for component: any AnalysisComponent in [DocumentStructure(), Tokenizer(), SentenceSplitter()] {
      component.annotate(&article)
    }
    add(article)
  }

  /// The string of the key "text" of a JSON object on one line; nil where it has none.
  static func text(ofJSON line: ArraySlice<UInt8>) -> [UInt8]? {
    let key = Array(#""text""#.utf8)
    guard let found = line.firstRange(of: key) else { return nil }
    var rest = line[found.upperBound...].drop { $0 == UInt8(ascii: " ") }
    guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
    rest = rest.drop { $0 == UInt8(ascii: " ") }
    guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
    var text: [UInt8] = []
    var surrogate: UInt32?
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") { return text }
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        text.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
      case UInt8(ascii: "u"):
        guard let unit = UInt32(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) else {
          return nil
        }
        rest = rest.dropFirst(4)
        var scalar = unit
        if (0xD800..<0xDC00).contains(unit) {
          surrogate = unit
          continue
        }
        if let high = surrogate, (0xDC00..<0xE000).contains(unit) {
          scalar = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
        }
        surrogate = nil
        if let scalar = Unicode.Scalar(scalar) { text.append(contentsOf: String(scalar).utf8) }
      default: text.append(escape)
      }
    }
    return nil
  }
}

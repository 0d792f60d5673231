import Columns
import QueryPlanning

/// How much text there is: `strlen`, `string_size`, `words`, and `isascii`.
enum TextMeasures {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "strlen", .taking(.text("text"), giving: .long), naming: .prefixed("strlen"),
      summary: "The number of characters (Unicode code points).",
      example: ("print strlen(\"naïve\")", "5")
    ) { context, arguments, count in
      context.mapTextToLong(arguments, count) { text, _ in Int64(UTF8Scalars.count(text)) }
    },
    ScalarFunction(
      "string_size", .taking(.text("text"), giving: .long), naming: .prefixed("string_size"),
      summary: "The number of bytes in UTF-8.", example: ("print string_size(\"naïve\")", "6")
    ) { context, arguments, count in
      context.mapTextToLong(arguments, count) { text, _ in Int64(text.count) }
    },
    ScalarFunction(
      "words", .taking(.text("text"), giving: .long),
      summary: "The number of words, punctuation not counted.",
      example: ("print words(\"Don't ask, said al-Masri: 1,200 left.\")", "6")
    ) { context, arguments, count in
      context.mapTextToLong(arguments, count) { text, _ in Int64(countWords(text)) }
    },
    ScalarFunction(
      "sentences", .taking(.text("text"), giving: .long),
      summary: "The number of sentences, as articles are cut into them.",
      example: Example(
        "print sentences(\"Mr. Ito left. Nobody asked.\")", "2", needsArticles: true)
    ) { context, arguments, count in
      guard let articles = context.articles else { return .nulls(.long, count: count) }
      return context.mapTextToLong(arguments, count) { text, _ in
        Int64(articles.sentenceCount(of: String(decoding: text, as: UTF8.self)))
      }
    },
    ScalarFunction(
      "isascii", .taking(.text("text"), giving: .bool),
      summary: "Whether all characters are ASCII.", example: ("print isascii(\"naïve\")", "false")
    ) { context, arguments, count in
      context.mapTextToBool(arguments, count) { text, _ in text.allSatisfy { $0 < 0x80 } }
    },
  ]

  /// Terms, those counted once that one apostrophe, hyphen, point or comma inside joins
  /// (`don't`, `al-Masri`, `1,200`).
  static func countWords(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var lastEnd: Int?
    TermBoundary.forEachTerm(text) { term in
      if let end = lastEnd, joins(text, end..<term.lowerBound) {
        lastEnd = term.upperBound
        return
      }
      count += 1
      lastEnd = term.upperBound
    }
    return count
  }

  // MARK: - Implementation

  private static func joins(_ text: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) -> Bool {
    if gap.count == 3 {
      // The curly apostrophe and the hyphen proper.
      return text[gap.lowerBound] == 0xe2 && text[gap.lowerBound + 1] == 0x80
        && (text[gap.lowerBound + 2] == 0x99 || text[gap.lowerBound + 2] == 0x90)
    }
    guard gap.count == 1 else { return false }
    switch text[gap.lowerBound] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"): return true
    case UInt8(ascii: "."), UInt8(ascii: ","):
      return text[gap.lowerBound - 1].isASCIIDigit && text[gap.upperBound].isASCIIDigit
    default: return false
    }
  }
}

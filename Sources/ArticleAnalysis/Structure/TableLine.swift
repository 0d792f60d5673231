import ArticleModel

/// A row of figures, as reports of companies' results begin with: "Net 1.2 mln vs 1.4 mln".
enum TableLine {
  /// Whether a short line holds two figures or more, each a word apart from the next, and no date.
  static func isRow(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    guard range.count <= 80 else { return false }
    var words = 0
    var figures = 0
    var cursor = range.start
    while cursor < range.end {
      while cursor < range.end, reader.byte(cursor).isASCIISpace { cursor += 1 }
      let start = cursor
      while cursor < range.end, !reader.byte(cursor).isASCIISpace { cursor += 1 }
      guard cursor > start else { break }
      words += 1
      if DateWord.isPart(TextRange(start, cursor), reader) { return false }
      if isFigure(TextRange(start, cursor), reader) { figures += 1 }
    }
    return figures >= 2 && words <= 12
  }

  // MARK: - Implementation

  /// "1.02", "$3,400", "12%", "(1.2)".
  private static func isFigure(_ word: TextRange, _ reader: ScalarReader) -> Bool {
    var digits = 0
    for offset in word.start..<word.end {
      let byte = reader.byte(offset)
      if byte.isASCIIDigit { digits += 1 } else if byte.isASCIILetter { return false }
    }
    return digits > 0
  }
}

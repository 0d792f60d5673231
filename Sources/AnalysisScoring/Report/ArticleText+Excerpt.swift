import ArticleModel

extension ArticleText {
  /// The words of a range of code points on one line, cut where they are more than `limit`.
  func excerpt(_ range: CodePointRange, limit: Int = 400) -> String {
    Self.oneLine(words(range), limit: limit)
  }

  /// The words of a range in brackets, with what stands around it.
  func surroundings(of range: CodePointRange, margin: Int = 40) -> String {
    let before = words(CodePointRange(range.start - margin, range.start))
    let after = words(CodePointRange(range.end, range.end + margin))
    return "…" + Self.oneLine("\(before)[\(words(range))]\(after)", limit: 400) + "…"
  }

  // MARK: - Implementation

  private func words(_ range: CodePointRange) -> String {
    let start = utf8Offset(ofScalar: max(0, range.start))
    let end = max(start, utf8Offset(ofScalar: max(0, range.end)))
    return self[TextRange(start, end)]
  }

  /// The text with one blank for each run of blanks and controls, and none at its ends.
  private static func oneLine(_ text: String, limit: Int) -> String {
    var line = String.UnicodeScalarView()
    var count = 0
    var hasBlank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F {
        hasBlank = count > 0
        continue
      }
      if count >= limit {
        line.append("…")
        break
      }
      if hasBlank { line.append(" ") }
      line.append(scalar)
      count += hasBlank ? 2 : 1
      hasBlank = false
    }
    return String(line)
  }
}

import ArticleModel

/// A stretch of words inside one pair of outer quotation marks, within a paragraph.
struct QuotedRun {
  /// Without the marks.
  var tokens: TokenRange
  /// Whether a closing mark follows; a run without one goes on in the next paragraph.
  var isClosed: Bool
  /// Whether an attribution holds it already.
  var isTaken = false

  var count: Int { tokens.count }
}

extension ClauseReader {
  /// The quoted runs among the tokens of a paragraph, in order.
  func quotedRuns(in range: TokenRange) -> [QuotedRun] {
    var runs: [QuotedRun] = []
    var index = range.start
    while index < range.end {
      guard isQuoted(index) else {
        index += 1
        continue
      }
      let start = index
      while index < range.end, isQuoted(index) { index += 1 }
      runs.append(
        QuotedRun(tokens: TokenRange(start, index), isClosed: index < range.end && isMark(index)))
    }
    return runs
  }
}

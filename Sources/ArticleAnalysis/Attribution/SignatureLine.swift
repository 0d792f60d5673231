import ArticleModel

/// A name behind a quotation that says whose it is: "“We lost the road.” — Ana Ruiz", on the same line
/// or on one of its own.
struct SignatureLine {
  /// The dash; empty where only the name's place shows what it is.
  var cue: TokenRange
  var source: TokenRange

  /// No signature is longer.
  private static let longest = 20

  /// The signature that a range consists of, or that a quotation follows within it.
  static func find(from start: Int, limit: Int, _ reader: ClauseReader) -> SignatureLine? {
    guard start + 1 < limit, reader.word(start) == .dash, !reader.isQuoted(start) else {
      return nil
    }
    let first = start + 1
    guard reader.partOfSpeech(first) == .properNoun else { return nil }
    var end = first
    while end < limit, end < first + longest, !reader.isPunctuation(end), !reader.isQuoted(end) {
      if reader.isFinite(end) || reader.partOfSpeech(end) == .pronoun { return nil }
      end += 1
    }
    guard end == limit || reader.isPunctuation(end), end < first + longest else { return nil }
    return SignatureLine(cue: TokenRange(start, first), source: TokenRange(first, end))
  }

  /// The line that closes a quotation left open in the paragraph before: a name and a closing mark.
  static func closing(_ range: TokenRange, _ reader: ClauseReader) -> SignatureLine? {
    guard range.count >= 3, range.count <= longest, reader.word(range.end - 1) == .mark,
      reader.partOfSpeech(range.start) == .properNoun
    else { return nil }
    var end = range.end - 1
    if reader.word(end - 1) == .period { end -= 1 }
    for index in range.start..<end {
      if reader.isFinite(index) || reader.word(index) == .mark || reader.isQuoted(index) {
        return nil
      }
    }
    return SignatureLine(
      cue: TokenRange(range.start, range.start), source: TokenRange(range.start, end))
  }
}

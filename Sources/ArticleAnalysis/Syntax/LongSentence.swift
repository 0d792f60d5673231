package import ArticleModel

/// Where sentences are cut that are too long to be sentences: tables, lists of names, broken files.
package enum LongSentence {
  /// Longer ones are parsed in pieces; the treebanks' longest sentence has 211 words.
  package static let limit = 1_000

  /// The pieces of a sentence, each of at most ``limit`` tokens: one where that is enough; else a
  /// cut comes behind the last mark of the second half of a piece, or at its end where there is none.
  package static func pieces(_ sentence: TokenRange, tokens: [Token]) -> [TokenRange] {
    var pieces: [TokenRange] = []
    var start = sentence.start
    while sentence.end - start > limit {
      let middle = start + limit / 2
      let mark = (middle..<start + limit).last { tokens[$0].partOfSpeech == .punctuation }
      let end = mark.map { $0 + 1 } ?? start + limit
      pieces.append(TokenRange(start, end))
      start = end
    }
    if start < sentence.end { pieces.append(TokenRange(start, sentence.end)) }
    return pieces
  }
}

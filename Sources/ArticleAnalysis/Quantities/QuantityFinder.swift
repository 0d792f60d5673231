package import ArticleModel

/// Finds expressions of amount: numbers, ranges, ordinals, shares, sums of money, measures, ages and
/// temperatures, with what they count and what they are a rate of.
///
/// Needs sentences. What lies in an expression of time or in a mention of an entity is left out,
/// where those layers are there.
package struct QuantityFinder: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let utf8 = article.text.utf8
    var pieces: [LexicalPiece] = []
    var found: [Quantity] = []
    var times = RangeCursor(article.timeExpressions.lazy.map(\.range))
    var mentions = RangeCursor(
      article.mentions.lazy.filter { $0.form == .name }.map(\.range))
    for (index, sentence) in article.sentences.enumerated() {
      PieceLexer.lex(utf8, sentence.range, into: &pieces)
      guard pieces.contains(where: { QuantityScanner.mayBegin($0) }) else { continue }
      var isTaken = [Bool](repeating: false, count: pieces.count)
      for (position, piece) in pieces.enumerated() {
        let range = TextRange(piece.start, piece.end)
        isTaken[position] = times.overlaps(range) || mentions.overlaps(range)
      }
      let scanner = QuantityScanner(utf8: utf8, pieces: pieces, isTaken: isTaken, sentence: index)
      scanner.scan { found.append($0) }
    }
    let purposes = MoneyPurpose(article)
    for index in found.indices {
      switch found[index].kind {
      case .currency where found[index].counted == nil:
        found[index].counted = purposes.phrase(of: found[index])
      case .currency, .dimension, .percentage:
        if let counted = found[index].counted {
          found[index].counted = purposes.wholePhrase(at: counted, after: found[index]) ?? counted
        }
      case .number, .numberrange, .ordinal, .age, .temperature: break
      }
    }
    article.quantities = found
  }
}

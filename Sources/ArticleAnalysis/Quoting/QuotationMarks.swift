package import ArticleModel

/// Pairs quotation marks and says of each token whether it stands inside them.
///
/// Knows straight and curly double marks, two apostrophes and two backquotes, „…“ and ”…”, «…» and
/// »…«, ‹…›, corner brackets, and single marks, straight and curly, which it tells from
/// apostrophes: a single mark counts only where its partner stands in the same paragraph. The
/// marks of the outermost pair are not inside it; nested ones are. A quotation that runs on over
/// paragraphs reopens at each, so an opening mark without a partner reaches to its paragraph's end;
/// where one reopens at each sentence and closes once, the words up to each mark are quoted.
/// - Complexity: O(*n*) in the number of tokens.
package struct QuotationMarks: AnalysisComponent {
  package let needsEnglish = false

  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let marks = MarkLexicon(of: article.words)
    var isQuoted = Array(repeating: false, count: article.tokens.count)
    var begin = 0
    // Sentences are in order, and those of a paragraph follow each other.
    var sentence = 0
    while sentence < article.sentences.count {
      let paragraph = article.sentences[sentence].paragraph
      var end = begin
      while sentence < article.sentences.count, article.sentences[sentence].paragraph == paragraph {
        end = article.sentences[sentence].tokens.end
        sentence += 1
      }
      var pairing = MarkPairing(
        marks: marks.marks(in: article.tokens, from: begin, to: end), end: end)
      for pair in pairing.pairs() {
        for token in pair.start..<pair.end { isQuoted[token] = true }
      }
      begin = end
    }
    article.isQuoted = isQuoted
  }
}

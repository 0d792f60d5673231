package import ArticleModel

/// Finds who says, thinks, knows or wants what: source, cue and content.
///
/// By rules over words, tags and quotation marks: quotes with "X said" behind, between or before
/// them; speech without marks behind a cue, before it or round it; "according to"; transcripts
/// ("NAME: …", "Q: …") and signed quotes ("“…” — NAME"); and quotes in paragraphs of their own, which go on with the speaker before them.
/// Words in quotation marks that no cue reports (a title, a term) are none by themselves.
/// A content inside another's is `isNested`. Who the source is, is left to coreference.
/// - Complexity: O(*n* log *n*) in the number of tokens; every search has a bounded window.
package struct Attribution: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let reader = ClauseReader(of: article)
    var collector = AttributionCollector(reader: reader, paragraphs: article.paragraphs)
    var sentence = 0
    while sentence < article.sentences.count {
      let paragraph = article.sentences[sentence].paragraph
      let first = sentence
      while sentence < article.sentences.count, article.sentences[sentence].paragraph == paragraph {
        sentence += 1
      }
      collector.read(sentences: first..<sentence, paragraph: paragraph)
    }
    collector.finish()
    article.quotations = collector.quotations(of: article)
  }
}

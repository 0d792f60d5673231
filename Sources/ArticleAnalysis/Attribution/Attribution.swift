package import ArticleModel

/// Finds who says, thinks, knows or wants what: source, cue and content.
///
/// By rules over words, tags and quotation marks: quotes with "X said" behind, between or before
/// them; speech without marks behind a cue, before it or round it; "according to"; transcripts
/// ("NAME: …", "Q: …") and signed quotes ("“…” — NAME"); and quotes in paragraphs of their own, which
/// go on with the speaker before them. A model then chooses among these and what the trees offer
/// (``AttributionRanker``).
/// Words in quotation marks that no cue reports (a title, a term) are none by themselves.
/// A content inside another's is `isNested`. Who the source is, is left to coreference.
/// - Complexity: O(*n* log *n*) in the number of tokens; every search has a bounded window.
package struct Attribution: AnalysisComponent {
  private let model: AttributionModel?

  /// Without a model the rules decide alone.
  package init(model: AttributionModel? = nil) { self.model = model }

  package func annotate(_ article: inout AnnotatedArticle) {
    let reader = ClauseReader(of: article)
    var drafts = AttributionCollector.drafts(of: article, reader)
    if let model {
      drafts = AttributionRanker(model: model, reader: reader).drafts(of: article, rules: drafts)
    }
    article.quotations = QuotationMaker(reader: reader, article: article).quotations(of: drafts)
  }
}

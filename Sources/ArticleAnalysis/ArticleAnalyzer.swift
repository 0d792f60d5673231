public import ArticleModel

/// The whole analysis: components in an order in which each finds the layers that it reads.
///
/// A value without state: the same article gives the same layers, on any thread.
public struct ArticleAnalyzer: Sendable {
  private let components: [any AnalysisComponent]

  /// The standard analysis, with the models that come with the program.
  public init() { self.init(models: .standard) }

  /// The standard analysis with other models.
  package init(models: AnalysisModels) {
    self.init(components: Self.standardComponents(models))
  }

  package init(components: [any AnalysisComponent]) { self.components = components }

  /// Structure, words, language, then what the words say: tags, trees, quotation marks, names,
  /// attribution, coreference, times, quantities, the days of quotations, events.
  package static func standardComponents(
    _ models: AnalysisModels = .standard
  ) -> [any AnalysisComponent] {
    [
      DocumentStructure(),
      Tokenizer(),
      SentenceSplitter(),
      LanguageIdentifier(),
      Tagger(models.tagger),
      DependencyParser(models.parser),
      QuotationMarks(),
      NameRecognizer(models.names),
      EntityLinker(),
      Attribution(model: models.attribution),
      Coreference(),
      TimeFinder(),
      QuantityFinder(),
      QuotationDates(),
      EventFinder(),
    ]
  }

  /// The article with all layers.
  ///
  /// What its source states stays: a component all of whose layers are given is left out, and of
  /// one that also makes others, what is given is put back.
  /// - Complexity: O(*n*) in the length of the text.
  public func analyze(_ article: Article) -> AnnotatedArticle {
    var annotated = AnnotatedArticle(article: article)
    let given = annotated.givenLayers
    for component in components where annotated.isInEnglish || !component.needsEnglish {
      if !component.makes.isEmpty, component.makes.isSubset(of: given) { continue }
      component.annotate(&annotated)
      if !component.makes.isDisjoint(with: given) { annotated.restoreGivenLayers() }
    }
    annotated.releaseSpareMemory()
    return annotated
  }
}

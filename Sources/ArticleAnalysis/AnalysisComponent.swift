package import ArticleModel

/// One step of the analysis.
///
/// It reads layers that earlier steps made and adds its own, so that each
/// runs alone on layers made by hand.
package protocol AnalysisComponent: Sendable {
  /// The layers of words that it makes, so that it leaves an article alone whose source states
  /// them all; none where no source can state what it makes.
  var makes: WordLayers { get }

  func annotate(_ article: inout AnnotatedArticle)

  /// Whether it knows English only: it is left out where the article is in another language.
  var needsEnglish: Bool { get }
}

extension AnalysisComponent {
  package var makes: WordLayers { [] }
  package var needsEnglish: Bool { true }
}

package import ArticleModel

/// One step of the analysis.
///
/// It reads layers that earlier steps made and adds its own, so that each
/// runs alone on layers made by hand.
package protocol AnalysisComponent: Sendable {
  func annotate(_ article: inout AnnotatedArticle)

  /// Whether it knows English only: it is left out where the article is in another language.
  var needsEnglish: Bool { get }
}

extension AnalysisComponent {
  package var needsEnglish: Bool { true }
}

package import ArticleModel

/// One step of the analysis.
///
/// It reads layers that earlier steps made and adds its own, so that each
/// runs alone on layers made by hand.
package protocol AnalysisComponent: Sendable {
  func annotate(_ article: inout AnnotatedArticle)
}

import ArticleModel

/// What a treebank says of a text: sentences, tokens, tags, lemmas and trees.
struct TreebankGold: Sendable {
  /// The text with those layers.
  var annotated: AnnotatedArticle
}

import ArticleModel

/// What people annotated in one article, with the article.
struct GoldDocument<Layer: Sendable>: Sendable {
  /// The text, with its publication date where the gold states one.
  let article: Article
  /// The fields of its line that hold a text, and `month`: what `--by` groups by.
  let labels: [String: String]
  /// What is there to be found.
  let layer: Layer
}

/// One kind of annotation, as a line of JSON gives it.
protocol GoldLayer: Sendable {
  init(_ record: GoldRecord, in text: GoldText) throws(GoldProblem)
}

import ArticleModel

/// Articles with their layers, in the order in which they were read.
package struct Corpus: Sendable {
  package init() {}
}

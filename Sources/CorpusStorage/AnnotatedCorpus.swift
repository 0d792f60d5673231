package import ArticleModel

/// Articles with their layers, in the order in which they were read, and what they share: one heap
/// of text, row numbers over all articles, entities of the whole corpus.
///
/// A class because columns, results and spans refer to one and the same corpus; it never changes.
package final class AnnotatedCorpus: Sendable {
  package let articles: [AnnotatedArticle]
  /// The texts of all articles, one after the other: what text columns are slices of.
  package let textHeap: [UInt8]
  /// Where in the heap each article's text starts.
  package let textStarts: [Int]
  package let entities: CorpusEntities
  /// For each table by number, the row number of each article's first row; empty for `entities`,
  /// whose rows stand in many.
  let starts: [[Int]]

  /// - Parameters:
  ///   - articles: in the order in which they are listed.
  ///   - identity: the key under which entities of several articles are one; nil where an
  ///     entity is not sure to be another article's.
  package init(articles: [AnnotatedArticle], identity: (Entity) -> String?) {
    self.articles = articles
    var heap: [UInt8] = []
    heap.reserveCapacity(articles.reduce(0) { $0 + $1.text.utf8.count })
    var starts: [Int] = []
    starts.reserveCapacity(articles.count)
    for article in articles {
      starts.append(heap.count)
      heap.append(contentsOf: article.text.utf8)
    }
    textHeap = heap
    textStarts = starts
    entities = CorpusEntities(articles: articles, identity: identity)
    self.starts = CorpusTable.Identifier.allCases.map { $0.starts(in: articles) }
  }

  /// What listings call an article: its headline, else its caption, else its id.
  package func title(of article: AnnotatedArticle) -> String {
    if let headline = article.article.headline { return headline.value }
    if let range = article.parts.headline ?? article.parts.caption {
      return article.text.line(range)
    }
    return article.article.id
  }

  /// The article whose row it is, and that row's index in it, for row `row` of a layer.
  package func place(ofRow row: Int, starts: [Int]) -> (article: Int, index: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= row { low = middle } else { high = middle }
    }
    return (low, row - starts[low])
  }
}

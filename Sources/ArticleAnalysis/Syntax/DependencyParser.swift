package import ArticleModel

/// Gives each word its head and its relation to it, after Universal Dependencies.
///
/// A sentence in which a word has a head already is left as it is. Without a model nothing is added.
/// - Complexity: O(*n*) in the number of tokens.
package struct DependencyParser: AnalysisComponent {
  private let model: ParserModel?

  package var makes: WordLayers { .trees }

  package init(_ model: ParserModel? = AnalysisModels.standard.parser) { self.model = model }

  package func annotate(_ article: inout AnnotatedArticle) {
    guard let model, !article.tokens.isEmpty else { return }
    // Taken out of the article, so that they are changed in place.
    var tokens = article.tokens
    article.tokens = []
    defer { article.tokens = tokens }
    let relations = model.labels.labels.map { article.words.intern($0) }
    let root = article.words.intern("root")
    let parataxis = article.words.intern("parataxis")
    withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: FeatureBuffer.capacity) {
      features in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: model.labels.stride) { scores in
        var parser = SentenceParser(model, features: features, scores: scores)
        for sentence in article.sentences {
          let range = sentence.tokens
          guard !tokens[range.start..<range.end].contains(where: { $0.head >= 0 }) else { continue }
          var first: Int?
          for piece in LongSentence.pieces(range, tokens: tokens) {
            parser.parse(piece, tokens: tokens, words: article.words)
            for (offset, head) in parser.heads.enumerated() {
              let index = piece.start + offset
              if head >= 0 {
                tokens[index].head = Int32(piece.start) + head
                tokens[index].relation = relations[Int(parser.labels[offset])]
              } else {
                // A later piece hangs on the first one: a sentence has one root.
                tokens[index].head = Int32(first ?? index)
                tokens[index].relation = first == nil ? root : parataxis
                first = first ?? index
              }
            }
          }
        }
      }
    }
  }
}

import ArticleAnalysis
import ArticleModel

/// Treebank documents whose tags a tagger has given that did not learn from them.
struct TaggedTreebank {
  private(set) var documents: [AnnotatedArticle] = []

  /// Tags sentences that have tags of their own, each of the `folds` by a tagger trained on the others.
  ///
  /// One sentence in `headlineEvery` is there as a headline too; none where that is 0. Throws what
  /// training a tagger throws.
  init(
    _ sentences: [TreebankSentence], folds: Int, headlineEvery: Int, report: (String) -> Void
  ) throws {
    let all = TreebankDocument.documents(of: sentences)
    for fold in 0..<folds {
      // Documents stay whole: a tagger that knows a document's names would be too good.
      let others = all.indices.filter { $0 % folds != fold }.flatMap { all[$0].sentences }
      let file = try TaggerTrainer(others).train()
      let tagger = Tagger(try TaggerModel(of: file))
      for number in all.indices where number % folds == fold {
        for document in Self.variants(of: all[number], headlineEvery: headlineEvery) {
          var article = document.annotated()
          for index in article.tokens.indices {
            article.tokens[index].partOfSpeech = .unknown
            article.tokens[index].tag = .none
          }
          tagger.annotate(&article)
          documents.append(article)
        }
      }
      report("tags of part \(fold + 1) of \(folds)")
    }
  }

  /// The document, then single sentences of it as a newspaper prints them and as lede parts them.
  static func variants(of document: TreebankDocument, headlineEvery: Int) -> [TreebankDocument] {
    var variants = [document]
    for (number, sentence) in document.sentences.enumerated() {
      if headlineEvery > 0, number % headlineEvery == headlineEvery / 2,
        (4...20).contains(sentence.words.count)
      {
        variants.append(TreebankDocument(sentences: [sentence.asHeadline()]))
      }
      if let own = sentence.inOwnTokens(), own != sentence {
        variants.append(TreebankDocument(sentences: [own]))
      }
    }
    return variants
  }
}

package import ArticleModel

/// Finds who did what to whom: the verbs outside quotation marks that say what is done, with their
/// subjects and objects, by the sentence's tree.
///
/// A passive's subject is the target and its "by" phrase the actor. The verb after "agreed to" or
/// "plans to" is the action, with that verb as its modal. Verbs that state no deed ("be", "have",
/// "seem") and verbs of speaking, whose objects are quotations, make no event; nor do conditions
/// and questions. Prefers few events and right ones: a verb without an object is left out, unless
/// somebody named is its subject. A sentence without a whole tree has none.
/// - Complexity: O(*n*) in the number of tokens.
package struct EventFinder: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let words = EventWords(article)
    let names = NameTokens(article)
    let arguments = EventArguments(article, words, SpeakerLinker(names))
    let relations = TreeRelation.table(of: article.words)
    var events: [Event] = []
    for (index, sentence) in article.sentences.enumerated() {
      // In capitals, and in headlines of capitalised words, tags mean little.
      guard SentenceCasing(of: sentence.tokens, names) == .normal,
        let tree = RelationTree(
          sentence: sentence.tokens, tokens: article.tokens, relations: relations)
      else { continue }
      let reader = EventClauseReader(article: article, words: words, tree: tree)
      for clause in reader.clauses() {
        if let event = arguments.event(of: clause, tree, sentence: index) { events.append(event) }
      }
    }
    article.events = events
  }
}

package import ArticleModel

/// Finds who did what to whom: subject, verb and object of finite clauses outside quotation marks.
///
/// A passive's subject is the target and its "by" phrase the actor. The verb after "agreed to" or
/// "plans to" is the action, with that verb as its modal. Verbs that state no deed ("be", "have",
/// "seem") and verbs of speaking, whose objects are quotations, make no event; nor do conditions.
/// Prefers few events and right ones: a verb without a plain subject or object is left out, unless
/// somebody named is its subject.
/// - Complexity: O(*n*) in the number of tokens; looks at most 40 tokens from a verb.
package struct EventFinder: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let words = EventWords(article)
    let tokens = NameTokens(article)
    var arguments = EventArguments(article)
    for (index, sentence) in article.sentences.enumerated() {
      // In capitals, and in headlines of capitalised words, tags mean little.
      guard SentenceCasing(of: sentence.tokens, tokens) == .normal else { continue }
      let phrases = NounPhrases(article, sentence.tokens)
      let clauses = EventClauseReader(article, words, sentence: sentence.tokens, phrases: phrases)
      for clause in clauses.clauses() {
        if let event = arguments.event(of: clause, sentence: index) { article.events.append(event) }
      }
    }
  }
}

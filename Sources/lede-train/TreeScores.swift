import ArticleAnalysis
import ArticleModel

/// How many words have the right head, and the right relation too; punctuation counts.
struct TreeScores {
  private(set) var words = 0
  private(set) var heads = 0
  private(set) var labeled = 0
  /// The same without punctuation.
  private(set) var plainWords = 0
  private(set) var plainHeads = 0
  private(set) var plainLabeled = 0
  /// Right and given relation of words with the right head, by how often they were confused.
  private(set) var confusions: [String: Int] = [:]

  /// Compares trees over the same words.
  mutating func add(gold: AnnotatedArticle, found: AnnotatedArticle) {
    for (right, given) in zip(gold.tokens, found.tokens) {
      let isHead = right.head == given.head
      let wanted = gold.words[right.relation]
      let relation = found.words[given.relation]
      let isLabeled = isHead && wanted == relation
      words += 1
      heads += isHead ? 1 : 0
      labeled += isLabeled ? 1 : 0
      if isHead, !isLabeled { confusions["\(wanted) as \(relation)", default: 0] += 1 }
      guard right.partOfSpeech != .punctuation else { continue }
      plainWords += 1
      plainHeads += isHead ? 1 : 0
      plainLabeled += isLabeled ? 1 : 0
    }
  }
}

import ArticleAnalysis
import ArticleModel

/// Makes the tagger's lexicon: which classes frequent words take, and what lists say of words.
enum LexiconTrainer {
  /// The words with their entries, in the order of their bytes.
  ///
  /// `classes` numbers the classes that are learned. A word seen less often than `smallest` is there
  /// only where it is one of `lists`.
  static func words(
    of documents: [AnnotatedArticle], classes: [String: Int], smallest: Int, lists: [String]
  ) -> [(word: [UInt8], entry: TaggerLexicon.Entry)] {
    var counts: [[UInt8]: [Int: Int]] = [:]
    for article in documents {
      for token in article.tokens {
        guard let number = classes[article.label(of: token)] else { continue }
        counts[WordTraits.normalized(article.words.utf8(token.lower)), default: [:]][
          number, default: 0] += 1
      }
    }
    var sets: [[Int]: UInt16] = [:]
    var words: [(word: [UInt8], entry: TaggerLexicon.Entry)] = []
    let listed = Dictionary(
      lists.map { (WordTraits.normalized(Array($0.utf8)[...]), WordLists.bits(of: $0)) },
      uniquingKeysWith: { first, second in first | second })
    for word in Set(counts.keys).union(listed.keys).sorted(by: { $0.lexicographicallyPrecedes($1) })
    {
      var entry = TaggerLexicon.Entry.unknown
      entry.lists = listed[word] ?? 0
      let seen = (counts[word] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let total = seen.reduce(0) { $0 + $1.value }
      if total >= smallest {
        let set = seen.filter { Double($0.value) >= 0.05 * Double(total) }.map(\.key)
        let number = sets[set] ?? UInt16(sets.count + 1)
        sets[set] = number
        entry.ambiguity = number
        if total >= 30, let first = seen.first, Double(first.value) >= 0.999 * Double(total) {
          entry.sure = UInt16(first.key + 1)
        }
      }
      if entry != .unknown { words.append((word, entry)) }
    }
    return words
  }
}

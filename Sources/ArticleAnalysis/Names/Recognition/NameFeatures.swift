package import ArticleModel

/// What the name recognizer looks at: for each token the word, its letters, its neighbors, the
/// lists that hold them, and how the article writes it.
///
/// Only tokens near a capital have features: all others are outside any name. An immutable object,
/// so that the contexts of all sentences share one.
package final class NameFeatures: Sendable {
  let tokens: NameTokens
  /// Per word id.
  private let words: [NameWord]
  /// Per lower word id: how often it opens a sentence with a capital.
  let initialCount: [Int32]
  /// Per token: the lists that hold a name of several words that begins there, or goes on there.
  let phrases: NamePhrases

  package convenience init(_ article: AnnotatedArticle, gazetteer: NameGazetteer) {
    self.init(NameTokens(article), gazetteer: gazetteer)
  }

  init(_ tokens: NameTokens, gazetteer: NameGazetteer) {
    self.tokens = tokens
    words = Self.words(tokens, gazetteer)
    initialCount = Self.initialCount(tokens)
    phrases = NamePhrases(tokens, words, gazetteer)
  }

  /// The stretches of a sentence that may hold names.
  package func stretches(of sentence: TokenRange) -> [TokenRange] {
    var stretches: [TokenRange] = []
    var start = -1
    var lastCapital = -9
    var index = sentence.start
    while index < sentence.end {
      if tokens.isCapital(index) {
        if start < 0 { start = max(sentence.start, index - Self.reach) }
        if index - lastCapital > 2 * Self.reach + 1, lastCapital >= 0 {
          stretches.append(TokenRange(start, lastCapital + Self.reach + 1))
          start = index - Self.reach
        }
        lastCapital = index
      }
      index += 1
    }
    if start >= 0 {
      stretches.append(TokenRange(start, min(sentence.end, lastCapital + Self.reach + 1)))
    }
    return stretches
  }

  /// Collects the features of the tokens of a sentence one after the other.
  package func context(of sentence: Int) -> Context { Context(self, sentence) }

  // MARK: - Implementation

  /// So many tokens beside a capital may belong to its name or tell of it.
  private static let reach = 2

  func word(_ index: Int) -> NameWord { words[Int(tokens.article.tokens[index].word.index)] }

  func lower(_ index: Int) -> NameWord {
    words[Int(tokens.article.tokens[index].lower.index)]
  }

  private static func words(_ tokens: NameTokens, _ gazetteer: NameGazetteer) -> [NameWord] {
    let table = tokens.article.words
    var words = Array(repeating: NameWord(), count: table.count)
    table.bytes.withUnsafeBufferPointer { bytes in
      for id in 1..<max(1, table.count) {
        let range = Int(table.offsets[id])..<Int(table.offsets[id + 1])
        let word = UnsafeBufferPointer(rebasing: bytes[range])
        words[id] = NameWord(word)
        var key = NameGazetteer.Key()
        key.append(word)
        words[id].lists =
          tokens.classes(of: WordID(UInt32(id))).rawValue
          | NameWord.lists(of: gazetteer[key])
      }
    }
    return words
  }

  private static func initialCount(_ tokens: NameTokens) -> [Int32] {
    var count = Array(repeating: Int32(0), count: tokens.article.words.count)
    for sentence in tokens.article.sentences {
      for index in sentence.tokens.start..<sentence.tokens.end
      where tokens.isCapital(index)
        && (index == sentence.tokens.start || tokens.shape(index - 1) == .mark)
      {
        count[Int(tokens.article.tokens[index].lower.index)] += 1
      }
    }
    return count
  }
}

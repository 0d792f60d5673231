import ArticleModel

/// The heads of a sentence's words, as its file states them, made to lead to roots.
struct CoNLLUTree {
  /// Index of each word's head in the sentence, its own for a root, -1 where unknown.
  private(set) var heads: [Int]
  /// Whether the file states a head for any word.
  private(set) var isStated = false

  init(of words: [CoNLLUWord], in utf8: [UInt8], _ log: inout CoNLLUProblemLog) {
    heads = Array(repeating: -1, count: words.count)
    let indices = Self.indices(of: words)
    for (index, word) in words.enumerated() {
      guard !word.head.isEmpty, !utf8.isUnderscore(word.head) else { continue }
      let number = CoNLLUWord.Identifier.number(utf8[word.head.start..<word.head.end])
      isStated = isStated || number != nil
      if number == 0 {
        heads[index] = index
      } else if let number, let head = indices.index(of: number), head != index {
        heads[index] = head
      } else {
        log.add(.head(utf8.excerpt(word.head), of: utf8.excerpt(word.form)), line: word.line)
      }
    }
    breakCircles { index in
      log.add(.circularHeads(of: utf8.excerpt(words[index].form)), line: words[index].line)
    }
  }

  // MARK: - Implementation

  private struct Indices {
    var isRegular: Bool
    var count: Int
    var byNumber: [Int: Int] = [:]

    func index(of number: Int) -> Int? {
      isRegular ? (number <= count ? number - 1 : nil) : byNumber[number]
    }
  }

  /// The index of each numbered word; of several with one number the first.
  private static func indices(of words: [CoNLLUWord]) -> Indices {
    var indices = Indices(
      isRegular: words.indices.allSatisfy { words[$0].number == $0 + 1 }, count: words.count)
    guard !indices.isRegular else { return indices }
    for (index, word) in words.enumerated() {
      if let number = word.number, indices.byNumber[number] == nil {
        indices.byNumber[number] = index
      }
    }
    return indices
  }

  /// Takes away the head that leads back into the way walked from each word in turn.
  private mutating func breakCircles(_ report: (Int) -> Void) {
    /// The word from which each word was reached first; -1 where none has been.
    var walk = [Int](repeating: -1, count: heads.count)
    for start in heads.indices {
      var index = start
      while walk[index] < 0 {
        walk[index] = start
        let head = heads[index]
        if head < 0 || head == index { break }
        if walk[head] == start {
          heads[index] = -1
          report(head)
          break
        }
        index = head
      }
    }
  }
}

import ArticleModel

/// Pairs the words of two analyses of one text by the characters on which they stand.
///
/// Words on the same characters are one. Where several stand on the same (`de` and `le` of the French
/// "du"), the longest common sequence of their forms is taken, case apart, as in the CoNLL 2018 shared
/// task.
struct WordAlignment {
  /// Per word found: the gold's word that it is; -1 for none.
  private(set) var goldOfFound: [Int]
  /// How many words are paired.
  private(set) var count = 0

  init(gold: AnnotatedArticle, found: AnnotatedArticle) {
    goldOfFound = Array(repeating: -1, count: found.tokens.count)
    var g = 0
    var f = 0
    while g < gold.tokens.count, f < found.tokens.count {
      let range = gold.tokens[g].range
      let other = found.tokens[f].range
      if range == other {
        let goldRun = Self.run(of: gold.tokens, at: g)
        let foundRun = Self.run(of: found.tokens, at: f)
        pair(gold, goldRun, found, foundRun)
        g = goldRun.upperBound
        f = foundRun.upperBound
      } else if (range.end, range.start) < (other.end, other.start) {
        g += 1
      } else {
        f += 1
      }
    }
  }

  // MARK: - Implementation

  /// The words from `index` on that stand on the same characters.
  private static func run(of tokens: [Token], at index: Int) -> Range<Int> {
    var end = index + 1
    while end < tokens.count, tokens[end].range == tokens[index].range { end += 1 }
    return index..<end
  }

  private mutating func pair(
    _ gold: AnnotatedArticle, _ goldRun: Range<Int>, _ found: AnnotatedArticle,
    _ foundRun: Range<Int>
  ) {
    if goldRun.count == 1, foundRun.count == 1 {
      goldOfFound[foundRun.lowerBound] = goldRun.lowerBound
      count += 1
      return
    }
    let goldForms = goldRun.map { gold.words[gold.tokens[$0].lower] }
    let foundForms = foundRun.map { found.words[found.tokens[$0].lower] }
    for (i, j) in Self.longestCommonSequence(goldForms, foundForms) {
      goldOfFound[foundRun.lowerBound + j] = goldRun.lowerBound + i
      count += 1
    }
  }

  /// Index pairs of the longest common sequence, from the first.
  private static func longestCommonSequence(_ a: [String], _ b: [String]) -> [(Int, Int)] {
    var lengths = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i][j] =
          a[i] == b[j]
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        pairs.append((i, j))
        i += 1
        j += 1
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }
}

import ArticleModel

/// Counts the words in places of a text, so that places are compared as sets of words.
struct WordCounts {
  /// Per token, how many words stand before it; marks are none.
  private var before: [Int32] = [0]
  private let tokens: [Token]
  private var words: [String: Bool] = [:]

  init(_ article: AnnotatedArticle) {
    tokens = article.tokens
    for token in tokens {
      let isWord = article.words.utf8(token.word).contains {
        $0 >= 0x80 || 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0
      } && !Self.marks.contains(article.words[token.word])
      before.append((before.last ?? 0) + (isWord ? 1 : 0))
    }
  }

  func count(_ ranges: [TextRange]) -> Int { ranges.reduce(0) { $0 + count($1) } }

  func shared(_ a: [TextRange], _ b: [TextRange]) -> Int {
    var sum = 0
    for first in a {
      for second in b where first.overlaps(second) {
        sum += count(TextRange(max(first.start, second.start), min(first.end, second.end)))
      }
    }
    return sum
  }

  /// Twice the shared words over all: 1 for equal places, 0 for those that share none.
  func dice(_ a: [TextRange], _ b: [TextRange]) -> Double {
    let all = count(a) + count(b)
    return all == 0 ? 0 : 2 * Double(shared(a, b)) / Double(all)
  }

  private func count(_ range: TextRange) -> Int {
    let first = index(of: range.start, byEnd: true)
    let last = index(of: range.end, byEnd: false)
    return last > first ? Int(before[last] - before[first]) : 0
  }

  /// The first token that ends behind the offset, or that starts at it or behind.
  private func index(of offset: Int, byEnd: Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      let isBefore =
        byEnd ? Int(tokens[middle].end) <= offset : Int(tokens[middle].start) < offset
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let marks: Set<String> = [
    "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "\u{2014}", "\u{2013}", "\u{2026}", "\u{AB}",
    "\u{BB}", "\u{201E}",
  ]
}

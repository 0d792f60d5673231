/// Pairs the attributions of the gold with those found, so that the words of content shared by pairs
/// are the most possible.
///
/// Pairs share at least one word of content. An exact match wins a tie, then a shared cue, then a
/// shared source.
struct QuotationAlignment {
  /// Indices into both lists, by gold.
  let pairs: [(gold: Int, found: Int)]

  init(_ gold: [ScoredQuotation], _ found: [ScoredQuotation]) {
    let weights = Self.weights(gold, found)
    var pairs: [(gold: Int, found: Int)] = []
    for component in Self.components(of: weights, foundCount: found.count) {
      let table = component.gold.map { g in component.found.map { weights[g][$0] ?? 0 } }
      for (row, column) in BestAssignment.pairs(table) {
        let (g, f) = (component.gold[row], component.found[column])
        if weights[g][f] != nil { pairs.append((g, f)) }
      }
    }
    self.pairs = pairs.sorted { $0 < $1 }
  }

  // MARK: - Implementation

  /// For each attribution of the gold, the weights of those found that share a word of content.
  private static func weights(
    _ gold: [ScoredQuotation], _ found: [ScoredQuotation]
  ) -> [[Int: Double]] {
    var foundByWord: [Int32: [Int]] = [:]
    for (index, quotation) in found.enumerated() {
      for word in quotation.content.numbers { foundByWord[word, default: []].append(index) }
    }
    return gold.map { quotation in
      var weights: [Int: Double] = [:]
      for word in quotation.content.numbers {
        for index in foundByWord[word] ?? [] { weights[index, default: 0] += 1 }
      }
      for (index, shared) in weights {
        let other = found[index]
        let isExact = quotation.content == other.content ? 0.5 : 0
        let sharesCue = quotation.cue.shared(with: other.cue) > 0 ? 0.02 : 0
        let sharesSource = quotation.source.shared(with: other.source) > 0 ? 0.01 : 0
        weights[index] = shared + isExact + sharesCue + sharesSource
      }
      return weights
    }
  }

  /// Groups that share no word with each other, so that each is a small problem of its own; indices
  /// ascend.
  private static func components(
    of weights: [[Int: Double]], foundCount: Int
  ) -> [(gold: [Int], found: [Int])] {
    var goldOfFound = Array(repeating: [Int](), count: foundCount)
    for (g, row) in weights.enumerated() {
      for f in row.keys { goldOfFound[f].append(g) }
    }
    var components: [(gold: [Int], found: [Int])] = []
    var goldIsSeen = Array(repeating: false, count: weights.count)
    var foundIsSeen = Array(repeating: false, count: foundCount)
    for start in weights.indices where !goldIsSeen[start] && !weights[start].isEmpty {
      var component: (gold: [Int], found: [Int]) = ([], [])
      var waiting = [start]
      goldIsSeen[start] = true
      while let g = waiting.popLast() {
        component.gold.append(g)
        for f in weights[g].keys where !foundIsSeen[f] {
          foundIsSeen[f] = true
          component.found.append(f)
          for other in goldOfFound[f] where !goldIsSeen[other] {
            goldIsSeen[other] = true
            waiting.append(other)
          }
        }
      }
      components.append((component.gold.sorted(), component.found.sorted()))
    }
    return components
  }
}

import ArticleModel

/// What a first reading of an article took its words for: the second reading looks at it, so that a
/// name told by its context in one place is known in all.
package struct NameMemory {
  private let labels: [UInt8]
  /// Per lower word id and label: how many tokens with a capital have it.
  private var counts: [Int32]

  /// The memory of a reading that gave each token of the article one of the labels.
  package init(_ features: NameFeatures, labels: [UInt8]) {
    self.labels = labels
    let tokens = features.tokens
    counts = Array(repeating: 0, count: tokens.article.words.count * NameLabels.count)
    for index in 0..<tokens.count where tokens.isCapital(index) {
      counts[place(tokens, index) + Int(labels[index])] += 1
    }
  }

  /// Adds the features of a token to the list: its label in the first reading, and those of the
  /// other places where it, or its neighbor, stands.
  package func collect(
    _ index: Int, _ features: NameFeatures, _ context: NameFeatures.Context,
    into list: inout FeatureList
  ) {
    let tokens = features.tokens
    for other in (index - 1)...(index + 1)
    where context.sentence.contains(other) && tokens.isCapital(other) {
      let template = UInt64(100 + other - index)
      guard let most = mostFrequent(elsewhere: other, tokens) else {
        list.append(FeatureHash(template: template).and(99))
        continue
      }
      list.append(FeatureHash(template: template).and(most.label).and(most.share))
      list.append(
        FeatureHash(template: template + 4).and(most.label).and(UInt64(min(most.total, 3)))
          .and(most.share))
      guard other == index else { continue }
      for label in 0..<NameLabels.count where count(label, elsewhere: index, tokens) > 0 {
        list.append(FeatureHash(template: 108).and(UInt64(label)))
      }
      list.append(
        FeatureHash(template: 109).and(most.label).and(context.shape(index - 1))
          .and(context.shape(index + 1)))
    }
    list.append(FeatureHash(template: 110).and(UInt64(labels[index])))
  }

  // MARK: - Implementation

  private func place(_ tokens: NameTokens, _ index: Int) -> Int {
    Int(tokens.article.tokens[index].lower.index) * NameLabels.count
  }

  private func count(_ label: Int, elsewhere index: Int, _ tokens: NameTokens) -> Int {
    let count = Int(counts[place(tokens, index) + label])
    return label == Int(labels[index]) ? count - 1 : count
  }

  /// The label that most other places of the word have, and how large a part of them; nil where it
  /// stands nowhere else.
  private func mostFrequent(
    elsewhere index: Int, _ tokens: NameTokens
  ) -> (label: UInt64, share: UInt64, total: Int)? {
    var total = 0
    var best = 0
    var most = 0
    for label in 0..<NameLabels.count {
      let count = count(label, elsewhere: index, tokens)
      total += count
      if count > most {
        most = count
        best = label
      }
    }
    guard total > 0 else { return nil }
    return (UInt64(best), most * 4 >= total * 3 ? 2 : most * 2 >= total ? 1 : 0, total)
  }
}

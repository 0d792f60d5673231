package import ArticleModel

/// Finds names with a trained model, in two readings of the article: the second knows what the
/// first took each word for.
package struct NameTagger: Sendable {
  /// A name as the model has it.
  package struct Name: Hashable, Sendable {
    package var tokens: TokenRange
    package var kind: Entity.Kind
    /// The probability that the model gives to its least sure token.
    package var probability: Double
  }

  private let model: NameModel

  package init(_ model: NameModel) { self.model = model }

  /// The names, by place; no two share a token.
  /// - Complexity: O(*n*) in the number of tokens.
  package func names(in article: AnnotatedArticle) -> [Name] { names(in: NameTokens(article)) }

  func names(in tokens: NameTokens) -> [Name] {
    var reading = Reading(tokens, model)
    let memory = reading.memory()
    reading.add(memory)
    return reading.names()
  }
}

/// An article while its names are looked for.
private struct Reading {
  private let model: NameModel
  private let features: NameFeatures
  private let contexts: [NameFeatures.Context]
  private let stretches: [(tokens: TokenRange, sentence: Int)]
  /// Per token of the stretches, one after the other: the scores of the labels.
  private var scores: [Float]
  private let stride: Int

  init(_ tokens: NameTokens, _ model: NameModel) {
    self.model = model
    stride = model.weights.stride
    features = NameFeatures(tokens, gazetteer: model.gazetteer)
    var stretches: [(tokens: TokenRange, sentence: Int)] = []
    var contexts: [NameFeatures.Context] = []
    contexts.reserveCapacity(tokens.article.sentences.count)
    for (index, sentence) in tokens.article.sentences.enumerated() {
      contexts.append(features.context(of: index))
      for stretch in features.stretches(of: sentence.tokens) { stretches.append((stretch, index)) }
    }
    self.contexts = contexts
    self.stretches = stretches
    scores = Array(repeating: 0, count: stretches.reduce(0) { $0 + $1.tokens.count } * stride)
    addScores { index, context, list in context.collect(index, into: &list) }
    keepVerbsOutside()
  }

  /// What the words are by their scores so far.
  func memory() -> NameMemory {
    var labels = Array(repeating: NameLabels.outside, count: features.tokens.count)
    forEachStretch { stretch, scores in
      let best = model.decoder.best(scores, stride: stride, count: stretch.count)
      for (index, label) in best.enumerated() { labels[stretch.start + index] = label }
    }
    return NameMemory(features, labels: labels)
  }

  /// Adds to the scores what the memory says.
  mutating func add(_ memory: NameMemory) {
    let features = features
    addScores { index, context, list in memory.collect(index, features, context, into: &list) }
  }

  func names() -> [NameTagger.Name] {
    var names: [NameTagger.Name] = []
    forEachStretch { stretch, scores in
      let labels = model.decoder.best(scores, stride: stride, count: stretch.count)
      let found = NameLabels.names(in: labels)
      guard !found.isEmpty else { return }
      let probabilities = model.decoder.probabilities(scores, stride: stride, count: stretch.count)
      for (tokens, kind) in found {
        var least: Float = 1
        for index in tokens.start..<tokens.end {
          least = min(least, probabilities[index * NameLabels.count + Int(labels[index])])
        }
        // That it ends where it does.
        if tokens.end < stretch.count {
          least = min(
            least, 1 - probabilities[tokens.end * NameLabels.count + Int(NameLabels.inside(kind))])
        }
        names.append(
          NameTagger.Name(
            tokens: TokenRange(stretch.start + tokens.start, stretch.start + tokens.end),
            kind: kind, probability: Double(least)))
      }
    }
    return names
  }

  // MARK: - Implementation

  /// No verb in lower case is a part of a name: "Ana van Dal thanked Tom Moor" has two.
  private mutating func keepVerbsOutside() {
    let tokens = features.tokens
    var place = 0
    for (stretch, _) in stretches {
      for index in stretch.start..<stretch.end {
        if tokens.shape(index) == .lower, tokens.article.tokens[index].isVerb {
          for label in 0..<NameLabels.count where UInt8(label) != NameLabels.outside {
            scores[place + label] = Self.never
          }
        }
        place += stride
      }
    }
  }

  /// A score that no label overcomes.
  private static let never: Float = -1e6

  private mutating func addScores(
    _ collect: (Int, NameFeatures.Context, inout FeatureList) -> Void
  ) {
    let weights = model.weights
    var list = FeatureList(for: weights.rows)
    let unit = weights.unit
    var place = 0
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: stride) { sums in
      guard let start = sums.baseAddress else { return }
      for (stretch, sentence) in stretches {
        for index in stretch.start..<stretch.end {
          list.removeAll()
          collect(index, contexts[sentence], &list)
          weights.score(list.features, into: start)
          for label in 0..<NameLabels.count { scores[place + label] += Float(sums[label]) * unit }
          place += stride
        }
      }
    }
  }

  private func forEachStretch(_ body: (TokenRange, UnsafeBufferPointer<Float>) -> Void) {
    scores.withUnsafeBufferPointer { scores in
      var place = 0
      for (stretch, _) in stretches {
        let count = stretch.count * stride
        body(stretch, UnsafeBufferPointer(rebasing: scores[place..<(place + count)]))
        place += count
      }
    }
  }
}

extension Token {
  fileprivate var isVerb: Bool { partOfSpeech == .verb || partOfSpeech == .auxiliary }
}

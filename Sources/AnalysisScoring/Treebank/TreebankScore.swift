/// Counts of sentences and words, and of what is right of words that are in both analyses.
struct TreebankScore: AnalysisScore, Equatable {
  /// What is scored.
  enum Metric: String, CaseIterable {
    case sentences, tokens
    case partsOfSpeech = "upos"
    case tags = "xpos"
    case lemmas
    case heads = "uas"
    case relations = "las"

    /// As tables name it.
    var title: String {
      switch self {
      case .sentences, .tokens, .lemmas: return rawValue
      case .partsOfSpeech, .tags, .heads, .relations: return rawValue.uppercased()
      }
    }
  }

  /// Sentences and words of the gold, and found.
  var goldSentences = 0
  var foundSentences = 0
  var goldWords = 0
  var foundWords = 0
  /// Words that are in both.
  var aligned = 0
  private var right: [Metric: Int] = [:]
  /// What the gold says anything of.
  private(set) var stated: Set<Metric> = [.sentences, .tokens]

  mutating func countRight(_ metric: Metric, _ count: Int = 1) {
    right[metric, default: 0] += count
  }
  mutating func state(_ metrics: Set<Metric>) { stated.formUnion(metrics) }

  /// How much is right; nil of what the gold does not say.
  func agreement(_ metric: Metric) -> Agreement? {
    guard stated.contains(metric) else { return nil }
    let isOfSentences = metric == .sentences
    return Agreement(
      right: right[metric] ?? 0, found: isOfSentences ? foundSentences : foundWords,
      gold: isOfSentences ? goldSentences : goldWords)
  }

  /// The share of words in both analyses that are right.
  func accuracy(_ metric: Metric) -> Double? {
    guard stated.contains(metric), metric != .sentences, metric != .tokens else { return nil }
    return Agreement.share(right[metric] ?? 0, of: aligned)
  }

  mutating func add(_ other: TreebankScore) {
    goldSentences += other.goldSentences
    foundSentences += other.foundSentences
    goldWords += other.goldWords
    foundWords += other.foundWords
    aligned += other.aligned
    right.merge(other.right, uniquingKeysWith: +)
    stated.formUnion(other.stated)
  }
}

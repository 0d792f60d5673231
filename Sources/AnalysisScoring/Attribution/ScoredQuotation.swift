import ArticleModel

/// An attribution, of the gold or found, with each role as a set of words.
struct ScoredQuotation {
  let contentSpans: [CodePointRange]
  let cueSpans: [CodePointRange]
  let sourceSpans: [CodePointRange]
  let content: WordSet
  let cue: WordSet
  let source: WordSet
  /// From the words of the content: what the analysis calls it is not looked at.
  let kind: Quotation.Kind
  /// What made it; nil for gold.
  let evidence: Evidence?

  /// Nil where the content holds no word.
  init?(
    content: [CodePointRange], cue: [CodePointRange], source: [CodePointRange],
    evidence: Evidence? = nil, in words: ScoredWords
  ) {
    self.content = words.words(in: content)
    guard !self.content.isEmpty else { return nil }
    contentSpans = content
    cueSpans = cue
    sourceSpans = source
    self.cue = words.words(in: cue)
    self.source = words.words(in: source)
    kind = words.kind(of: self.content)
    self.evidence = evidence
  }

  init?(_ quotation: Quotation, in text: ArticleText, words: ScoredWords) {
    func spans(_ ranges: [TextRange]) -> [CodePointRange] {
      ranges.map { CodePointRange($0, in: text) }
    }
    self.init(
      content: spans(quotation.content), cue: spans(quotation.cue),
      source: spans(quotation.source), evidence: quotation.evidence, in: words)
  }

  /// Whether the two sources share a word, or both have none.
  func namesSameSource(as other: ScoredQuotation) -> Bool { Self.touch(source, other.source) }
  /// Whether the two cues share a word, or both have none.
  func hasSameCue(as other: ScoredQuotation) -> Bool { Self.touch(cue, other.cue) }

  /// Whether the contents share at least half of their words (Dice).
  func isNear(_ other: ScoredQuotation) -> Bool {
    let shared = content.shared(with: other.content)
    return Double(2 * shared) / Double(content.count + other.content.count) >= 0.5
  }

  /// Whether it tells of who said what as the other does.
  func saysTheSame(as other: ScoredQuotation) -> Bool {
    isNear(other) && namesSameSource(as: other)
  }

  private static func touch(_ a: WordSet, _ b: WordSet) -> Bool {
    (a.isEmpty && b.isEmpty) || a.shared(with: b) > 0
  }
}

package import ArticleModel

/// An article in which people marked who says what, for learning from it.
package struct MarkedAttributions: Sendable {
  package let article: Article
  /// The words that report, in text order.
  package let cues: [TextRange]
  private let words: ScoredWords
  private let document: GoldDocument<AttributionGold>
  private let attributions: [ScoredQuotation]

  /// The articles of a file or folder of gold, in order.
  /// - Throws: ``GoldFailure`` where the gold cannot be read.
  package static func read(_ path: String) throws(GoldFailure) -> [MarkedAttributions] {
    try GoldFile(path).documents(AttributionGold.self).map(MarkedAttributions.init)
  }

  private init(_ document: GoldDocument<AttributionGold>) {
    self.document = document
    article = document.article
    let text = article.text
    let words = ScoredWords(text)
    self.words = words
    attributions = document.layer.attributions.compactMap {
      ScoredQuotation(content: $0.content, cue: $0.cue, source: $0.source, in: words)
    }
    cues = document.layer.attributions.flatMap(\.cue).map {
      TextRange(text.utf8Offset(ofScalar: $0.start), text.utf8Offset(ofScalar: $0.end))
    }.sorted()
  }

  /// How near somebody's words come to what people marked, from 0 to 1.
  ///
  /// 1 where content and source hold the same words as those of one attribution. The square of the
  /// contents' agreement (Dice), where that is a half or more and the sources share a word, or both
  /// have none; a tenth of it is for sources that are the same words. 0 for anything else.
  package func agreement(content: [TextRange], source: TextRange?) -> Float {
    func set(_ ranges: [TextRange]) -> WordSet {
      words.words(in: ranges.map { CodePointRange($0, in: article.text) })
    }
    let content = set(content)
    let source = set(source.map { [$0] } ?? [])
    var best: Float = 0
    for attribution in attributions {
      let dice = Self.dice(content, attribution.content)
      guard dice >= 0.5 else { continue }
      let isSource =
        source.isEmpty && attribution.source.isEmpty
        || source.shared(with: attribution.source) > 0
      guard isSource else { continue }
      let exact = source.isEmpty ? 1 : Self.dice(source, attribution.source)
      best = max(best, dice * dice * (0.9 + 0.1 * exact))
    }
    return best
  }

  /// How much of who and what together is found.
  package func score(of found: AnnotatedArticle) -> WhoAndWhat {
    var notes = ScoringNotes()
    let score = AttributionScorer().score(document, against: found, notes: &notes)
    return WhoAndWhat(score[.whoAndWhat, nil], exact: score[.contentStrict, nil])
  }

  private static func dice(_ a: WordSet, _ b: WordSet) -> Float {
    let count = a.count + b.count
    return count == 0 ? 0 : 2 * Float(a.shared(with: b)) / Float(count)
  }
}

/// Who and what together, and contents to the word, over any number of articles.
package struct WhoAndWhat: Sendable {
  private var tally: AttributionScore.Tally
  private var exact: AttributionScore.Tally

  fileprivate init(_ tally: AttributionScore.Tally, exact: AttributionScore.Tally) {
    self.tally = tally
    self.exact = exact
  }

  /// Nothing found, and nothing to be found.
  package init() { self.init(.init(), exact: .init()) }

  /// Adds what another article scores.
  package mutating func add(_ other: WhoAndWhat) {
    tally.add(other.tally)
    exact.add(other.exact)
  }

  /// F1 from 0 to 1.
  package var f1: Double { tally.agreement.f1 }

  /// `who+what 74.1 59.7 66.1, contents to the word 52.2`: precision, recall and F1 in percent.
  package var description: String {
    let cells = tally.agreement.cells(decimals: 1).joined(separator: " ")
    return "who+what \(cells), contents to the word \(exact.agreement.cells(decimals: 1)[2])"
  }
}

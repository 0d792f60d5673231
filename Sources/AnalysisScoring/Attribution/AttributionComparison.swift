import ArticleModel

/// The attributions of one article, those of the gold beside those found.
struct AttributionComparison {
  private let gold: [ScoredQuotation]
  private let found: [ScoredQuotation]
  private let pairs: [(gold: Int, found: Int)]
  private let partnerOfGold: [ScoredQuotation?]
  private let partnerOfFound: [ScoredQuotation?]

  init(gold: [ScoredQuotation], found: [ScoredQuotation]) {
    self.gold = gold
    self.found = found
    pairs = QuotationAlignment(gold, found).pairs
    var partnerOfGold = [ScoredQuotation?](repeating: nil, count: gold.count)
    var partnerOfFound = [ScoredQuotation?](repeating: nil, count: found.count)
    for pair in pairs {
      partnerOfGold[pair.gold] = found[pair.found]
      partnerOfFound[pair.found] = gold[pair.gold]
    }
    self.partnerOfGold = partnerOfGold
    self.partnerOfFound = partnerOfFound
  }

  /// What the pairs score.
  var score: AttributionScore {
    var score = AttributionScore()
    score.aligned = pairs.count
    for (quotation, partner) in zip(gold, partnerOfGold) {
      count(quotation, partner, on: .gold, in: &score)
    }
    for (quotation, partner) in zip(found, partnerOfFound) {
      count(quotation, partner, on: .found, in: &score)
    }
    return score
  }

  /// Adds the metrics that look at words without regard to pairs.
  func addRuns(_ words: ScoredWords, to score: inout AttributionScore) {
    func add(
      pieces: AttributionMetric, alone: AttributionMetric?,
      _ role: (ScoredQuotation) -> WordSet
    ) {
      let ours = Set(gold.flatMap { words.runs(of: role($0)) })
      let theirs = Set(found.flatMap { words.runs(of: role($0)) })
      score.add(
        pieces, shared: ours.intersection(theirs).count, found: theirs.count, gold: ours.count)
      guard let alone else { return }
      let goldWords = WordSet(gold.flatMap { role($0).numbers })
      let foundWords = WordSet(found.flatMap { role($0).numbers })
      score.add(
        alone, shared: goldWords.shared(with: foundWords), found: foundWords.count,
        gold: goldWords.count)
    }
    add(pieces: .contentPieces, alone: nil) { $0.content }
    add(pieces: .sourcePieces, alone: .sourceAlone) { $0.source }
    add(pieces: .cuePieces, alone: .cueAlone) { $0.cue }
  }

  /// Notes what is wrong, and which of those found tell rightly of who said what.
  func note(in article: Article, _ notes: inout ScoringNotes) {
    for (quotation, partner) in zip(found, partnerOfFound) {
      if let evidence = quotation.evidence {
        notes.row(evidence, isRight: partner?.saysTheSame(as: quotation) ?? false)
      }
      if partner == nil {
        notes.error {
          error("spurious", quotation.content.count, article, gold: nil, found: quotation)
        }
      }
    }
    for (quotation, partner) in zip(gold, partnerOfGold) {
      for (category, weight) in faults(of: partner, for: quotation) {
        notes.error { error(category, weight, article, gold: quotation, found: partner) }
      }
    }
  }

  // MARK: - Implementation

  private func count(
    _ quotation: ScoredQuotation, _ partner: ScoredQuotation?, on side: AttributionScore.Side,
    in score: inout AttributionScore
  ) {
    let kind = quotation.kind
    func add(_ metric: AttributionMetric, _ hits: Double, of total: Double = 1) {
      score.add(metric, kind, on: side, hits: hits, of: total)
    }
    func add(_ metric: AttributionMetric, _ isHit: Bool?) { add(metric, isHit == true ? 1 : 0) }

    score.count(kind, on: side)
    let who = partner?.saysTheSame(as: quotation)
    let hasSameContent = partner.map { $0.content == quotation.content } == true
    add(.contentStrict, hasSameContent)
    add(
      .relationStrict,
      hasSameContent && partner?.cue == quotation.cue && partner?.source == quotation.source)
    add(.relationOverlap, who == true && partner?.hasSameCue(as: quotation) == true)
    add(.whoAndWhat, who)
    let size = Double(quotation.content.count)
    let shared = Double(partner?.content.shared(with: quotation.content) ?? 0)
    add(.contentOverlap, shared, of: size)
    add(.contentSoft, shared / size)
    guard let partner else { return }
    if !quotation.source.isEmpty {
      let shared = quotation.source.shared(with: partner.source)
      add(.sourceStrict, quotation.source == partner.source)
      add(.sourceOverlap, Double(shared), of: Double(quotation.source.count))
      add(.sourceHit, shared > 0)
    }
    if !quotation.cue.isEmpty {
      let shared = quotation.cue.shared(with: partner.cue)
      add(.cueStrict, quotation.cue == partner.cue)
      add(.cueOverlap, Double(shared), of: Double(quotation.cue.count))
      add(.cueHit, shared > 0)
    }
  }

  /// What is wrong with the partner of an attribution of the gold, each with its weight in words.
  private func faults(
    of partner: ScoredQuotation?, for quotation: ScoredQuotation
  ) -> [(String, Int)] {
    let size = quotation.content.count
    guard let partner else { return [("missed", size)] }
    var faults: [(String, Int)] = []
    let shared = quotation.content.shared(with: partner.content)
    let wrong = size + partner.content.count - 2 * shared
    if wrong > 0 { faults.append(("wrong extent of content", wrong)) }
    if !quotation.namesSameSource(as: partner) {
      faults.append(("wrong source", size))
    } else if !quotation.hasSameCue(as: partner) {
      faults.append(("wrong cue", size))
    }
    return faults
  }

  private func error(
    _ category: String, _ weight: Int, _ article: Article, gold: ScoredQuotation?,
    found: ScoredQuotation?
  ) -> ScoringError {
    let text = article.text
    func words(_ spans: [CodePointRange], limit: Int) -> String {
      spans.isEmpty
        ? "(none)" : spans.map { text.excerpt($0, limit: limit) }.joined(separator: " […] ")
    }
    var details: [(label: String, text: String)] = []
    for (label, quotation) in [("gold", gold), ("found", found)] {
      guard let quotation else { continue }
      let who = words(quotation.sourceSpans, limit: 120)
      let cue = words(quotation.cueSpans, limit: 80)
      details.append((label, "\(quotation.kind.rawValue), who: \(who) | cue: \(cue)"))
      details.append(("", "what: \(words(quotation.contentSpans, limit: 400))"))
    }
    var whole = CodePointRange(.max, 0)
    for quotation in [gold ?? found].compactMap({ $0 }) {
      for span in quotation.contentSpans + quotation.cueSpans + quotation.sourceSpans {
        whole = CodePointRange(min(whole.start, span.start), max(whole.end, span.end))
      }
    }
    let around = CodePointRange(whole.start - 60, whole.end + 60)
    details.append(("text", "…\(text.excerpt(around, limit: 700))…"))
    return ScoringError(
      category: category, article: article.id, offset: whole.start, weight: weight,
      details: details)
  }
}

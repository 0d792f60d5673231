import ArticleModel

/// Counts of attributions, by metric and by the kind of their content.
struct AttributionScore: AnalysisScore {
  /// What is counted of one metric and kind.
  ///
  /// Precision and recall have hits of their own, since a kind picks what was found for the one and
  /// the gold for the other.
  struct Tally: Equatable {
    var hitsOfFound = 0.0
    var found = 0.0
    var hitsOfGold = 0.0
    var gold = 0.0

    var agreement: Agreement {
      Agreement(
        precision: found > 0 ? hitsOfFound / found : 0,
        recall: gold > 0 ? hitsOfGold / gold : 0)
    }

    mutating func add(_ other: Tally) {
      hitsOfFound += other.hitsOfFound
      found += other.found
      hitsOfGold += other.hitsOfGold
      gold += other.gold
    }
  }

  /// Which side of the comparison is counted.
  enum Side { case gold, found }

  /// A metric over attributions of one kind, or of all.
  private struct Key: Hashable {
    var metric: AttributionMetric
    var kind: Quotation.Kind?
  }

  private var tallies: [Key: Tally] = [:]
  /// How many attributions of each kind there are.
  private(set) var gold: [Quotation.Kind: Int] = [:]
  /// How many of each kind were found.
  private(set) var found: [Quotation.Kind: Int] = [:]
  var aligned = 0
  /// Found ones whose content holds no word; they do not take part.
  var withoutContent = 0

  subscript(metric: AttributionMetric, kind: Quotation.Kind?) -> Tally {
    tallies[Key(metric: metric, kind: kind)] ?? Tally()
  }

  mutating func count(_ kind: Quotation.Kind, on side: Side) {
    switch side {
    case .gold: gold[kind, default: 0] += 1
    case .found: found[kind, default: 0] += 1
    }
  }

  /// Adds hits, and what they are hits of, for a kind and for all together.
  mutating func add(
    _ metric: AttributionMetric, _ kind: Quotation.Kind, on side: Side, hits: Double,
    of total: Double
  ) {
    for kind in [nil, kind] {
      switch side {
      case .gold:
        tallies[Key(metric: metric, kind: kind), default: Tally()].hitsOfGold += hits
        tallies[Key(metric: metric, kind: kind), default: Tally()].gold += total
      case .found:
        tallies[Key(metric: metric, kind: kind), default: Tally()].hitsOfFound += hits
        tallies[Key(metric: metric, kind: kind), default: Tally()].found += total
      }
    }
  }

  /// Adds what an article-wide metric counts.
  mutating func add(_ metric: AttributionMetric, shared: Int, found: Int, gold: Int) {
    let tally = Tally(
      hitsOfFound: Double(shared), found: Double(found), hitsOfGold: Double(shared),
      gold: Double(gold))
    tallies[Key(metric: metric, kind: nil), default: Tally()].add(tally)
  }

  mutating func add(_ other: AttributionScore) {
    for (key, tally) in other.tallies { tallies[key, default: Tally()].add(tally) }
    gold.merge(other.gold, uniquingKeysWith: +)
    found.merge(other.found, uniquingKeysWith: +)
    aligned += other.aligned
    withoutContent += other.withoutContent
  }
}

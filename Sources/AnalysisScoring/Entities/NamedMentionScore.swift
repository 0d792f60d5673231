import ArticleModel

/// Counts of named mentions, by kind.
struct NamedMentionScore: AnalysisScore, Equatable {
  struct Tally: Equatable {
    /// In the gold, and found.
    var right = 0
    /// Found, and not in the gold.
    var extra = 0
    /// In the gold, and not found.
    var missed = 0

    var agreement: Agreement {
      Agreement(right: right, found: right + extra, gold: right + missed)
    }

    mutating func add(_ other: Tally) {
      right += other.right
      extra += other.extra
      missed += other.missed
    }
  }

  var byKind: [String: Tally] = [:]
  /// The same without regard to kinds.
  var anyKind = Tally()

  mutating func add(_ other: NamedMentionScore) {
    for (kind, tally) in other.byKind { byKind[kind, default: Tally()].add(tally) }
    anyKind.add(other.anyKind)
  }
}

/// Named mentions of one article, those of the gold beside those found.
struct NamedMentionComparison {
  /// A name at a place.
  struct Name: Hashable, Comparable {
    var range: CodePointRange
    var kind: String
    /// What made it; nil for gold.
    ///
    /// Two names are one by place and kind.
    var evidence: Evidence?

    static func == (a: Name, b: Name) -> Bool { a.range == b.range && a.kind == b.kind }
    static func < (a: Name, b: Name) -> Bool {
      (a.range.start, a.range.end, a.kind) < (b.range.start, b.range.end, b.kind)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(range)
      hasher.combine(kind)
    }
  }

  private let gold: [Name]
  private let found: [Name]
  private let matching: EvaluationOptions.Matching

  init(
    _ gold: EntityGold, _ found: AnnotatedArticle, kinds: [String],
    matching: EvaluationOptions.Matching
  ) {
    let kinds = Set(kinds)
    let wanted = gold.mentions.filter { $0.isNamed && kinds.contains($0.kind) }
    self.gold = Set(wanted.map { Name(range: $0.nameRange, kind: $0.kind) }).sorted()
    var names: Set<Name> = []
    for mention in found.mentions where mention.form == .name {
      let kind = found.entities[mention.entity].kind.rawValue
      guard kinds.contains(kind) else { continue }
      let range = CodePointRange(mention.range, in: found.text)
      names.insert(Name(range: range, kind: kind, evidence: mention.evidence))
    }
    self.found = names.sorted()
    self.matching = matching
  }

  /// What the article scores; errors and rows go into `notes`.
  func score(in article: Article, _ notes: inout ScoringNotes) -> NamedMentionScore {
    var score = NamedMentionScore()
    let typed = paired(byKind: true)
    for name in typed.right {
      score.byKind[name.kind, default: .init()].right += 1
      if let evidence = name.evidence { notes.row(evidence, isRight: true) }
    }
    for name in typed.missed {
      score.byKind[name.kind, default: .init()].missed += 1
      notes.error { error("missed \(name.kind)", name, article, "gold") }
    }
    for name in typed.extra {
      score.byKind[name.kind, default: .init()].extra += 1
      if let evidence = name.evidence { notes.row(evidence, isRight: false) }
      notes.error { error("spurious \(name.kind)", name, article, "found") }
    }
    let untyped = paired(byKind: false)
    score.anyKind.right = untyped.right.count
    score.anyKind.missed = untyped.missed.count
    score.anyKind.extra = untyped.extra.count
    return score
  }

  // MARK: - Implementation

  /// Found names that are right, names of the gold without a partner, and found ones without.
  private func paired(byKind: Bool) -> (right: [Name], missed: [Name], extra: [Name]) {
    let (matching, gold, found) = (matching, gold, found)
    let pairing = OverlapPairing(gold.map(\.range), found.map(\.range)) { i, j in
      let isAllowed = matching == .overlap || gold[i].range == found[j].range
      return isAllowed && (!byKind || gold[i].kind == found[j].kind) ? 0 : nil
    }
    return (
      pairing.pairs.map { found[$0.found] }, pairing.unpairedGold.map { gold[$0] },
      pairing.unpairedFound.map { found[$0] }
    )
  }

  private func error(
    _ category: String, _ name: Name, _ article: Article, _ label: String
  ) -> ScoringError {
    ScoringError(
      category: category, article: article.id, offset: name.range.start, weight: 0,
      details: [
        (label, article.text.excerpt(name.range)),
        ("text", article.text.surroundings(of: name.range)),
      ])
  }
}

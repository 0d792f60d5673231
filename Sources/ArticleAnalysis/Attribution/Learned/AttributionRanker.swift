import ArticleModel
import Glibc

/// Chooses among the candidates of an article, the likeliest first, each cue once.
///
/// What lies inside a chosen content is somebody's words within those of another; of these the
/// rules' drafts are kept, as they are nested there.
struct AttributionRanker {
  let model: AttributionModel
  let reader: ClauseReader

  private struct Choice {
    var candidate: AttributionCandidate
    var score: Int
    /// The score with what the rules' have ahead.
    var rank: Int
  }

  /// The attributions, with the probability that they are right.
  func drafts(of article: AnnotatedArticle, rules: [AttributionDraft]) -> [AttributionDraft] {
    let lister = CandidateLister(
      article: article, reader: reader, drafts: rules, cues: model.cues)
    var choices = choices(lister)
    choices.sort {
      $0.rank != $1.rank
        ? $0.rank > $1.rank : Self.place($0.candidate) < Self.place($1.candidate)
    }
    var accepted: [AttributionDraft] = []
    var cues: Set<Int> = []
    // Per token, the accepted attribution whose content holds it, and how long that is.
    var owners = [Int32](repeating: -1, count: reader.tokens.count)
    var lengths: [Int] = []
    var ofRules: [Bool] = []
    var isUsed = [Bool](repeating: false, count: rules.count)
    for choice in choices {
      let candidate = choice.candidate
      if candidate.cueHead >= 0, cues.contains(candidate.cueHead) { continue }
      guard !overlaps(candidate, owners, lengths, ofRules: ofRules) else { continue }
      let length = candidate.content.parts.reduce(0) { $0 + $1.count }
      for part in candidate.content.parts {
        for token in part.start..<part.end { owners[token] = Int32(accepted.count) }
      }
      lengths.append(length)
      ofRules.append(candidate.draft != nil)
      if candidate.cueHead >= 0 { cues.insert(candidate.cueHead) }
      if let number = candidate.draft { isUsed[number] = true }
      accepted.append(draft(candidate, rules, probability: probability(choice.score)))
    }
    for (number, rule) in rules.enumerated() where !isUsed[number] {
      guard !cues.contains(rule.cueHead), isInside(rule, owners) else { continue }
      accepted.append(rule)
    }
    return accepted
  }

  // MARK: - Implementation

  private func choices(_ lister: CandidateLister) -> [Choice] {
    func units(_ score: Float) -> Int { Int(score / model.weights.unit) }
    let thresholds = model.thresholds
    let (ofTree, ofRule) = (units(thresholds.tree), units(thresholds.rule))
    let (bare, lead) = (units(thresholds.bare), units(thresholds.lead))
    var choices: [Choice] = []
    var pair: [FeatureHash] = []
    lister.forEachCue { cue in
      let base = model.weights.sum(cue.cueFeatures)
      let isUnfamiliar = cue.cueHead >= 0 && reader.cue(at: cue.cueHead) == nil
      let sources = cue.sourceFeatures.map { model.weights.sum($0) }
      for (content, features) in cue.contentFeatures.enumerated() {
        let ofContent = base + model.weights.sum(features)
        for (source, ofSource) in sources.enumerated() {
          guard lister.pairFeatures(cue, source, content, into: &pair) else { continue }
          let score = ofContent + ofSource + model.weights.sum(pair)
          let isSure = cue.isDraft && cue.draft.map { self.isSure(lister.drafts[$0]) } ?? false
          let threshold =
            isUnfamiliar && isBare(cue.contents[content]) ? bare : cue.isDraft ? ofRule : ofTree
          guard isSure || score >= threshold else { continue }
          choices.append(
            Choice(
              candidate: AttributionCandidate(
                cueHead: cue.cueHead, cue: cue.cue, source: cue.sources[source],
                content: cue.contents[content], draft: cue.isDraft ? cue.draft : nil),
              score: score,
              // First what the rules are sure of, then the other cues that they found, then the rest.
              rank: score + (cue.isDraft ? lead : 0)
                + (isSure ? Self.step * 2 : cue.draft != nil ? Self.step : 0)))
        }
      }
    }
    return choices
  }

  /// Whether a content is a noun phrase alone: no clause, no infinitive, nothing in marks.
  private func isBare(_ content: AttributionCandidate.Content) -> Bool {
    content.parts.allSatisfy { part in
      !(part.start..<part.end).contains {
        reader.isFinite($0) || reader.isQuoted($0) || reader.word($0) == .to
      }
    }
  }

  /// Words in marks that a reporting clause, a signature or a transcript gives to somebody, what
  /// somebody was told, and "it is believed that …": the rules are seldom wrong there, and training
  /// has few of them.
  private func isSure(_ draft: AttributionDraft) -> Bool {
    draft.evidence.how.hasPrefix("quote.") || draft.addressee != nil
      || draft.source == nil && draft.content.first.map { reader.word($0.start) == .that } ?? false
  }

  /// More than any score.
  private static let step = 1 << 24

  private static func place(_ candidate: AttributionCandidate) -> Int {
    candidate.content.parts.first?.start ?? 0
  }

  /// Whether half of the shorter of two contents is shared; those of the rules go with each other.
  private func overlaps(
    _ candidate: AttributionCandidate, _ owners: [Int32], _ lengths: [Int], ofRules: [Bool]
  ) -> Bool {
    var shared: [Int32: Int] = [:]
    var length = 0
    for part in candidate.content.parts {
      for token in part.start..<part.end {
        length += 1
        let owner = owners[token]
        if owner >= 0, candidate.draft == nil || !ofRules[Int(owner)] {
          shared[owner, default: 0] += 1
        }
      }
    }
    return shared.contains { owner, count in count * 2 > min(length, lengths[Int(owner)]) }
  }

  private func isInside(_ rule: AttributionDraft, _ owners: [Int32]) -> Bool {
    guard let first = rule.content.first(where: { !$0.isEmpty }) else { return false }
    let owner = owners[first.start]
    guard owner >= 0 else { return false }
    return rule.content.allSatisfy { part in
      (part.start..<part.end).allSatisfy { owners[$0] == owner || reader.isPunctuation($0) }
    }
  }

  private func probability(_ score: Int) -> Double {
    1 / (1 + exp(-Double(score) * Double(model.weights.unit)))
  }

  private func draft(
    _ candidate: AttributionCandidate, _ rules: [AttributionDraft], probability: Double
  ) -> AttributionDraft {
    let confidence = (probability * 100).rounded() / 100
    if let number = candidate.draft {
      var draft = rules[number]
      draft.evidence = Evidence(draft.evidence.how, confidence: confidence)
      return draft
    }
    return AttributionDraft(
      content: candidate.content.parts, source: candidate.source.range, cue: candidate.cue,
      cueHead: candidate.cueHead, attitude: attitude(candidate), addressee: nil,
      evidence: Evidence("speech.model", confidence: confidence))
  }

  private func attitude(_ candidate: AttributionCandidate) -> Quotation.Attitude {
    switch candidate.content.relation {
    case .openClause, .objectAndOpenClause, .subjectAndOpenClause: return .eventuality
    case .rule, .clause, .object, .oblique, .prepositional, .adverbialClause, .parataxis, .rest,
      .around, .before, .quoteBefore, .nounClause, .passiveSubject:
      return reader.cue(at: candidate.cueHead)?.attitude ?? .assertion
    }
  }
}

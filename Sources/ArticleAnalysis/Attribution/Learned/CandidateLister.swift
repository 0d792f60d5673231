import ArticleModel

/// The candidates of one cue: every source with every content.
struct CueCandidates {
  var cueHead: Int
  var cue: TokenRange
  var sources: [AttributionCandidate.Source]
  var contents: [AttributionCandidate.Content]
  /// What the rules made of the cue, by place in their list.
  var draft: Int?
  /// Whether the only candidate is that draft itself.
  var isDraft: Bool
  var cueFeatures: [FeatureHash] = []
  var sourceFeatures: [[FeatureHash]] = []
  var contentFeatures: [[FeatureHash]] = []
}

/// Lists the candidates of an article with their features: the rules' drafts, and what the trees
/// offer.
struct CandidateLister {
  let reader: ClauseReader
  let features: AttributionFeatures
  let drafts: [AttributionDraft]
  private let relations: [TreeRelation]
  /// Lemmas of verbs, and of nouns and adjectives, that may be cues.
  private let verbalCues: Set<WordID>
  private let nominalCues: Set<WordID>
  private let draftsOfCue: [Int: Int]
  private let hows: [UInt64]

  /// No tree of a longer sentence is read, so that time stays linear.
  static let longestSentence = 300

  init(
    article: AnnotatedArticle, reader: ClauseReader, drafts: [AttributionDraft],
    cues: LearnedCues
  ) {
    self.reader = reader
    self.drafts = drafts
    features = AttributionFeatures(reader: reader, article: article)
    relations = TreeRelation.table(of: article.words)
    verbalCues = Set(cues.verbs.compactMap { article.words.find($0) })
    nominalCues = Set(cues.nouns.compactMap { article.words.find($0) })
    draftsOfCue = Dictionary(
      drafts.indices.lazy.filter { drafts[$0].cueHead >= 0 }.map { (drafts[$0].cueHead, $0) },
      uniquingKeysWith: { first, _ in first })
    hows = drafts.map { FeatureHash.part(of: $0.evidence.how.utf8) }
  }

  /// Calls `body` with each draft, and with each cue of each tree.
  func forEachCue(_ body: (CueCandidates) -> Void) {
    for number in drafts.indices {
      if let candidates = candidates(ofDraft: number) { body(candidates) }
    }
    for sentence in reader.sentences where sentence.tokens.count <= Self.longestSentence {
      guard let tree = tree(of: sentence.tokens) else { continue }
      let finder = CandidateFinder(reader: reader, tree: tree)
      for head in sentence.tokens.start..<sentence.tokens.end where !reader.isQuoted(head) {
        if let candidates = candidates(of: head, finder) { body(candidates) }
      }
    }
  }

  /// Features of a source together with a content; nil where they cannot go together.
  func pairFeatures(
    _ cue: CueCandidates, _ source: Int, _ content: Int, into list: inout [FeatureHash]
  ) -> Bool {
    list.removeAll(keepingCapacity: true)
    let source = cue.sources[source]
    let content = cue.contents[content]
    if let range = source.range,
      content.parts.contains(where: { $0.start < range.end && range.start < $0.end })
    {
      guard cue.isDraft else { return false }
    }
    let draft = cue.draft.map { drafts[$0] }
    if !cue.isDraft, let draft, draft.source == source.range, draft.content == content.parts {
      return false
    }
    features.add(pair: source, content, of: cue.cueHead, to: &list)
    features.add(
      agreement: source, content, with: draft, how: cue.draft.map { hows[$0] } ?? 0, to: &list)
    return true
  }

  // MARK: - Implementation

  private func tree(of sentence: TokenRange) -> RelationTree? {
    RelationTree(sentence: sentence, tokens: reader.tokens, relations: relations)
  }

  private func candidates(ofDraft number: Int) -> CueCandidates? {
    let draft = drafts[number]
    let parts = draft.content.filter { !$0.isEmpty }
    guard !parts.isEmpty else { return nil }
    var tree: RelationTree?
    if draft.cueHead >= 0 {
      let sentence = reader.sentences[Int(reader.tokens[draft.cueHead].sentence)].tokens
      if sentence.count <= Self.longestSentence { tree = self.tree(of: sentence) }
    }
    return described(
      CueCandidates(
        cueHead: draft.cueHead, cue: draft.cue,
        sources: [
          .init(range: draft.source, relation: draft.source == nil ? .none : .rule, head: -1)
        ],
        contents: [.init(parts: parts, relation: .rule, cut: 0, head: -1)],
        draft: number, isDraft: true), tree)
  }

  private func candidates(of head: Int, _ finder: CandidateFinder) -> CueCandidates? {
    let isVerb = reader.partOfSpeech(head) == .verb
    guard isVerb ? isVerbalCue(head) : isNominalCue(head) else { return nil }
    let cue = finder.cue(head)
    let contents = finder.contents(of: head, cue: cue, isVerb: isVerb)
      .filter { !isBareReference($0) }
    guard !contents.isEmpty else { return nil }
    var sources = finder.sources(of: head, isVerb: isVerb)
    let draft = draftsOfCue[head]
    if let range = draft.flatMap({ drafts[$0].source }),
      !sources.contains(where: { $0.range == range })
    {
      sources.append(.init(range: range, relation: .rule, head: -1))
    }
    return described(
      CueCandidates(
        cueHead: head, cue: cue, sources: sources, contents: contents, draft: draft, isDraft: false),
      finder.tree)
  }

  private func described(_ candidates: CueCandidates, _ tree: RelationTree?) -> CueCandidates {
    var candidates = candidates
    let head = candidates.cueHead
    features.add(cue: head, tree: tree, to: &candidates.cueFeatures)
    candidates.sourceFeatures = candidates.sources.map { source in
      var list: [FeatureHash] = []
      features.add(source: source, of: head, to: &list)
      return list
    }
    candidates.contentFeatures = candidates.contents.map { content in
      var list: [FeatureHash] = []
      features.add(content: content, of: head, tree: tree, to: &list)
      return list
    }
    return candidates
  }

  private func isVerbalCue(_ index: Int) -> Bool {
    reader.cue(at: index) != nil || verbalCues.contains(reader.tokens[index].lemma)
  }

  /// "denies that": a word alone that only points at what was said before.
  private func isBareReference(_ content: AttributionCandidate.Content) -> Bool {
    guard content.parts.count == 1, content.parts[0].count == 1 else { return false }
    switch reader.partOfSpeech(content.parts[0].start) {
    case .pronoun, .determiner, .adverb, .subordinatingConjunction, .particle, .adposition:
      return true
    case .noun, .adjective, .auxiliary, .coordinatingConjunction, .interjection, .numeral,
      .properNoun, .punctuation, .symbol, .verb, .other, .unknown:
      return false
    }
  }

  private func isNominalCue(_ index: Int) -> Bool {
    switch reader.partOfSpeech(index) {
    case .noun, .adjective: return nominalCues.contains(reader.tokens[index].lemma)
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
      .numeral, .particle, .pronoun, .properNoun, .punctuation, .subordinatingConjunction,
      .symbol, .verb, .other, .unknown:
      return false
    }
  }
}

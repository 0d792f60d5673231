import ArticleModel

/// Two analyses of one text, that of a treebank beside the one found.
struct TreebankComparison {
  private let gold: AnnotatedArticle
  private let found: AnnotatedArticle
  private let alignment: WordAlignment

  init(gold: AnnotatedArticle, found: AnnotatedArticle) {
    self.gold = gold
    self.found = found
    alignment = WordAlignment(gold: gold, found: found)
  }

  /// What is right; errors go into `notes`.
  func score(_ notes: inout ScoringNotes) -> TreebankScore {
    var score = TreebankScore()
    score.state(stated)
    score.goldSentences = gold.sentences.count
    score.foundSentences = found.sentences.count
    score.countRight(
      .sentences, Set(Self.extents(of: gold)).intersection(Self.extents(of: found)).count)
    score.goldWords = gold.tokens.count
    score.foundWords = found.tokens.count
    score.aligned = alignment.count
    score.countRight(.tokens, alignment.count)
    for (f, g) in alignment.goldOfFound.enumerated() where g >= 0 {
      compare(g, f, &score, &notes)
    }
    noteUnpaired(&notes)
    return score
  }

  // MARK: - Implementation

  /// What the gold says of at least one word.
  private var stated: Set<TreebankScore.Metric> {
    var stated: Set<TreebankScore.Metric> = []
    for token in gold.tokens {
      if !gold.partOfSpeechLabel(of: token).isEmpty { stated.insert(.partsOfSpeech) }
      if token.tag != .none { stated.insert(.tags) }
      if token.lemma != .none { stated.insert(.lemmas) }
      if token.head >= 0 { stated.formUnion([.heads, .relations]) }
    }
    return stated
  }

  /// Where sentences stand, from their first word to their last.
  private static func extents(of article: AnnotatedArticle) -> [TextRange] {
    article.sentences.compactMap { sentence in
      guard !sentence.tokens.isEmpty else { return nil }
      let (first, last) = (sentence.tokens.start, sentence.tokens.end - 1)
      return TextRange(Int(article.tokens[first].start), Int(article.tokens[last].end))
    }
  }

  private func compare(
    _ g: Int, _ f: Int, _ score: inout TreebankScore, _ notes: inout ScoringNotes
  ) {
    let (a, b) = (gold.tokens[g], found.tokens[f])
    func judge(
      _ metric: TreebankScore.Metric, _ expected: String, _ made: String,
      isRight: Bool? = nil, _ kind: String
    ) {
      guard score.stated.contains(metric) else { return }
      if isRight ?? (expected == made) {
        score.countRight(metric)
      } else {
        notes.error { error("\(metric.title): \(kind)", g, gold: expected, found: made) }
      }
    }
    let pos = (gold.partOfSpeechLabel(of: a), found.partOfSpeechLabel(of: b))
    judge(.partsOfSpeech, pos.0, pos.1, "\(pos.0) taken for \(pos.1.orNothing)")
    let tags = (gold.words[a.tag], found.words[b.tag])
    judge(.tags, tags.0, tags.1, "\(tags.0) taken for \(tags.1.orNothing)")
    let lemmas = (gold.words[a.lemma], found.words[b.lemma])
    judge(
      .lemmas, lemmas.0, lemmas.1, isRight: a.lemma == .none || lemmas.0 == lemmas.1, "of \(pos.0)")
    let relations = (gold.universalRelation(a), found.universalRelation(b))
    let hasRightHead = isRightHead(a, g, b, f)
    judge(
      .heads, gold.headForm(a, g), found.headForm(b, f), isRight: hasRightHead, "of \(relations.0)")
    guard hasRightHead else { return }
    judge(.relations, relations.0, relations.1, "\(relations.0) taken for \(relations.1.orNothing)")
  }

  /// Whether the found word depends on the word on which the gold's does, or both are roots.
  private func isRightHead(_ a: Token, _ g: Int, _ b: Token, _ f: Int) -> Bool {
    guard a.head >= 0, b.head >= 0 else { return false }
    if Int(a.head) == g || Int(b.head) == f { return Int(a.head) == g && Int(b.head) == f }
    return alignment.goldOfFound[Int(b.head)] == Int(a.head)
  }

  private func noteUnpaired(_ notes: inout ScoringNotes) {
    var isPaired = Array(repeating: false, count: gold.tokens.count)
    for g in alignment.goldOfFound where g >= 0 { isPaired[g] = true }
    for g in isPaired.indices where !isPaired[g] {
      notes.error {
        let range = gold.tokens[g].range
        let made = found.tokens.filter { $0.range.overlaps(range) }
          .map { found.words[$0.word] }
        let form = gold.words[gold.tokens[g].word]
        return error("tokens", g, gold: form, found: made.joined(separator: " | "))
      }
    }
  }

  private func error(
    _ category: String, _ index: Int, gold expected: String, found made: String
  ) -> ScoringError {
    let range = CodePointRange(gold.tokens[index].range, in: gold.text)
    return ScoringError(
      category: category, article: gold.article.id, offset: range.start, weight: 0,
      details: [
        ("gold", expected.orNothing), ("found", made.orNothing),
        ("text", gold.text.surroundings(of: range)),
      ])
  }
}

extension AnnotatedArticle {
  /// The relation without what a language adds to it.
  fileprivate func universalRelation(_ token: Token) -> String {
    let relation = words.utf8(token.relation)
    return String(decoding: relation.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
  }

  /// The word on which a word depends, as errors show it.
  fileprivate func headForm(_ token: Token, _ index: Int) -> String {
    if token.head < 0 { return "" }
    return Int(token.head) == index ? "the root" : words[tokens[Int(token.head)].word]
  }
}

extension String {
  fileprivate var orNothing: String { isEmpty ? "nothing" : self }
}

import ArticleModel

/// What the classifier is told of a candidate, as hashed features.
///
/// In three parts, so that what concerns only the cue, only the source or only the content is
/// summed once and not for each pair of them.
struct AttributionFeatures {
  typealias Source = AttributionCandidate.Source
  typealias Content = AttributionCandidate.Content

  let reader: ClauseReader
  /// Per word of the article's table, its number in features.
  private let parts: [UInt64]
  /// Per token, 0 outside names, else the kind of the name and 1.
  private let kinds: [UInt8]
  private let roles: [UInt64]

  init(reader: ClauseReader, article: AnnotatedArticle) {
    self.reader = reader
    parts = (0..<article.words.count).map {
      FeatureHash.part(of: article.words.utf8(WordID(UInt32($0))))
    }
    roles = article.sentences.map { sentence in
      switch article.paragraphs[sentence.paragraph].role {
      case .headline, .subheadline, .heading: 1
      case .caption: 2
      case .credit, .byline, .dateline, .boilerplate: 3
      case .lede: 4
      case .body: 5
      }
    }
    var kinds = [UInt8](repeating: 0, count: article.tokens.count)
    for mention in article.mentions where article.entities.indices.contains(mention.entity) {
      let kind: UInt8
      switch article.entities[mention.entity].kind {
      case .person: kind = 1
      case .organization: kind = 2
      case .place: kind = 3
      case .group: kind = 4
      case .other: kind = 5
      }
      let tokens = article.tokens(in: mention.range)
      for token in tokens.start..<tokens.end { kinds[token] = kind }
    }
    self.kinds = kinds
  }

  /// Features of the cue, whatever its source and content.
  func add(cue head: Int, tree: RelationTree?, to features: inout [FeatureHash]) {
    guard head >= 0 else {
      features.append(FeatureHash(template: 1))
      return
    }
    let lemma = lemma(head)
    let tag = tag(head)
    let lexicon = reader.cue(at: head)
    features.append(FeatureHash(template: 2).and(lemma))
    features.append(FeatureHash(template: 3).and(lemma).and(tag))
    features.append(FeatureHash(template: 4).and(tag))
    features.append(FeatureHash(template: 5).and(lexicon == nil ? 0 : 1).and(tag))
    features.append(FeatureHash(template: 6).and(lower(head - 1)).and(tag))
    features.append(FeatureHash(template: 7).and(lower(head + 1)).and(tag))
    features.append(FeatureHash(template: 8).and(lemma).and(lower(head + 1)))
    features.append(FeatureHash(template: 9).and(lemma).and(lower(head - 1)))
    features.append(FeatureHash(template: 10).and(quotes(around: head)).and(lemma))
    features.append(FeatureHash(template: 11).and(quotes(around: head)))
    features.append(FeatureHash(template: 12).and(reader.isQuoted(head) ? 1 : 0))
    features.append(FeatureHash(template: 13).and(roles[Int(reader.tokens[head].sentence)]))
    guard let tree, tree.range.contains(head) else { return }
    let relation = UInt64(tree.relation(head).rawValue)
    var signature: UInt64 = 0
    for child in tree.children(head) {
      let kind = tree.relation(child)
      switch kind {
      case .auxiliary, .copula:
        features.append(FeatureHash(template: 14).and(self.lemma(child)).and(lemma))
        features.append(FeatureHash(template: 15).and(self.lemma(child)).and(tag))
      case .punctuation, .adverb, .determiner, .other, .discourse:
        if reader.word(child) == .not { features.append(FeatureHash(template: 16).and(lemma)) }
        continue
      case .marker: features.append(FeatureHash(template: 17).and(lower(child)).and(relation))
      default: break
      }
      signature |= 1 << UInt64(kind.rawValue)
    }
    features.append(FeatureHash(template: 18).and(signature).and(lemma))
    features.append(FeatureHash(template: 19).and(signature).and(tag).and(relation))
    features.append(FeatureHash(template: 20).and(relation).and(lemma))
    features.append(FeatureHash(template: 21).and(relation).and(tag))
    if let governor = tree.head(head) {
      features.append(FeatureHash(template: 22).and(relation).and(self.lemma(governor)))
      features.append(FeatureHash(template: 23).and(relation).and(self.tag(governor)).and(lemma))
      features.append(
        FeatureHash(template: 24).and(relation).and(reader.cue(at: governor) == nil ? 0 : 1))
    }
  }

  /// Features of a source at a cue.
  func add(source: Source, of cue: Int, to features: inout [FeatureHash]) {
    let relation = UInt64(source.relation.rawValue)
    let lemma = cue >= 0 ? lemma(cue) : 0
    features.append(FeatureHash(template: 31).and(relation))
    features.append(FeatureHash(template: 32).and(relation).and(lemma))
    guard let range = source.range, !range.isEmpty else { return }
    let head = source.head >= 0 ? source.head : range.end - 1
    let kind = kind(of: range)
    features.append(FeatureHash(template: 33).and(relation).and(kind).and(tag(head)))
    features.append(FeatureHash(template: 34).and(kind).and(lemma))
    features.append(FeatureHash(template: 35).and(self.lemma(head)))
    features.append(FeatureHash(template: 36).and(self.lemma(head)).and(lemma))
    features.append(FeatureHash(template: 37).and(lower(range.start)).and(kind))
    features.append(FeatureHash(template: 38).and(relation).and(UInt64(Self.size(range.count))))
    features.append(
      FeatureHash(template: 39).and(relation).and(UInt64(Self.size(abs(head - cue))))
        .and(head < cue ? 1 : 0))
    features.append(FeatureHash(template: 40).and(tag(head)).and(lemma))
    features.append(FeatureHash(template: 41).and(reader.isQuoted(head) ? 1 : 0).and(relation))
    features.append(FeatureHash(template: 42).and(lower(range.end)).and(relation))
    features.append(FeatureHash(template: 43).and(lower(range.start - 1)).and(relation))
  }

  /// Features of a content at a cue.
  func add(content: Content, of cue: Int, tree: RelationTree?, to features: inout [FeatureHash]) {
    guard let first = content.parts.first, let last = content.parts.last else { return }
    let relation = UInt64(content.relation.rawValue)
    let lemma = cue >= 0 ? lemma(cue) : 0
    let cueTag = cue >= 0 ? tag(cue) : 0
    let count = content.parts.reduce(0) { $0 + $1.count }
    let cut = UInt64(content.cut)
    let side: UInt64 =
      cue < 0 ? 3 : last.end <= cue ? 0 : first.start > cue ? 1 : 2
    var quoted = 0
    var words = 0
    var commas = 0
    var finite: UInt64 = 0
    for part in content.parts {
      for index in part.start..<part.end {
        if reader.word(index) == .comma { commas += 1 }
        if reader.isPunctuation(index) { continue }
        words += 1
        if reader.isQuoted(index) { quoted += 1 }
        if reader.isFinite(index) { finite = 1 }
      }
    }
    let kind: UInt64 = quoted == 0 ? 0 : quoted == words ? 2 : 1
    features.append(FeatureHash(template: 51).and(relation).and(cut))
    features.append(FeatureHash(template: 52).and(relation).and(lemma))
    features.append(FeatureHash(template: 53).and(relation).and(cueTag).and(kind))
    features.append(FeatureHash(template: 54).and(relation).and(kind).and(lemma))
    features.append(FeatureHash(template: 55).and(relation).and(lower(first.start)))
    features.append(FeatureHash(template: 56).and(lemma).and(lower(first.start)))
    features.append(FeatureHash(template: 57).and(lemma).and(tag(first.start)))
    features.append(FeatureHash(template: 58).and(relation).and(tag(first.start)).and(cueTag))
    features.append(FeatureHash(template: 59).and(relation).and(lower(last.end)).and(cut))
    features.append(FeatureHash(template: 60).and(tag(last.end)).and(cut))
    let next = reader.records.indices.contains(last.end) && reader.isPunctuation(last.end) ? 1 : 0
    features.append(
      FeatureHash(template: 61).and(lower(last.end + next)).and(UInt64(next)).and(cut))
    features.append(
      FeatureHash(template: 62).and(tag(last.end + next)).and(UInt64(next)).and(relation).and(cut))
    features.append(FeatureHash(template: 63).and(lower(last.end - 1)))
    features.append(FeatureHash(template: 64).and(tag(last.end - 1)).and(relation))
    features.append(FeatureHash(template: 65).and(relation).and(UInt64(Self.size(count))))
    features.append(
      FeatureHash(template: 66).and(side).and(kind).and(UInt64(content.parts.count)).and(finite))
    features.append(FeatureHash(template: 67).and(relation).and(finite).and(lemma))
    features.append(FeatureHash(template: 68).and(UInt64(min(commas, 4))).and(relation).and(cut))
    features.append(FeatureHash(template: 69).and(kind).and(edges(of: content.parts)).and(relation))
    if cue >= 0 {
      let gap = side == 1 ? first.start - cue - 1 : side == 0 ? cue - last.end : 0
      features.append(
        FeatureHash(template: 70).and(side).and(UInt64(Self.size(gap))).and(relation))
      if side == 1, gap > 0 {
        features.append(FeatureHash(template: 71).and(lower(cue + 1)).and(relation))
        features.append(FeatureHash(template: 72).and(lower(first.start - 1)).and(relation))
      }
    }
    let sentence = reader.sentences[Int(reader.tokens[last.end - 1].sentence)].tokens
    let rest = sentence.end - last.end
    features.append(
      FeatureHash(template: 73).and(UInt64(rest <= 1 ? 0 : Self.size(rest) + 1)).and(relation)
        .and(cut))
    if let tree, content.head >= 0, tree.range.contains(content.head) {
      features.append(FeatureHash(template: 74).and(tag(content.head)).and(relation))
      features.append(FeatureHash(template: 75).and(self.lemma(content.head)).and(relation))
      // Where a cut falls in the tree: what the words behind it hang from.
      if last.end + next < tree.range.end, content.cut > 0 {
        let behind = last.end + next
        features.append(
          FeatureHash(template: 76).and(UInt64(tree.relation(behind).rawValue)).and(cut))
        if let governor = tree.head(behind) {
          let inside: UInt64 =
            content.parts.contains { $0.contains(governor) } ? 1 : governor == cue ? 2 : 3
          features.append(
            FeatureHash(template: 77).and(inside).and(UInt64(tree.relation(behind).rawValue)))
        }
      }
    }
  }

  /// Features of a source together with a content.
  func add(
    pair source: Source, _ content: Content, of cue: Int, to features: inout [FeatureHash]
  ) {
    let lemma = cue >= 0 ? lemma(cue) : 0
    let relations = UInt64(source.relation.rawValue) << 8 | UInt64(content.relation.rawValue)
    features.append(FeatureHash(template: 81).and(relations))
    features.append(FeatureHash(template: 82).and(relations).and(lemma))
    features.append(
      FeatureHash(template: 83).and(relations).and(source.range.map(kind(of:)) ?? 9))
    if let range = source.range, let first = content.parts.first, let last = content.parts.last {
      let order: UInt64 = range.end <= first.start ? 0 : range.start >= last.end ? 1 : 2
      features.append(FeatureHash(template: 84).and(order).and(relations))
    }
  }

  /// Features of how a candidate stands to what the rules found for the same cue.
  func add(
    agreement source: Source, _ content: Content, with draft: AttributionDraft?, how: UInt64,
    to features: inout [FeatureHash]
  ) {
    guard let draft else {
      features.append(FeatureHash(template: 91))
      return
    }
    let sameContent: UInt64 = draft.content == content.parts ? 1 : 0
    let sameSource: UInt64 = draft.source == source.range ? 1 : 0
    features.append(FeatureHash(template: 92).and(how).and(sameContent).and(sameSource))
    features.append(FeatureHash(template: 93).and(sameContent).and(sameSource))
    features.append(
      FeatureHash(template: 94).and(how).and(sameContent)
        .and(UInt64(content.relation.rawValue)))
    if draft.cueHead >= 0 {
      features.append(
        FeatureHash(template: 95).and(lemma(draft.cueHead)).and(sameContent).and(sameSource))
    }
  }

  // MARK: - Implementation

  private func lower(_ index: Int) -> UInt64 {
    guard reader.tokens.indices.contains(index) else { return 1 }
    if reader.isMark(index) { return 2 }
    return parts[Int(reader.tokens[index].lower.index)]
  }

  private func lemma(_ index: Int) -> UInt64 {
    guard reader.tokens.indices.contains(index) else { return 1 }
    let lemma = reader.tokens[index].lemma
    return parts[Int((lemma == .none ? reader.tokens[index].lower : lemma).index)]
  }

  private func tag(_ index: Int) -> UInt64 {
    guard reader.tokens.indices.contains(index) else { return 1 }
    let token = reader.tokens[index]
    return parts[Int(token.tag.index)] ^ UInt64(token.partOfSpeech.rawValue)
  }

  /// The kind of the name in a source, 7 for a pronoun, 0 for neither.
  private func kind(of range: TokenRange) -> UInt64 {
    if range.count == 1, reader.partOfSpeech(range.start) == .pronoun { return 7 }
    for index in range.start..<min(range.end, range.start + 30) where kinds[index] != 0 {
      return UInt64(kinds[index])
    }
    return 0
  }

  /// Whether quotation marks stand close before or behind a token.
  private func quotes(around index: Int) -> UInt64 {
    var sides: UInt64 = 0
    for place in max(0, index - 6)..<index where reader.isMark(place) { sides |= 1 }
    for place in index..<min(reader.records.count, index + 6) where reader.isMark(place) {
      sides |= 2
    }
    return sides
  }

  /// Whether each end of the content falls on the edge of quoted words.
  private func edges(of parts: [TokenRange]) -> UInt64 {
    guard let first = parts.first, let last = parts.last else { return 0 }
    let start =
      reader.isQuoted(first.start) && (first.start == 0 || !reader.isQuoted(first.start - 1))
    let isInside = reader.isQuoted(first.start) && !start
    let end = reader.isQuoted(last.end - 1)
    let goesOn = end && last.end < reader.records.count && reader.isQuoted(last.end)
    return (start ? 1 : 0) | (isInside ? 2 : 0) | (end ? 4 : 0) | (goesOn ? 8 : 0)
  }

  private static func size(_ count: Int) -> Int {
    count < 4 ? max(0, count) : count < 6 ? 4 : count < 10 ? 5 : count < 16 ? 6 : count < 30 ? 7 : 8
  }
}

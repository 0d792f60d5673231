import ArticleModel

/// Lists what a cue of a parsed sentence may have as its source and as its content.
///
/// It lists rather than decides: wrong ones among them cost nothing, a right one that is missing
/// cannot be chosen.
struct CandidateFinder {
  let reader: ClauseReader
  let tree: RelationTree

  typealias Source = AttributionCandidate.Source
  typealias Content = AttributionCandidate.Content

  private var sentence: TokenRange { tree.range }

  /// The cue's verb with its auxiliaries and particle.
  func cue(_ head: Int) -> TokenRange {
    var range = TokenRange(head, head + 1)
    for child in tree.children(head) {
      switch tree.relation(child) {
      case .auxiliary, .copula:
        if child < head, head - child <= 5 { range.start = min(range.start, child) }
      case .verbParticle: if child == range.end { range.end += 1 }
      default: break
      }
    }
    return range
  }

  // MARK: - Sources

  func sources(of head: Int, isVerb: Bool) -> [Source] {
    var sources: [Source] = []
    func add(_ token: Int?, _ relation: AttributionCandidate.SourceRelation) {
      // "it is understood": nobody.
      guard let token, reader.word(token) != .it || tree.relation(token) != .passiveSubject else {
        return
      }
      let range = trimmed(tree.nounPhrase(token))
      guard !range.contains(head) else { return }
      if sources.contains(where: { $0.range == range }) { return }
      sources.append(Source(range: range, relation: relation, head: token))
    }
    if isVerb {
      if let subject = tree.subject(head) { add(subject, .subject) }
      for child in tree.children(head) {
        if tree.relation(child) == .agent || isBy(child) { add(child, .agent) }
      }
      var place = head
      for _ in 0..<4 {
        guard let governor = tree.head(place) else { break }
        switch tree.relation(place) {
        case .nounClause: add(governor, .modifiedNoun)
        case .relativeClause: if tree.subject(place) == nil { add(governor, .modifiedNoun) }
        case .conjunct, .openClause, .adverbialClause, .parataxis, .clause:
          if let subject = tree.subject(governor) { add(subject, .inheritedSubject) }
        default: break
        }
        place = governor
      }
      if let object = tree.child(head, .object) { add(object, .object) }
    } else {
      for child in tree.children(head) {
        switch tree.relation(child) {
        case .possessor: add(child, .possessor)
        case .nominal: add(child, .nounOblique)
        case .subject: add(child, .subject)
        default: break
        }
      }
      var place = head
      for _ in 0..<3 {
        guard let governor = tree.head(place) else { break }
        if let subject = tree.subject(governor), subject != place {
          add(subject, .subjectOfGovernor)
        }
        place = governor
      }
    }
    sources.append(Source(range: nil, relation: .none, head: -1))
    return sources
  }

  private func isBy(_ token: Int) -> Bool {
    guard tree.relation(token) == .oblique, let first = tree.firstChild(token) else {
      return false
    }
    return reader.word(first) == .by
  }

  // MARK: - Contents

  func contents(of head: Int, cue: TokenRange, isVerb: Bool) -> [Content] {
    var contents = ContentList()
    for child in tree.children(head) {
      let span = tree.span(child)
      switch tree.relation(child) {
      case .clause: add(span, .clause, child, to: &contents)
      case .openClause:
        add(span, .openClause, child, to: &contents)
        if let object = tree.child(head, .object) ?? tree.child(head, .indirectObject),
          object < child
        {
          add(
            TokenRange(tree.span(object).start, span.end), .objectAndOpenClause, child,
            to: &contents)
        }
        if let subject = tree.subject(head), subject < head {
          contents.add([tree.span(subject), span], .subjectAndOpenClause, 0, child)
        }
      case .object:
        add(span, .object, child, to: &contents)
        // "wants the road to be closed": what follows the object belongs to it.
        add(
          TokenRange(span.start, max(span.end, tree.span(head).end)), .object, child, to: &contents)
      case .oblique, .nominal, .agent:
        add(span, .oblique, child, to: &contents)
        if let first = tree.firstChild(child), tree.relation(first) == .preposition, first < child {
          add(TokenRange(first + 1, span.end), .prepositional, child, to: &contents)
        }
      case .adverbialClause: add(span, .adverbialClause, child, to: &contents)
      case .nounClause, .relativeClause:
        if !isVerb { add(span, .nounClause, child, to: &contents) }
      case .parataxis, .conjunct:
        if isVerb { add(span, .parataxis, child, to: &contents) }
      case .passiveSubject:
        contents.add([trimmed(span)], .passiveSubject, 0, child)
      default: break
      }
    }
    if isVerb { addSurroundings(of: head, cue: cue, to: &contents) }
    return contents.list
  }

  /// The stretches round the cue's clause, whatever the tree says.
  private func addSurroundings(of head: Int, cue: TokenRange, to contents: inout ContentList) {
    let clause = clause(of: head, cue: cue)
    if clause.end < sentence.end {
      add(TokenRange(cue.end, sentence.end), .rest, -1, to: &contents)
      let right = tree.span(head).end
      if right > cue.end, right < sentence.end {
        add(TokenRange(cue.end, right), .rest, -1, to: &contents)
      }
    }
    guard clause.start > sentence.start else { return }
    let before = TokenRange(sentence.start, clause.start)
    if tree.relation(head) == .parataxis || clause.end >= sentence.end - 1
      || reader.word(clause.start - 1) == .comma || reader.isMark(clause.start - 1)
    {
      contents.add([trimmed(before)], .before, 0, -1)
      if clause.end + 1 < sentence.end, reader.word(clause.end) == .comma {
        contents.add(
          [trimmed(before), trimmed(TokenRange(clause.end, sentence.end))], .around, 0, -1)
      }
    }
    if let run = quotedRun(endingBefore: clause.start) {
      contents.add([run], .quoteBefore, 0, -1)
    }
  }

  /// The words in quotation marks that end just before a place, over sentences of the paragraph.
  private func quotedRun(endingBefore place: Int) -> TokenRange? {
    var end = place
    while end > 0, end > place - 3, !reader.isQuoted(end - 1) {
      guard reader.isPunctuation(end - 1) else { return nil }
      end -= 1
    }
    guard end > 0, reader.isQuoted(end - 1) else { return nil }
    var start = end - 1
    while start > 0, start > end - 300, reader.isQuoted(start - 1) { start -= 1 }
    return TokenRange(start, end)
  }

  /// Cue and subject, without what else hangs from the cue.
  private func clause(of head: Int, cue: TokenRange) -> TokenRange {
    var clause = cue
    for child in tree.children(head) {
      switch tree.relation(child) {
      case .subject, .passiveSubject:
        let span = tree.span(child)
        clause = TokenRange(min(clause.start, span.start), max(clause.end, span.end))
      default: continue
      }
    }
    return clause
  }

  /// A stretch with the places at which it may end earlier.
  private func add(
    _ span: TokenRange, _ relation: AttributionCandidate.ContentRelation, _ head: Int,
    to contents: inout ContentList
  ) {
    let whole = trimmed(span)
    guard !whole.isEmpty else { return }
    contents.add([whole], relation, 0, head)
    var cuts: [(place: Int, kind: UInt8)] = []
    var place = whole.start + 2
    while place < whole.end {
      defer { place += 1 }
      if reader.isQuoted(place) { continue }
      switch reader.word(place) {
      case .comma, .semicolon, .dash: cuts.append((place, 1))
      case .reason, .as_: cuts.append((place, 2))
      case .and, .but: if joinsClauses(place) { cuts.append((place, 3)) }
      case .on, .in_, .at, .from, .with, .for_, .by, .over, .about:
        if let governor = tree.head(place), tree.relation(governor) == .oblique {
          cuts.append((place, 4))
        }
      case .date: cuts.append((place, 5))
      case .to: cuts.append((place, 6))
      default: continue
      }
    }
    // The last ones, where reporters' words most often begin, and the first.
    cuts.removeAll { leavesOpen(before: $0.place) }
    for cut in cuts.suffix(4) + cuts.prefix(1) {
      contents.add([trimmed(TokenRange(whole.start, cut.place))], relation, cut.kind, head)
    }
  }

  /// "food, medicine and water" has no end before "and".
  private func joinsClauses(_ conjunction: Int) -> Bool {
    guard tree.relation(conjunction) == .coordination, let conjunct = tree.head(conjunction) else {
      return true
    }
    return reader.partOfSpeech(conjunct) == .verb || tree.subject(conjunct) != nil
      || tree.child(conjunct, .copula) != nil || tree.child(conjunct, .auxiliary) != nil
  }

  /// Whether what ends before a place lacks its noun: "in the first nine months of the".
  private func leavesOpen(before place: Int) -> Bool {
    switch reader.partOfSpeech(place - 1) {
    case .adposition, .determiner, .particle: true
    case .adjective, .numeral: tree.head(place - 1).map { $0 >= place } ?? false
    default: false
    }
  }

  private func trimmed(_ range: TokenRange) -> TokenRange {
    var range = range
    while range.end > range.start, isEdge(range.end - 1) { range.end -= 1 }
    while range.start < range.end, isEdge(range.start) { range.start += 1 }
    return range
  }

  private func isEdge(_ index: Int) -> Bool {
    !reader.isQuoted(index) && reader.isPunctuation(index)
      && reader.word(index) != .openBracket && reader.word(index) != .closeBracket
  }
}

/// Contents, each once.
private struct ContentList {
  private(set) var list: [AttributionCandidate.Content] = []

  mutating func add(
    _ parts: [TokenRange], _ relation: AttributionCandidate.ContentRelation, _ cut: UInt8,
    _ head: Int
  ) {
    let parts = parts.filter { !$0.isEmpty }
    guard !parts.isEmpty, list.count < 40,
      !list.contains(where: { $0.parts == parts })
    else { return }
    list.append(.init(parts: parts, relation: relation, cut: cut, head: head))
  }
}

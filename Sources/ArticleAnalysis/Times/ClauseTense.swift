import ArticleModel

/// Tells from the verb that a word hangs on whether its clause looks back or ahead.
///
/// Needs tags and heads; without them it says nothing.
struct ClauseTense {
  enum Direction {
    case back, ahead
    /// "leaves on Friday", "is meeting on Friday": of days, what is to come.
    case present
  }

  private let article: AnnotatedArticle
  private let forms: VerbTags
  private let modals: [WordID: Direction]
  private let outlooks: Set<WordID>
  private let fixtures: Set<WordID>
  private let invariables: Set<WordID>
  private let be: WordID?
  private let have: WordID?
  private let go: WordID?
  private let to: WordID?
  private let by: WordID?
  private let auxiliaryRelations: Set<WordID>

  init(_ article: AnnotatedArticle) {
    let words = article.words
    func ids(_ list: String) -> [WordID] {
      list.split(separator: " ").compactMap { words.find(String($0)) }
    }
    self.article = article
    forms = VerbTags(words)
    var modals: [WordID: Direction] = [:]
    for id in ids("will 'll ’ll wo shall would 'd ’d may might must should can ca") {
      modals[id] = .ahead
    }
    for id in ids("could") { modals[id] = .back }
    self.modals = modals
    outlooks = Set(ids(Self.outlookWords))
    fixtures = Set(ids(Self.fixtureWords))
    invariables = Set(ids(Self.invariableVerbs))
    be = words.find("be")
    have = words.find("have")
    go = words.find("go")
    to = words.find("to")
    by = words.find("by")
    auxiliaryRelations = Set(ids("aux aux:pass cop mark"))
  }

  /// Where the clause of the word at an offset looks; nil where its verb does not tell.
  func direction(at offset: Int, sentence: Int) -> Direction? {
    let tokens = article.sentences[sentence].tokens
    guard var token = token(at: offset, in: tokens) else { return nil }
    // "said Friday that it will …", "effective Friday": whatever the tree says.
    if token > tokens.start {
      let before = article.tokens[token - 1]
      if forms[before.tag] == .past { return .back }
      if outlooks.contains(before.lemma) { return .ahead }
    }
    // "publish them by Monday": a limit, unless a verb says that it is past.
    let isLimit = token > tokens.start && article.tokens[token - 1].lower == by
    // "on Friday, when they will vote"
    for below in token + 1..<max(token + 1, min(tokens.end, token + Self.width))
    where Int(article.tokens[below].head) == token && forms[article.tokens[below].tag] != nil {
      if VerbGroup(below, tokens, self).modal == .ahead { return .ahead }
    }
    var isBelowInfinitive = false
    for _ in 0..<Self.reach {
      let group = VerbGroup(token, tokens, self)
      if let direction = direction(of: token, group, isBelowInfinitive: isBelowInfinitive) {
        return isLimit && direction == .present ? .ahead : direction
      }
      if isLimit, forms[article.tokens[token].tag] != nil { return .ahead }
      isBelowInfinitive = isBelowInfinitive || group.isInfinitive
      let head = Int(article.tokens[token].head)
      guard head != token, head >= tokens.start, head < tokens.end else { return nil }
      token = head
    }
    return nil
  }

  // MARK: - Implementation

  /// How many heads are asked, one above the other.
  private static let reach = 8
  /// How far before a verb its auxiliaries stand.
  private static let width = 12

  /// Words that speak of what is to come, whatever their own tense.
  private static let outlookWords =
    "schedule expect plan due set slate intend hope aim vow pledge promise urge order invite prepare "
    + "ready likely want propose threaten deadline tentatively effective mature payable await seek "
    + "appointment upcoming forthcoming agree decide"
  /// Verbs of what is fixed beforehand: "opens on Friday".
  private static let fixtureWords =
    "open begin start end close leave arrive return resume expire meet vote go come play face host "
    + "take run launch kick travel fly sail visit publish release report announce unveil present hold "
    + "celebrate mark decide rule retire move join quit air premiere stage debate consider continue "
    + "conclude finish"

  /// Verbs whose past has the form of the present.
  private static let invariableVerbs =
    "beat bet burst cast cost cut hit hurt let put quit read set shed shut split spread"

  private func token(at offset: Int, in tokens: TokenRange) -> Int? {
    let token = article.tokens(in: TextRange(offset, offset)).start
    return tokens.contains(token) ? token : nil
  }

  /// Where a verb group looks, or a word that says so by its meaning.
  private func direction(
    of token: Int, _ group: VerbGroup, isBelowInfinitive: Bool
  ) -> Direction? {
    let word = article.tokens[token]
    let form = forms[word.tag]
    if outlooks.contains(word.lemma) || outlooks.contains(word.lower) {
      // "agreed on Friday to meet" looks back, "agreed to meet on Friday" ahead.
      if isBelowInfinitive || form != .past { return .ahead }
    }
    // "is to open", "was to open".
    if isBelowInfinitive, word.lemma == be { return .ahead }
    if let modal = group.modal { return group.isPerfect ? .back : modal }
    if group.isPerfect { return .back }
    if group.isInfinitive { return nil }
    switch group.finite ?? form {
    case .past: return .back
    case .participle: return .back
    case .present:
      if form == .gerund, word.lemma == go { return .ahead }
      // "beat", "cut": where the tag says present, news mostly tells the past.
      if form == .present, word.lower == word.lemma, invariables.contains(word.lemma) {
        return .back
      }
      // Headlines and captions tell the past in it, save of what is in the calendar.
      return form == nil || form == .present && !fixtures.contains(word.lemma) ? nil : .present
    case .base, .gerund, .modal, nil: return nil
    }
  }

  /// What the auxiliaries before a verb say.
  private struct VerbGroup {
    var modal: Direction?
    var isPerfect = false
    var isInfinitive = false
    /// The tense of the first auxiliary: "was being held".
    var finite: VerbTags.Form?

    init(_ verb: Int, _ tokens: TokenRange, _ tense: ClauseTense) {
      for index in max(tokens.start, verb - ClauseTense.width)..<verb {
        let before = tense.article.tokens[index]
        guard Int(before.head) == verb, tense.auxiliaryRelations.contains(before.relation) else {
          continue
        }
        if before.lower == tense.to { isInfinitive = true }
        guard let form = tense.forms[before.tag] else { continue }
        if form == .modal { modal = tense.modals[before.lower] }
        if before.lemma == tense.have { isPerfect = true }
        if finite == nil, form == .past || form == .present { finite = form }
      }
    }
  }
}

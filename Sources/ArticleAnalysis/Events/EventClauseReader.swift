import ArticleModel

/// Reads the verbs of a parsed sentence that say what is done, and who does it to whom.
///
/// What a verb lacks it takes from the verb above it, as Universal Dependencies draw them: in "was
/// arrested and charged" the second has the subject, the auxiliary and the passive of the first, in
/// "agreed to open" the second has the subject of the first.
struct EventClauseReader {
  let article: AnnotatedArticle
  let words: EventWords
  let tree: RelationTree

  /// The clauses in the order of their verbs; conditions and questions are none.
  func clauses() -> [EventClause] {
    guard !isQuestion, tree.range.count <= Self.longestSentence else { return [] }
    return (tree.range.start..<tree.range.end).compactMap { clause(of: $0) }
  }

  // MARK: - Implementation

  /// Longer ones are lists, tables or noise; and every verb looks at what its governor holds.
  private static let longestSentence = 500

  /// What a verb states besides its own arguments.
  private struct Form {
    var subject: Int?
    var isPassive = false
    var isNegated = false
    var isFinite = true
    var modal: WordID?
    /// The first token of the verb group.
    var start: Int
    var governors: [Int]
    var conjuncts: [Int] = []
  }

  private func clause(of verb: Int) -> EventClause? {
    guard isVerb(verb), !article.isQuoted(at: verb), let form = form(of: verb, depth: 0),
      form.subject != nil || form.isPassive
    else { return nil }
    let object = object(of: verb)
    // "agreed to open": the deed is the second verb's.
    if let open = tree.child(verb, .openClause), opensInfinitive(open, of: verb),
      object == nil || !words.isControl(article.tokens[verb].lemma)
    {
      return nil
    }
    var clause = EventClause(
      verb: verb, action: TokenRange(form.start, verb + 1), actor: form.subject, target: object,
      isPassive: form.isPassive, isNegated: form.isNegated, modal: form.modal,
      isFinite: form.isFinite, governors: form.governors, conjuncts: form.conjuncts)
    if let particle = tree.child(verb, .verbParticle), particle == verb + 1 {
      clause.action.end += 1
    }
    if form.isPassive {
      clause.actor = agent(of: verb)
      clause.target = form.subject
    }
    clause.isNegated =
      clause.isNegated || [clause.actor, clause.target].contains { $0.map(deniesAll) ?? false }
    return clause
  }

  /// How a verb stands in its sentence; nil where nothing is stated of it.
  private func form(of verb: Int, depth: Int) -> Form? {
    guard depth < Self.depth else { return nil }
    let group = AuxiliaryGroup(of: verb, article, words, tree)
    var form = Form(subject: tree.subject(verb), start: group.start, governors: [verb])
    form.modal = group.modal
    form.isNegated = hasNegation(verb)
    form.isPassive = group.isPassive
    if group.isFinite || isFiniteForm(verb, group) {
      guard completeFinite(verb, &form, depth) else { return nil }
      return form
    }
    guard let governor = tree.head(verb) else { return nil }
    switch tree.relation(verb) {
    case .conjunct where group.isEmpty && form.subject == nil && haveSameForm(verb, governor):
      return shared(verb, with: governor, form, depth)
    case .openClause: return open(verb, under: governor, form, depth)
    case .adverbialClause where hasTag(verb, .gerund) && tree.child(verb, .marker) == nil:
      // "…, killing two"
      guard form.subject == nil, tree.child(verb, .object) != nil,
        let above = self.form(of: governor, depth: depth + 1), !above.isPassive
      else { return nil }
      form.subject = above.subject
      form.modal = above.modal
      form.isNegated = form.isNegated || above.isNegated
      form.isFinite = false
      return form
    case .nounClause where hasTag(verb, .participle) && agent(of: verb) != nil:
      // "the plan approved by the council"
      form.subject = governor
      form.isPassive = true
      form.isFinite = false
      return form
    default: return nil
    }
  }

  /// Gives a finite verb its subject from above where it has none; false where it stands in a
  /// condition or has no subject to take.
  private func completeFinite(_ verb: Int, _ form: inout Form, _ depth: Int) -> Bool {
    if isConditional(verb) { return false }
    let governor = tree.head(verb)
    switch tree.relation(verb) {
    case .relativeClause:
      guard let governor else { return false }
      guard let subject = form.subject else {
        form.subject = antecedent(governor)
        break
      }
      if words.isRelative(article.tokens[subject].lower) {
        form.subject = person(before: subject) ?? antecedent(governor)
      }
    case .conjunct:
      if form.subject != nil {
        form.subject = predicated(by: verb) ?? form.subject
        break
      }
      guard let governor, isVerb(governor),
        let above = self.form(of: governor, depth: depth + 1), above.isFinite
      else { return false }
      form.subject = above.subject
      form.conjuncts = above.governors + above.conjuncts
      if let subject = form.subject, subject > verb { return false }
    case .clause:
      // "hopes the council approves"
      if let governor, form.modal == nil, words.isCatenative(article.tokens[governor].lemma) {
        form.modal = article.tokens[governor].lemma
      }
      form.subject = predicated(by: verb) ?? form.subject
    default: form.subject = form.subject ?? subjectBehindTime(of: verb)
    }
    return form.subject != nil
  }

  /// "was arrested and charged", "will buy and sell": all but the verb is the first one's.
  private func shared(_ verb: Int, with governor: Int, _ own: Form, _ depth: Int) -> Form? {
    guard var form = self.form(of: governor, depth: depth + 1) else { return nil }
    form.start = verb
    form.isNegated = form.isNegated || own.isNegated
    form.conjuncts += form.governors
    form.governors = [verb]
    return form
  }

  /// "agreed to open", "is likely to open", "was ordered to pay": the verb above is the modal.
  private func open(_ verb: Int, under governor: Int, _ own: Form, _ depth: Int) -> Form? {
    guard opensInfinitive(verb, of: governor), own.subject == nil else { return nil }
    var form: Form
    if isVerb(governor) {
      guard let above = self.form(of: governor, depth: depth + 1) else { return nil }
      form = above
      if let object = object(of: governor) {
        guard words.isControl(article.tokens[governor].lemma) else { return nil }
        form.subject = object
        form.start = infinitiveStart(verb)
      }
    } else {
      let group = AuxiliaryGroup(of: governor, article, words, tree)
      guard group.isFinite, !isConditional(governor), let subject = tree.subject(governor) else {
        return nil
      }
      form = Form(subject: subject, start: group.start, governors: [governor])
      form.isNegated = hasNegation(governor)
    }
    if verb - form.start > Self.groupLength { form.start = infinitiveStart(verb) }
    let lemma = article.tokens[governor].lemma
    if !words.isAspect(lemma) { form.modal = lemma }
    form.isPassive = own.isPassive
    form.isNegated = form.isNegated || own.isNegated
    form.governors.append(verb)
    return form
  }

  /// Where the group of an infinitive begins: at its "to".
  private func infinitiveStart(_ verb: Int) -> Int {
    tree.child(verb, .marker).map { $0 < verb && verb - $0 <= 3 ? $0 : verb } ?? verb
  }

  /// Whether the open clause of a verb or adjective is the deed, and what is above it only says how
  /// far it is one.
  private func opensInfinitive(_ verb: Int, of governor: Int) -> Bool {
    guard isVerb(verb) else { return false }
    let lemma = article.tokens[governor].lemma
    return words.isCatenative(lemma) || words.isAspect(lemma)
      || isVerb(governor) && words.isControl(lemma)
  }

  /// How many verbs one may hang on another, and how many tokens a verb group may have.
  private static let depth = 8
  private static let groupLength = 8

  // MARK: Arguments

  /// "A man who burned two rooms and a kitchen was jailed": where the tree leaves the sentence
  /// without a predicate, the last verb within the relative clause is it.
  private func predicated(by verb: Int) -> Int? {
    guard let relative = tree.head(verb), tree.relation(relative) == .relativeClause,
      tree.child(verb, .marker) == nil,
      let noun = tree.head(relative), tree.head(noun) == nil, tree.subject(noun) == nil,
      !article.tokens[tree.range.start..<noun].contains(where: { $0.partOfSpeech == .auxiliary })
    else { return nil }
    return antecedent(noun)
  }

  /// "On Monday the council, after a debate, approved …": a noun drawn to the time before it.
  private func subjectBehindTime(of verb: Int) -> Int? {
    for child in tree.children(verb) where child < verb && tree.relation(child) == .oblique {
      if isTime(child), let noun = tree.child(child, .apposition) { return noun }
    }
    return nil
  }

  /// What an active verb is done to; nil for a time or a measure.
  private func object(of verb: Int) -> Int? {
    if let object = tree.child(verb, .object) {
      if tree.relation(verb) == .relativeClause, let governor = tree.head(verb),
        words.isRelative(article.tokens[object].lower)
      {
        return antecedent(governor)
      }
      if isMeasure(object) { return nil }
      // "laid out steps to ensure they are out of harm's way": what has a subject is no object, and
      // its subject may be.
      guard let subject = tree.subject(object) else { return object }
      return subject < object && subject > verb ? subject : nil
    }
    return relativeObject(of: verb) ?? sharedObject(of: verb)
  }

  /// "the papers (that) the firm had hidden": what the clause is about, where it has a subject of its
  /// own, no object, and is no clause of time or manner ("the day they met").
  private func relativeObject(of verb: Int) -> Int? {
    guard tree.relation(verb) == .relativeClause, let noun = tree.head(verb),
      let subject = tree.subject(verb), !words.isRelative(article.tokens[subject].lower),
      !words.isIntransitiveDeed(article.tokens[verb].lemma),
      !words.isCircumstance(article.tokens[noun].lemma), !isTime(noun)
    else { return nil }
    let isComplete = tree.children(verb).contains {
      switch tree.relation($0) {
      case .clause, .openClause, .passiveSubject: true
      case .adverb: words.isRelativeAdverb(article.tokens[$0].lower)
      default: false
      }
    }
    return isComplete ? nil : antecedent(noun)
  }

  /// "approve or reject the plan": the object of both is drawn to one.
  private func sharedObject(of verb: Int) -> Int? {
    if tree.relation(verb) == .conjunct, let first = tree.head(verb),
      let object = tree.child(first, .object), object > verb
    {
      return isMeasure(object) ? nil : object
    }
    guard !words.isIntransitiveDeed(article.tokens[verb].lemma) else { return nil }
    if let second = tree.child(verb, .conjunct), second == verb + 2,
      let object = tree.child(second, .object)
    {
      return isMeasure(object) ? nil : object
    }
    // "who attacked [the mayor was jailed]": a noun drawn to the verb of the sentence.
    if let clause = tree.child(verb, .clause), predicated(by: clause) != nil,
      let object = tree.subject(clause), object > verb
    {
      return object
    }
    return nil
  }

  /// Whom "by" names.
  private func agent(of verb: Int) -> Int? {
    for child in tree.children(verb) where child > verb {
      switch tree.relation(child) {
      case .agent, .oblique:
        guard let preposition = tree.child(child, .preposition), preposition < child,
          article.tokens[preposition].lower == words.by,
          article.tokens[child].partOfSpeech != .numeral, !isMeasure(child)
        else { continue }
        return child
      default: continue
      }
    }
    return nil
  }

  /// What a relative clause is about; nil for what is no noun.
  private func antecedent(_ token: Int) -> Int? {
    switch article.tokens[token].partOfSpeech {
    case .noun, .properNoun, .pronoun, .numeral: return token
    case .unknown, .adjective, .adposition, .adverb, .auxiliary, .coordinatingConjunction,
      .determiner, .interjection, .particle, .punctuation, .subordinatingConjunction, .symbol,
      .verb, .other:
      return nil
    }
  }

  /// "at the trial of Ana Ruiz, who …": the name right before "who", wherever the clause hangs.
  private func person(before relative: Int) -> Int? {
    guard article.tokens[relative].lower == words.who else { return nil }
    var name = relative - 1
    if name > tree.range.start, article.tokens[name].partOfSpeech == .punctuation { name -= 1 }
    guard name >= tree.range.start, article.tokens[name].partOfSpeech == .properNoun else {
      return nil
    }
    while tree.relation(name) == .other, let head = tree.head(name), head < name,
      article.tokens[head].partOfSpeech == .properNoun
    {
      name = head
    }
    return name
  }

  /// "rose 4 percent", "voted 7-2": how much, not whom.
  private func isMeasure(_ head: Int) -> Bool {
    if isTime(head) { return true }
    if words.isMeasure(article.tokens[head].lower) {
      return tree.children(head).contains { article.tokens[$0].partOfSpeech == .numeral }
    }
    return article.tokens[head].partOfSpeech == .numeral
      && !tree.children(head).contains { tree.relation($0) == .nominal }
  }

  private func isTime(_ token: Int) -> Bool {
    article.timeExpressions.element(at: article.tokens[token].range) != nil
  }

  /// Whether a noun phrase names none: "no member", "nobody".
  private func deniesAll(_ head: Int) -> Bool {
    words.isNegation(article.tokens[head].lower)
      || tree.children(head).contains {
        tree.relation($0) == .determiner && words.isNegation(article.tokens[$0].lower)
      }
  }

  // MARK: Verbs

  private func isVerb(_ token: Int) -> Bool { article.tokens[token].partOfSpeech == .verb }

  private func hasTag(_ token: Int, _ tag: VerbTags.Form) -> Bool {
    words.verbTags[article.tokens[token].tag] == tag
  }

  /// Whether a verb without auxiliary is finite by its own form.
  private func isFiniteForm(_ verb: Int, _ group: AuxiliaryGroup) -> Bool {
    group.isEmpty && (hasTag(verb, .past) || hasTag(verb, .present))
  }

  /// Whether one auxiliary may serve both verbs.
  private func haveSameForm(_ verb: Int, _ other: Int) -> Bool {
    guard isVerb(other), let tag = words.verbTags[article.tokens[verb].tag] else { return false }
    return tag == words.verbTags[article.tokens[other].tag]
  }

  private func hasNegation(_ verb: Int) -> Bool {
    tree.children(verb).contains {
      tree.relation($0) == .adverb && words.isNegation(article.tokens[$0].lower)
    }
  }

  /// Whether "if" or "whether" opens the clause, or that of the verb it is coordinated with.
  private func isConditional(_ verb: Int) -> Bool {
    var verb = verb
    for _ in 0..<Self.depth {
      let isOpened = tree.children(verb).contains {
        tree.relation($0) == .marker && words.isCondition(article.tokens[$0].lower)
      }
      if isOpened { return true }
      guard tree.relation(verb) == .conjunct, let governor = tree.head(verb) else { return false }
      verb = governor
    }
    return false
  }

  private var isQuestion: Bool {
    guard let mark = words.questionMark else { return false }
    return article.tokens[tree.range.start..<tree.range.end].suffix(2).contains { $0.lower == mark }
  }
}

/// The auxiliaries before a verb.
private struct AuxiliaryGroup {
  /// The first token of the group with its verb.
  private(set) var start: Int
  private(set) var isEmpty = true
  private(set) var isFinite = false
  private(set) var isPassive = false
  private(set) var modal: WordID?

  init(of verb: Int, _ article: AnnotatedArticle, _ words: EventWords, _ tree: RelationTree) {
    start = verb
    var last: WordID?
    for child in tree.children(verb) {
      switch tree.relation(child) {
      case .passiveSubject: isPassive = true
      case .auxiliary, .copula:
        guard child < verb else { continue }
        let token = article.tokens[child]
        start = min(start, child)
        isEmpty = false
        last = token.lemma
        switch words.verbTags[token.tag] {
        case .modal:
          isFinite = true
          modal = token.lemma
        // "that they be released" demands, it does not state.
        case .present, .past: isFinite = isFinite || token.lower != words.be
        case .base, .gerund, .participle, nil: break
        }
      default: break
      }
    }
    let isParticiple = [.participle, .past].contains(words.verbTags[article.tokens[verb].tag])
    if isParticiple, let last, last == words.be || last == words.get { isPassive = true }
  }
}

import ArticleModel

/// Chooses the tags of one sentence from left to right, by lists, endings and neighbours.
struct SentenceTagging {
  private let tokens: [Token]
  private let range: TokenRange
  private let lexicon: ArticleLexicon
  private var previous = TagChoice(partOfSpeech: .unknown, tag: .none)
  private var beforePrevious = TagChoice(partOfSpeech: .unknown, tag: .none)
  /// Whether the words just before form "have" or "be", adverbs not counted.
  private var afterHave = false
  private var afterBe = false
  private var afterModal = false
  /// Whether only nominal words stand since a preposition.
  private var isInPrepositionalPhrase = false
  /// Whether the sentence is written like a title, most of its words with a capital.
  private let isTitle: Bool

  init(tokens: [Token], range: TokenRange, lexicon: ArticleLexicon) {
    self.tokens = tokens
    self.range = range
    self.lexicon = lexicon
    isTitle = Self.isTitle(tokens, range, lexicon)
  }

  /// The tag of the token at `index`; tokens are asked for in order.
  mutating func tag(_ index: Int) -> TagChoice {
    let choice = choose(index)
    if choice.partOfSpeech != .adverb && choice.tag != .closeQuote && choice.tag != .openQuote
      && !isNot(index)
    {
      let lemma = lexicon.verb(tokens[index].lower)?.lemma
      afterHave = lemma == "have" && choice.partOfSpeech == .auxiliary
      afterBe = lemma == "be" && choice.partOfSpeech == .auxiliary
      afterModal = choice.tag == .modal || (lemma == "do" && choice.partOfSpeech == .auxiliary)
    }
    switch choice.partOfSpeech {
    case .adposition: isInPrepositionalPhrase = true
    case .noun, .properNoun, .adjective, .determiner, .numeral, .unknown, .pronoun, .particle: break
    case .adverb, .auxiliary, .coordinatingConjunction, .interjection, .punctuation,
      .subordinatingConjunction, .symbol, .verb, .other:
      isInPrepositionalPhrase = false
    }
    beforePrevious = previous
    previous = choice
    return choice
  }

  private static func isTitle(_ tokens: [Token], _ range: TokenRange, _ lexicon: ArticleLexicon)
    -> Bool
  {
    var capitalized = 0
    var small = 0
    for index in range.start..<min(range.end, range.start + 40) {
      guard tokens[index].range.count > 3 else { continue }
      switch lexicon[tokens[index].word].shape {
      case .capitalized, .upper: capitalized += 1
      case .lower: small += 1
      case .number, .mark, .symbol: break
      }
    }
    return capitalized >= 4 && capitalized >= small * 4
  }

  // MARK: - Implementation

  private func word(_ index: Int) -> ArticleLexicon.Word { lexicon[tokens[index].word] }
  private func lower(_ index: Int) -> ArticleLexicon.Word { lexicon[tokens[index].lower] }

  private func isNot(_ index: Int) -> Bool { lower(index).label == .particle }

  private func next(_ index: Int) -> ArticleLexicon.Word? {
    index + 1 < range.end ? lower(index + 1) : nil
  }

  private func isFirst(_ index: Int) -> Bool {
    index == range.start || previous.partOfSpeech == .punctuation && previous.tag != .comma
  }

  private func choose(_ index: Int) -> TagChoice {
    let word = word(index)
    let lower = lower(index)
    switch word.shape {
    case .mark: return TagChoice(partOfSpeech: .punctuation, tag: word.punctuation)
    case .symbol: return TagChoice(partOfSpeech: .symbol, tag: .symbol)
    case .number: return TagChoice(partOfSpeech: .numeral, tag: .number)
    case .capitalized, .upper:
      if isTitle, let choice = wordOfTitle(index, lower) { return choice }
      if isName(index, word, lower) { return TagChoice(partOfSpeech: .properNoun, tag: .name) }
    case .lower: break
    }
    if isClitic(index) { return clitic(index) }
    if let label = lower.label, let choice = closed(label, index, lower) { return choice }
    if isRoleBetweenNames(index, lower) { return TagChoice(partOfSpeech: .noun, tag: .noun) }
    if !lower.verb.isEmpty, let choice = verb(index, lower) { return choice }
    return open(index, lower)
  }

  /// "Orlo coach Ana Ruiz": a noun with the spelling of a verb's base form between two names.
  private func isRoleBetweenNames(_ index: Int, _ lower: ArticleLexicon.Word) -> Bool {
    guard lower.verb.contains(.base), !lower.verb.contains(.past), index > range.start,
      index + 1 < range.end, previous.partOfSpeech == .properNoun,
      word(index + 1).shape == .capitalized, word(index).shape == .lower
    else { return false }
    return !lexicon.isPlural(tokens[index - 1].lower)
  }

  /// A word that a title writes with a capital although it is none: its verb, its small words.
  private func wordOfTitle(_ index: Int, _ lower: ArticleLexicon.Word) -> TagChoice? {
    switch lower.label {
    case .noun, .adjective, .number, .adposition: return nil
    case .determiner, .pronoun, .possessive, .coordination, .subordination, .modal, .auxiliary,
      .particle, .adverb, .relative, .existential:
      return lower.label.flatMap { closed($0, index, lower) }
    case nil: break
    }
    guard index > range.start else { return nil }
    if lower.isNeverNoun, lower.verb.contains(.thirdPerson) {
      return TagChoice(partOfSpeech: .verb, tag: .third)
    }
    if takesVerb, lower.verb.contains(.base) { return TagChoice(partOfSpeech: .verb, tag: .base) }
    if lower.verb.contains(.thirdPerson), followsSubject, opensComplement(index) {
      return TagChoice(partOfSpeech: .verb, tag: .third)
    }
    if lower.verb.contains(.past), followsSubject, !lower.verb.contains(.base) {
      return TagChoice(partOfSpeech: .verb, tag: .past)
    }
    return nil
  }

  private func isName(_ index: Int, _ word: ArticleLexicon.Word, _ lower: ArticleLexicon.Word)
    -> Bool
  {
    if !isFirst(index) {
      // "I", and function words in a title.
      if lower.label == .pronoun || lower.label == .possessive {
        return word.shape == .upper && tokens[index].range.count == 2
      }
      if lower.label == .modal, isMonth(index) { return true }
      if lower.label == .modal || lower.label == .auxiliary || lower.label == .determiner {
        return lexicon.isWrittenCapitalized(tokens[index].lower) && word.shape == .upper
      }
      return true
    }
    switch lower.label {
    case .determiner, .pronoun, .possessive, .adposition, .coordination, .subordination, .modal,
      .auxiliary, .particle, .relative, .existential, .adverb, .number:
      return word.shape == .upper && tokens[index].range.count == 2 && lower.label == .pronoun
    case .adjective, .noun, nil: break
    }
    if lexicon.isWrittenCapitalized(tokens[index].lower) { return true }
    if lexicon.isWrittenLower(tokens[index].lower) { return false }
    if word.shape == .upper { return lower.verb.isEmpty }
    if lower.label != nil {
      // "Minister Ruiz", "President Holm": a title belongs to the name.
      return index + 1 < range.end && self.word(index + 1).shape == .capitalized
    }
    if !lower.verb.isEmpty {
      return index + 1 < range.end && self.word(index + 1).shape == .capitalized
        && !lower.verb.contains(.ing) && !lower.verb.contains(.pastParticiple)
    }
    return lower.guess == .unknown && !lexicon.isPlural(tokens[index].lower)
      || (index + 1 < range.end && self.word(index + 1).shape == .capitalized)
  }

  /// "in May", "May 3": a modal's spelling that names a month here.
  private func isMonth(_ index: Int) -> Bool {
    guard word(index).shape == .capitalized, tokens[index].range.count == 3 else { return false }
    return previous.partOfSpeech == .adposition || previous.partOfSpeech == .numeral
      || index + 1 < range.end && word(index + 1).shape == .number
  }

  // MARK: Closed classes

  private func isClitic(_ index: Int) -> Bool {
    let token = tokens[index]
    return index > range.start && tokens[index - 1].end == token.start && token.range.count <= 5
      && lower(index).label == nil && lexicon.verb(token.lower)?.lemma == "be"
      && token.range.count <= 4 && previous.partOfSpeech != .punctuation
  }

  /// 's: of a name or noun, or "is".
  private func clitic(_ index: Int) -> TagChoice {
    switch previous.partOfSpeech {
    case .pronoun, .adverb, .subordinatingConjunction:
      return TagChoice(partOfSpeech: .auxiliary, tag: .third)
    case .unknown, .adjective, .adposition, .auxiliary, .coordinatingConjunction, .determiner,
      .interjection, .noun, .numeral, .particle, .properNoun, .punctuation, .symbol, .verb, .other:
      return TagChoice(partOfSpeech: .particle, tag: .possessiveEnding)
    }
  }

  private func closed(
    _ label: ClosedClasses.PartOfSpeechLabel, _ index: Int, _ lower: ArticleLexicon.Word
  ) -> TagChoice? {
    switch label {
    case .determiner: return TagChoice(partOfSpeech: .determiner, tag: .determiner)
    case .pronoun: return TagChoice(partOfSpeech: .pronoun, tag: .pronoun)
    case .possessive: return TagChoice(partOfSpeech: .pronoun, tag: .possessive)
    case .relative: return TagChoice(partOfSpeech: .pronoun, tag: .whPronoun)
    case .adposition: return TagChoice(partOfSpeech: .adposition, tag: .preposition)
    case .coordination: return TagChoice(partOfSpeech: .coordinatingConjunction, tag: .coordination)
    case .subordination:
      if isThatDeterminer(index) {
        return TagChoice(partOfSpeech: .determiner, tag: .determiner)
      }
      return TagChoice(partOfSpeech: .subordinatingConjunction, tag: .preposition)
    case .modal: return TagChoice(partOfSpeech: .auxiliary, tag: .modal)
    case .auxiliary: return auxiliary(index, lower)
    case .particle:
      let isTo = tokens[index].range.count == 2 && lower.verb.isEmpty
      guard isTo else { return TagChoice(partOfSpeech: .particle, tag: .adverb) }
      let isInfinitive = next(index).map { $0.verb.contains(.base) } ?? false
      return TagChoice(partOfSpeech: isInfinitive ? .particle : .adposition, tag: .to)
    case .existential:
      return TagChoice(partOfSpeech: .pronoun, tag: .existential)
    case .adverb: return TagChoice(partOfSpeech: .adverb, tag: .adverb)
    case .adjective:
      if !lower.verb.isEmpty, takesVerb, let choice = verb(index, lower) { return choice }
      return TagChoice(partOfSpeech: .adjective, tag: .adjective)
    case .number: return TagChoice(partOfSpeech: .numeral, tag: .number)
    case .noun:
      if !lower.verb.isEmpty, let choice = verb(index, lower) { return choice }
      return TagChoice(partOfSpeech: .noun, tag: nounTag(index))
    }
  }

  /// "that" before a noun and after a preposition or verb without clause is rare in news: a
  /// conjunction unless a preposition stands before it.
  private func isThatDeterminer(_ index: Int) -> Bool {
    previous.partOfSpeech == .adposition && tokens[index].range.count == 4
      && lexicon[tokens[index].lower].label == .subordination
      && (next(index).map { $0.label == .noun || $0.label == .adjective } ?? false)
  }

  private func auxiliary(_ index: Int, _ lower: ArticleLexicon.Word) -> TagChoice {
    let tag: PennTag
    if lower.verb.contains(.ing) {
      tag = .ing
    } else if lower.verb.contains(.thirdPerson) {
      tag = .third
    } else if lower.verb.contains(.past) {
      tag = .past
    } else if lower.verb.contains(.pastParticiple) {
      tag = .participle
    } else {
      tag = takesVerb ? .base : .present
    }
    return TagChoice(partOfSpeech: .auxiliary, tag: tag)
  }

  // MARK: Verbs

  /// Whether the words before call for a base form.
  private var takesVerb: Bool { afterModal || previous.tag == .to }

  /// Whether a noun phrase is being built, so that a word that may be a noun is one.
  private var isInNounPhrase: Bool {
    switch previous.partOfSpeech {
    case .determiner, .adjective, .numeral: return true
    case .pronoun: return previous.tag == .possessive
    case .particle: return previous.tag == .possessiveEnding
    case .adposition: return previous.tag == .preposition || previous.tag == .to
    case .unknown, .adverb, .auxiliary, .coordinatingConjunction, .interjection, .noun,
      .properNoun, .punctuation, .subordinatingConjunction, .symbol, .verb, .other:
      return false
    }
  }

  private var followsSubject: Bool {
    switch previous.partOfSpeech {
    case .noun, .properNoun: return true
    case .pronoun: return previous.tag != .possessive
    case .unknown: return true
    case .adjective, .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner,
      .interjection, .numeral, .particle, .punctuation, .subordinatingConjunction, .symbol, .verb,
      .other:
      return false
    }
  }

  private func verb(_ index: Int, _ lower: ArticleLexicon.Word) -> TagChoice? {
    let forms = lower.verb
    let mayBeNoun = lower.label == .noun
    if forms.contains(.ing) {
      if isInNounPhrase, previous.partOfSpeech == .determiner || previous.tag == .possessive {
        return TagChoice(partOfSpeech: .noun, tag: .noun)
      }
      return TagChoice(partOfSpeech: .verb, tag: .ing)
    }
    if forms.contains(.past) || forms.contains(.pastParticiple), !forms.contains(.base) {
      return pastForm(index, forms)
    }
    if forms.contains(.thirdPerson) {
      if lower.isNeverNoun { return TagChoice(partOfSpeech: .verb, tag: .third) }
      if mayBeNoun, isInPrepositionalPhrase { return TagChoice(partOfSpeech: .noun, tag: .nouns) }
      if isInNounPhrase { return TagChoice(partOfSpeech: .noun, tag: .nouns) }
      if previous.partOfSpeech == .pronoun { return TagChoice(partOfSpeech: .verb, tag: .third) }
      if previous.partOfSpeech == .properNoun, !mayBeNoun {
        return TagChoice(partOfSpeech: .verb, tag: .third)
      }
      if followsSubject || previous.partOfSpeech == .adverb, opensComplement(index) {
        return TagChoice(partOfSpeech: .verb, tag: .third)
      }
      if mayBeNoun || takesNoun { return TagChoice(partOfSpeech: .noun, tag: .nouns) }
      return TagChoice(partOfSpeech: .verb, tag: .third)
    }
    // Base and present form.
    if takesVerb { return TagChoice(partOfSpeech: .verb, tag: .base) }
    if forms.contains(.past), followsSubject {
      return TagChoice(partOfSpeech: .verb, tag: .past)
    }
    if isInNounPhrase { return TagChoice(partOfSpeech: .noun, tag: .noun) }
    if isCloseTo(index) { return TagChoice(partOfSpeech: .adjective, tag: .adjective) }
    // "sources close to the mayor say": the noun before need not be the subject.
    if lower.isNeverNoun, followsSubject { return TagChoice(partOfSpeech: .verb, tag: .present) }
    if previous.partOfSpeech == .pronoun { return TagChoice(partOfSpeech: .verb, tag: .present) }
    if previous.partOfSpeech == .adverb, beforePrevious.partOfSpeech == .pronoun {
      return TagChoice(partOfSpeech: .verb, tag: .present)
    }
    if previous.tag == .nouns || (followsSubject && opensComplement(index) && !mayBeNoun) {
      return TagChoice(partOfSpeech: .verb, tag: .present)
    }
    if mayBeNoun || followsSubject || takesNoun || afterBe || afterHave {
      return TagChoice(partOfSpeech: .noun, tag: .noun)
    }
    if previous.partOfSpeech == .coordinatingConjunction,
      beforePrevious.partOfSpeech == .noun || beforePrevious.partOfSpeech == .adjective
    {
      return TagChoice(partOfSpeech: .noun, tag: .noun)
    }
    return TagChoice(partOfSpeech: .verb, tag: .base)
  }

  /// Whether it is the adjective of "people close to the mayor".
  private func isCloseTo(_ index: Int) -> Bool {
    tokens[index].lower == lexicon.close && previous.tag == .nouns
      && next(index)?.label == .particle
  }

  private var takesNoun: Bool {
    previous.partOfSpeech == .verb || previous.partOfSpeech == .punctuation
      || previous.partOfSpeech == .coordinatingConjunction
  }

  private func pastForm(_ index: Int, _ forms: VerbForms.Forms) -> TagChoice {
    let isOnlyPast = forms.contains(.past) && !forms.contains(.pastParticiple)
    if isOnlyPast { return TagChoice(partOfSpeech: .verb, tag: .past) }
    if afterHave || afterBe || !forms.contains(.past) {
      return TagChoice(partOfSpeech: .verb, tag: .participle)
    }
    if previous.partOfSpeech == .determiner || previous.tag == .possessive
      || previous.tag == .possessiveEnding
    {
      return TagChoice(partOfSpeech: .adjective, tag: .adjective)
    }
    if previous.partOfSpeech == .adposition || takesVerb {
      return TagChoice(partOfSpeech: .verb, tag: .participle)
    }
    // "the road lost by Ruiz"
    if let next = next(index), next.label == .adposition, previous.partOfSpeech == .noun,
      index + 1 < range.end, tokens[index + 1].range.count == 2, isBy(index + 1)
    {
      return TagChoice(partOfSpeech: .verb, tag: .participle)
    }
    return TagChoice(partOfSpeech: .verb, tag: .past)
  }

  private func isBy(_ index: Int) -> Bool { tokens[index].lower == lexicon.by }

  /// Whether what follows shows that a verb stands here: its object or clause.
  private func opensComplement(_ index: Int) -> Bool {
    guard let next = next(index) else { return false }
    switch next.label {
    case .determiner, .pronoun, .possessive, .subordination, .particle, .existential, .relative,
      .number:
      return true
    case .adverb, .adjective: return true
    case .adposition, .coordination, .modal, .auxiliary, .noun: return false
    case nil:
      let shape = word(index + 1).shape
      return shape == .capitalized || shape == .number
        || (next.punctuation == .openQuote || next.punctuation == .closeQuote)
    }
  }

  // MARK: Open classes

  private func nounTag(_ index: Int) -> PennTag {
    let token = tokens[index]
    return lexicon.isPlural(token.lower) ? .nouns : .noun
  }

  private func open(_ index: Int, _ lower: ArticleLexicon.Word) -> TagChoice {
    switch lower.guess {
    case .adverb: return TagChoice(partOfSpeech: .adverb, tag: .adverb)
    case .adjective: return TagChoice(partOfSpeech: .adjective, tag: .adjective)
    case .noun: return TagChoice(partOfSpeech: .noun, tag: nounTag(index))
    case .verb:
      if lexicon.endsInING(tokens[index].lower) {
        if isInNounPhrase, previous.partOfSpeech != .adposition {
          return TagChoice(partOfSpeech: .noun, tag: .noun)
        }
        return TagChoice(partOfSpeech: .verb, tag: .ing)
      }
      return pastForm(index, [.past, .pastParticiple])
    case .unknown, .adposition, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
      .numeral, .particle, .pronoun, .properNoun, .punctuation, .subordinatingConjunction, .symbol,
      .other:
      break
    }
    if takesVerb { return TagChoice(partOfSpeech: .verb, tag: .base) }
    if lexicon.isPlural(tokens[index].lower) { return TagChoice(partOfSpeech: .noun, tag: .nouns) }
    if isInNounPhrase {
      // The last word of a phrase is a noun; before another open word it may be either.
      let goesOn =
        next(index).map {
          $0.label == .noun || ($0.label == nil && $0.shape == .lower && $0.verb.isEmpty)
        }
        ?? false
      return goesOn
        ? TagChoice(partOfSpeech: .unknown, tag: .none) : TagChoice(partOfSpeech: .noun, tag: .noun)
    }
    return TagChoice(partOfSpeech: .unknown, tag: .none)
  }
}

import ArticleModel

/// Verbs that a tagger may take for something else, where their place leaves no doubt: "said", and forms
/// in -ed and -ing beside quotation marks ("“…,” mused Ruiz", "…, chanting “Go home”").
struct ReportingForms {
  struct Form {
    var tag: PennTag
    var lemma: String
  }

  private let article: AnnotatedArticle
  private let said: [WordID: Form]
  private let adverbs: Set<WordID>

  init(_ article: AnnotatedArticle) {
    self.article = article
    var said: [WordID: Form] = [:]
    for (word, form) in Self.spellings {
      if let id = article.words.find(word) { said[id] = form }
    }
    self.said = said
    adverbs = Set(["also", "later", "then", "once", "not"].compactMap { article.words.find($0) })
  }

  /// The form that a token has by its place; nil where the tagger's word stands.
  func form(at index: Int) -> Form? {
    let token = article.tokens[index]
    if let form = said[token.lower] {
      switch token.partOfSpeech {
      case .verb: return isParticiple(token) && !followsAuxiliary(index) ? form : nil
      case .noun, .properNoun, .adjective, .unknown, .other: return form
      case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
        .numeral, .particle, .pronoun, .punctuation, .subordinatingConjunction, .symbol:
        return nil
      }
    }
    if token.partOfSpeech == .verb, isParticiple(token), endsSentence(index) {
      let lemma = article.words[token.lemma]
      guard let verb = CueLexicon.standard[lemma],
        !verb.frames.isDisjoint(with: [.clause, .quoted])
      else { return nil }
      return Form(tag: .past, lemma: lemma)
    }
    switch token.partOfSpeech {
    case .noun, .adjective, .unknown: break
    case .verb, .properNoun, .other, .adposition, .adverb, .auxiliary, .coordinatingConjunction,
      .determiner, .interjection, .numeral, .particle, .pronoun, .punctuation,
      .subordinatingConjunction, .symbol:
      return nil
    }
    guard token.word == token.lower, token.range.count > 4 else { return nil }
    let bytes = article.words.utf8(token.lower)
    if bytes.ends("ed"), followsClosingMark(index) {
      return Form(tag: .past, lemma: stem(of: bytes, ending: "ed"))
    }
    if bytes.ends("ing"), followsComma(index), precedesOpeningMark(index) {
      return Form(tag: .ing, lemma: stem(of: bytes, ending: "ing"))
    }
    return nil
  }

  // MARK: - Implementation

  private static let spellings: [(String, Form)] = [
    ("said", Form(tag: .past, lemma: "say")), ("told", Form(tag: .past, lemma: "tell")),
    ("says", Form(tag: .third, lemma: "say")),
  ]

  private func isParticiple(_ token: Token) -> Bool { article.words[token.tag] == "VBN" }

  /// "Fares will rise, the company announced on Monday.": behind a clause and a comma a noun phrase and
  /// a verb, and then nothing but when.
  private func endsSentence(_ index: Int) -> Bool {
    let sentence = article.sentences[Int(article.tokens[index].sentence)].tokens
    var place = index + 1
    while place < sentence.end, place < index + 7 {
      switch article.tokens[place].partOfSpeech {
      case .adposition, .adverb, .determiner, .noun, .numeral, .properNoun: place += 1
      case .punctuation where place == sentence.end - 1: place += 1
      case .adjective, .auxiliary, .coordinatingConjunction, .interjection, .particle, .pronoun,
        .punctuation, .subordinatingConjunction, .symbol, .verb, .unknown, .other:
        return false
      }
    }
    guard place == sentence.end else { return false }
    place = index - 1
    while place > sentence.start, place > index - 9, !isComma(place) {
      switch article.tokens[place].partOfSpeech {
      case .noun, .properNoun: place -= 1
      case .adjective, .adposition, .determiner, .numeral, .particle:
        // None of them ends the noun phrase.
        guard place < index - 1 else { return false }
        place -= 1
      case .adverb, .auxiliary, .coordinatingConjunction, .interjection, .pronoun, .punctuation,
        .subordinatingConjunction, .symbol, .verb, .unknown, .other:
        return false
      }
    }
    guard place > sentence.start, isComma(place), place < index - 1 else { return false }
    return (sentence.start..<place).contains {
      article.tokens[$0].partOfSpeech == .verb || article.tokens[$0].partOfSpeech == .auxiliary
    }
  }

  private func followsAuxiliary(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, before > index - 4,
      article.tokens[before].partOfSpeech == .adverb
        || adverbs.contains(article.tokens[before].lower)
    {
      before -= 1
    }
    guard before >= 0, article.tokens[before].sentence == article.tokens[index].sentence else {
      return false
    }
    switch article.tokens[before].partOfSpeech {
    case .noun, .properNoun, .pronoun, .punctuation: return false
    case .auxiliary, .verb, .adjective, .adposition, .adverb, .coordinatingConjunction, .determiner,
      .interjection, .numeral, .particle, .subordinatingConjunction, .symbol, .unknown, .other:
      return true
    }
  }

  private func isQuoted(_ index: Int) -> Bool {
    article.isQuoted(at: index)
  }

  private func followsClosingMark(_ index: Int) -> Bool {
    var mark = index - 1
    if mark > 0, isComma(mark) { mark -= 1 }
    return mark > 0 && isQuoted(mark - 1) && !isQuoted(mark)
      && article.tokens[mark].partOfSpeech == .punctuation
  }

  private func precedesOpeningMark(_ index: Int) -> Bool {
    var mark = index + 1
    if mark < article.tokens.count, isComma(mark) || isColon(mark) { mark += 1 }
    return mark + 1 < article.tokens.count && isQuoted(mark + 1) && !isQuoted(mark)
      && article.tokens[mark].partOfSpeech == .punctuation
  }

  private func followsComma(_ index: Int) -> Bool { index > 0 && isComma(index - 1) }

  private func isComma(_ index: Int) -> Bool { article.words[article.tokens[index].word] == "," }

  private func isColon(_ index: Int) -> Bool { article.words[article.tokens[index].word] == ":" }

  /// The dictionary form where the lexicon knows it with or without a final e, else without.
  private func stem(of bytes: ArraySlice<UInt8>, ending: StaticString) -> String {
    let stem = String(decoding: bytes.dropLast(ending.utf8CodeUnitCount), as: UTF8.self)
    return CueLexicon.standard[stem + "e"] == nil ? stem : stem + "e"
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(_ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { count > $0.count && suffix($0.count).elementsEqual($0) }
  }
}

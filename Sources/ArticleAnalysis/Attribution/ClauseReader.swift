import ArticleModel

/// The words of an article as attribution reads them: one small record a token.
struct ClauseReader {
  /// A word that the rules ask for by name, or a mark by its part.
  struct Word: Hashable {
    let number: UInt8

    static let other = Word(number: 0)
    static let that = Word(number: 1)
    static let to = Word(number: 2)
    static let of = Word(number: 3)
    static let by = Word(number: 4)
    static let for_ = Word(number: 5)
    static let in_ = Word(number: 6)
    static let on = Word(number: 7)
    static let at = Word(number: 8)
    static let from = Word(number: 9)
    static let with = Word(number: 10)
    static let about = Word(number: 11)
    static let against = Word(number: 12)
    static let over = Word(number: 13)
    static let as_ = Word(number: 14)
    static let and = Word(number: 15)
    static let but = Word(number: 16)
    static let or = Word(number: 17)
    static let not = Word(number: 18)
    static let who = Word(number: 19)
    static let which = Word(number: 20)
    static let whose = Word(number: 21)
    static let what = Word(number: 22)
    static let wh = Word(number: 23)
    static let if_ = Word(number: 24)
    static let it = Word(number: 25)
    static let there = Word(number: 26)
    static let according = Word(number: 27)
    static let comma = Word(number: 28)
    static let colon = Word(number: 29)
    static let semicolon = Word(number: 30)
    static let dash = Word(number: 31)
    static let period = Word(number: 32)
    static let question = Word(number: 33)
    static let ellipsis = Word(number: 34)
    static let openBracket = Word(number: 35)
    static let closeBracket = Word(number: 36)
    static let mark = Word(number: 37)
    static let date = Word(number: 38)
    static let reason = Word(number: 39)
    static let been = Word(number: 40)
    static let be = Word(number: 41)
    static let article = Word(number: 42)
    static let late = Word(number: 43)
    static let out = Word(number: 44)
    static let after = Word(number: 47)
    /// The letter of a question in a transcript.
    static let questioner = Word(number: 45)
    /// That of an answer; the letter without its period is an article.
    static let answer = Word(number: 46)
  }

  struct Record {
    var partOfSpeech: PartOfSpeech
    var tag: PennTag
    var word: Word
    var isQuoted: Bool

    var isFinite: Bool {
      switch tag {
      case .past, .third, .present, .modal: return true
      case .none, .determiner, .pronoun, .possessive, .preposition, .to, .coordination, .adverb,
        .adjective, .number, .noun, .nouns, .name, .names, .existential, .base, .participle, .ing,
        .whDeterminer, .whPronoun, .whPossessive, .whAdverb, .possessiveEnding, .period, .comma,
        .colon, .openQuote, .closeQuote, .openBracket, .closeBracket, .dollar, .symbol:
        return false
      }
    }
  }

  let records: [Record]
  /// Per token, the cue verb that it is a form of.
  private let cueOfToken: [UInt16]
  private let cues: [CueVerb]
  let tokens: [Token]
  let sentences: [Sentence]

  init(of article: AnnotatedArticle) {
    tokens = article.tokens
    sentences = article.sentences
    var wordOf = [Word](repeating: .other, count: article.words.count)
    for (spelling, word) in Self.spellings {
      if let id = article.words.find(spelling) { wordOf[Int(id.index)] = word }
    }
    var tagOf: [UInt32: PennTag] = [:]
    for tag in PennTag.allCases where tag != .none {
      if let id = article.words.find(tag.rawValue) { tagOf[id.index] = tag }
    }
    var cues: [CueVerb] = []
    var cueOfLemma = [UInt16](repeating: 0, count: article.words.count)
    for (lemma, cue) in CueLexicon.standard.verbs {
      guard let id = article.words.find(lemma), cues.count < 65_000 else { continue }
      cues.append(cue)
      cueOfLemma[Int(id.index)] = UInt16(cues.count)
    }
    let forms = ReportingForms(article)
    let may = article.words.find("may")
    let ampersand = article.words.find("&")
    let close = article.words.find("close")
    let to = article.words.find("to")
    var records: [Record] = []
    records.reserveCapacity(tokens.count)
    var cueOfToken: [UInt16] = []
    cueOfToken.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      let isQuoted = index < article.isQuoted.count && article.isQuoted[index]
      var record = Record(
        partOfSpeech: token.partOfSpeech, tag: tagOf[token.tag.index] ?? .none,
        word: wordOf[Int(token.lower.index)], isQuoted: isQuoted)
      record.partOfSpeech = Self.role(
        of: record,
        isCapital: Self.isCapital(index, article) && index > 0
          && article.tokens[index - 1].sentence == token.sentence)
      if token.lower == may, token.partOfSpeech == .properNoun {
        // "may" is a verb, "May" a month.
        record.word = .date
      } else if record.word == .late, token.partOfSpeech == .verb {
        // "to last three weeks"
        record.word = .other
      } else if token.lower == close, index + 1 < tokens.count, tokens[index + 1].lower == to {
        // "sources close to the mayor"
        record.partOfSpeech = .adjective
        record.tag = .adjective
      } else if token.lower == ampersand {
        record.partOfSpeech = .symbol
      } else if record.word == .mark, Self.isApostrophe(index, article) {
        record.word = .other
        record.partOfSpeech = .particle
        record.tag = .possessiveEnding
      }
      var cue = token.partOfSpeech == .verb ? cueOfLemma[Int(token.lemma.index)] : 0
      if !isQuoted, let form = forms.form(at: index) {
        record.partOfSpeech = .verb
        record.tag = form.tag
        cue = 0
        if let verb = CueLexicon.standard[form.lemma], cues.count < 65_000 {
          if cues.last?.lemma != verb.lemma { cues.append(verb) }
          cue = UInt16(cues.count)
        }
      }
      if index > 0, record.isFinite, records[index - 1].partOfSpeech == .adjective, index > 1,
        records[index - 2].tag == .determiner
      {
        // "the official said"
        records[index - 1].partOfSpeech = .noun
        records[index - 1].tag = .noun
      }
      records.append(record)
      cueOfToken.append(cue)
    }
    self.records = records
    self.cueOfToken = cueOfToken
    self.cues = cues
  }

  func cue(at index: Int) -> CueVerb? {
    let cue = Int(cueOfToken[index])
    return cue == 0 ? nil : cues[cue - 1]
  }

  func word(_ index: Int) -> Word { records[index].word }
  func partOfSpeech(_ index: Int) -> PartOfSpeech { records[index].partOfSpeech }
  func tag(_ index: Int) -> PennTag { records[index].tag }
  func isQuoted(_ index: Int) -> Bool { records[index].isQuoted }

  /// Whether the token is an outer quotation mark: it touches quoted words and is not inside.
  func isMark(_ index: Int) -> Bool {
    records[index].word == .mark && !records[index].isQuoted
      && records[index].tag != .possessiveEnding
  }

  /// The last token before a closing mark that is no closing mark itself ("“… ‘Go,’ ” Ruiz said").
  func lastWord(before mark: Int) -> Int {
    var last = mark - 1
    while last > 0, last > mark - 4, records[last].word == .mark { last -= 1 }
    return last
  }

  /// "because", "while", "after": begins what the cue's clause adds.
  func isReason(_ index: Int) -> Bool { word(index) == .reason || word(index) == .after }

  func isPunctuation(_ index: Int) -> Bool { records[index].partOfSpeech == .punctuation }

  /// Whether the token may be part of a noun phrase.
  func isNominal(_ index: Int) -> Bool {
    switch records[index].partOfSpeech {
    case .noun, .properNoun, .adjective, .numeral, .unknown, .symbol, .other: return true
    case .pronoun: return records[index].tag == .possessive
    case .determiner: return true
    case .particle: return records[index].tag == .possessiveEnding
    case .verb: return false
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .interjection,
      .punctuation, .subordinatingConjunction:
      return false
    }
  }

  /// Whether the token may be the last word of a noun phrase.
  func isHead(_ index: Int) -> Bool {
    switch records[index].partOfSpeech {
    case .noun, .properNoun, .unknown, .numeral, .other: return true
    case .pronoun: return records[index].tag != .possessive
    case .determiner: return records[index].word != .article
    case .adjective, .adposition, .adverb, .auxiliary, .coordinatingConjunction, .interjection,
      .particle, .punctuation, .subordinatingConjunction, .symbol, .verb:
      return false
    }
  }

  func isFinite(_ index: Int) -> Bool { records[index].isFinite }

  /// Whether a finite verb stands in the range; looks at no more than 60 tokens.
  func holdsFiniteVerb(_ range: TokenRange) -> Bool {
    for index in range.start..<min(range.end, range.start + 60)
    where isFinite(index) || records[index].partOfSpeech == .auxiliary {
      return true
    }
    return false
  }

  /// The first token of the verb group that ends in `head`: auxiliaries, adverbs and "not" before it.
  func verbGroupStart(_ head: Int, floor: Int) -> Int {
    var start = head
    let floor = max(floor, head - 8)
    while start > floor {
      let left = start - 1
      let isPart =
        partOfSpeech(left) == .auxiliary || partOfSpeech(left) == .adverb || word(left) == .not
      guard isPart, !isQuoted(left) else { break }
      start = left
    }
    return start
  }

  func textRange(_ range: TokenRange) -> TextRange {
    TextRange(Int(tokens[range.start].start), Int(tokens[range.end - 1].end))
  }

  // MARK: - Implementation

  /// The part of speech by which clauses are read, where it is not that of the treebanks: "when" and
  /// a relative "that" open clauses, "both" and "these" open noun phrases, "French" may be a name.
  private static func role(of record: Record, isCapital: Bool) -> PartOfSpeech {
    switch (record.partOfSpeech, record.tag) {
    case (.adverb, .whAdverb): return .subordinatingConjunction
    case (.pronoun, .whDeterminer) where record.word == .that: return .subordinatingConjunction
    case (.pronoun, .determiner): return .determiner
    case (.coordinatingConjunction, .determiner): return .determiner
    case (.adjective, _) where isCapital: return .properNoun
    default: return record.partOfSpeech
    }
  }

  private static func isCapital(_ index: Int, _ article: AnnotatedArticle) -> Bool {
    let first = article.text.utf8[Int(article.tokens[index].start)]
    return first.isASCIIUppercase
      || first >= 0xC3 && article.tokens[index].word != article.tokens[index].lower
  }

  /// "the drivers' union": a mark that touches the word before it and no words in quotation marks.
  private static func isApostrophe(_ index: Int, _ article: AnnotatedArticle) -> Bool {
    guard index > 0, article.tokens[index - 1].end == article.tokens[index].start,
      article.tokens[index].end - article.tokens[index].start != 2,
      index < article.isQuoted.count
    else { return false }
    return !article.isQuoted[index - 1] && !article.isQuoted[index]
      && !(index + 1 < article.isQuoted.count && article.isQuoted[index + 1])
  }

  private static let spellings: [(String, Word)] = {
    var list: [(String, Word)] = [
      ("that", .that), ("to", .to), ("of", .of), ("by", .by), ("for", .for_), ("in", .in_),
      ("on", .on), ("at", .at), ("from", .from), ("with", .with), ("about", .about),
      ("against", .against), ("over", .over), ("out", .out), ("as", .as_), ("and", .and),
      ("but", .but),
      ("or", .or), ("not", .not), ("n't", .not), ("who", .who), ("which", .which),
      ("whose", .whose), ("what", .what), ("if", .if_), ("whether", .if_), ("it", .it),
      ("there", .there), ("according", .according), (",", .comma), (":", .colon), (";", .semicolon),
      ("--", .dash), ("\u{2014}", .dash), ("\u{2013}", .dash), ("\u{2015}", .dash), ("-", .dash),
      (".", .period),
      ("!", .question), ("?", .question), ("...", .ellipsis), ("\u{2026}", .ellipsis),
      ("(", .openBracket), ("[", .openBracket), (")", .closeBracket), ("]", .closeBracket),
      ("been", .been), ("be", .be), ("is", .be), ("are", .be), ("was", .be), ("were", .be),
      ("being", .be), ("the", .article), ("a", .article), ("an", .article), ("late", .late),
      ("early", .late), ("last", .late), ("q", .questioner), ("q.", .questioner), ("a.", .answer),
    ]
    for word in ["why", "how", "when", "where"] { list.append((word, .wh)) }
    for word in ["because", "while", "although", "though"] { list.append((word, .reason)) }
    for word in ["after", "before", "since", "amid", "following"] { list.append((word, .after)) }
    for mark in [
      "\"", "''", "``", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{2018}",
      "\u{2019}", "'", "\u{2039}", "\u{203A}", "\u{300C}", "\u{300D}", "\u{201F}", "\u{201A}",
    ] {
      list.append((mark, .mark))
    }
    for day in [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
      "february", "march", "april", "june", "july", "august", "september", "october", "november",
      "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "yesterday", "today",
      "tonight", "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend",
      "mon.", "tues.", "wed.", "thurs.", "fri.", "sat.", "sun.",
    ] {
      list.append((day, .date))
    }
    return list
  }()
}

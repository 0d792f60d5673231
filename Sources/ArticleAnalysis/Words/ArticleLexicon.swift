import ArticleModel

/// What the lists and endings say of each different word of an article.
struct ArticleLexicon {
  struct Word {
    var label: ClosedClasses.PartOfSpeechLabel?
    var verb: VerbForms.Forms = []
    var shape: Shape = .lower
    var guess: PartOfSpeech = .unknown
    var punctuation: PennTag = .none
    /// A verb's form that is never a noun ("says", "insist").
    var isNeverNoun = false
  }

  enum Shape { case lower, capitalized, upper, number, mark, symbol }

  private var entries: [Word] = []
  private var verbs: [VerbForms.Entry?] = []
  /// Per word: whether the article writes it in lower case.
  private var isSeenLower: [Bool] = []
  /// Per lower-case word: whether it stands with a capital inside a sentence.
  private var isSeenCapitalized: [Bool] = []

  /// Per word: whether it ends as a plural noun, as a present participle.
  private var isPluralForm: [Bool] = []
  private var isIngForm: [Bool] = []
  /// The word "by", where the article has it.
  let by: WordID?
  /// The word "close", where the article has it.
  let close: WordID?

  init(of article: AnnotatedArticle) {
    by = article.words.find("by")
    close = article.words.find("close")
    let count = article.words.count
    entries.reserveCapacity(count)
    for index in 0..<count {
      let text = article.words[WordID(UInt32(index))]
      let verb = VerbForms.standard[text]
      verbs.append(verb)
      entries.append(Self.word(text, verb: verb))
      isIngForm.append(text.utf8.count > 4 && text.hasSuffix("ing"))
      isPluralForm.append(Self.isPluralForm(text))
    }
    isSeenLower = Array(repeating: false, count: count)
    isSeenCapitalized = Array(repeating: false, count: count)
    for sentence in article.sentences {
      for index in sentence.tokens.start..<sentence.tokens.end {
        let token = article.tokens[index]
        if token.word == token.lower {
          isSeenLower[Int(token.word.index)] = true
        } else if index > sentence.tokens.start,
          entries[Int(article.tokens[index - 1].word.index)].shape != .mark
        {
          isSeenCapitalized[Int(token.lower.index)] = true
        }
      }
    }
  }

  subscript(_ word: WordID) -> Word {
    Int(word.index) < entries.count ? entries[Int(word.index)] : Word()
  }

  func verb(_ lower: WordID) -> VerbForms.Entry? {
    Int(lower.index) < verbs.count ? verbs[Int(lower.index)] : nil
  }

  func isWrittenLower(_ lower: WordID) -> Bool {
    Int(lower.index) < isSeenLower.count && isSeenLower[Int(lower.index)]
  }

  func isWrittenCapitalized(_ lower: WordID) -> Bool {
    Int(lower.index) < isSeenCapitalized.count && isSeenCapitalized[Int(lower.index)]
  }

  func isPlural(_ lower: WordID) -> Bool {
    Int(lower.index) < isPluralForm.count && isPluralForm[Int(lower.index)]
  }

  func endsInING(_ lower: WordID) -> Bool {
    Int(lower.index) < isIngForm.count && isIngForm[Int(lower.index)]
  }

  // MARK: - Implementation

  private static func isPluralForm(_ text: String) -> Bool {
    if text.utf8.count > 3, text.hasSuffix("s") {
      return text != "news" && !text.hasSuffix("ss") && !text.hasSuffix("us")
        && !text.hasSuffix("is")
    }
    return text == "people" || text == "men" || text == "women" || text == "children"
      || text == "police" || text.hasSuffix("smen") || text.hasSuffix("swomen")
  }

  private static func word(_ text: String, verb: VerbForms.Entry?) -> Word {
    var word = Word()
    word.verb = verb?.forms ?? []
    word.label = ClosedClasses.tags[text]
    word.isNeverNoun = neverNouns.contains(text)
    guard let scalar = text.unicodeScalars.first else { return word }
    switch CharacterClass(scalar.value) {
    case .digit: word.shape = .number
    case .punctuation:
      if text.utf8.count > 1, text.utf8.contains(where: { $0.isASCIIDigit }) {
        word.shape = .number
      } else if text.utf8.count > 1, text.utf8.contains(where: { $0.isASCIILetter }) {
        word.shape = scalar == "'" ? .lower : .symbol
      } else {
        word.shape = .mark
        word.punctuation = punctuation(text)
      }
    case .symbol: word.shape = .symbol
    case .space: word.shape = .symbol
    case .letter, .ideograph:
      if scalar.properties.isUppercase {
        let isUpper =
          text.utf8.count > 1
          && !text.unicodeScalars.contains { $0.properties.isLowercase }
        word.shape = isUpper ? .upper : .capitalized
      }
    }
    if word.shape == .lower { word.guess = guess(text) }
    return word
  }

  private static let neverNouns: Set<String> = [
    "say", "believe", "insist", "argue", "allege", "think", "know", "deny",
    "says", "adds", "tells", "asks", "writes", "thinks", "knows", "believes", "argues", "insists",
    "explains", "agrees", "recalls", "wants", "seems", "appears", "continues", "concludes",
    "admits",
    "acknowledges", "suggests", "describes", "predicts", "contends", "maintains", "asserts",
    "observes", "reveals", "announces", "accuses", "denies", "refuses", "plans to", "urges",
  ]

  private static func punctuation(_ text: String) -> PennTag {
    switch text {
    case ".", "?", "!": return .period
    case ",": return .comma
    case "(", "[", "{": return .openBracket
    case ")", "]", "}": return .closeBracket
    case "``", "\u{201C}", "\u{2018}", "\u{AB}", "\u{201E}": return .openQuote
    case "''", "\"", "\u{201D}", "\u{2019}", "'", "\u{BB}": return .closeQuote
    default: return .colon
    }
  }

  /// What the ending of a word in lower case shows.
  private static func guess(_ text: String) -> PartOfSpeech {
    let count = text.utf8.count
    guard count > 3 else { return .unknown }
    if count > 4, text.hasSuffix("ly") { return .adverb }
    for ending in [
      "tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "hood", "dom", "ist",
      "logy", "cracy", "tude", "age", "eur", "ician",
    ] where text.hasSuffix(ending) {
      return .noun
    }
    for ending in [
      "tions", "sions", "ments", "nesses", "ities", "isms", "ances", "ences", "ships", "ists",
      "ages",
      "ers", "ors", "ians",
    ] where text.hasSuffix(ending) {
      return .noun
    }
    if count > 4, text.hasSuffix("ing") || text.hasSuffix("ed") { return .verb }
    for ending in [
      "ous", "ful", "less", "able", "ible", "ical", "ive", "ish", "ary", "ial", "ual", "ic",
      "ional",
      "ern", "-led", "-torn", "-backed", "-based", "-old",
    ] where text.hasSuffix(ending) {
      return .adjective
    }
    if text.hasSuffix("er") || text.hasSuffix("or") || text.hasSuffix("ian") { return .noun }
    return .unknown
  }
}

package import ArticleModel

/// Gives words their part of speech, Penn Treebank tag and dictionary form by rules.
///
/// Closed classes and the forms of some 1,200 verbs are listed; other words are told by their
/// endings and neighbours. What neither list nor ending shows keeps `unknown` and no lemma.
/// - Complexity: O(*n*) in the number of tokens; lists are asked once for each different word.
package struct RuleTagger: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let lexicon = ArticleLexicon(of: article)
    var tags = TagTable(words: article.words)
    // Read from one array and written to another: the same one would be copied at each sentence.
    let source = article.tokens
    var tokens = source
    for sentence in article.sentences {
      var tagging = SentenceTagging(
        tokens: source, range: sentence.tokens, lexicon: lexicon)
      for index in sentence.tokens.start..<sentence.tokens.end {
        let choice = tagging.tag(index)
        tokens[index].partOfSpeech = choice.partOfSpeech
        tokens[index].tag = tags[choice.tag]
        tokens[index].lemma = tags.lemma(
          of: source[index], choice: choice, lexicon: lexicon)
      }
    }
    article.tokens = tokens
    article.words = tags.words
  }
}

/// A word's part of speech and its Penn Treebank tag.
struct TagChoice {
  var partOfSpeech: PartOfSpeech
  var tag: PennTag
}

/// The tags of the Penn Treebank that the rules give.
enum PennTag: String, CaseIterable {
  case none = ""
  case determiner = "DT", pronoun = "PRP", possessive = "PRP$", preposition = "IN", to = "TO"
  case coordination = "CC", modal = "MD", adverb = "RB", adjective = "JJ", number = "CD"
  case noun = "NN", nouns = "NNS", name = "NNP", names = "NNPS", existential = "EX"
  case base = "VB", past = "VBD", participle = "VBN", ing = "VBG", present = "VBP", third = "VBZ"
  case whDeterminer = "WDT", whPronoun = "WP", whPossessive = "WP$", whAdverb = "WRB"
  case possessiveEnding = "POS", period = ".", comma = ",", colon = ":", openQuote = "``"
  case closeQuote = "''", openBracket = "-LRB-", closeBracket = "-RRB-", dollar = "$"
  case symbol = "SYM"
}

/// Tags and lemmas as words of the article's table, each added once.
private struct TagTable {
  var words: WordTable
  private var ids: [PennTag: WordID] = [:]
  private var lemmas: [UInt64: WordID] = [:]

  init(words: WordTable) { self.words = words }

  subscript(_ tag: PennTag) -> WordID {
    mutating get {
      if tag == .none { return .none }
      if let id = ids[tag] { return id }
      let id = words.intern(tag.rawValue)
      ids[tag] = id
      return id
    }
  }

  mutating func lemma(of token: Token, choice: TagChoice, lexicon: ArticleLexicon) -> WordID {
    let key = UInt64(token.lower.index) << 8 | UInt64(choice.partOfSpeech.rawValue)
    if let id = lemmas[key], !isProper(choice) { return id }
    let id: WordID
    switch choice.partOfSpeech {
    case .properNoun: return token.word
    case .verb, .auxiliary:
      let lower = words[token.lower]
      if let entry = lexicon.verb(token.lower) {
        id = words.intern(entry.lemma)
      } else if let modal = Self.modals[lower] {
        id = words.intern(modal)
      } else if choice.tag == .ing {
        id = words.intern(VerbForms.guessedLemma(ing: lower))
      } else if lower.hasSuffix("ed") {
        id = words.intern(VerbForms.guessedLemma(past: lower))
      } else {
        id = token.lower
      }
    case .noun where choice.tag == .nouns: id = words.intern(Self.singular(words[token.lower]))
    case .particle where words[token.lower] == "n't": id = words.intern("not")
    case .unknown: return .none
    case .noun, .adjective, .adposition, .adverb, .coordinatingConjunction, .determiner,
      .interjection, .numeral, .particle, .pronoun, .punctuation, .subordinatingConjunction,
      .symbol, .other:
      id = token.lower
    }
    lemmas[key] = id
    return id
  }

  private func isProper(_ choice: TagChoice) -> Bool { choice.partOfSpeech == .properNoun }

  private static let modals = [
    "'ll": "will", "wo": "will", "ca": "can", "'d": "would", "sha": "shall",
  ]

  private static let irregularPlurals = [
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "lives": "life", "wives": "wife", "leaves": "leaf",
    "halves": "half", "thieves": "thief", "knives": "knife", "policemen": "policeman",
    "spokesmen": "spokesman", "spokeswomen": "spokeswoman", "congressmen": "congressman",
    "crises": "crisis", "analyses": "analysis", "criteria": "criterion", "media": "media",
  ]

  private static func singular(_ plural: String) -> String {
    if let word = irregularPlurals[plural] { return word }
    if plural.hasSuffix("ies"), plural.utf8.count > 4 { return String(plural.dropLast(3)) + "y" }
    for ending in ["sses", "xes", "ches", "shes", "zzes"] where plural.hasSuffix(ending) {
      return String(plural.dropLast(2))
    }
    if plural.hasSuffix("s"), !plural.hasSuffix("ss"), !plural.hasSuffix("us"),
      !plural.hasSuffix("is")
    {
      return String(plural.dropLast())
    }
    return plural
  }
}

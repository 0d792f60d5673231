/// A word or mark of an article.
public struct Token: Hashable, Sendable {
  /// UTF-8 offsets in the article's text.
  public var start: Int32
  /// Where it ends; not included.
  public var end: Int32
  /// Index into ``AnnotatedArticle/sentences``.
  public var sentence: Int32
  /// The word as written, in the article's ``WordTable``.
  public var word: WordID
  /// The word in lower case.
  public var lower: WordID
  /// The dictionary form; ``WordID/none`` where unknown.
  public var lemma: WordID
  /// The universal part of speech.
  public var partOfSpeech: PartOfSpeech
  /// What the source has in its place where that is no universal part of speech, in the article's
  /// ``WordTable``; ``WordID/none`` elsewhere.
  public var givenLabel: WordID
  /// The tag of the Penn Treebank, or of the set that the source uses, in the article's
  /// ``WordTable``; ``WordID/none`` where unknown.
  public var tag: WordID
  /// Index of the token it depends on, its own index for a root, -1 where unknown.
  public var head: Int32
  /// The Universal Dependencies relation to its head; ``WordID/none`` where unknown.
  public var relation: WordID

  /// Whether it is counted as a word: neither punctuation nor a symbol.
  public var isWord: Bool { partOfSpeech != .punctuation && partOfSpeech != .symbol }

  /// A token of which only form and place are known.
  public init(start: Int, end: Int, sentence: Int, word: WordID, lower: WordID) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.sentence = Int32(sentence)
    self.word = word
    self.lower = lower
    lemma = .none
    partOfSpeech = .unknown
    givenLabel = .none
    tag = .none
    head = -1
    relation = .none
  }

  /// Where it stands.
  public var range: TextRange { TextRange(Int(start), Int(end)) }
}

/// The universal parts of speech (Universal Dependencies, UPOS).
public enum PartOfSpeech: UInt8, CaseIterable, Sendable {
  case unknown, adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner,
    interjection, noun, numeral, particle, pronoun, properNoun, punctuation,
    subordinatingConjunction, symbol, verb, other

  /// The UD label; "" where unknown.
  public var label: String {
    switch self {
    case .unknown: return ""
    case .adjective: return "ADJ"
    case .adposition: return "ADP"
    case .adverb: return "ADV"
    case .auxiliary: return "AUX"
    case .coordinatingConjunction: return "CCONJ"
    case .determiner: return "DET"
    case .interjection: return "INTJ"
    case .noun: return "NOUN"
    case .numeral: return "NUM"
    case .particle: return "PART"
    case .pronoun: return "PRON"
    case .properNoun: return "PROPN"
    case .punctuation: return "PUNCT"
    case .subordinatingConjunction: return "SCONJ"
    case .symbol: return "SYM"
    case .verb: return "VERB"
    case .other: return "X"
    }
  }
}

/// A sentence of an article.
public struct Sentence: Hashable, Sendable {
  /// Where it stands.
  public var range: TextRange
  /// Index into ``AnnotatedArticle/paragraphs``.
  public var paragraph: Int
  /// Its tokens, as indices into ``AnnotatedArticle/tokens``.
  public var tokens: TokenRange

  /// A sentence at a place.
  public init(range: TextRange, paragraph: Int, tokens: TokenRange) {
    self.range = range
    self.paragraph = paragraph
    self.tokens = tokens
  }
}

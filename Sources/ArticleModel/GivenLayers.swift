/// Layers that an article's source states itself: the tokens, tags and trees of a treebank.
///
/// ``AnnotatedArticle/init(article:)`` puts them in their place, and analysis leaves alone what is
/// given. Ranges lie in the article's text, in text order; sentences hold all tokens, one after the
/// other, and each lies in one paragraph. Unlike the tokens that analysis makes, given tokens may
/// share their range (`de` and `le` of the French "du"), and a token's word need not be the text
/// there.
public struct GivenLayers: Sendable {
  /// The paragraphs; what part each plays, analysis finds out.
  public var paragraphs: [TextRange]
  /// The sentences.
  public var sentences: [Sentence]
  /// Words and marks, with as much as is known of each.
  public var tokens: [Token]
  /// The different words of the tokens.
  public var words: WordTable
  /// Which layers of the tokens the source states; sentences and tokens are always among them.
  public var layers: WordLayers
  /// Stretches of tokens that the source marks, of whatever type.
  public var spans: [SpanAnnotation] = []

  /// Paragraphs, sentences and tokens, and those other layers of the tokens that `layers` names.
  public init(
    paragraphs: [TextRange], sentences: [Sentence], tokens: [Token], words: WordTable,
    layers: WordLayers
  ) {
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.tokens = tokens
    self.words = words
    self.layers = layers.union([.sentences, .tokens])
  }

  /// Paragraphs, sentences and tokens alone, so that all else is analysed.
  public var tokensAndSentences: GivenLayers {
    var bare = self
    bare.layers = [.sentences, .tokens]
    bare.spans = []
    for index in tokens.indices {
      bare.tokens[index] = Token(
        start: Int(tokens[index].start), end: Int(tokens[index].end),
        sentence: Int(tokens[index].sentence), word: tokens[index].word,
        lower: tokens[index].lower)
    }
    return bare
  }

  /// Whether all ranges lie in `text`, in order, and all indices lead somewhere.
  /// - Complexity: O(*n*).
  public func fit(_ text: ArticleText) -> Bool {
    var end = 0
    for paragraph in paragraphs {
      guard paragraph.start >= end, !paragraph.isEmpty else { return false }
      end = paragraph.end
    }
    guard end <= text.utf8.count else { return false }
    var next = 0
    var previous = TextRange(0, 0)
    for (index, sentence) in sentences.enumerated() {
      guard paragraphs.indices.contains(sentence.paragraph),
        paragraphs[sentence.paragraph].contains(sentence.range),
        sentence.range.start >= previous.end, sentence.tokens.start == next,
        !sentence.tokens.isEmpty, sentence.tokens.end <= tokens.count,
        holdsTokens(sentence, at: index)
      else { return false }
      previous = sentence.range
      next = sentence.tokens.end
    }
    return next == tokens.count
      && spans.allSatisfy { span in
        span.tokens.allSatisfy { $0.start >= 0 && !$0.isEmpty && $0.end <= tokens.count }
      }
  }

  // MARK: - Implementation

  private func holdsTokens(_ sentence: Sentence, at index: Int) -> Bool {
    var previous = TextRange(sentence.range.start, sentence.range.start)
    for place in sentence.tokens.start..<sentence.tokens.end {
      let token = tokens[place]
      let range = token.range
      guard Int(token.sentence) == index, !range.isEmpty, sentence.range.contains(range),
        range.start >= previous.start, range.end >= previous.end,
        token.head >= -1, Int(token.head) < tokens.count,
        [token.word, token.lower, token.lemma, token.tag, token.relation, token.givenLabel]
          .allSatisfy({ Int($0.index) < words.count })
      else { return false }
      previous = range
    }
    return true
  }
}

/// Layers of words, each made by one component of the analysis where no source states it.
public struct WordLayers: OptionSet, Hashable, Sendable {
  /// One bit a layer.
  public let rawValue: UInt8

  /// The layers of those bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// ``AnnotatedArticle/sentences``.
  public static let sentences = WordLayers(rawValue: 1)
  /// ``AnnotatedArticle/tokens``.
  public static let tokens = WordLayers(rawValue: 2)
  /// ``Token/partOfSpeech``.
  public static let partsOfSpeech = WordLayers(rawValue: 4)
  /// ``Token/tag``.
  public static let tags = WordLayers(rawValue: 8)
  /// ``Token/lemma``.
  public static let lemmas = WordLayers(rawValue: 16)
  /// ``Token/head`` and ``Token/relation``.
  public static let trees = WordLayers(rawValue: 32)
}

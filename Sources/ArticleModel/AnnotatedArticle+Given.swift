extension AnnotatedArticle {
  /// The layers of words that the article's source states; none where it states none.
  public var givenLayers: WordLayers { article.given?.layers ?? [] }

  /// What made the sentences: rules that are nearly always right, or the source.
  public var sentenceEvidence: Evidence {
    givenLayers.contains(.sentences) ? .given : Evidence("sentences", confidence: 0.98)
  }

  /// What made the tokens: rules that are nearly always right, or the source.
  public var tokenEvidence: Evidence {
    givenLayers.contains(.tokens) ? .given : Evidence("tokens", confidence: 0.99)
  }

  /// The part of speech as it is shown: the universal label, or what the source has in its place;
  /// "" where unknown.
  public func partOfSpeechLabel(of token: Token) -> String {
    token.givenLabel == .none ? token.partOfSpeech.label : words[token.givenLabel]
  }

  /// Puts back what the source states of the tokens, where a component wrote over it to make
  /// layers that the source leaves out.
  public mutating func restoreGivenLayers() {
    guard let given = article.given, given.tokens.count == tokens.count else { return }
    for (index, token) in given.tokens.enumerated() {
      if given.layers.contains(.partsOfSpeech) {
        tokens[index].partOfSpeech = token.partOfSpeech
        tokens[index].givenLabel = token.givenLabel
      }
      if given.layers.contains(.tags) { tokens[index].tag = token.tag }
      if given.layers.contains(.lemmas) { tokens[index].lemma = token.lemma }
      if given.layers.contains(.trees) {
        tokens[index].head = token.head
        tokens[index].relation = token.relation
      }
    }
  }
}

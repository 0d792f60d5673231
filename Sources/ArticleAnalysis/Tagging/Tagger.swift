package import ArticleModel

/// Gives words their part of speech, Penn Treebank tag and lemma.
///
/// A linear classifier chooses from left to right, each choice resting on the word, its neighbors
/// and the two classes before it. Without a model words keep no tag.
/// - Complexity: O(*n*) in the number of tokens.
package struct Tagger: AnalysisComponent {
  private let model: TaggerModel?

  package var makes: WordLayers { [.partsOfSpeech, .tags, .lemmas] }

  package init(_ model: TaggerModel? = AnalysisModels.standard.tagger) { self.model = model }

  package func annotate(_ article: inout AnnotatedArticle) {
    guard let model, !article.tokens.isEmpty else { return }
    let view = TaggerView(of: article, lexicon: model.lexicon)
    let choices = model.choices(for: article.sentences.map(\.tokens), in: view)
    var words = article.words
    let tags = model.classes.map { words.intern($0.tag) }
    var lemmas = LemmaMemory(model: model)
    // Taken out of the article, so that it is changed in place.
    var tokens = article.tokens
    article.tokens = []
    for sentence in article.sentences {
      let style = view.style(of: sentence.tokens)
      for index in sentence.tokens.start..<sentence.tokens.end {
        let choice = Int(choices[index])
        tokens[index].partOfSpeech = model.classes[choice].partOfSpeech
        tokens[index].tag = tags[choice]
        tokens[index].lemma = lemmas.lemma(
          of: tokens[index], choice: choice, casing: view.casing(index), style: style,
          words: &words)
      }
    }
    article.tokens = tokens
    article.words = words
  }
}

extension TaggerModel {
  /// The class of every token of the sentences, by token; 0 for tokens in no sentence.
  package func choices(for sentences: [TokenRange], in view: TaggerView) -> [UInt16] {
    var choices = [UInt16](repeating: 0, count: view.count)
    withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: TaggerView.featureLimit) {
      features in
      withUnsafeTemporaryAllocation(byteCount: weights.stride * 2, alignment: 64) { memory in
        guard let features = features.baseAddress, let base = memory.baseAddress else { return }
        let scores = base.bindMemory(to: Int16.self, capacity: weights.stride)
        for range in sentences {
          let style = view.style(of: range)
          var before = 0
          var beforeThat = 0
          for index in range.start..<range.end {
            let sure = Int(view.entry(index).sure)
            var choice: Int
            if sure > 0 {
              choice = sure - 1
            } else {
              let count = view.features(
                at: index, in: range, style: style, before: before, beforeThat: beforeThat,
                into: features, rows: weights.rows)
              choice = weights.best(
                UnsafeBufferPointer(start: features, count: count), scores: scores)
              if view.isOpen(index), isClosed[choice] { choice = bestOpen(scores) ?? choice }
              if view.entry(index).ambiguity == 0 {
                choice = unknownWords.corrected(
                  choice, of: view[index], style: style, before: before, beforeThat: beforeThat)
              }
            }
            choices[index] = UInt16(choice)
            beforeThat = before
            before = choice + 1
          }
        }
      }
    }
    return choices
  }

  /// The best class that is none of the closed ones.
  private func bestOpen(_ scores: UnsafePointer<Int16>) -> Int? {
    classes.indices.lazy.filter { !isClosed[$0] }.max { scores[$0] < scores[$1] }
  }
}

/// Lemmas found already, by word, class and style.
private struct LemmaMemory {
  private let model: TaggerModel
  private var known: [UInt64: WordID] = [:]

  init(model: TaggerModel) { self.model = model }

  mutating func lemma(
    of token: Token, choice: Int, casing: WordShape.Casing, style: SentenceStyle,
    words: inout WordTable
  ) -> WordID {
    let isLoud: UInt64 = style == .capitals ? 1 : 0
    let key = UInt64(token.word.index) << 17 | UInt64(choice) << 1 | isLoud
    if let lemma = known[key] { return lemma }
    let lemma = words.intern(
      model.lemmas.lemma(
        of: words.utf8(token.word), lower: words.utf8(token.lower),
        group: LemmaRules.Group(model.classes[choice], casing: casing, style: style))[...])
    known[key] = lemma
    return lemma
  }
}

import ArticleAnalysis
import ArticleModel

/// How often the tagger is right on a treebank's own words.
struct TaggerEvaluation {
  private(set) var words = 0
  private(set) var partsOfSpeech = 0
  private(set) var tags = 0
  private(set) var lemmas = 0
  private(set) var lemmasOfGoldTags = 0
  /// Words that the lexicon does not know, and how many of them get the right part of speech.
  private(set) var unknown = 0
  private(set) var unknownRight = 0
  /// Gold and given class, by how often they were confused.
  private(set) var confusions: [String: Int] = [:]

  init(_ model: TaggerModel, on documents: [AnnotatedArticle]) {
    for gold in documents {
      var article = gold
      for index in article.tokens.indices {
        article.tokens[index].partOfSpeech = .unknown
        article.tokens[index].tag = .none
        article.tokens[index].lemma = .none
      }
      Tagger(model).annotate(&article)
      let view = TaggerView(of: gold, lexicon: model.lexicon)
      for sentence in gold.sentences {
        let style = view.style(of: sentence.tokens)
        for index in sentence.tokens.start..<sentence.tokens.end {
          compare(index, gold, article)
          if view.entry(index).ambiguity == 0 {
            unknown += 1
            let isRight = gold.tokens[index].partOfSpeech == article.tokens[index].partOfSpeech
            unknownRight += isRight ? 1 : 0
          }
          let token = gold.tokens[index]
          let lemma = model.lemmas.lemma(
            of: gold.words.utf8(token.word), lower: gold.words.utf8(token.lower),
            group: LemmaRules.Group(
              TagClass(token.partOfSpeech, gold.words[token.tag]), casing: view.casing(index),
              style: style))
          lemmasOfGoldTags += gold.words.utf8(token.lemma).elementsEqual(lemma) ? 1 : 0
        }
      }
    }
  }

  private mutating func compare(_ index: Int, _ gold: AnnotatedArticle, _ found: AnnotatedArticle) {
    let right = gold.tokens[index]
    let given = found.tokens[index]
    words += 1
    let isRight = right.partOfSpeech == given.partOfSpeech
    partsOfSpeech += isRight ? 1 : 0
    let isTag = gold.words[right.tag] == found.words[given.tag]
    tags += isTag ? 1 : 0
    lemmas += gold.words[right.lemma] == found.words[given.lemma] ? 1 : 0
    if !isRight || !isTag {
      confusions["\(gold.label(of: right)) as \(found.label(of: given))", default: 0] += 1
    }
  }
}

import ArticleAnalysis
import ArticleModel

/// The sentences of a treebank document as an article with layers, so that a component trains and
/// is scored on what it meets in use.
struct TreebankDocument {
  var sentences: [TreebankSentence]

  /// The sentences parted into documents.
  static func documents(of sentences: [TreebankSentence]) -> [TreebankDocument] {
    var documents: [TreebankDocument] = []
    for sentence in sentences {
      if sentence.startsDocument || documents.isEmpty {
        documents.append(TreebankDocument(sentences: []))
      }
      documents[documents.count - 1].sentences.append(sentence)
    }
    return documents
  }

  /// The article with the treebank's paragraphs, sentences and words, their tags, lemmas and trees.
  func annotated() -> AnnotatedArticle {
    var text: [UInt8] = []
    var paragraphs: [Paragraph] = []
    var annotatedSentences: [Sentence] = []
    var tokens: [Token] = []
    var words = WordTable()
    for sentence in sentences {
      if sentence.startsParagraph || paragraphs.isEmpty {
        while text.last == UInt8(ascii: " ") { text.removeLast() }
        if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
        paragraphs.append(
          Paragraph(range: TextRange(text.count, text.count), role: .body, evidence: .given))
      }
      let first = tokens.count
      let start = text.count
      var end = start
      for (index, word) in sentence.words.enumerated() {
        let begin = text.count
        text.append(contentsOf: word.form.utf8)
        end = text.count
        var token = Token(
          start: begin, end: end, sentence: annotatedSentences.count,
          word: words.intern(word.form),
          lower: words.intern(Tokenizer.lowercased(Array(word.form.utf8)[...])))
        token.lemma = words.intern(word.lemma)
        token.partOfSpeech = Self.partsOfSpeech[word.upos] ?? .other
        token.tag = words.intern(word.xpos)
        token.head = Int32(first + (word.head ?? index))
        token.relation = words.intern(word.relation)
        tokens.append(token)
        if word.isSpaceAfter { text.append(UInt8(ascii: " ")) }
      }
      paragraphs[paragraphs.count - 1].range.end = end
      annotatedSentences.append(
        Sentence(
          range: TextRange(start, end), paragraph: paragraphs.count - 1,
          tokens: TokenRange(first, tokens.count)))
    }
    var article = AnnotatedArticle(
      article: Article(
        id: sentences.first?.id ?? "", text: ArticleText(utf8: text), format: "conllu"))
    article.paragraphs = paragraphs
    article.sentences = annotatedSentences
    article.tokens = tokens
    article.words = words
    article.isQuoted = Array(repeating: false, count: tokens.count)
    return article
  }

  // MARK: - Implementation

  private static let partsOfSpeech = Dictionary(
    uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.label, $0) })
}

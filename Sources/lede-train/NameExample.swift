import ArticleAnalysis
import ArticleModel

/// A document as the name recognizer learns from it: its features, and the labels of its tokens.
struct NameExample {
  /// A stretch of tokens that may hold names.
  struct Stretch {
    var tokens: TokenRange
    var sentence: Int
  }

  let id: String
  /// The number of the corpus that it comes from.
  let corpus: Int
  let features: NameFeatures
  let labels: [UInt8]
  let stretches: [Stretch]
  /// Per stretch and token, one after the other, the rows of its features, and per stretch where
  /// its first token's offset stands.
  let rows: FeatureRows
  /// How many names are no whole tokens.
  let misaligned: Int

  init(_ document: EntityDocument, corpus: Int, gazetteer: NameGazetteer, bits: Int) {
    let article = Self.annotated(document)
    id = document.id
    self.corpus = corpus
    (labels, misaligned) = Self.labels(of: document, article)
    features = NameFeatures(article, gazetteer: gazetteer)
    var stretches: [Stretch] = []
    var rows = FeatureRows()
    var list = FeatureList()
    for (index, sentence) in article.sentences.enumerated() {
      let found = features.stretches(of: sentence.tokens)
      guard !found.isEmpty else { continue }
      let context = features.context(of: index)
      for stretch in found {
        stretches.append(Stretch(tokens: stretch, sentence: index))
        for token in stretch.start..<stretch.end {
          list.removeAll()
          context.collect(token, into: &list)
          rows.append(list, bits: bits)
        }
      }
    }
    self.stretches = stretches
    self.rows = rows
  }

  /// The rows of what a first reading with these labels tells, per token of the stretches.
  func rows(of memory: NameMemory, bits: Int) -> FeatureRows {
    var rows = FeatureRows()
    var list = FeatureList()
    for stretch in stretches {
      let context = features.context(of: stretch.sentence)
      for token in stretch.tokens.start..<stretch.tokens.end {
        list.removeAll()
        memory.collect(token, features, context, into: &list)
        rows.append(list, bits: bits)
      }
    }
    return rows
  }

  /// The text with the layers that names rest on.
  static func annotated(_ document: EntityDocument) -> AnnotatedArticle {
    var article = AnnotatedArticle(
      article: Article(id: document.id, text: ArticleText(document.text), format: "text"))
    let components: [any AnalysisComponent] = [
      DocumentStructure(), Tokenizer(), SentenceSplitter(),
    ]
    for component in components { component.annotate(&article) }
    return article
  }

  // MARK: - Implementation

  /// A label for each token.
  ///
  /// A name that is a part of one hyphenated word ("Orlo-based") is left
  /// out; of other names that are no whole tokens, all tokens that they touch count.
  private static func labels(
    of document: EntityDocument, _ article: AnnotatedArticle
  ) -> (labels: [UInt8], misaligned: Int) {
    var labels = Array(repeating: NameLabels.outside, count: article.tokens.count)
    var misaligned = 0
    var token = 0
    for name in document.names {
      let start = article.text.utf8Offset(ofScalar: name.start)
      let end = article.text.utf8Offset(ofScalar: name.end)
      while token < article.tokens.count, Int(article.tokens[token].end) <= start { token += 1 }
      var last = token
      while last < article.tokens.count, Int(article.tokens[last].start) < end { last += 1 }
      guard token < last else { continue }
      let isWhole =
        Int(article.tokens[token].start) == start && Int(article.tokens[last - 1].end) == end
      if !isWhole { misaligned += 1 }
      guard isWhole || last - token > 1 else { continue }
      for index in token..<last { labels[index] = NameLabels.inside(name.kind) }
      labels[token] = NameLabels.begin(name.kind)
    }
    return (labels, misaligned)
  }
}

/// The rows of the features of tokens, one after the other.
struct FeatureRows {
  private(set) var rows: [UInt32] = []
  /// Where the rows of each token begin; and the end of the last.
  private(set) var offsets: [Int32] = [0]

  mutating func append(_ list: borrowing FeatureList, bits: Int) {
    for feature in list.features { rows.append(feature.row(bits: bits)) }
    offsets.append(Int32(rows.count))
  }
}

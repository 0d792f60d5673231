/// An article with the layers that analysis adds.
///
/// Layers are in text order and point into each
/// other by index; none changes the text.
public struct AnnotatedArticle: Sendable {
  /// Parts of the document that stand in one place.
  public struct Parts: Hashable, Sendable {
    /// The headline.
    public var headline: TextRange?
    /// The line under it.
    public var subheadline: TextRange?
    /// The line that names the authors.
    public var byline: TextRange?
    /// Place, and perhaps date and agency, before the story.
    public var dateline: TextRange?
    /// The first caption, without the credit.
    public var caption: TextRange?
    /// The first picture's credit.
    public var credit: TextRange?
    /// The paragraph that opens the story.
    public var lede: TextRange?
    /// The place that the dateline names.
    public var datelinePlace: TextRange?

    /// No parts.
    public init() {}
  }

  /// What is annotated.
  public let article: Article
  /// The language as a BCP 47 tag: the one that the source states, or that its words show; nil where
  /// neither does.
  public var language: String?
  /// Whether the text is to be read as English: it is, or is too short to tell.
  package var isInEnglish = true
  /// The parts of the document.
  public var parts = Parts()
  /// The paragraphs; no two overlap.
  public var paragraphs: [Paragraph] = []
  /// The sentences; each lies in one paragraph.
  public var sentences: [Sentence] = []
  /// Words and marks; each lies in one sentence.
  ///
  /// Ranges never cross, and only tokens that the source states may share one.
  public var tokens: [Token] = []
  /// The different words of the tokens.
  public var words = WordTable()
  /// Whom and what the article names, in order of first appearance.
  public var entities: [Entity] = []
  /// By place; a place may carry mentions of several entities.
  public var mentions: [Mention] = []
  /// Who said what.
  public var quotations: [Quotation] = []
  /// When.
  public var timeExpressions: [TimeExpression] = []
  /// How much.
  public var quantities: [Quantity] = []
  /// Who did what.
  public var events: [Event] = []
  /// Per token: whether it stands inside quotation marks (the marks not counted).
  public var isQuoted: [Bool] = []
  /// Stretches of tokens that the source marks.
  public var spans: [SpanAnnotation] = []

  /// The article with the layers that its source states, and no other.
  public init(article: Article) {
    self.article = article
    guard let given = article.given else { return }
    precondition(given.fit(article.text), "given layers lie in the article's text, in its order")
    sentences = given.sentences
    tokens = given.tokens
    words = given.words
    spans = given.spans
    isQuoted = Array(repeating: false, count: tokens.count)
  }

  /// The article's text.
  public var text: ArticleText { article.text }

  /// The tokens that a stretch of text touches.
  /// - Complexity: O(log *n*) and the tokens inside.
  package func tokens(in range: TextRange) -> TokenRange {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) <= range.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, Int(tokens[end].start) < range.end { end += 1 }
    return TokenRange(low, end)
  }

  /// Whether a token stands inside quotation marks; of one that no marks were sought for, no.
  package func isQuoted(at token: Int) -> Bool {
    isQuoted.indices.contains(token) && isQuoted[token]
  }

  /// Gives back what the layers have room for and do not hold; a corpus keeps its articles for long.
  package mutating func releaseSpareMemory() {
    tokens.releaseSpareMemory()
    isQuoted.releaseSpareMemory()
    sentences.releaseSpareMemory()
    entities.releaseSpareMemory()
    mentions.releaseSpareMemory()
    quotations.releaseSpareMemory()
    events.releaseSpareMemory()
    words.releaseSpareMemory()
  }
}

extension Array {
  /// Copies the elements to a place of their own size where much room is left over.
  mutating func releaseSpareMemory() {
    guard capacity > count + count / 8 else { return }
    var exact: [Element] = []
    exact.reserveCapacity(count)
    exact.append(contentsOf: self)
    self = exact
  }
}

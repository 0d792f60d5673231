/// An article with the layers that analysis adds. Layers are in text order and point into each
/// other by index; none changes the text.
public struct AnnotatedArticle: Sendable {
  /// Parts of the document that stand in one place.
  public struct Parts: Hashable, Sendable {
    public var headline: TextRange?
    public var subheadline: TextRange?
    public var byline: TextRange?
    public var dateline: TextRange?
    /// The first caption, without the credit.
    public var caption: TextRange?
    public var credit: TextRange?
    public var lede: TextRange?
    /// The place that the dateline names.
    public var datelinePlace: TextRange?

    public init() {}
  }

  public let article: Article
  public var parts = Parts()
  public var paragraphs: [Paragraph] = []
  public var sentences: [Sentence] = []
  public var tokens: [Token] = []
  public var words = WordTable()
  public var entities: [Entity] = []
  /// By place; a place may carry mentions of several entities.
  public var mentions: [Mention] = []
  public var quotations: [Quotation] = []
  public var timeExpressions: [TimeExpression] = []
  public var quantities: [Quantity] = []
  public var events: [Event] = []
  /// Per token: whether it stands inside quotation marks (the marks not counted).
  public var isQuoted: [Bool] = []

  public init(article: Article) { self.article = article }

  public var text: ArticleText { article.text }
}

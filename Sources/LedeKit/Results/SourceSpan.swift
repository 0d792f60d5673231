/// A place in an article that an answer rests on.
public struct SourceSpan: Hashable, Sendable {
  /// The table whose row stands there (`quotes`), and that row's `id`.
  public var table: String
  public var row: Int
  /// The article's id.
  public var article: String
  /// Code points of the article's text, half open.
  public var start: Int
  public var end: Int
  /// The words there.
  public var text: String
  /// The rule or model that made the row, `given` or `user`.
  public var how: String
  /// 0 to 1.
  public var confidence: Double

  public init(
    table: String, row: Int, article: String, start: Int, end: Int, text: String, how: String,
    confidence: Double
  ) {
    self.table = table
    self.row = row
    self.article = article
    self.start = start
    self.end = end
    self.text = text
    self.how = how
    self.confidence = confidence
  }
}

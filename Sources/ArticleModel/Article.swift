/// One article as a reader made it: its text unchanged, and what its source says of it.
///
/// Nothing here is guessed: what the source does not say is nil or empty. Parts that analysis
/// finds in the text itself (caption, dateline, lede) are in ``AnnotatedArticle``.
public struct Article: Sendable {
  /// A value that a source states, with its place in the text where it stands there.
  public struct Stated: Hashable, Sendable {
    public var value: String
    public var range: TextRange?

    public init(_ value: String, range: TextRange? = nil) {
      self.value = value
      self.range = range
    }
  }

  /// Unique in a corpus; see DESIGN for how readers make it.
  public var id: String
  public var text: ArticleText
  /// Where the source itself parts the text into paragraphs with roles; empty where it does not.
  public var paragraphs: [Paragraph] = []
  public var headline: Stated?
  public var subheadline: Stated?
  public var byline: Stated?
  /// Names only.
  public var authors: [String] = []
  public var published: PublicationTime?
  public var updated: PublicationTime?
  public var retrieved: PublicationTime?
  public var publisher: String?
  public var section: String?
  public var topics: [String] = []
  public var url: String?
  /// The path it was read from, as given.
  public var path: String?
  /// The reader's name: `text`, `markdown`, `html` …
  public var format: String
  /// A BCP 47 tag.
  public var language: String?
  public var status: String?

  public init(id: String, text: ArticleText, format: String) {
    self.id = id
    self.text = text
    self.format = format
  }
}

/// A paragraph of an article and the part it plays.
public struct Paragraph: Hashable, Sendable {
  public enum Role: String, CaseIterable, Sendable {
    case headline, subheadline, caption, credit, byline, dateline, lede, body, heading, boilerplate
  }

  public var range: TextRange
  public var role: Role
  public var evidence: Evidence

  public init(range: TextRange, role: Role, evidence: Evidence) {
    self.range = range
    self.role = role
    self.evidence = evidence
  }
}

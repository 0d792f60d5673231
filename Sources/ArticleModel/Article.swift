/// One article as a reader made it: its text unchanged, and what its source says of it.
///
/// Nothing here is guessed: what the source does not say is nil or empty. Parts that analysis
/// finds in the text itself (caption, dateline, lede) are in ``AnnotatedArticle``.
public struct Article: Sendable {
  /// A value that a source states, with its place in the text where it stands there.
  public struct Stated: Hashable, Sendable {
    /// The words.
    public var value: String
    /// Where they stand in the text, where they do.
    public var range: TextRange?

    /// A value with its place, if it has one.
    public init(_ value: String, range: TextRange? = nil) {
      self.value = value
      self.range = range
    }
  }

  /// Unique in a corpus; see DESIGN for how readers make it.
  public var id: String
  /// What is annotated; never edited.
  public var text: ArticleText
  /// Where the source itself parts the text into paragraphs with roles; empty where it does not.
  public var paragraphs: [Paragraph] = []
  /// Tokens, sentences and more where the source states them; ``paragraphs`` is empty then.
  public var given: GivenLayers?
  /// The headline that the source states.
  public var headline: Stated?
  /// The line under the headline.
  public var subheadline: Stated?
  /// The byline as printed.
  public var byline: Stated?
  /// Names only.
  public var authors: [String] = []
  /// When it was first published.
  public var published: PublicationTime?
  /// When it was last changed.
  public var updated: PublicationTime?
  /// When it was fetched.
  public var retrieved: PublicationTime?
  /// The outlet.
  public var publisher: String?
  /// The outlet's section.
  public var section: String?
  /// Subjects that the source states.
  public var topics: [String] = []
  /// Where it was published.
  public var url: String?
  /// The path it was read from, as given.
  public var path: String?
  /// The name of the reader that made it, such as `text` or `markdown`.
  public var format: String
  /// A BCP 47 tag.
  public var language: String?
  /// Its editorial status.
  public var status: String?

  /// An article of which nothing else is known.
  public init(id: String, text: ArticleText, format: String) {
    self.id = id
    self.text = text
    self.format = format
  }
}

/// A paragraph of an article and the part it plays.
public struct Paragraph: Hashable, Sendable {
  /// The part that a paragraph plays in the document.
  public enum Role: String, CaseIterable, Sendable {
    case headline, subheadline, caption, credit, byline, dateline, lede, body, heading, boilerplate
  }

  /// Where it stands, without the line end.
  public var range: TextRange
  /// The part it plays.
  public var role: Role
  /// What made it.
  public var evidence: Evidence

  /// A paragraph at a place.
  public init(range: TextRange, role: Role, evidence: Evidence) {
    self.range = range
    self.role = role
    self.evidence = evidence
  }
}

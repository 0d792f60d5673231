public import Calendar

/// Somebody's words or thoughts, reported: source, cue and content.
public struct Quotation: Hashable, Sendable {
  /// How much of the content stands in quotation marks.
  public enum Kind: String, CaseIterable, Sendable {
    /// All of the content stands in quotation marks.
    case direct
    /// None of it does.
    case indirect
    /// Some of it does.
    case mixed
  }

  /// What the cue says of the content: the types of the PARC scheme.
  public enum Attitude: String, CaseIterable, Sendable {
    case assertion, belief, fact, eventuality
  }

  /// How much of the content stands in quotation marks.
  public var kind: Kind
  /// The content, in text order, without its outer quotation marks; two where "X said" splits it.
  public var content: [TextRange]
  /// The words that name who is quoted; empty where nobody is named.
  public var source: [TextRange]
  /// The words that say that something is quoted.
  public var cue: [TextRange]
  /// The dictionary form of the cue's verb.
  public var cueLemma: String?
  /// Who is quoted, an index into ``AnnotatedArticle/entities``; nil for an unnamed source.
  public var speaker: Int?
  /// The words that name whom it is said to.
  public var addressee: TextRange?
  /// What the cue says of the content; nil where that is not known.
  public var attitude: Attitude?
  /// Indices of the paragraph and sentence in which the content begins.
  public var paragraph: Int
  /// Index of the sentence in which the content begins.
  public var sentence: Int
  /// When it was said, where the text says so.
  public var saidOn: CalendarDate?
  /// Whether the source is a pronoun.
  public var isPronoun: Bool
  /// Whether the content lies inside another quotation's content.
  public var isNested: Bool
  /// What made it.
  public var evidence: Evidence

  /// A quotation without addressee or day, not nested.
  public init(
    kind: Kind, content: [TextRange], source: [TextRange], cue: [TextRange], cueLemma: String?,
    speaker: Int?, attitude: Attitude?, paragraph: Int, sentence: Int, evidence: Evidence
  ) {
    self.kind = kind
    self.content = content
    self.source = source
    self.cue = cue
    self.cueLemma = cueLemma
    self.speaker = speaker
    self.attitude = attitude
    self.paragraph = paragraph
    self.sentence = sentence
    self.evidence = evidence
    addressee = nil
    saidOn = nil
    isPronoun = false
    isNested = false
  }
}

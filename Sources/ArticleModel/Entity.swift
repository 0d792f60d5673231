/// A person, organisation or place that an article names, with all its mentions.
public struct Entity: Hashable, Sendable {
  /// What sort of thing it is.
  public enum Kind: String, CaseIterable, Sendable {
    case person, organization, place, group, other
  }

  /// The fullest form of the name found.
  public var name: String
  /// What sort of thing it is.
  public var kind: Kind
  /// Titles and roles stated with it ("Prime Minister"), in order of first appearance.
  public var titles: [String]
  /// Other forms of the name ("Ruiz"), in order of first appearance.
  public var aliases: [String]
  /// What made it.
  public var evidence: Evidence

  /// An entity by its name.
  public init(
    name: String, kind: Kind, titles: [String] = [], aliases: [String] = [], evidence: Evidence
  ) {
    self.name = name
    self.kind = kind
    self.titles = titles
    self.aliases = aliases
    self.evidence = evidence
  }
}

/// The words that stand for an entity at one place.
public struct Mention: Hashable, Sendable {
  /// What sort of words stand for the entity.
  public enum Form: String, CaseIterable, Sendable {
    case name, title, pronoun, demonym
  }

  /// Index into ``AnnotatedArticle/entities``.
  public var entity: Int
  /// The words, without title, article or possessive.
  public var range: TextRange
  /// Index into ``AnnotatedArticle/sentences``.
  public var sentence: Int
  /// What sort of words they are.
  public var form: Form
  /// What made it.
  public var evidence: Evidence

  /// A mention at a place.
  public init(entity: Int, range: TextRange, sentence: Int, form: Form, evidence: Evidence) {
    self.entity = entity
    self.range = range
    self.sentence = sentence
    self.form = form
    self.evidence = evidence
  }
}

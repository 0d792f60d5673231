public import Calendar

/// Who did what to whom.
public struct Event: Hashable, Sendable {
  /// The noun phrase of who acts; nil where nobody is named.
  public var actor: TextRange?
  /// The verb with its auxiliaries.
  public var action: TextRange
  /// The verb's dictionary form.
  public var lemma: String
  /// The noun phrase of whom or what it is done to.
  public var target: TextRange?
  /// Whether the text says that it did not happen.
  public var isNegated: Bool
  /// The modal or verb of intention above it ("would", "agree"), where it is not stated as done.
  public var modal: String?
  /// The entity that the actor, the target, is; nil where it is none.
  public var actorEntity: Int?
  /// The entity that the target is; nil where it is none.
  public var targetEntity: Int?
  /// The day, where the text says it.
  public var date: CalendarDate?
  /// The entity of the place.
  public var place: Int?
  /// Index into ``AnnotatedArticle/sentences``.
  public var sentence: Int
  /// What made it.
  public var evidence: Evidence

  /// An event stated as done, of which no entity is known.
  public init(
    actor: TextRange?, action: TextRange, lemma: String, target: TextRange?, sentence: Int,
    evidence: Evidence
  ) {
    self.actor = actor
    self.action = action
    self.lemma = lemma
    self.target = target
    self.sentence = sentence
    self.evidence = evidence
    isNegated = false
    modal = nil
    actorEntity = nil
    targetEntity = nil
    date = nil
    place = nil
  }

  /// From the first to the last word of it.
  public var range: TextRange {
    var range = action
    if let actor { range = range.union(actor) }
    if let target { range = range.union(target) }
    return range
  }
}

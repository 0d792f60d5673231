public import Calendar

/// An expression of time and what it means (TIMEX3, ISO 24617-1).
public struct TimeExpression: Hashable, Sendable {
  /// The TIMEX3 type.
  public enum Kind: String, CaseIterable, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// The words, without a preposition.
  public var range: TextRange
  /// Index into ``AnnotatedArticle/sentences``.
  public var sentence: Int
  /// The TIMEX3 type.
  public var kind: Kind
  /// The TIMEX3 value (`2023-12-07`, `P1W`, `2023-12-06TEV`); nil where it cannot be told, as for
  /// a relative time without a publication date.
  public var value: String?
  /// The first and the last day that it covers, both included; nil where unknown.
  public var from: CalendarDate?
  /// The last day that it covers, included; nil where unknown.
  public var to: CalendarDate?
  /// What made it.
  public var evidence: Evidence

  /// An expression at a place.
  public init(
    range: TextRange, sentence: Int, kind: Kind, value: String?, from: CalendarDate? = nil,
    to: CalendarDate? = nil, evidence: Evidence
  ) {
    self.range = range
    self.sentence = sentence
    self.kind = kind
    self.value = value
    self.from = from
    self.to = to
    self.evidence = evidence
  }
}

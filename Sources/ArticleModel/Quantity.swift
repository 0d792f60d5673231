/// An expression of amount and what it means.
public struct Quantity: Hashable, Sendable {
  /// What sort of amount it is.
  public enum Kind: String, CaseIterable, Sendable {
    case number, numberrange, ordinal, percentage, currency, dimension, age, temperature
  }

  /// The amount with its unit, without "about".
  public var range: TextRange
  /// Index into ``AnnotatedArticle/sentences``.
  public var sentence: Int
  /// What sort of amount it is.
  public var kind: Kind
  /// A decimal string ("60000"), a percentage ("5%"), interval notation for a range ("[20,30)"), or
  /// both numbers of a vote or score ("7-2").
  public var value: String?
  /// The ends of the amount as decimal strings; equal where it is one number.
  public var low: String?
  /// The upper end; nil where it is open.
  public var high: String?
  /// The unit by name ("Liter", "United States dollar"), or the thing compared ("times").
  public var unit: String?
  /// What it is a rate of ("day").
  public var per: String?
  /// Whether the text says "about" or the like.
  public var isApproximate: Bool
  /// What is counted (`fuel` in "60,000 liters of fuel"), as in the text.
  public var counted: TextRange?
  /// What made it.
  public var evidence: Evidence

  /// An amount of which only the value is known.
  public init(range: TextRange, sentence: Int, kind: Kind, value: String?, evidence: Evidence) {
    self.range = range
    self.sentence = sentence
    self.kind = kind
    self.value = value
    self.evidence = evidence
    low = nil
    high = nil
    unit = nil
    per = nil
    isApproximate = false
    counted = nil
  }
}

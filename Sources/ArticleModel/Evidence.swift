/// Who made an annotation, and how sure it is.
public struct Evidence: Hashable, Sendable {
  /// The rule or model, such as `quote.said-inverted`; `given` where the source states it, `user`
  /// where a person did.
  public var how: String
  /// 0 to 1: the share of such annotations that are right.
  public var confidence: Double

  /// Evidence by the name of a rule or model.
  public init(_ how: String, confidence: Double) {
    self.how = how
    self.confidence = confidence
  }

  /// The source states it.
  public static let given = Evidence("given", confidence: 1)
}

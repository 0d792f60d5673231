/// Tokens that a source marks as belonging together: a phrase, a metaphor, a scene, of any type.
public struct SpanAnnotation: Hashable, Sendable {
  /// What the source calls such spans.
  public var type: String
  /// What tells it from others of its type in the article; "" where the source gives no id.
  public var id: String
  /// Its tokens, as indices into ``AnnotatedArticle/tokens``: one range, or several in ascending
  /// order where other tokens stand between.
  public var tokens: [TokenRange]
  /// What made it.
  public var evidence: Evidence

  /// A span over tokens.
  public init(type: String, id: String, tokens: [TokenRange], evidence: Evidence) {
    self.type = type
    self.id = id
    self.tokens = tokens
    self.evidence = evidence
  }
}

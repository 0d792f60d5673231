import ArticleModel

/// A name before it becomes a mention of an entity.
struct FoundName {
  var tokens: TokenRange
  /// Where it stands: its tokens, or a part of one ("Orlo" of "Orlo-based").
  var range: TextRange
  var kind: Entity.Kind
  /// How sure the model is.
  var probability: Double
  var titles: [TokenRange] = []
  var evidence: Evidence
}

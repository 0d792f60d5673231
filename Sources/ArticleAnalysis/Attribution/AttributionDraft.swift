import ArticleModel

/// An attribution as the rules find it, in token places.
struct AttributionDraft {
  /// In text order.
  var content: [TokenRange]
  var source: TokenRange?
  var cue: TokenRange
  /// The token of the cue that carries its meaning; its lemma is the cue's.
  var cueHead: Int
  var attitude: Quotation.Attitude
  var addressee: TokenRange?
  var evidence: Evidence
}

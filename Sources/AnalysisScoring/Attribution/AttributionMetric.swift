/// What is counted of attributions.
enum AttributionMetric: String, CaseIterable {
  /// Pairs whose contents are the same words.
  case contentStrict = "content strict"
  /// Words of content that both of a pair hold.
  case contentOverlap = "content overlap"
  /// The share of each content that its partner covers, on average.
  case contentSoft = "content soft"
  /// Of pairs with a source: the same words.
  case sourceStrict = "source strict"
  /// Of pairs with a source: shared words.
  case sourceOverlap = "source overlap"
  /// Of pairs with a source: at least one shared word.
  case sourceHit = "source hit"
  /// Of pairs with a cue: the same words.
  case cueStrict = "cue strict"
  /// Of pairs with a cue: shared words.
  case cueOverlap = "cue overlap"
  /// Of pairs with a cue: at least one shared word.
  case cueHit = "cue hit"
  /// Content, cue and source are all the same words.
  case relationStrict = "relation strict"
  /// Half of the content is shared, and source and cue touch (or neither side has one).
  case relationOverlap = "relation overlap"
  /// The same without the cue: who said what.
  case whoAndWhat = "who+what"
  /// Unbroken runs of words of contents, whatever attribution they belong to.
  case contentPieces = "content pieces"
  /// The same for sources.
  case sourcePieces = "source pieces"
  /// The same for cues.
  case cuePieces = "cue pieces"
  /// All words of sources of an article.
  case sourceAlone = "source alone"
  /// All words of cues of an article.
  case cueAlone = "cue alone"

  /// Whether it is counted over the whole article, so that it has no kinds.
  var isArticleWide: Bool {
    switch self {
    case .contentPieces, .sourcePieces, .cuePieces, .sourceAlone, .cueAlone: return true
    case .contentStrict, .contentOverlap, .contentSoft, .sourceStrict, .sourceOverlap, .sourceHit,
      .cueStrict, .cueOverlap, .cueHit, .relationStrict, .relationOverlap, .whoAndWhat:
      return false
    }
  }
}

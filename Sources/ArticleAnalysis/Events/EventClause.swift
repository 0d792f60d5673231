import ArticleModel

/// A finite verb with its subject and object, as tokens.
struct EventClause {
  var subject: TokenRange?
  /// The verb with its auxiliaries and particle.
  var verb: TokenRange
  /// The token of the main verb.
  var main: Int
  var object: TokenRange?
  /// What "by" names in a passive.
  var agent: TokenRange?
  var isPassive: Bool
  var isNegated: Bool
  var modal: WordID?
}

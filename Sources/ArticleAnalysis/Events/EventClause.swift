import ArticleModel

/// A verb that says what is done, with its arguments, as tokens.
struct EventClause {
  /// The token of the verb.
  var verb: Int
  /// The verb with its auxiliaries and particle.
  var action: TokenRange
  /// The heads of the noun phrases of who acts and of whom or what it is done to.
  var actor: Int?
  var target: Int?
  var isPassive: Bool
  var isNegated: Bool
  var modal: WordID?
  /// Whether subject and verb stand in a clause of their own: not so in "killing two".
  var isFinite: Bool
  /// The verb, and those above it whose adverbials are also its own ("agreed" of "agreed to open").
  var governors: [Int]
  /// The verbs it is coordinated with: what stands before them is also its own.
  var conjuncts: [Int]
}

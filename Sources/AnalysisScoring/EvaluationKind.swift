/// The kinds of analysis that can be scored.
package enum EvaluationKind: String, CaseIterable, Sendable {
  /// Who said what.
  case attribution
  /// Names, and whom pronouns and titles stand for.
  case entities
  /// Expressions of time and their values.
  case time
  /// Amounts, their values and units.
  case quantities
  /// Sentences, tokens, tags, lemmas and trees.
  case treebank
}

import ArticleModel

/// What an evaluation counts and tells beside the headline figures.
package struct EvaluationOptions: Sendable {
  /// How spans of named mentions are compared.
  package enum Matching: String, CaseIterable, Sendable {
    /// Same start and same end.
    case strict
    /// At least one shared character, one to one.
    case overlap
  }

  /// The most examples told of each kind of error; 0 for none.
  package var errorLimit = 0
  /// The field of the gold by whose values figures are given apart.
  package var groupField: String?
  /// Whether stated confidences are compared with what is right.
  package var calibrates = false
  /// The kinds of names that are scored.
  package var entityKinds = ["person", "organization", "place"]
  /// How names are compared.
  package var matching = Matching.strict
  /// The types of times that are scored; all where there are none.
  package var timeTypes: [String] = []

  /// Whether a treebank's sentences and tokens are taken as given, so that tags, lemmas and trees are
  /// made on them; else its text alone is.
  package var keepsGoldTokens = false

  /// The kinds of names that can be scored.
  package static let knownEntityKinds = Entity.Kind.allCases.map(\.rawValue)
  /// The types of times that can be scored.
  package static let knownTimeTypes = TimeExpression.Kind.allCases.map(\.rawValue)

  /// The headline figures alone.
  package init() {}
}

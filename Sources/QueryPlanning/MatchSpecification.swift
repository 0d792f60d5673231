package import Columns
package import TokenPatterns

/// What `match` looks for in the tokens of each row, and what it makes of a hit.
package struct MatchSpecification: Sendable {
  /// A word to the left of the hit (below 0) or to the right, counted from 1, that rows are sorted by.
  package typealias SortPlace = Int

  /// With named patterns in the place of their references.
  package var pattern: TokenPatternSyntax
  package var lists: [String: [String]]
  package var within: String?
  package var strategy: MatchingStrategy
  package var allowsOverlap: Bool
  package var captureNames: [String]
  /// Tokens shown on each side.
  package var contextSize: Int
  package var sortPlaces: [SortPlace]
  /// The table of tokens, with its columns `article` and `lower`.
  package var tokens: TableID
  package var articleColumn: Int
  package var lowerColumn: Int
  /// Whether the hit's article is a column.
  package var givesArticle: Bool
}

/// Which words stand near the hits of a pattern.
package struct CollocationSpecification: Sendable {
  package var match: MatchSpecification
  package var left: Int
  package var right: Int
  /// The column of tokens that is counted.
  package var attribute: Int
  /// Part of speech, to leave marks out; nil where tokens have none.
  package var partOfSpeech: Int?
  package var minimum: Int
  package var measures: [CollocationMeasure]
}

/// Measures of how strongly two words go together, by O co-occurrences, f1 and f2 hits of each, N
/// tokens and W places around a hit; E = f1 · f2 · W / N.
package enum CollocationMeasure: String, CaseIterable, Sendable {
  case logDice = "logdice"
  case mutualInformation = "mi"
  case mutualInformation3 = "mi3"
  case tScore = "tscore"
  case zScore = "zscore"
  case logLikelihood = "loglikelihood"
  case dice
  case minimumSensitivity = "minsensitivity"
}

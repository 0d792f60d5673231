/// How a pattern is looked for.
package struct PatternOptions: Sendable {
  /// Where the pattern names none itself.
  package var strategy: MatchingStrategy
  /// Whether a match may begin inside another; each token then begins at most one.
  package var allowsOverlap: Bool
  package var limits: PatternLimits

  package init(
    strategy: MatchingStrategy = .longest, allowsOverlap: Bool = false,
    limits: PatternLimits = PatternLimits()
  ) {
    self.strategy = strategy
    self.allowsOverlap = allowsOverlap
    self.limits = limits
  }
}

/// What a search may take at most.
package struct PatternLimits: Sendable {
  /// States of an automaton: repetitions with bounds are written out.
  package var states: Int
  /// Matches of the pattern, and of each part that has to be found by itself.
  package var matches: Int
  /// Ways to lay captures from one token on, where a constraint chooses among them.
  package var steps: Int
  /// How far beyond a match it is looked twice; further, what led nowhere is kept in mind.
  var rescan = 16

  package init(states: Int = 20_000, matches: Int = 20_000_000, steps: Int = 100_000) {
    self.states = states
    self.matches = matches
    self.steps = steps
  }

  package enum Kind: String, Sendable { case states, matches, steps }
}

/// A search that would have gone over a limit.
package struct PatternLimitExceeded: Error, Hashable, Sendable {
  package var kind: PatternLimits.Kind
  package var limit: Int
}

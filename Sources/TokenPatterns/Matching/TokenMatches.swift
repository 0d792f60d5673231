/// The matches of a search, in the order of the text (and of the ranges that were looked in).
package struct TokenMatches: Sendable {
  package let captureNames: [String]
  package internal(set) var starts: [Int32] = []
  /// The token after each match's last.
  package internal(set) var ends: [Int32] = []
  /// For each match the index of the range it was found in; empty where no ranges were given.
  package internal(set) var rangeIndices: [Int32] = []
  /// For each match the start and end of each capture, or -1 where it took no part.
  package internal(set) var captures: [Int32] = []

  package var count: Int { starts.count }

  init(captureNames: [String]) {
    self.captureNames = captureNames
  }

  /// The tokens of a match's capture; nil where it took no part.
  package func capture(_ capture: Int, of match: Int) -> Range<Int>? {
    let place = match * captureNames.count * 2 + capture * 2
    let start = captures[place]
    let end = captures[place + 1]
    return start < 0 || end < start ? nil : Int(start)..<Int(end)
  }
}

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

/// Looks for patterns in the tokens of a source.
///
/// A match never leaves its article. A pattern with an unbounded repetition of any token (`[]*`)
/// stays inside one sentence, unless it says within what it may lie.
package struct PatternSearch {
  let source: any TokenSource
  let context: PatternContext
  let options: PatternOptions
  let checkCancellation: () throws -> Void

  /// A search that calls `checkCancellation` every 1,024 steps at least, and ends with what it
  /// throws.
  package init(
    in source: any TokenSource, context: PatternContext = PatternContext(),
    options: PatternOptions = PatternOptions(),
    checkCancellation: @escaping () throws -> Void = {}
  ) {
    self.source = source
    self.context = context
    self.options = options
    self.checkCancellation = checkCancellation
  }

  /// The matches of a pattern in the whole source, or in each of some ranges of tokens by itself.
  ///
  /// Throws `PatternFailure` where the pattern cannot be run, `PatternLimitExceeded`, and what the
  /// source or the check for cancellation throws.
  /// - Complexity: O(*n* · *m*) for *n* tokens and *m* states of the automaton, where matches do not
  ///   overlap and no constraint chooses among captures. With overlap, for `all`, and for parts that
  ///   are found by themselves, each token that may begin a match is followed as far as it goes, in
  ///   its sentence or article at most.
  package func matches(
    of pattern: TokenPatternSyntax, in ranges: [Range<Int>]? = nil
  ) throws -> TokenMatches {
    try prepared(pattern, for: ranges).matches(in: ranges)
  }

  /// For each range whether the pattern has a match in it; a range is left at its first.
  package func matchingRanges(
    of pattern: TokenPatternSyntax, _ ranges: [Range<Int>]
  ) throws -> [Bool] {
    try prepared(pattern, for: ranges).matchingRanges(ranges)
  }

  /// The pattern with its tests made and its parts found, to be looked for in several lots of ranges:
  /// in any of the source, or only in those given here.
  package func prepared(
    _ pattern: TokenPatternSyntax, for ranges: [Range<Int>]? = nil
  ) throws -> PreparedPattern {
    let resolved = try pattern.resolved(with: context.patterns)
    let evaluation = try PatternEvaluation(
      source: source, context: context, limits: options.limits,
      captureNames: resolved.captureNames, hull: hull(of: ranges),
      checkCancellation: checkCancellation)
    return PreparedPattern(
      captureNames: resolved.captureNames, run: try evaluation.prepare(resolved.root),
      tokenCount: source.tokenCount, strategy: pattern.strategy ?? options.strategy,
      options: options, checkCancellation: checkCancellation)
  }

  // MARK: - Implementation

  /// The smallest range that holds the ranges.
  private func hull(of ranges: [Range<Int>]?) -> Range<Int> {
    let count = source.tokenCount
    guard let ranges else { return 0..<count }
    var lower = count
    var upper = 0
    for range in ranges {
      let range = range.clamped(to: 0..<count)
      if range.isEmpty { continue }
      lower = min(lower, range.lowerBound)
      upper = max(upper, range.upperBound)
    }
    return lower < upper ? lower..<upper : 0..<0
  }
}

import Columns

/// Looks for a pattern in the tokens of a source.
///
/// A match never leaves its article. A pattern with an unbounded repetition of any token (`[]*`)
/// stays inside one sentence, unless it says within what it may lie.
package struct PatternSearch {
  let source: any TokenSource
  let context: PatternContext
  let options: PatternOptions
  let checkCancellation: () throws -> Void

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
  /// source or the check for cancellation throws, which is made every 1,024 steps at least.
  /// - Complexity: O(*n* · *m*) for *n* tokens and *m* states of the automaton, where matches do not
  ///   overlap and no constraint chooses among captures; after each match the search goes on at its
  ///   end, so that a token that was only tried may be looked at again, within its sentence or
  ///   article.
  package func matches(
    of pattern: TokenPatternSyntax, in ranges: [Range<Int>]? = nil
  ) throws -> TokenMatches {
    let resolved = try pattern.resolved(with: context.patterns)
    var result = TokenMatches(captureNames: resolved.captureNames)
    let count = source.tokenCount
    guard count > 0 else { return result }
    let ranges = ranges?.map { $0.clamped(to: 0..<count) }
    let evaluation = try PatternEvaluation(
      source: source, context: context, limits: options.limits,
      captureNames: result.captureNames, hull: Self.hull(of: ranges, count: count),
      checkCancellation: checkCancellation)
    let strategy = pattern.strategy ?? options.strategy
    let run = try evaluation.prepare(resolved.root)
    if let ranges {
      for (index, range) in ranges.enumerated() {
        if index & 255 == 0 { try checkCancellation() }
        let segments = Segment.clipped(run.segments, to: range)
        try find(run, in: segments, strategy, &result)
        while result.rangeIndices.count < result.starts.count {
          result.rangeIndices.append(Int32(truncatingIfNeeded: index))
        }
      }
    } else {
      try find(run, in: run.segments, strategy, &result)
    }
    return result
  }

  /// For each range whether the pattern has a match in it; a range is left at its first.
  package func matchingRanges(
    of pattern: TokenPatternSyntax, _ ranges: [Range<Int>]
  ) throws -> [Bool] {
    let resolved = try pattern.resolved(with: context.patterns)
    let count = source.tokenCount
    guard count > 0 else { return ranges.map { _ in false } }
    let ranges = ranges.map { $0.clamped(to: 0..<count) }
    let evaluation = try PatternEvaluation(
      source: source, context: context, limits: options.limits,
      captureNames: resolved.captureNames, hull: Self.hull(of: ranges, count: count),
      checkCancellation: checkCancellation)
    let run = try evaluation.prepare(resolved.root)
    return try ranges.enumerated().map { index, range in
      if index & 255 == 0 { try checkCancellation() }
      let segments = Segment.clipped(run.segments, to: range)
      var isFound = false
      if run.judges.isEmpty {
        try run.forEachSeparate(in: segments, choice: .shortest) { _, _, _ in
          isFound = true
          return false
        }
      } else {
        try run.forEachStart(in: segments, choice: .shortest) { _, _ in
          isFound = true
          return false
        }
      }
      return isFound
    }
  }

  // MARK: - Implementation

  private static func hull(of ranges: [Range<Int>]?, count: Int) -> Range<Int> {
    guard let ranges else { return 0..<count }
    var lower = count
    var upper = 0
    for range in ranges where !range.isEmpty {
      lower = min(lower, range.lowerBound)
      upper = max(upper, range.upperBound)
    }
    return lower < upper ? lower..<upper : 0..<0
  }

  private func find(
    _ run: PatternRun, in segments: [Segment], _ strategy: MatchingStrategy,
    _ result: inout TokenMatches
  ) throws {
    let limit = options.limits.matches
    let isRestricted = !options.allowsOverlap && strategy != .all
    if isRestricted, run.judges.isEmpty {
      try run.forEachSeparate(in: segments, choice: strategy.choice) { start, end, slots in
        try result.append(start, end, slots, limit: limit)
        return true
      }
      return
    }
    let first = result.count
    try run.forEachStart(in: segments, choice: strategy.choice) { start, found in
      for match in found {
        if isRestricted, result.count > first {
          // The shortest hold no other; the others begin after the one before.
          while strategy == .shortest, result.count > first,
            result.ends[result.count - 1] >= match.end
          {
            result.removeLast()
          }
          if result.count > first, start < result.ends[result.count - 1] { continue }
        }
        try result.append(start, match.end, match.slots, limit: limit)
      }
      return true
    }
  }
}

extension MatchingStrategy {
  var choice: PatternSimulation.Choice {
    switch self {
    case .longest: return .longest
    case .shortest: return .shortest
    case .standard: return .standard
    case .all: return .all
    }
  }
}

extension TokenMatches {
  mutating func append(
    _ start: Int32, _ end: Int32, _ slots: [Int32], limit: Int
  ) throws {
    guard starts.count < limit else {
      throw PatternLimitExceeded(kind: .matches, limit: limit)
    }
    starts.append(start)
    ends.append(end)
    for slot in stride(from: 0, to: slots.count, by: 2) {
      // A capture without a token, as of something optional, took no part.
      let isThere = slots[slot] >= 0 && slots[slot + 1] > slots[slot]
      captures.append(isThere ? slots[slot] : -1)
      captures.append(isThere ? slots[slot + 1] : -1)
    }
  }

  mutating func removeLast() {
    starts.removeLast()
    ends.removeLast()
    captures.removeLast(captureNames.count * 2)
  }
}

/// A pattern ready to be looked for, as often as wanted, by one thread at a time.
package struct PreparedPattern {
  package let captureNames: [String]
  let run: PatternRun
  let tokenCount: Int
  let strategy: MatchingStrategy
  let options: PatternOptions
  let checkCancellation: () throws -> Void

  /// The matches in everything it was prepared for, or in each of some ranges by itself.
  package func matches(in ranges: [Range<Int>]? = nil) throws -> TokenMatches {
    var result = TokenMatches(captureNames: captureNames)
    guard let ranges else {
      try find(in: run.segments, &result)
      return result
    }
    for (index, range) in ranges.enumerated() {
      if index & 255 == 0 { try checkCancellation() }
      try find(in: segments(in: range), &result)
      while result.rangeIndices.count < result.starts.count {
        result.rangeIndices.append(Int32(truncatingIfNeeded: index))
      }
    }
    return result
  }

  /// For each range whether there is a match in it.
  package func matchingRanges(_ ranges: [Range<Int>]) throws -> [Bool] {
    try ranges.enumerated().map { index, range in
      if index & 255 == 0 { try checkCancellation() }
      let segments = segments(in: range)
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

  private func segments(in range: Range<Int>) -> [Segment] {
    Segment.clipped(run.segments, to: range.clamped(to: 0..<tokenCount))
  }

  private func find(in segments: [Segment], _ result: inout TokenMatches) throws {
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

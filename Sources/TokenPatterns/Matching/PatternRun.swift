/// A pattern compiled for one source: where it may lie, where it may begin, and what its captures
/// must keep.
struct PatternRun {
  struct Match {
    var end: Int32
    var slots: [Int32]
  }

  let simulation: PatternSimulation
  let segments: [Segment]
  /// Ascending tokens that may begin a match; nil for all.
  let seeds: [Int32]?
  let judges: [CaptureJudge]
  let limits: PatternLimits
  let checkCancellation: () throws -> Void

  /// The matches of a choice of which none overlaps another, from the left, until `take` says false.
  func forEachSeparate(
    in segments: [Segment], choice: PatternSimulation.Choice,
    _ take: (Int32, Int32, [Int32]) throws -> Bool
  ) throws {
    let cursor = SeedCursor(seeds)
    var from: Int32 = 0
    for (index, segment) in segments.enumerated() {
      if index & 1023 == 0 { try checkCancellation() }
      // The ranges before may have been further on in the text.
      if index == 0 { from = segment.start }
      from = max(from, segment.start)
      while from < segment.seedEnd,
        let found = try simulation.firstMatch(
          in: segment, from: from, choice: choice, seeds: cursor)
      {
        guard try take(found.start, found.end, found.slots) else { return }
        from = found.end
      }
    }
  }

  /// For each token that begins matches those that keep the constraints, one by the choice or all,
  /// until `take` says false.
  func forEachStart(
    in segments: [Segment], choice: PatternSimulation.Choice,
    _ take: (Int32, [Match]) throws -> Bool
  ) throws {
    let cursor = SeedCursor(seeds)
    var enumeration = PatternEnumeration(
      simulation, limits: limits, checkCancellation: checkCancellation)
    for (index, segment) in segments.enumerated() {
      if index & 1023 == 0 { try checkCancellation() }
      var position = segment.start
      var count = 0
      let last = simulation.takesEmpty ? segment.end + 1 : segment.seedEnd
      while let start = cursor.next(from: position), start < last {
        count += 1
        if count & 1023 == 0 { try checkCancellation() }
        var found: [Match] = []
        if judges.isEmpty {
          try simulation.matches(in: segment, at: start, choice: choice) { _, end, slots in
            found.append(Match(end: end, slots: slots))
          }
        } else {
          try enumeration.forEachMatch(in: segment, at: start) { end, slots in
            if judges.allSatisfy({ $0.allows(start, end, slots) }) {
              found.append(Match(end: end, slots: slots))
            }
          }
          found = Self.chosen(found, choice)
        }
        if !found.isEmpty, try !take(start, found) { return }
        position = start + 1
      }
    }
  }

  // MARK: - Implementation

  private static func chosen(_ found: [Match], _ choice: PatternSimulation.Choice) -> [Match] {
    guard var best = found.first else { return [] }
    switch choice {
    case .longest:
      for match in found where match.end > best.end { best = match }
      return [best]
    case .shortest, .standard:
      for match in found where match.end < best.end { best = match }
      return [best]
    case .all: return found.sorted { $0.end < $1.end }
    }
  }
}

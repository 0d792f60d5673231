/// The matches of one pattern that lie to those of another as `within` and its like say.
struct MatchRelation {
  let left: MatchList
  let right: MatchList
  /// Whether the right one's captures belong to the match.
  let hasCaptures: Bool
  let limit: Int
  let checkCancellation: () throws -> Void

  func within(isNegated: Bool) throws -> MatchList {
    var result = MatchList(slotCount: left.slotCount)
    var next = 0
    var furthest: Int32 = -1
    for index in 0..<left.count {
      if index & 1023 == 0 { try checkCancellation() }
      while next < right.count, right.starts[next] <= left.starts[index] {
        furthest = max(furthest, right.ends[next])
        next += 1
      }
      guard (furthest >= left.ends[index]) != isNegated else { continue }
      guard hasCaptures, !isNegated else {
        try append(index, nil, to: &result)
        continue
      }
      for other in 0..<next where right.ends[other] >= left.ends[index] {
        try append(index, other, to: &result)
      }
    }
    return result
  }

  func containing(isNegated: Bool) throws -> MatchList {
    var result = MatchList(slotCount: left.slotCount)
    for index in 0..<left.count {
      if index & 1023 == 0 { try checkCancellation() }
      var other = right.firstIndex(from: left.starts[index])
      var isFound = false
      while other < right.count, right.starts[other] < left.ends[index] {
        if right.ends[other] <= left.ends[index] {
          isFound = true
          if isNegated || !hasCaptures { break }
          try append(index, other, to: &result)
        }
        other += 1
      }
      if isNegated ? !isFound : isFound && !hasCaptures { try append(index, nil, to: &result) }
    }
    return result
  }

  /// The tokens that a match of either shares with one of the other; negated, the matches that share
  /// none.
  func overlap(isNegated: Bool) throws -> MatchList {
    var result = MatchList(slotCount: left.slotCount)
    // By end rather than start: the first right match that can still reach is kept.
    var longest: Int32 = 0
    for index in 0..<right.count { longest = max(longest, right.ends[index] - right.starts[index]) }
    for index in 0..<left.count {
      if index & 1023 == 0 { try checkCancellation() }
      let start = left.starts[index]
      let end = left.ends[index]
      var other = right.firstIndex(from: max(0, start - longest))
      var isFound = false
      while other < right.count, right.starts[other] < end {
        if right.ends[other] > start {
          isFound = true
          if isNegated { break }
          try check(result)
          result.append(
            max(start, right.starts[other]), min(end, right.ends[other]),
            merged(index, other)[...])
        }
        other += 1
      }
      if isNegated, !isFound { try append(index, nil, to: &result) }
    }
    return result.sorted()
  }

  func same() throws -> MatchList {
    var result = MatchList(slotCount: left.slotCount)
    for index in 0..<left.count {
      if index & 1023 == 0 { try checkCancellation() }
      var other = right.firstIndex(from: left.starts[index])
      while other < right.count, right.starts[other] == left.starts[index] {
        if right.ends[other] == left.ends[index] { try append(index, other, to: &result) }
        other += 1
      }
    }
    return result.sorted()
  }

  // MARK: - Implementation

  private func append(_ index: Int, _ other: Int?, to result: inout MatchList) throws {
    try check(result)
    result.append(left.starts[index], left.ends[index], merged(index, other)[...])
  }

  private func check(_ result: MatchList) throws {
    guard result.count < limit else {
      throw PatternLimitExceeded(kind: .matches, limit: limit)
    }
  }

  private func merged(_ index: Int, _ other: Int?) -> [Int32] {
    var slots = Array(left.slots(of: index))
    guard let other else { return slots }
    for (slot, value) in right.slots(of: other).enumerated() where value >= 0 {
      slots[slot] = value
    }
    return slots
  }
}

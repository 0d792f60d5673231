/// Pairs spans of the gold with spans that were found, one to one.
///
/// Of all pairs that share a character those are taken first that rank first, then those that share
/// the most, then those whose edges lie nearest, then the earlier ones.
struct OverlapPairing {
  /// Indices into both lists, in the order in which they were taken.
  private(set) var pairs: [(gold: Int, found: Int)] = []
  /// The indices of gold spans without a partner, ascending.
  private(set) var unpairedGold: [Int] = []
  /// The indices of found spans without a partner, ascending.
  private(set) var unpairedFound: [Int] = []

  /// - Parameters:
  ///   - gold: the spans of the gold, in any order.
  ///   - found: the spans that were found, in any order.
  ///   - rank: the smaller, the sooner a pair is taken; nil for a pair that may not be.
  /// - Complexity: O(*n* log *n*) in the spans and the overlaps between them.
  init(
    _ gold: [CodePointRange], _ found: [CodePointRange],
    rank: (_ gold: Int, _ found: Int) -> Int? = { _, _ in 0 }
  ) {
    var candidates: [Candidate] = []
    let index = OverlapIndex(found)
    for (i, range) in gold.enumerated() {
      index.forEach(overlapping: range) { j in
        guard let rank = rank(i, j) else { return }
        candidates.append(
          Candidate(
            rank: rank, overlap: range.overlap(with: found[j]),
            distance: range.distance(to: found[j]), gold: i, found: j))
      }
    }
    candidates.sort(by: Candidate.isBetter)
    var goldIsTaken = Array(repeating: false, count: gold.count)
    var foundIsTaken = Array(repeating: false, count: found.count)
    for pair in candidates where !goldIsTaken[pair.gold] && !foundIsTaken[pair.found] {
      goldIsTaken[pair.gold] = true
      foundIsTaken[pair.found] = true
      pairs.append((pair.gold, pair.found))
    }
    unpairedGold = gold.indices.filter { !goldIsTaken[$0] }
    unpairedFound = found.indices.filter { !foundIsTaken[$0] }
  }

  // MARK: - Implementation

  private struct Candidate {
    var rank: Int
    var overlap: Int
    var distance: Int
    var gold: Int
    var found: Int

    static func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
      (a.rank, -a.overlap, a.distance, a.gold, a.found)
        < (b.rank, -b.overlap, b.distance, b.gold, b.found)
    }
  }
}

/// Spans in an order in which those that overlap another are found without looking at all.
struct OverlapIndex {
  private let ranges: [CodePointRange]
  /// Indices of the ranges by start.
  private let order: [Int]
  /// The furthest end of the first ranges in that order.
  private let furthestEnd: [Int]

  init(_ ranges: [CodePointRange]) {
    self.ranges = ranges
    order = ranges.indices.sorted { (ranges[$0].start, $0) < (ranges[$1].start, $1) }
    var furthest: [Int] = []
    for index in order { furthest.append(max(furthest.last ?? 0, ranges[index].end)) }
    furthestEnd = furthest
  }

  /// Calls `body` with the index of each range that shares a code point with `range`.
  func forEach(overlapping range: CodePointRange, _ body: (Int) -> Void) {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[order[middle]].start < range.end { low = middle + 1 } else { high = middle }
    }
    while low > 0, furthestEnd[low - 1] > range.start {
      low -= 1
      if ranges[order[low]].overlap(with: range) > 0 { body(order[low]) }
    }
  }
}

/// Finds the tokens that may begin a match, by the rarest token that every match has.
struct SeedFinder {
  private let compiled: CompiledPattern
  private let scope: Range<Int>
  private let checkCancellation: () throws -> Void
  /// A test that more tokens fit is no help.
  private static let greatestShare = 0.6

  init(
    _ compiled: CompiledPattern, scope: Range<Int>,
    checkCancellation: @escaping () throws -> Void
  ) {
    self.checkCancellation = checkCancellation
    self.compiled = compiled
    self.scope = scope
  }

  /// Ascending, each once; nil where all tokens may.
  func seeds() throws -> [Int32]? {
    if let beginnings = compiled.automaton.beginnings(), beginnings.tests.isEmpty {
      return listStarts(beginnings.lists)
    }
    var best: (anchor: CompiledPattern.Anchor, cost: Double)?
    for anchor in compiled.anchors {
      let share = anchor.tests.reduce(0) { $0 + compiled.tests[$1].share(in: scope) }
      let cost = share * Double(anchor.most - anchor.least + 1)
      if cost <= Self.greatestShare, cost < best?.cost ?? 2 { best = (anchor, cost) }
    }
    guard let anchor = best?.anchor else { return nil }
    var positions: [Int32] = []
    let test = TokenMatcher.combined(anchor.tests.map { compiled.tests[$0] }, isAnd: false)
    // A stretch takes less than a millisecond.
    for start in stride(from: scope.lowerBound, to: scope.upperBound, by: 65_536) {
      try checkCancellation()
      test.appendPositions(in: start..<min(start + 65_536, scope.upperBound), to: &positions)
    }
    if anchor.most == 0 { return positions }
    return starts(before: positions, anchor)
  }

  // MARK: - Implementation

  private func listStarts(_ lists: [Int]) -> [Int32] {
    var starts = lists.flatMap { compiled.lists[$0].starts }
    if lists.count > 1 { starts.sort() }
    var result: [Int32] = []
    for start in starts where start != result.last { result.append(start) }
    return result
  }

  /// The tokens from which an anchor's token can be reached.
  private func starts(
    before positions: [Int32], _ anchor: CompiledPattern.Anchor
  ) -> [Int32] {
    var result: [Int32] = []
    var next = Int32(truncatingIfNeeded: scope.lowerBound)
    for position in positions {
      let first = max(next, position - Int32(anchor.most))
      let last = position - Int32(anchor.least)
      guard first <= last else { continue }
      for start in first...last { result.append(start) }
      next = last + 1
    }
    return result
  }
}

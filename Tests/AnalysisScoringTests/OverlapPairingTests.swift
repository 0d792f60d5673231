import Testing

@testable import AnalysisScoring

/// Spans are paired one to one, the longest overlap first.
@Suite struct OverlapPairingTests {
  @Test func theLongerOverlapWins() {
    // Both found spans touch the gold; the second covers more of it.
    let pairing = OverlapPairing([.init(10, 20)], [.init(5, 12), .init(13, 20)])
    #expect(pairing.pairs.map(\.found) == [1])
    #expect(pairing.unpairedFound == [0])
    #expect(pairing.unpairedGold == [])
  }

  @Test func ofEqualOverlapsTheNearerEdgesWin() {
    let pairing = OverlapPairing([.init(10, 14)], [.init(0, 14), .init(9, 14)])
    #expect(pairing.pairs.map(\.found) == [1])
  }

  @Test func ofEqualEdgesTheEarlierWins() {
    let pairing = OverlapPairing([.init(10, 14)], [.init(10, 14), .init(10, 14)])
    #expect(pairing.pairs.map(\.found) == [0])
  }

  @Test func rankGoesBeforeOverlap() {
    let pairing = OverlapPairing([.init(10, 20)], [.init(10, 20), .init(18, 25)]) { _, found in
      found == 1 ? 0 : 1
    }
    #expect(pairing.pairs.map(\.found) == [1])
  }

  @Test func whatMayNotBePairedIsNot() {
    let pairing = OverlapPairing([.init(0, 5)], [.init(0, 5)]) { _, _ in nil }
    #expect(pairing.pairs.isEmpty && pairing.unpairedGold == [0] && pairing.unpairedFound == [0])
  }

  @Test func touchingSpansShareNothing() {
    let pairing = OverlapPairing([.init(0, 5)], [.init(5, 9), .init(3, 3)])
    #expect(pairing.pairs.isEmpty)
  }

  @Test func nothingOnEitherSide() {
    #expect(OverlapPairing([], [.init(0, 5)]).unpairedFound == [0])
    #expect(OverlapPairing([.init(0, 5)], []).unpairedGold == [0])
  }

  /// The index finds what looking at every span finds.
  @Test(arguments: 0..<40)
  func indexFindsAllOverlaps(_ seed: Int) {
    var generator = CountingGenerator(seed)
    func span() -> CodePointRange {
      let start = Int.random(in: 0...30, using: &generator)
      return CodePointRange(start, start + Int.random(in: 0...9, using: &generator))
    }
    let spans = (0..<12).map { _ in span() }
    let wanted = span()
    var found: [Int] = []
    OverlapIndex(spans).forEach(overlapping: wanted) { found.append($0) }
    #expect(found.sorted() == spans.indices.filter { spans[$0].overlap(with: wanted) > 0 })
  }
}

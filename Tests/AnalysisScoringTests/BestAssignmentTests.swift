import Testing

@testable import AnalysisScoring

/// The pairing of the largest sum.
@Suite struct BestAssignmentTests {
  @Test func takingTheLargestFirstWouldLose() {
    #expect(Self.sorted([[5, 4], [4, 0]]) == [[0, 1], [1, 0]])
  }

  @Test func moreRowsThanColumns() {
    #expect(Self.sorted([[1], [3], [2]]) == [[1, 0]])
  }

  @Test func moreColumnsThanRows() {
    #expect(Self.sorted([[1, 7, 2]]) == [[0, 1]])
  }

  @Test func nothingToPair() {
    #expect(Self.sorted([]) == [])
    #expect(Self.sorted([[], []]) == [])
  }

  /// The sum is the best of all pairings, tried one by one.
  @Test(arguments: 0..<60)
  func sumIsTheBest(_ seed: Int) {
    var generator = CountingGenerator(seed)
    let rows = Int.random(in: 1...4, using: &generator)
    let columns = Int.random(in: 1...4, using: &generator)
    let weights = (0..<rows).map { _ in
      (0..<columns).map { _ in Double(Int.random(in: 0...9, using: &generator)) }
    }
    let pairs = BestAssignment.pairs(weights)
    let sum = pairs.reduce(0) { $0 + weights[$1.row][$1.column] }
    #expect(sum == Self.best(weights, from: 0, taken: []))
    #expect(Set(pairs.map(\.row)).count == min(rows, columns))
    #expect(Set(pairs.map(\.column)).count == min(rows, columns))
  }

  // MARK: - Implementation

  private static func sorted(_ weights: [[Double]]) -> [[Int]] {
    BestAssignment.pairs(weights).map { [$0.row, $0.column] }.sorted { $0[0] < $1[0] }
  }

  /// The best sum that the rows from one on can reach, each with a free column or none.
  private static func best(_ weights: [[Double]], from row: Int, taken: Set<Int>) -> Double {
    guard row < weights.count else { return 0 }
    var best = best(weights, from: row + 1, taken: taken)
    for column in weights[row].indices where !taken.contains(column) {
      let rest = Self.best(weights, from: row + 1, taken: taken.union([column]))
      best = max(best, weights[row][column] + rest)
    }
    return best
  }
}

/// Chance that comes again: SplitMix64.
struct CountingGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

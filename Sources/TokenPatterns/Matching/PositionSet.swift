/// Places between tokens, a bit each.
struct PositionSet {
  private var words: [UInt64]
  /// Whether it tells what begins at a place, not what ends there.
  let looksAhead: Bool

  /// An empty set for places 0 to `limit`, both counted.
  init(limit: Int, looksAhead: Bool) {
    words = [UInt64](repeating: 0, count: limit / 64 + 1)
    self.looksAhead = looksAhead
  }

  mutating func insert(_ position: Int) {
    words[position >> 6] |= 1 << UInt64(position & 63)
  }

  func contains(_ position: Int) -> Bool {
    words[position >> 6] >> UInt64(position & 63) & 1 != 0
  }
}

/// The tokens that may begin a match.
final class SeedCursor {
  /// Ascending; nil for every token.
  private let positions: [Int32]?
  private var index = 0

  init(_ positions: [Int32]?) {
    self.positions = positions
  }

  /// The first at `position` or after.
  func next(from position: Int32) -> Int32? {
    guard let positions else { return position }
    move(to: position)
    return index < positions.count ? positions[index] : nil
  }

  func contains(_ position: Int32) -> Bool {
    guard let positions else { return true }
    move(to: position)
    return index < positions.count && positions[index] == position
  }

  /// Forwards step by step, as searches go; over a longer way by halving.
  private func move(to position: Int32) {
    guard let positions else { return }
    if index > 0, positions[index - 1] >= position {
      var low = 0
      var high = index
      while low < high {
        let middle = (low + high) / 2
        if positions[middle] < position { low = middle + 1 } else { high = middle }
      }
      index = low
    }
    var jump = 1
    while index + jump < positions.count, positions[index + jump] < position {
      index += jump
      jump *= 2
    }
    while index < positions.count, positions[index] < position { index += 1 }
  }
}

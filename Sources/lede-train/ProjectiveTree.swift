/// Trees whose arcs do not cross, which is all that the parser makes.
enum ProjectiveTree {
  /// The heads with the dependents of crossing arcs lifted to the head of their head, shortest arcs
  /// first, until none crosses (Nivre and Nilsson, 2005).
  static func heads(_ heads: [Int32]) -> [Int32] {
    var heads = heads
    while let word = shortestCrossing(heads) {
      let above = heads[Int(heads[word])]
      // Below a root there is nothing to lift to; the arcs that cross it are lifted instead.
      guard above >= 0 else { break }
      heads[word] = above
    }
    return heads
  }

  /// Whether no arc crosses another, and none covers the root.
  static func isProjective(_ heads: [Int32]) -> Bool { shortestCrossing(heads) == nil }

  /// The dependent of the shortest arc that covers a word which does not hang below its head.
  private static func shortestCrossing(_ heads: [Int32]) -> Int? {
    var best: (word: Int, length: Int)?
    for word in heads.indices where heads[word] >= 0 {
      let head = Int(heads[word])
      let length = abs(head - word)
      guard length > 1, best.map({ length < $0.length }) ?? true else { continue }
      let inside = min(word, head) + 1..<max(word, head)
      if inside.contains(where: { !hangs($0, below: head, heads) }) { best = (word, length) }
    }
    return best?.word
  }

  private static func hangs(_ word: Int, below head: Int, _ heads: [Int32]) -> Bool {
    var current = word
    for _ in heads.indices {
      if current == head { return true }
      guard heads[current] >= 0 else { return false }
      current = Int(heads[current])
    }
    return false
  }
}

import ArticleAnalysis

/// Says what each transition costs: how many arcs of the right tree it puts out of reach
/// (Goldberg and Nivre, 2013), from any state, not only those that a parser without errors meets.
///
/// The right tree has to be projective.
struct DynamicOracle {
  private let heads: [Int32]
  /// The children of each word, in order.
  private var children: [[Int32]]

  /// - Parameter heads: by word; -1 for the root.
  init(heads: [Int32]) {
    self.heads = heads
    children = Array(repeating: [], count: heads.count)
    for (word, head) in heads.enumerated() where head >= 0 {
      children[Int(head)].append(Int32(word))
    }
  }

  /// The cost of a transition that the state allows.
  func cost(of transition: Transition, in state: ParserState) -> Int {
    let stack = state.stack
    let front = state.front
    switch transition {
    case .shift:
      // The next word loses a head below the top, the root among them, and children on the stack.
      var cost = 0
      let head = heads[front]
      if head < 0, !stack.isEmpty { cost += 1 }
      for word in stack.dropLast() where word == head { cost += 1 }
      for child in children[front] where child < front {
        if state.heads[Int(child)] < 0, stack.contains(child) { cost += 1 }
      }
      return cost
    case .attachLeft:
      // The top loses a head that is not the next word, and children still to come.
      guard let top = stack.last else { return 0 }
      let head = heads[Int(top)]
      let below = stack.count > 1 ? stack[stack.count - 2] : -1
      let isLost = head > front || head == below
      return (isLost ? 1 : 0) + childrenToCome(of: top, from: front)
    case .attachRight:
      guard let top = stack.last else { return 0 }
      return (heads[Int(top)] >= front ? 1 : 0) + childrenToCome(of: top, from: front)
    }
  }

  // MARK: - Implementation

  private func childrenToCome(of word: Int32, from front: Int) -> Int {
    var count = 0
    for child in children[Int(word)].reversed() {
      guard child >= front else { break }
      count += 1
    }
    return count
  }
}

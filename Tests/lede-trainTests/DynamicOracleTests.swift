import ArticleAnalysis
import Testing

@testable import lede_train

@Suite("Dynamic oracle")
struct DynamicOracleTests {
  /// Every projective tree with one root over this many words.
  static func trees(_ count: Int) -> [[Int32]] {
    var trees: [[Int32]] = []
    func extend(_ heads: [Int32]) {
      guard heads.count == count else {
        for head in -1..<Int32(count) where head != Int32(heads.count) { extend(heads + [head]) }
        return
      }
      if isTree(heads), ProjectiveTree.isProjective(heads) { trees.append(heads) }
    }
    extend([])
    return trees
  }

  static func isTree(_ heads: [Int32]) -> Bool {
    guard heads.filter({ $0 < 0 }).count == 1 else { return false }
    return heads.indices.allSatisfy { word in
      var word = word
      for _ in heads.indices where heads[word] >= 0 { word = Int(heads[word]) }
      return heads[word] < 0
    }
  }

  /// The most arcs of `gold` that any run from the state reaches.
  static func reachable(_ state: ParserState, _ gold: [Int32]) -> Int {
    if state.isFinal { return zip(state.heads, gold).filter { $0 == $1 }.count }
    return Transition.allCases.filter { state.allows($0) }.map { transition in
      var next = state
      next.apply(transition)
      return reachable(next, gold)
    }.max() ?? 0
  }

  /// Whether costs say what each transition loses, in this state and all that follow it.
  static func agrees(_ state: ParserState, _ gold: [Int32], _ oracle: DynamicOracle) -> Bool {
    guard !state.isFinal else { return true }
    let best = reachable(state, gold)
    return Transition.allCases.filter { state.allows($0) }.allSatisfy { transition in
      var next = state
      next.apply(transition)
      // Where there is no choice nothing is asked.
      if state.forced == nil,
        best - reachable(next, gold) != oracle.cost(of: transition, in: state)
      {
        return false
      }
      return agrees(next, gold, oracle)
    }
  }

  @Test("costs are the arcs that each transition loses, from any state", arguments: 1...5)
  func costs(_ count: Int) {
    let trees = Self.trees(count)
    #expect(!trees.isEmpty)
    for gold in trees {
      #expect(
        Self.agrees(ParserState(count: count), gold, DynamicOracle(heads: gold)),
        "heads \(gold)")
    }
  }

  @Test("transitions without cost lead to the tree")
  func reaches() {
    for gold in Self.trees(6) {
      let oracle = DynamicOracle(heads: gold)
      var state = ParserState(count: gold.count)
      while !state.isFinal {
        let transition =
          state.forced
          ?? Transition.allCases.first { state.allows($0) && oracle.cost(of: $0, in: state) == 0 }
        guard let transition else { break }
        state.apply(transition)
      }
      #expect(state.heads == gold)
    }
  }

  @Test("arcs that cross are lifted, others stay")
  func projective() {
    // "A hearing is scheduled on the issue today": "on … issue" depends on "hearing".
    let crossing: [Int32] = [1, 3, 3, -1, 6, 6, 1, 3]
    #expect(!ProjectiveTree.isProjective(crossing))
    #expect(ProjectiveTree.heads(crossing) == [1, 3, 3, -1, 6, 6, 3, 3])
    #expect(ProjectiveTree.heads([1, -1, 1]) == [1, -1, 1])
  }
}

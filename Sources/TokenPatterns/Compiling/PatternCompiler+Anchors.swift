extension PatternCompiler {
  /// Tokens that every match has: those of the sequence, as long as their distance from the start
  /// is bounded.
  mutating func addAnchors(of root: PatternNode) {
    if let beginnings = compiled.automaton.beginnings(), beginnings.lists.isEmpty,
      !beginnings.tests.isEmpty
    {
      compiled.anchors.append(.init(tests: beginnings.tests, least: 0, most: 0))
    }
    var test = 0
    var least = 0
    var most: Int? = 0
    _ = walk(root, &test, &least, &most)
  }

  /// Follows the sequence with the numbers of its tests; false where they can no longer be told.
  private mutating func walk(
    _ node: PatternNode, _ test: inout Int, _ least: inout Int, _ most: inout Int?
  ) -> Bool {
    switch node.kind {
    case .token, .quoted:
      var count = 1
      if case .quoted(let text) = node.kind { count = text.words(by: context.words).count }
      for _ in 0..<count {
        guard let furthest = most else { return false }
        if compiled.anchors.count < 8, least > 0 || furthest > 0 {
          compiled.anchors.append(.init(tests: [test], least: least, most: furthest))
        }
        test += 1
        least += 1
        most = furthest + 1
      }
      return true
    case .sequence(let nodes):
      for node in nodes where !walk(node, &test, &least, &most) { return false }
      return true
    case .capture(_, let inner): return walk(inner, &test, &least, &most)
    case .repetition(let inner, let fewest, let times?):
      // The tests of a repetition are written out, one after the other.
      guard case .token = inner.kind, let furthest = most else { return false }
      test += max(fewest, times)
      least += fewest
      most = furthest + times
      return furthest + times <= 64
    case .span(_, .start), .span(_, .end), .lookaround: return true
    case .missing, .alternation, .repetition, .span, .filter, .withinRun, .near, .constrained,
      .reference:
      return false
    }
  }
}

/// States at tokens from which no match was reached, though they were followed to their end.
///
/// A search for the longest match may look far beyond the one it takes (`"a" ([]* "b")?`), and the
/// next search would look there again. What led nowhere once is not followed twice, which keeps the
/// time linear.
struct DeadEnds {
  /// Ways that were followed since the match was found that is the best so far.
  private var trail: [Int] = []
  private var ways: Set<Int> = []
  private var start: Int32 = -1
  private var end: Int32 = -1

  var isEmpty: Bool { ways.isEmpty }

  /// What is known of another segment says nothing of this one.
  mutating func begin(in segment: Segment) {
    trail.removeAll(keepingCapacity: true)
    guard start != segment.start || end != segment.end else { return }
    ways.removeAll(keepingCapacity: true)
    start = segment.start
    end = segment.end
  }

  func contains(_ way: Int) -> Bool { ways.contains(way) }

  mutating func follow(_ way: Int) { trail.append(way) }

  /// A match was reached: what was followed did not lead nowhere.
  mutating func leaveTrail() { trail.removeAll(keepingCapacity: true) }

  /// All that was followed has come to its end.
  mutating func keepTrail() { ways.formUnion(trail) }
}

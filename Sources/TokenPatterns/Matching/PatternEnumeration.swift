/// Lays a pattern's captures in every way that fits, from one token on, for constraints to choose.
///
/// Two ways that reach one state at one place with the same captures are one. The number of steps a
/// token is bounded, as ways may multiply with each capture.
struct PatternEnumeration {
  let simulation: PatternSimulation
  let limits: PatternLimits
  let checkCancellation: () throws -> Void
  private var stack: [Way] = []
  private var seen: Set<Way> = []

  private struct Way: Hashable {
    var state: Int32
    var position: Int32
    var slots: [Int32]
  }

  init(
    _ simulation: PatternSimulation, limits: PatternLimits,
    checkCancellation: @escaping () throws -> Void
  ) {
    self.simulation = simulation
    self.limits = limits
    self.checkCancellation = checkCancellation
  }

  /// Calls `take` with the end and the captures of each way.
  mutating func forEachMatch(
    in segment: Segment, at start: Int32, _ take: (Int32, [Int32]) throws -> Void
  ) throws {
    let pattern = simulation.pattern
    let automaton = pattern.automaton
    stack.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    stack.append(
      Way(
        state: automaton.start, position: start,
        slots: [Int32](repeating: -1, count: simulation.slotCount)))
    var steps = 0
    while let way = stack.popLast() {
      steps += 1
      if steps & 1023 == 0 { try checkCancellation() }
      guard steps <= limits.steps else {
        throw PatternLimitExceeded(kind: .steps, limit: limits.steps)
      }
      let index = Int(way.state)
      let next = automaton.next[index]
      let argument = Int(automaton.argument[index])
      switch automaton.steps[index] {
      case .token:
        guard way.position < segment.end, pattern.tests[argument].matches(Int(way.position)) else {
          continue
        }
        push(next, way.position + 1, way.slots)
      case .split:
        push(automaton.other[index], way.position, way.slots)
        push(next, way.position, way.slots)
      case .save:
        var slots = way.slots
        slots[argument] = way.position
        push(next, way.position, slots)
      case .place:
        let holds = simulation.contains(
          pattern.places[argument], way.position, in: segment)
        if holds != (automaton.other[index] == 1) { push(next, way.position, way.slots) }
      case .match:
        let list = pattern.lists[argument]
        var match = list.firstIndex(from: way.position)
        while match < list.count, list.starts[match] == way.position {
          if list.ends[match] <= segment.end {
            var slots = way.slots
            for (slot, value) in list.slots(of: match).enumerated() where value >= 0 {
              slots[slot] = value
            }
            push(next, list.ends[match], slots)
          }
          match += 1
        }
      case .accept:
        if way.position > start { try take(way.position, way.slots) }
      }
    }
  }

  private mutating func push(_ state: Int32, _ position: Int32, _ slots: [Int32]) {
    let way = Way(state: state, position: position, slots: slots)
    if seen.insert(way).inserted { stack.append(way) }
  }
}

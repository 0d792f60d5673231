/// Runs an automaton over tokens, all its states at once (after Thompson and Pike): a token is
/// looked at once for each state that can stand there.
///
/// Its arrays are kept from one stretch of tokens to the next.
final class PatternSimulation {
  /// Which ends are taken of the matches that begin at one token.
  enum Choice { case longest, shortest, standard, all }

  struct Found {
    var start: Int32 = -1
    var end: Int32 = -1
    var slots: [Int32]
  }

  let pattern: CompiledPattern
  let slotCount: Int
  /// Places where an article begins or ends; nothing is seen beyond them.
  private let borders: PositionSet
  private let checkCancellation: () throws -> Void
  private var stepCount = 0

  private var current: ThreadList
  private var following: ThreadList
  /// Threads inside a match of a part: where they wake, their state, start and slots.
  private var sleepers: [Sleeper] = []
  private var captured: [Int32]
  private var stack: [Frame] = []
  private var segment = Segment(start: 0, seedEnd: 0, end: 0)
  private var choice = Choice.longest
  private var best: Found
  private var hasBest = false
  /// Takes also matches without a token, for what looks around.
  var takesEmpty = false
  private var takeAll: ((Int32, Int32, [Int32]) throws -> Void)?

  private struct Sleeper {
    var wake: Int32
    var state: Int32
    var start: Int32
    var slots: [Int32]
  }

  private enum Frame {
    case state(Int32)
    case restore(slot: Int, Int32)
  }

  init(
    _ pattern: CompiledPattern, slotCount: Int, borders: PositionSet,
    checkCancellation: @escaping () throws -> Void
  ) {
    self.pattern = pattern
    self.slotCount = slotCount
    self.borders = borders
    self.checkCancellation = checkCancellation
    current = ThreadList(stateCount: pattern.automaton.count, slotCount: slotCount)
    following = ThreadList(stateCount: pattern.automaton.count, slotCount: slotCount)
    captured = [Int32](repeating: -1, count: slotCount)
    best = Found(slots: captured)
  }

  /// The first match in a segment that begins at `from` or after, by the choice; none overlaps where
  /// the next search begins at its end.
  func firstMatch(
    in segment: Segment, from: Int32, choice: Choice, seeds: SeedCursor
  ) throws -> Found? {
    self.segment = segment
    self.choice = choice
    hasBest = false
    takeAll = nil
    sleepers.removeAll(keepingCapacity: true)
    current.clear()
    guard var position = seeds.next(from: max(from, segment.start)), position < segment.seedEnd
    else { return nil }
    while true {
      try countStep()
      try wakeSleepers(at: position)
      if !hasBest, position < segment.seedEnd, seeds.contains(position) {
        for slot in captured.indices { captured[slot] = -1 }
        try follow(pattern.automaton.start, start: position, at: position)
      }
      if position >= segment.end || hasBest && choice == .shortest { break }
      if current.order.isEmpty, sleepers.isEmpty {
        if hasBest { break }
        guard let next = seeds.next(from: position + 1), next < segment.seedEnd else { break }
        // What was reached here says nothing of there.
        current.clear()
        position = next
        continue
      }
      try step(at: position)
      position += 1
    }
    return hasBest ? best : nil
  }

  /// The matches that begin at one token: one by the choice, or all of them by their end.
  func matches(
    in segment: Segment, at start: Int32, choice: Choice,
    _ take: @escaping (Int32, Int32, [Int32]) throws -> Void
  ) throws {
    self.segment = segment
    self.choice = choice
    hasBest = false
    takeAll = choice == .all ? take : nil
    sleepers.removeAll(keepingCapacity: true)
    current.clear()
    for slot in captured.indices { captured[slot] = -1 }
    var position = start
    try follow(pattern.automaton.start, start: start, at: start)
    while position < segment.end, !(current.order.isEmpty && sleepers.isEmpty) {
      if hasBest, choice == .shortest || choice == .standard { break }
      try countStep()
      try step(at: position)
      position += 1
      try wakeSleepers(at: position)
    }
    if hasBest, choice != .all { try take(best.start, best.end, best.slots) }
  }

  // MARK: - Implementation

  private func countStep() throws {
    stepCount += 1
    if stepCount & 1023 == 0 { try checkCancellation() }
  }

  /// Moves the threads that wait at a place over the token there.
  private func step(at position: Int32) throws {
    swap(&current, &following)
    current.clear()
    let index = Int(position)
    for state in following.order {
      let start = following.start(of: state)
      if hasBest, isBeaten(start) { continue }
      let test = Int(pattern.automaton.argument[Int(state)])
      guard pattern.tests[test].matches(index) else { continue }
      following.copySlots(of: state, to: &captured)
      try follow(pattern.automaton.next[Int(state)], start: start, at: position + 1)
    }
  }

  /// Whether a match from there cannot be better than the one that was found.
  private func isBeaten(_ start: Int32) -> Bool {
    switch choice {
    case .longest: return start > best.start
    case .standard: return start >= best.start
    case .shortest: return start <= best.start
    case .all: return false
    }
  }

  private func wakeSleepers(at position: Int32) throws {
    guard !sleepers.isEmpty else { return }
    let awake = sleepers.filter { $0.wake == position }
    guard !awake.isEmpty else { return }
    sleepers.removeAll { $0.wake == position }
    for sleeper in awake where !(hasBest && isBeaten(sleeper.start)) {
      captured = sleeper.slots
      try follow(sleeper.state, start: sleeper.start, at: position)
    }
  }

  /// Goes over all that takes no token, from a state on.
  private func follow(_ state: Int32, start: Int32, at position: Int32) throws {
    let automaton = pattern.automaton
    stack.append(.state(state))
    while let frame = stack.popLast() {
      switch frame {
      case .restore(let slot, let old): captured[slot] = old
      case .state(let state):
        guard
          let isNew = current.reach(state, from: start, prefersLatest: choice == .shortest)
        else { continue }
        let index = Int(state)
        switch automaton.steps[index] {
        case .token: current.keep(state, isNew: isNew, captured)
        case .split:
          stack.append(.state(automaton.other[index]))
          stack.append(.state(automaton.next[index]))
        case .save:
          let slot = Int(automaton.argument[index])
          stack.append(.restore(slot: slot, captured[slot]))
          captured[slot] = position
          stack.append(.state(automaton.next[index]))
        case .place:
          let set = pattern.places[Int(automaton.argument[index])]
          if contains(set, position, in: segment) != (automaton.other[index] == 1) {
            stack.append(.state(automaton.next[index]))
          }
        case .match:
          sleep(
            in: Int(automaton.argument[index]), then: automaton.next[index], start: start,
            at: position)
        case .accept: try accept(start, position)
        }
      }
    }
  }

  /// Whether a place is in a set, as a match that lies in the segment may see it.
  func contains(_ set: PositionSet, _ position: Int32, in segment: Segment) -> Bool {
    let index = Int(position)
    if set.looksAhead ? position == segment.end : position == segment.start,
      borders.contains(index)
    {
      return false
    }
    return set.contains(index)
  }

  private func sleep(in list: Int, then state: Int32, start: Int32, at position: Int32) {
    let matches = pattern.lists[list]
    var index = matches.firstIndex(from: position)
    while index < matches.count, matches.starts[index] == position {
      if matches.ends[index] <= segment.end {
        var slots = captured
        for (slot, value) in matches.slots(of: index).enumerated() where value >= 0 {
          slots[slot] = value
        }
        sleepers.append(
          Sleeper(wake: matches.ends[index], state: state, start: start, slots: slots))
      }
      index += 1
    }
  }

  private func accept(_ start: Int32, _ end: Int32) throws {
    guard end > start || takesEmpty else { return }
    if let takeAll {
      try takeAll(start, end, captured)
      hasBest = false
      return
    }
    if hasBest {
      switch choice {
      case .longest:
        guard start < best.start || start == best.start && end > best.end else { return }
      case .standard: guard start < best.start else { return }
      case .shortest: guard start > best.start else { return }
      case .all: return
      }
    }
    hasBest = true
    best.start = start
    best.end = end
    best.slots = captured
  }
}

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

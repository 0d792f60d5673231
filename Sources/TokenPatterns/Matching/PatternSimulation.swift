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
  private let first: Int32
  /// Places where an article begins or ends; nothing is seen beyond them.
  private let borders: PositionSet
  private let checkCancellation: () throws -> Void
  private var stepCount = 0

  private var current: ThreadList
  private var following: ThreadList
  /// Threads inside a match of a part: where they wake, their state, start and slots.
  private var sleepers: [Sleeper] = []
  /// The slots of the thread that is followed.
  private let captured: UnsafeMutablePointer<Int32>
  /// The automaton's states, side by side.
  private let states: UnsafeMutablePointer<State>
  /// What is still to be followed; a state is put there by each of its two sides at most.
  private let stack: UnsafeMutablePointer<Frame>
  private var deadEnds = DeadEnds()
  private let rescanLimit: Int
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

  private struct State {
    var step: Automaton.Step
    var next: Int32
    var other: Int32
    var argument: Int32
  }

  /// A state, or, in complement, a slot that gets its old value back.
  private struct Frame {
    var state: Int32
    var old: Int32 = 0
  }

  init(
    _ pattern: CompiledPattern, slotCount: Int, borders: PositionSet, rescanLimit: Int,
    checkCancellation: @escaping () throws -> Void
  ) {
    self.pattern = pattern
    self.slotCount = slotCount
    self.borders = borders
    self.rescanLimit = rescanLimit
    self.checkCancellation = checkCancellation
    current = ThreadList(stateCount: pattern.automaton.count, slotCount: slotCount)
    following = ThreadList(stateCount: pattern.automaton.count, slotCount: slotCount)
    captured = .allocate(capacity: slotCount + 1)
    captured.initialize(repeating: -1, count: slotCount + 1)
    let automaton = pattern.automaton
    states = .allocate(capacity: automaton.count)
    for index in 0..<automaton.count {
      (states + index).initialize(
        to: State(
          step: automaton.steps[index], next: automaton.next[index],
          other: automaton.other[index], argument: automaton.argument[index]))
    }
    first = automaton.start
    stack = .allocate(capacity: automaton.count * 4 + 4)
    best = Found(slots: [Int32](repeating: -1, count: slotCount))
  }

  deinit {
    captured.deallocate()
    states.deallocate()
    stack.deallocate()
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
    deadEnds.begin(in: segment)
    sleepers.removeAll(keepingCapacity: true)
    current.clear()
    guard var position = seeds.next(from: max(from, segment.start)), position < segment.seedEnd
    else { return nil }
    while true {
      try countStep()
      try wakeSleepers(at: position)
      if !hasBest, position < segment.seedEnd, seeds.contains(position) {
        captured.update(repeating: -1, count: slotCount)
        try follow(first, start: position, at: position)
      }
      if position >= segment.end || hasBest && choice == .shortest { break }
      if current.count == 0, sleepers.isEmpty {
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
    guard hasBest else { return nil }
    // The next search begins at the match's end and would go the same way again.
    if Int(position - best.end) > rescanLimit { deadEnds.keepTrail() }
    return best
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
    captured.update(repeating: -1, count: slotCount)
    var position = start
    try follow(first, start: start, at: start)
    while position < segment.end, !(current.count == 0 && sleepers.isEmpty) {
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
    let threads = following
    for place in 0..<threads.count {
      let state = threads[place]
      let start = threads.start(of: state)
      if hasBest, isBeaten(start) { continue }
      if hasBest || !deadEnds.isEmpty {
        let way = index * pattern.automaton.count + Int(state)
        if deadEnds.contains(way) { continue }
        if hasBest { deadEnds.follow(way) }
      }
      guard pattern.tests[Int(states[Int(state)].argument)].matches(index) else { continue }
      threads.copySlots(of: state, to: captured)
      try follow(states[Int(state)].next, start: start, at: position + 1)
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
      for slot in 0..<slotCount { captured[slot] = sleeper.slots[slot] }
      try follow(sleeper.state, start: sleeper.start, at: position)
    }
  }

  /// Goes over all that takes no token, from a state on.
  private func follow(_ state: Int32, start: Int32, at position: Int32) throws {
    let threads = current
    let prefersLatest = choice == .shortest
    stack[0] = Frame(state: state)
    var height = 1
    while height > 0 {
      height -= 1
      let frame = stack[height]
      if frame.state < 0 {
        captured[Int(~frame.state)] = frame.old
        continue
      }
      guard let isNew = threads.reach(frame.state, from: start, prefersLatest: prefersLatest) else {
        continue
      }
      let state = states[Int(frame.state)]
      switch state.step {
      case .token:
        threads.keep(frame.state, isNew: isNew, captured)
        continue
      case .split:
        stack[height] = Frame(state: state.other)
        height += 1
      case .save:
        stack[height] = Frame(state: ~state.argument, old: captured[Int(state.argument)])
        height += 1
        captured[Int(state.argument)] = position
      case .place:
        let holds = contains(pattern.places[Int(state.argument)], position, in: segment)
        if holds == (state.other == 1) { continue }
      case .match:
        sleep(in: Int(state.argument), then: state.next, start: start, at: position)
        continue
      case .accept:
        try accept(start, position)
        continue
      }
      stack[height] = Frame(state: state.next)
      height += 1
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
        var slots = capturedSlots
        for (slot, value) in matches.slots(of: index).enumerated() where value >= 0 {
          slots[slot] = value
        }
        sleepers.append(
          Sleeper(wake: matches.ends[index], state: state, start: start, slots: slots))
      }
      index += 1
    }
  }

  private var capturedSlots: [Int32] {
    Array(UnsafeBufferPointer(start: captured, count: slotCount))
  }

  private func accept(_ start: Int32, _ end: Int32) throws {
    guard end > start || takesEmpty else { return }
    if let takeAll {
      try takeAll(start, end, capturedSlots)
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
    deadEnds.leaveTrail()
    best.start = start
    best.end = end
    for slot in 0..<slotCount { best.slots[slot] = captured[slot] }
  }
}

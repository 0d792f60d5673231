/// The threads of a simulation that stand at one place: at most one a state, each with the start of
/// its match and its captures.
struct ThreadList {
  /// States that wait for a token, in order of preference.
  private(set) var order: [Int32] = []
  /// By state: the number of the place at which it was reached last.
  private var stamps: [Int32]
  /// By state: the start of the match that reached it.
  private var starts: [Int32]
  /// By state: the slots of its thread.
  private var slots: [Int32]
  private let slotCount: Int
  private var stamp: Int32 = 0

  init(stateCount: Int, slotCount: Int) {
    stamps = [Int32](repeating: 0, count: stateCount)
    starts = [Int32](repeating: 0, count: stateCount)
    slots = [Int32](repeating: -1, count: stateCount * slotCount)
    self.slotCount = slotCount
  }

  mutating func clear() {
    order.removeAll(keepingCapacity: true)
    if stamp == .max {
      for state in stamps.indices { stamps[state] = 0 }
      stamp = 0
    }
    stamp += 1
  }

  /// Notes that a match from `start` reaches a state; nil where it was reached by one that is
  /// preferred, else whether it is new.
  mutating func reach(_ state: Int32, from start: Int32, prefersLatest: Bool) -> Bool? {
    let index = Int(state)
    guard stamps[index] == stamp else {
      stamps[index] = stamp
      starts[index] = start
      return true
    }
    guard prefersLatest ? start > starts[index] : start < starts[index] else { return nil }
    starts[index] = start
    return false
  }

  /// Keeps the thread of a state that waits for a token.
  mutating func keep(_ state: Int32, isNew: Bool, _ captured: [Int32]) {
    if isNew { order.append(state) }
    let base = Int(state) * slotCount
    for slot in 0..<slotCount { slots[base + slot] = captured[slot] }
  }

  func start(of state: Int32) -> Int32 { starts[Int(state)] }

  func copySlots(of state: Int32, to captured: inout [Int32]) {
    let base = Int(state) * slotCount
    for slot in 0..<slotCount { captured[slot] = slots[base + slot] }
  }
}

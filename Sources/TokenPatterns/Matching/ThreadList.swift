/// The threads of a simulation that stand at one place: at most one a state, each with the start of
/// its match and its captures.
///
/// Its memory is taken once for a search; nothing is counted or checked while it runs, which makes
/// the search several times faster.
final class ThreadList {
  /// How many states wait for a token.
  private(set) var count = 0
  /// The states that wait for a token, in order of preference.
  private let order: UnsafeMutablePointer<Int32>
  /// By state: the number of the place at which it was reached last.
  private let stamps: UnsafeMutablePointer<Int32>
  /// By state: the start of the match that reached it.
  private let starts: UnsafeMutablePointer<Int32>
  /// By state: the slots of its thread.
  private let slots: UnsafeMutablePointer<Int32>
  private let stateCount: Int
  private let slotCount: Int
  private var stamp: Int32 = 0

  init(stateCount: Int, slotCount: Int) {
    self.stateCount = stateCount
    self.slotCount = slotCount
    order = .allocate(capacity: stateCount)
    stamps = .allocate(capacity: stateCount)
    starts = .allocate(capacity: stateCount)
    slots = .allocate(capacity: stateCount * slotCount + 1)
    order.initialize(repeating: 0, count: stateCount)
    stamps.initialize(repeating: 0, count: stateCount)
    starts.initialize(repeating: 0, count: stateCount)
    slots.initialize(repeating: -1, count: stateCount * slotCount + 1)
  }

  deinit {
    order.deallocate()
    stamps.deallocate()
    starts.deallocate()
    slots.deallocate()
  }

  subscript(index: Int) -> Int32 { order[index] }

  func clear() {
    count = 0
    if stamp == .max {
      stamps.update(repeating: 0, count: stateCount)
      stamp = 0
    }
    stamp += 1
  }

  /// Notes that a match from `start` reaches a state; nil where it was reached by one that is
  /// preferred, else whether it is new.
  func reach(_ state: Int32, from start: Int32, prefersLatest: Bool) -> Bool? {
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
  func keep(_ state: Int32, isNew: Bool, _ captured: UnsafeMutablePointer<Int32>) {
    if isNew {
      order[count] = state
      count += 1
    }
    guard slotCount > 0 else { return }
    (slots + Int(state) * slotCount).update(from: captured, count: slotCount)
  }

  func start(of state: Int32) -> Int32 { starts[Int(state)] }

  func copySlots(of state: Int32, to captured: UnsafeMutablePointer<Int32>) {
    guard slotCount > 0 else { return }
    captured.update(from: slots + Int(state) * slotCount, count: slotCount)
  }
}

/// Matches of a part of a pattern, by start and then by end, each with the captures it laid.
struct MatchList {
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  /// `slotCount` numbers a match: start and end of each capture, or -1.
  private(set) var slots: [Int32] = []
  let slotCount: Int

  init(slotCount: Int) {
    self.slotCount = slotCount
  }

  var count: Int { starts.count }

  mutating func append(_ start: Int32, _ end: Int32, _ captured: ArraySlice<Int32>?) {
    starts.append(start)
    ends.append(end)
    if let captured {
      slots.append(contentsOf: captured)
    } else {
      for _ in 0..<slotCount { slots.append(-1) }
    }
  }

  func slots(of index: Int) -> ArraySlice<Int32> {
    slots[index * slotCount..<(index + 1) * slotCount]
  }

  /// The first match that starts at `position` or after.
  func firstIndex(from position: Int32) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The same matches in order, each once.
  func sorted() -> MatchList {
    var isSorted = true
    for index in starts.indices.dropFirst() where !isBefore(index - 1, index) {
      isSorted = false
      break
    }
    if isSorted { return self }
    var result = MatchList(slotCount: slotCount)
    var last: Int?
    for index in starts.indices.sorted(by: { isBefore($0, $1) }) {
      if let last, !isBefore(last, index) { continue }
      result.append(starts[index], ends[index], slots(of: index))
      last = index
    }
    return result
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    if starts[one] != starts[other] { return starts[one] < starts[other] }
    if ends[one] != ends[other] { return ends[one] < ends[other] }
    return slots(of: one).lexicographicallyPrecedes(slots(of: other))
  }
}

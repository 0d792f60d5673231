/// The matches of a search, in the order of the text (and of the ranges that were looked in).
package struct TokenMatches: Sendable {
  package let captureNames: [String]
  package internal(set) var starts: [Int32] = []
  /// The token after each match's last.
  package internal(set) var ends: [Int32] = []
  /// For each match the index of the range it was found in; empty where no ranges were given.
  package internal(set) var rangeIndices: [Int32] = []
  /// For each match the start and end of each capture, or -1 where it took no part.
  package internal(set) var captures: [Int32] = []

  package var count: Int { starts.count }

  init(captureNames: [String]) {
    self.captureNames = captureNames
  }

  /// The tokens of a match's capture; nil where it took no part.
  package func capture(_ capture: Int, of match: Int) -> Range<Int>? {
    let place = match * captureNames.count * 2 + capture * 2
    let start = captures[place]
    let end = captures[place + 1]
    return start < 0 || end < start ? nil : Int(start)..<Int(end)
  }

  /// Takes a match; throws where there would be more than `limit`.
  mutating func append(
    _ start: Int32, _ end: Int32, _ slots: [Int32], limit: Int
  ) throws {
    guard starts.count < limit else {
      throw PatternLimitExceeded(kind: .matches, limit: limit)
    }
    starts.append(start)
    ends.append(end)
    for slot in stride(from: 0, to: slots.count, by: 2) {
      // A capture without a token, as of something optional, took no part.
      let isThere = slots[slot] >= 0 && slots[slot + 1] > slots[slot]
      captures.append(isThere ? slots[slot] : -1)
      captures.append(isThere ? slots[slot + 1] : -1)
    }
  }

  mutating func removeLast() {
    starts.removeLast()
    ends.removeLast()
    captures.removeLast(captureNames.count * 2)
  }
}

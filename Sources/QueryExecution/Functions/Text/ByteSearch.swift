import CRE2

/// Finds all places of one text in others, in time linear in both.
struct ByteSearch: Sendable {
  let needle: [UInt8]
  /// For each prefix how long its longest proper prefix is that it also ends in [Knuth, Morris,
  /// Pratt]; only for needles so long that starting over after each hit would cost too much.
  private let failure: [Int]

  init(_ needle: [UInt8]) {
    self.needle = needle
    failure = needle.count > 32 ? ByteSearch.failureTable(needle) : []
  }

  func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    firstIndex(in: text, from: 0) != nil
  }

  /// The first place at or after `start`.
  func firstIndex(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start <= text.count else { return nil }
    if needle.isEmpty { return start }
    guard let base = text.baseAddress, text.count - start >= needle.count else { return nil }
    let hit = needle.withUnsafeBytes { needle in
      CRE2FindBytes(base + start, text.count - start, needle.baseAddress, needle.count)
    }
    return hit < 0 ? nil : start + Int(hit)
  }

  /// Whether `body` is true for one of the places, overlapping ones included.
  func containsHit(
    in text: UnsafeBufferPointer<UInt8>, where body: (Int) -> Bool
  ) -> Bool {
    if needle.isEmpty { return true }
    if !failure.isEmpty { return containsHitOfLongNeedle(in: text, where: body) }
    var start = 0
    while let hit = firstIndex(in: text, from: start) {
      if body(hit) { return true }
      start = hit + 1
    }
    return false
  }

  // MARK: - Implementation

  private func containsHitOfLongNeedle(
    in text: UnsafeBufferPointer<UInt8>, where body: (Int) -> Bool
  ) -> Bool {
    var matched = 0
    for index in 0..<text.count {
      while matched > 0, needle[matched] != text[index] { matched = failure[matched - 1] }
      if needle[matched] == text[index] { matched += 1 }
      if matched == needle.count {
        if body(index + 1 - matched) { return true }
        matched = failure[matched - 1]
      }
    }
    return false
  }

  private static func failureTable(_ needle: [UInt8]) -> [Int] {
    var table = [Int](repeating: 0, count: needle.count)
    var matched = 0
    for index in 1..<needle.count {
      while matched > 0, needle[matched] != needle[index] { matched = table[matched - 1] }
      if needle[matched] == needle[index] { matched += 1 }
      table[index] = matched
    }
    return table
  }
}

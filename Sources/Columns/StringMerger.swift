/// Joins string columns: ids as they are while all have one dictionary, else in a new dictionary
/// that takes in each entry of the others once.
struct StringMerger: Sendable {
  private var ids: [Int32] = []
  private var dictionary: StringDictionary?
  /// The heap of the joined dictionary, once there is more than one.
  private var bytes: [UInt8] = []
  private var entries: [Range<Int>] = []
  private var isMerged = false
  /// For the dictionary met last, the new number of each entry; -1 where it has not come yet.
  private var mapping: [Int32] = []
  /// Entries of dictionaries that come for one batch are not looked at before their row comes.
  private var mappedDictionary: StringDictionary?

  var byteCount: Int { ids.count * 4 + bytes.count + entries.count * 16 }

  mutating func append(_ more: ColumnSlice<Int32>, _ other: StringDictionary) {
    if !isMerged {
      if dictionary == nil || dictionary === other || ids.isEmpty {
        dictionary = other
        more.withUnsafeBufferPointer { ids.append(contentsOf: $0) }
        return
      }
      startMerging()
    }
    takeIn(more, other)
  }

  func finish() -> ColumnVector {
    if !isMerged { return .strings(ids, in: dictionary ?? .empty) }
    return .strings(ids, in: StringDictionary(bytes: bytes, entries: entries))
  }

  // MARK: - Implementation

  private mutating func startMerging() {
    isMerged = true
    guard let first = dictionary else { return }
    let old = ColumnSlice(ids)
    ids = []
    takeIn(old, first)
    dictionary = nil
  }

  private mutating func takeIn(_ more: ColumnSlice<Int32>, _ other: StringDictionary) {
    if other.count > 4 * more.count, mappedDictionary !== other {
      // A large dictionary for few rows: copying row by row costs less than a mapping.
      for row in 0..<more.count { append(entry: more[row], of: other) }
      return
    }
    if mappedDictionary !== other {
      mappedDictionary = other
      mapping = [Int32](repeating: -1, count: other.count)
    }
    for row in 0..<more.count {
      let id = Int(more[row])
      if mapping[id] >= 0 {
        ids.append(mapping[id])
      } else {
        append(entry: more[row], of: other)
        mapping[id] = ids[ids.count - 1]
      }
    }
  }

  private mutating func append(entry: Int32, of other: StringDictionary) {
    let start = bytes.count
    other.withUTF8(entry) { bytes.append(contentsOf: $0) }
    ids.append(Int32(truncatingIfNeeded: entries.count))
    entries.append(start..<bytes.count)
  }
}

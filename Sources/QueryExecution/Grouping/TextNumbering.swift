import Columns

/// Numbers byte strings in order of first appearance, keeping a copy of each.
struct TextNumbering {
  private var bytes: [UInt8] = []
  private var entries: [Range<Int>] = []
  private var hashes: [UInt64] = []
  /// Open hash table of entry numbers; -1 is free.
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)

  var count: Int { entries.count }
  var byteCount: Int { bytes.count + entries.count * 24 + slots.count * 4 }

  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> (number: Int32, isNew: Bool) {
    if entries.count * 2 >= slots.count { grow() }
    let hash = TextNumbering.hash(text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if hashes[entry] == hash, isEqual(entry, text) { return (slots[slot], false) }
      slot = (slot + 1) & mask
    }
    let number = Int32(truncatingIfNeeded: entries.count)
    let start = bytes.count
    bytes.append(contentsOf: text)
    entries.append(start..<bytes.count)
    hashes.append(hash)
    slots[slot] = number
    return (number, true)
  }

  /// The number of a text that has come; nil for any other.
  func find(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let hash = TextNumbering.hash(text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if hashes[entry] == hash, isEqual(entry, text) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  // MARK: - Implementation

  private func isEqual(_ entry: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer {
      compareUTF8(UnsafeBufferPointer(rebasing: $0[entries[entry]]), text) == 0
    }
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = [Int32](repeating: -1, count: size)
    for (entry, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(truncatingIfNeeded: entry)
    }
  }

  /// Eight bytes at a time, each step a full multiplication folded in half.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var state = UInt64(truncatingIfNeeded: text.count) ^ factor
    let raw = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = mixed(state ^ word, factor)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest &<< 8 | UInt64(raw[offset])
      offset += 1
    }
    return mixed(state ^ rest, 0xD6E8_FEB8_6659_FD93)
  }

  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}

/// Values found by 64-bit hashes: open addressing, a third full, read-only once made.
struct HashedTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]

  init(_ entries: [(key: UInt64, value: Value)]) {
    var size = 64
    while size < entries.count * 3 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    for entry in entries {
      let slot = slot(of: entry.key)
      keys[slot] = entry.key
      values[slot] = entry.value
    }
  }

  subscript(_ key: UInt64) -> Value? { values[slot(of: key)] }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}

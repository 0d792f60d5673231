/// Numbers integers in order of first appearance, with an open hash table.
struct IntegerNumbering {
  private var keys: [Int64] = [Int64](repeating: 0, count: 64)
  /// The number of the key in the slot; -1 where the slot is free.
  private var numbers: [Int32] = [Int32](repeating: -1, count: 64)
  private var shift: UInt64 = 58
  private(set) var count: Int32 = 0
  private var nullNumber: Int32 = -1
  private var keyCount = 0

  var byteCount: Int { keys.count * 12 }

  /// The number of each key, made up for those that are new; rows of new keys are added to
  /// `newRows`.
  ///
  /// A row whose validity byte is 0 has the key null.
  mutating func number(
    _ values: UnsafeBufferPointer<Int64>, validity: UnsafeBufferPointer<UInt8>?,
    newRows: inout [Int32]
  ) -> [Int32] {
    guard values.count > 0 else { return [] }
    reserve(more: values.count)
    if let validity {
      return [Int32](unsafeUninitializedCapacity: values.count) { result, made in
        for row in values.indices {
          result[row] =
            validity[row] == 0
            ? numberOfNull(row, &newRows) : number(of: values[row], row, &newRows)
        }
        made = values.count
      }
    }
    return numberValid(values, &newRows)
  }

  /// The number of one key, and whether it is new.
  mutating func number(of key: Int64) -> (number: Int32, isNew: Bool) {
    reserve(more: 1)
    let before = count
    var rows: [Int32] = []
    let number = number(of: key, 0, &rows)
    return (number, count != before)
  }

  /// The number of each key; -1 where it has none, and for null.
  func find(
    _ values: UnsafeBufferPointer<Int64>, validity: UnsafeBufferPointer<UInt8>?
  ) -> [Int32] {
    let mask = keys.count &- 1
    return [Int32](unsafeUninitializedCapacity: values.count) { result, made in
      keys.withUnsafeBufferPointer { keys in
        numbers.withUnsafeBufferPointer { numbers in
          for row in values.indices {
            let key = values[row]
            var slot = Int(truncatingIfNeeded: hash(key))
            var found: Int32 = -1
            while numbers[slot] >= 0 {
              if keys[slot] == key {
                found = numbers[slot]
                break
              }
              slot = (slot &+ 1) & mask
            }
            result[row] = found
          }
        }
      }
      if let validity {
        for row in values.indices where validity[row] == 0 { result[row] = -1 }
      }
      made = values.count
    }
  }

  // MARK: - Implementation

  /// Neighbours are often equal (a bin, a sorted column), so the key before is tried first.
  private mutating func numberValid(
    _ values: UnsafeBufferPointer<Int64>, _ newRows: inout [Int32]
  ) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: values.count) { result, made in
      var lastKey = values[0]
      var lastNumber = number(of: lastKey, 0, &newRows)
      for row in values.indices {
        let key = values[row]
        if key != lastKey {
          lastKey = key
          lastNumber = number(of: key, row, &newRows)
        }
        result[row] = lastNumber
      }
      made = values.count
    }
  }

  @inline(__always)
  private mutating func number(of key: Int64, _ row: Int, _ newRows: inout [Int32]) -> Int32 {
    let mask = keys.count &- 1
    var slot = Int(truncatingIfNeeded: hash(key))
    while numbers[slot] >= 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot &+ 1) & mask
    }
    let number = count
    keys[slot] = key
    numbers[slot] = number
    count &+= 1
    keyCount &+= 1
    newRows.append(Int32(truncatingIfNeeded: row))
    return number
  }

  private mutating func numberOfNull(_ row: Int, _ newRows: inout [Int32]) -> Int32 {
    if nullNumber < 0 {
      nullNumber = count
      count &+= 1
      newRows.append(Int32(truncatingIfNeeded: row))
    }
    return nullNumber
  }

  @inline(__always)
  private func hash(_ key: Int64) -> UInt64 {
    // Fibonacci hashing: the high bits of the product depend on all bits of the key.
    var bits = UInt64(bitPattern: key)
    bits ^= bits &>> 32
    return (bits &* 0x9E37_79B9_7F4A_7C15) &>> shift
  }

  /// Keeps the table at most half full, whatever `more` keys bring.
  private mutating func reserve(more: Int) {
    let needed = (keyCount + more) * 2
    guard needed > keys.count else { return }
    var size = keys.count
    while size < needed {
      size *= 2
      shift -= 1
    }
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [Int64](repeating: 0, count: size)
    numbers = [Int32](repeating: -1, count: size)
    for slot in oldKeys.indices where oldNumbers[slot] >= 0 {
      var place = Int(truncatingIfNeeded: hash(oldKeys[slot]))
      while numbers[place] >= 0 { place = (place &+ 1) & (size &- 1) }
      keys[place] = oldKeys[slot]
      numbers[place] = oldNumbers[slot]
    }
  }
}

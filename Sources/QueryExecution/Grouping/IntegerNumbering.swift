/// Numbers integers in order of first appearance.
///
/// While the keys lie close together (ids, days, bins) a table has a place for each integer between
/// the smallest and the largest; once they do not, they go to a hash table.
struct IntegerNumbering {
  private var near = NearKeys()
  /// Takes the keys over from `near` once they lie too far apart.
  private var far: FarKeys?
  private(set) var count: Int32 = 0
  private var nullNumber: Int32 = -1

  var byteCount: Int { near.byteCount + (far?.byteCount ?? 0) }

  /// The number of each key, made up for those that are new; rows of new keys are added to
  /// `newRows`.
  ///
  /// A row whose validity byte is 0 has the key null.
  mutating func number(
    _ values: UnsafeBufferPointer<Int64>, validity: UnsafeBufferPointer<UInt8>?,
    newRows: inout [Int32]
  ) -> [Int32] {
    guard values.count > 0 else { return [] }
    return [Int32](unsafeUninitializedCapacity: values.count) { result, made in
      if let validity {
        var row = 0
        while row < values.count {
          if validity[row] == 0 {
            result[row] = numberOfNull(row, &newRows)
            row += 1
            continue
          }
          var end = row + 1
          while end < values.count, validity[end] != 0 { end += 1 }
          number(values, row..<end, &result, &newRows)
          row = end
        }
      } else {
        number(values, values.indices, &result, &newRows)
      }
      made = values.count
    }
  }

  /// The number of one key, and whether it is new.
  mutating func number(of key: Int64) -> (number: Int32, isNew: Bool) {
    var newRows: [Int32] = []
    let numbers = withUnsafePointer(to: key) { key in
      self.number(UnsafeBufferPointer(start: key, count: 1), validity: nil, newRows: &newRows)
    }
    return (numbers[0], !newRows.isEmpty)
  }

  /// The number of each key; -1 where it has none, and for null.
  func find(
    _ values: UnsafeBufferPointer<Int64>, validity: UnsafeBufferPointer<UInt8>?
  ) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: values.count) { result, made in
      if let far { far.find(values, into: result) } else { near.find(values, into: result) }
      if let validity {
        for row in values.indices where validity[row] == 0 { result[row] = -1 }
      }
      made = values.count
    }
  }

  // MARK: - Implementation

  private mutating func number(
    _ values: UnsafeBufferPointer<Int64>, _ rows: Range<Int>,
    _ result: inout UnsafeMutableBufferPointer<Int32>, _ newRows: inout [Int32]
  ) {
    var row = rows.lowerBound
    while far == nil, row < rows.upperBound {
      row = near.number(values, row..<rows.upperBound, result, &count, &newRows)
      guard row < rows.upperBound else { return }
      let rest = UnsafeBufferPointer(rebasing: values[row..<rows.upperBound])
      if !near.widen(toHold: rest, keyCount: Int(count)) {
        far = FarKeys(near, room: rest.count)
        near = NearKeys()
      }
    }
    guard row < rows.upperBound else { return }
    if let near = far?.reserve(rows.upperBound - row) {
      // So many have come in the meantime that they lie close together after all.
      self.near = near
      far = nil
      return number(values, row..<rows.upperBound, &result, &newRows)
    }
    far?.number(values, row..<rows.upperBound, result, &count, &newRows)
  }

  private mutating func numberOfNull(_ row: Int, _ newRows: inout [Int32]) -> Int32 {
    if nullNumber < 0 {
      nullNumber = count
      count &+= 1
      newRows.append(Int32(truncatingIfNeeded: row))
    }
    return nullNumber
  }
}

/// A table with a place for each integer from `base` on.
private struct NearKeys {
  /// The number of each key, -1 where it has not come.
  private var numbers: [Int32] = []
  private var base: Int64 = 0

  /// Places for each key at most, so that memory stays in proportion; small tables may be emptier.
  private static let placesForKey = 8
  private static let smallest = 1 << 16

  var byteCount: Int { numbers.count * 4 }

  init() {}

  /// Of keys whose smallest and largest are known; nil where they lie too far apart.
  init?(_ keys: FarKeys, from lowest: Int64, through highest: Int64, count: Int) {
    guard let size = NearKeys.size(from: lowest, through: highest, keyCount: count) else {
      return nil
    }
    base = lowest
    numbers = [Int32](repeating: -1, count: size)
    keys.forEach { key, number in numbers[Int(key &- lowest)] = number }
  }

  func forEach(_ body: (Int64, Int32) -> Void) {
    for (place, number) in numbers.enumerated() where number >= 0 {
      body(base &+ Int64(place), number)
    }
  }

  /// Numbers the keys of rows up to the first that has no place; gives that row, or the end.
  mutating func number(
    _ values: UnsafeBufferPointer<Int64>, _ rows: Range<Int>,
    _ result: UnsafeMutableBufferPointer<Int32>, _ count: inout Int32, _ newRows: inout [Int32]
  ) -> Int {
    let base = base
    return numbers.withUnsafeMutableBufferPointer { numbers in
      let size = UInt64(numbers.count)
      for row in rows {
        // Wraps for smaller keys, to a place far behind the end.
        let place = UInt64(bitPattern: values[row] &- base)
        guard place < size else { return row }
        var number = numbers[Int(place)]
        if number < 0 {
          number = count
          numbers[Int(place)] = number
          count &+= 1
          newRows.append(Int32(truncatingIfNeeded: row))
        }
        result[row] = number
      }
      return rows.upperBound
    }
  }

  func find(_ values: UnsafeBufferPointer<Int64>, into result: UnsafeMutableBufferPointer<Int32>) {
    numbers.withUnsafeBufferPointer { numbers in
      let size = UInt64(numbers.count)
      for row in values.indices {
        let place = UInt64(bitPattern: values[row] &- base)
        result[row] = place < size ? numbers[Int(place)] : -1
      }
    }
  }

  /// Makes room for more keys; false where they lie too far apart.
  mutating func widen(toHold values: UnsafeBufferPointer<Int64>, keyCount: Int) -> Bool {
    var (lowest, highest) = (values[0], values[0])
    for value in values {
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    let growsDown = !numbers.isEmpty && lowest < base
    if !numbers.isEmpty {
      lowest = min(lowest, base)
      highest = max(highest, base &+ Int64(numbers.count - 1))
    }
    let expected = keyCount + values.count
    guard let needed = NearKeys.size(from: lowest, through: highest, keyCount: expected) else {
      return false
    }
    // Twice the size, where that is allowed, so that growing stays rare.
    let limit = max(NearKeys.smallest, NearKeys.placesForKey * expected)
    var more = Int64(max(0, min(limit, numbers.count * 2) - needed))
    let isAtEdge =
      growsDown
      ? lowest.subtractingReportingOverflow(more).overflow
      : highest.addingReportingOverflow(more).overflow
    if isAtEdge { more = 0 }
    let size = needed + Int(more)
    let start = growsDown ? lowest - more : lowest
    var wider = [Int32](repeating: -1, count: size)
    if !numbers.isEmpty {
      let place = Int(base &- start)
      wider.replaceSubrange(place..<place + numbers.count, with: numbers)
    }
    numbers = wider
    base = start
    return true
  }

  private static func size(from lowest: Int64, through highest: Int64, keyCount: Int) -> Int? {
    let span = UInt64(bitPattern: highest &- lowest)
    guard span < UInt64(max(smallest, placesForKey * keyCount)) else { return nil }
    return Int(span) + 1
  }
}

/// An open hash table.
private struct FarKeys {
  private var keys: [Int64]
  /// The number of the key in the slot; -1 where the slot is free.
  private var numbers: [Int32]
  private var shift: UInt64 = 58
  private var keyCount = 0

  var byteCount: Int { keys.count * 12 }

  /// The keys of a table that they have outgrown, with room for more.
  init(_ near: NearKeys, room: Int) {
    keys = [Int64](repeating: 0, count: 64)
    numbers = [Int32](repeating: -1, count: 64)
    var pairs: [(Int64, Int32)] = []
    near.forEach { pairs.append(($0, $1)) }
    grow(for: pairs.count + room)
    for (key, number) in pairs { insert(key, number) }
    keyCount = pairs.count
  }

  func forEach(_ body: (Int64, Int32) -> Void) {
    for slot in keys.indices where numbers[slot] >= 0 { body(keys[slot], numbers[slot]) }
  }

  /// Keeps the table at most half full, whatever `more` keys bring.
  ///
  /// Gives a table of places instead where all keys lie close together.
  mutating func reserve(_ more: Int) -> NearKeys? {
    guard (keyCount + more) * 2 > keys.count else { return nil }
    var (lowest, highest) = (Int64.max, Int64.min)
    forEach { key, _ in
      lowest = min(lowest, key)
      highest = max(highest, key)
    }
    if lowest <= highest,
      let near = NearKeys(self, from: lowest, through: highest, count: keyCount)
    {
      return near
    }
    grow(for: keyCount + more)
    return nil
  }

  mutating func number(
    _ values: UnsafeBufferPointer<Int64>, _ rows: Range<Int>,
    _ result: UnsafeMutableBufferPointer<Int32>, _ count: inout Int32, _ newRows: inout [Int32]
  ) {
    let (mask, shift) = (keys.count &- 1, shift)
    keys.withUnsafeMutableBufferPointer { keys in
      numbers.withUnsafeMutableBufferPointer { numbers in
        // Neighbours are often equal (a bin, a sorted column), so the key before is tried first.
        var lastKey: Int64 = 0
        var lastNumber: Int32 = -1
        for row in rows {
          let key = values[row]
          if key != lastKey || lastNumber < 0 {
            var slot = FarKeys.slot(of: key, shift)
            while numbers[slot] >= 0, keys[slot] != key { slot = (slot &+ 1) & mask }
            if numbers[slot] < 0 {
              keys[slot] = key
              numbers[slot] = count
              count &+= 1
              keyCount &+= 1
              newRows.append(Int32(truncatingIfNeeded: row))
            }
            (lastKey, lastNumber) = (key, numbers[slot])
          }
          result[row] = lastNumber
        }
      }
    }
  }

  func find(_ values: UnsafeBufferPointer<Int64>, into result: UnsafeMutableBufferPointer<Int32>) {
    let (mask, shift) = (keys.count &- 1, shift)
    keys.withUnsafeBufferPointer { keys in
      numbers.withUnsafeBufferPointer { numbers in
        for row in values.indices {
          let key = values[row]
          var slot = FarKeys.slot(of: key, shift)
          while numbers[slot] >= 0, keys[slot] != key { slot = (slot &+ 1) & mask }
          result[row] = numbers[slot]
        }
      }
    }
  }

  // MARK: - Implementation

  @inline(__always)
  private static func slot(of key: Int64, _ shift: UInt64) -> Int {
    // Fibonacci hashing: the high bits of the product depend on all bits of the key.
    var bits = UInt64(bitPattern: key)
    bits ^= bits &>> 32
    return Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  private mutating func grow(for count: Int) {
    var size = keys.count
    while size < count * 2 {
      size *= 2
      shift -= 1
    }
    guard size > keys.count else { return }
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [Int64](repeating: 0, count: size)
    numbers = [Int32](repeating: -1, count: size)
    for slot in oldKeys.indices where oldNumbers[slot] >= 0 {
      insert(oldKeys[slot], oldNumbers[slot])
    }
  }

  private mutating func insert(_ key: Int64, _ number: Int32) {
    var slot = FarKeys.slot(of: key, shift)
    while numbers[slot] >= 0 { slot = (slot &+ 1) & (keys.count &- 1) }
    keys[slot] = key
    numbers[slot] = number
  }
}

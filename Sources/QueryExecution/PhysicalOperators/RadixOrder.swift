/// Sorts row numbers by integers, stable, by counting the values of a digit at a time.
enum RadixOrder {
  /// The bits of a digit: as many as leave the counts in the nearest cache.
  private static let digitBits: UInt64 = 11
  /// Rows between two looks at whether the run was stopped.
  private static let stride = 1 << 16

  static func sort(
    _ order: inout [Int32], by codes: [SortOrder.Code], check: () throws -> Void
  ) throws {
    guard var lowest = codes.first?.value else { return }
    var highest = lowest
    var hasPlaces = false
    for code in codes {
      lowest = min(lowest, code.value)
      highest = max(highest, code.value)
      if code.place != 0 { hasPlaces = true }
    }
    let span = UInt64(bitPattern: highest &- lowest)
    try sort(&order, through: span & 0xFFFF_FFFF, wraps: span >> 32 != 0, check) { row in
      UInt64(bitPattern: codes[row].value &- lowest) & 0xFFFF_FFFF
    }
    try sort(&order, through: span >> 32, wraps: false, check) { row in
      UInt64(bitPattern: codes[row].value &- lowest) >> 32
    }
    if hasPlaces {
      try sort(&order, through: 4, wraps: false, check) { row in UInt64(codes[row].place + 2) }
    }
  }

  // MARK: - Implementation

  /// By keys from 0 through `highest`, or of any 32 bits where those `wraps`.
  ///
  /// Key and row stand in one word, so that a pass reads and writes one place a row.
  private static func sort(
    _ order: inout [Int32], through highest: UInt64, wraps: Bool, _ check: () throws -> Void,
    key: (Int) -> UInt64
  ) throws {
    let bits = wraps ? 32 : UInt64(64 - highest.leadingZeroBitCount)
    guard bits > 0 else { return }
    try check()
    var words = order.map { row in key(Int(row)) << 32 | UInt64(UInt32(bitPattern: row)) }
    var others = [UInt64](repeating: 0, count: words.count)
    var shift: UInt64 = 32
    while shift < 32 + bits {
      try pass(words, into: &others, shift: shift, check)
      swap(&words, &others)
      shift += digitBits
    }
    order = words.map { Int32(truncatingIfNeeded: $0) }
  }

  private static func pass(
    _ words: [UInt64], into others: inout [UInt64], shift: UInt64, _ check: () throws -> Void
  ) throws {
    let mask = UInt64(1) << digitBits - 1
    var next = [Int](repeating: 0, count: Int(mask) + 1)
    try words.withUnsafeBufferPointer { words in
      try next.withUnsafeMutableBufferPointer { next in
        for word in words { next[Int(word >> shift & mask)] &+= 1 }
        var place = 0
        for digit in next.indices { (next[digit], place) = (place, place + next[digit]) }
        try others.withUnsafeMutableBufferPointer { others in
          var start = 0
          while start < words.count {
            try check()
            let end = min(words.count, start + stride)
            for row in start..<end {
              let digit = Int(words[row] >> shift & mask)
              others[next[digit]] = words[row]
              next[digit] &+= 1
            }
            start = end
          }
        }
      }
    }
  }
}

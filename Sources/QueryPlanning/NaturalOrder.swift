/// An order of names in which runs of digits count as numbers: `a2` before `a10`.
enum NaturalOrder {
  static func isLess(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var (first, second) = (a[...], b[...])
    while let x = first.first, let y = second.first {
      if isDigit(x), isDigit(y) {
        let (left, right) = (takeNumber(&first), takeNumber(&second))
        if left.count != right.count { return left.count < right.count }
        if left != right { return left.lexicographicallyPrecedes(right) }
        continue
      }
      if x != y { return x < y }
      first.removeFirst()
      second.removeFirst()
    }
    return first.count < second.count
  }

  // MARK: - Implementation

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The digits at the start, without zeros before them.
  private static func takeNumber(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = text.prefix(while: isDigit)
    text = text.dropFirst(digits.count)
    return digits.drop { $0 == UInt8(ascii: "0") }
  }
}

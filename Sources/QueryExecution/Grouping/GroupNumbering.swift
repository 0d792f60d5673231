import Columns

/// Numbers groups by several key columns, in order of first appearance.
struct GroupNumbering {
  private var columns: [ValueNumbering]
  /// For each key after the first, the pairs of what the keys before make and its own number.
  private var pairs: [IntegerNumbering]

  init(keyCount: Int) {
    columns = Array(repeating: ValueNumbering(), count: keyCount)
    pairs = Array(repeating: IntegerNumbering(), count: max(0, keyCount - 1))
  }

  /// Groups so far; without keys there is one as soon as it is asked for.
  var count: Int {
    Int(pairs.last?.count ?? columns.last?.count ?? 1)
  }

  var byteCount: Int {
    columns.reduce(0) { $0 + $1.byteCount } + pairs.reduce(0) { $0 + $1.byteCount }
  }

  /// The group of each of `count` rows; the rows that open a group are added to `newRows`.
  mutating func number(
    _ keys: [ColumnVector], count: Int, newRows: inout [Int32]
  ) -> [Int32] {
    guard let first = keys.first else { return [Int32](repeating: 0, count: count) }
    if keys.count == 1 { return columns[0].number(first, newRows: &newRows) }
    var ignored: [Int32] = []
    var groups = columns[0].number(first, newRows: &ignored)
    for index in 1..<keys.count {
      ignored.removeAll(keepingCapacity: true)
      let numbers = columns[index].number(keys[index], newRows: &ignored)
      let combined = groups.indices.map { row in
        Int64(groups[row]) &<< 32 | Int64(numbers[row])
      }
      let isLast = index == keys.count - 1
      groups = combined.withUnsafeBufferPointer { combined in
        if isLast {
          return pairs[index - 1].number(combined, validity: nil, newRows: &newRows)
        }
        return pairs[index - 1].number(combined, validity: nil, newRows: &ignored)
      }
    }
    return groups
  }

  /// The group of each of `count` rows; -1 where a key is null or the keys have not come together.
  mutating func find(_ keys: [ColumnVector], count: Int) -> [Int32] {
    guard let first = keys.first else { return [Int32](repeating: 0, count: count) }
    var groups = columns[0].find(first)
    for index in 1..<max(1, keys.count) {
      let numbers = columns[index].find(keys[index])
      let combined = groups.indices.map { row in
        Int64(groups[row]) &<< 32 | Int64(numbers[row])
      }
      let validity = groups.indices.map { row -> UInt8 in
        groups[row] < 0 || numbers[row] < 0 ? 0 : 1
      }
      groups = combined.withUnsafeBufferPointer { combined in
        validity.withUnsafeBufferPointer { pairs[index - 1].find(combined, validity: $0) }
      }
    }
    return groups
  }
}

import Columns

/// Integers that sort as the values of a column do; equal values have equal codes.
///
/// Codes of different columns have nothing to do with each other.
enum OrderCodes {
  /// Nulls and not-a-numbers get any code.
  static func codes(of column: ColumnVector) -> [Int64] {
    switch column.storage {
    case .bool(let values): return values.withUnsafeBufferPointer { $0.map(Int64.init) }
    case .int(let values): return values.withUnsafeBufferPointer { $0.map(Int64.init) }
    case .long(let values): return Array(values)
    case .real(let values): return values.withUnsafeBufferPointer { $0.map(code(of:)) }
    case .string(let ids, let dictionary): return codes(ids, dictionary)
    case .decimal(let values): return ranks(column) { values[$0] < values[$1] }
    case .guid(let values): return ranks(column) { values[$0] < values[$1] }
    case .dynamic(let values):
      return ranks(column) { DynamicOrder.isLess(values[$0], values[$1]) }
    }
  }

  /// The bits of a real, arranged to sort as its value; both zeros are alike.
  static func code(of value: Double) -> Int64 {
    let bits = Int64(bitPattern: (value == 0 ? 0 : value).bitPattern)
    return bits < 0 ? bits ^ Int64.max : bits
  }

  // MARK: - Implementation

  private static func codes(
    _ ids: ColumnSlice<Int32>, _ dictionary: StringDictionary
  ) -> [Int64] {
    if dictionary.count <= 4 * ids.count + 1024 {
      let ranks = dictionary.ranks()
      return (0..<ids.count).map { Int64(ranks[Int(ids[$0])]) }
    }
    // Few rows of a large dictionary: rank only the entries that occur.
    let used = Array(Set(Array(ids))).sorted { a, b in
      let order = dictionary.compare(a, b)
      return order != 0 ? order < 0 : a < b
    }
    var codes: [Int32: Int64] = [:]
    var rank: Int64 = 0
    for (place, id) in used.enumerated() {
      if place > 0, dictionary.compare(used[place - 1], id) != 0 { rank += 1 }
      codes[id] = rank
    }
    return (0..<ids.count).map { codes[ids[$0]] ?? 0 }
  }

  /// Dense ranks by an order of rows.
  private static func ranks(
    _ column: ColumnVector, _ isLess: (Int, Int) -> Bool
  ) -> [Int64] {
    let order = (0..<column.count).sorted(by: isLess)
    var ranks = [Int64](repeating: 0, count: column.count)
    var rank: Int64 = 0
    for (place, row) in order.enumerated() {
      if place > 0, isLess(order[place - 1], row) { rank += 1 }
      ranks[row] = rank
    }
    return ranks
  }
}

/// An order of dynamic values: null, then truth values, numbers, times, strings, arrays, bags; alike
/// by value, arrays and bags by their text.
enum DynamicOrder {
  static func isLess(_ a: DynamicValue, _ b: DynamicValue) -> Bool {
    switch (a, b) {
    case (.bool(let x), .bool(let y)): return !x && y
    case (.long(let x), .long(let y)): return x < y
    case (.real(let x), .real(let y)): return OrderCodes.code(of: x) < OrderCodes.code(of: y)
    case (.long(let x), .real(let y)): return Double(x) < y
    case (.real(let x), .long(let y)): return x < Double(y)
    case (.datetime(let x), .datetime(let y)): return x < y
    case (.timespan(let x), .timespan(let y)): return x < y
    case (.string(let x), .string(let y)): return x.utf8.lexicographicallyPrecedes(y.utf8)
    case (.array, .array), (.bag, .bag):
      return DynamicText.string(a).utf8.lexicographicallyPrecedes(DynamicText.string(b).utf8)
    case (.null, _), (.bool, _), (.long, _), (.real, _), (.datetime, _), (.timespan, _),
      (.string, _), (.array, _), (.bag, _):
      return rank(a) < rank(b)
    }
  }

  /// Whether an order between the two means something: numbers, times, texts among themselves.
  static func areAlike(_ a: DynamicValue, _ b: DynamicValue) -> Bool { rank(a) == rank(b) }

  private static func rank(_ value: DynamicValue) -> Int {
    switch value {
    case .null: return 0
    case .bool: return 1
    case .long, .real: return 2
    case .datetime: return 3
    case .timespan: return 4
    case .string: return 5
    case .array: return 6
    case .bag: return 7
    }
  }
}

import Columns

/// One key of a sort, ready to run.
struct SortKey {
  let expression: Expression
  let isAscending: Bool
  let nullsFirst: Bool
}

/// The order of rows by several keys; equal rows stay as they came.
///
/// Each key becomes an integer a row that sorts as the key should, so that comparing is the same for
/// all types. Not-a-number stands beside null.
struct SortOrder {
  /// What a key's value is in the order: smaller comes first.
  struct Code: Comparable {
    /// Orders nulls and not-a-numbers against values.
    var place: Int8
    var value: Int64

    @inline(__always)
    static func < (a: Code, b: Code) -> Bool {
      a.place != b.place ? a.place < b.place : a.value < b.value
    }
  }

  private let codes: [[Code]]

  /// With fewer rows comparing is quicker than counting.
  private static let leastForRadix = 512

  init(keys: [SortKey], columns: [ColumnVector]) {
    codes = zip(keys, columns).map { SortOrder.codes($0, $1) }
  }

  /// Row numbers in sorted order.
  ///
  /// `check` is called now and then and may throw to stop.
  func rows(count: Int, check: () throws -> Void) throws -> [Int32] {
    try check()
    var order = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    guard let first = codes.first else { return order }
    if count >= SortOrder.leastForRadix {
      // Each sort is stable, so the last key goes first.
      for column in codes.reversed() { try RadixOrder.sort(&order, by: column, check: check) }
      return order
    }
    let others = codes.dropFirst()
    if others.isEmpty { return rows(by: first) }
    var comparisons = 0
    try order.sort { a, b in
      comparisons &+= 1
      if comparisons & 0xFFFF == 0 { try check() }
      let (x, y) = (first[Int(a)], first[Int(b)])
      if x != y { return x < y }
      for column in others {
        let (x, y) = (column[Int(a)], column[Int(b)])
        if x != y { return x < y }
      }
      return a < b
    }
    return order
  }

  /// Whether codes of that type mean the same in every batch, so that they can be compared with
  /// those of rows seen before.
  static func hasLastingCodes(_ type: ScalarType) -> Bool {
    switch type {
    case .bool, .int, .long, .real, .datetime, .timespan: return true
    case .decimal, .string, .dynamic, .guid, .unknown: return false
    }
  }

  // MARK: - Implementation

  /// One key: codes and row numbers stand side by side, so that a comparison reads one place.
  private func rows(by codes: [Code]) -> [Int32] {
    var entries = codes.enumerated().map {
      (code: $0.element, row: Int32(truncatingIfNeeded: $0.offset))
    }
    entries.sort { $0.code != $1.code ? $0.code < $1.code : $0.row < $1.row }
    return entries.map(\.row)
  }

  static func codes(_ key: SortKey, _ column: ColumnVector) -> [Code] {
    let flat = column.flattened()
    let values = OrderCodes.codes(of: flat)
    let (nullPlace, notANumberPlace): (Int8, Int8) = key.nullsFirst ? (-2, -1) : (2, 1)
    var result = values.map { Code(place: 0, value: key.isAscending ? $0 : ~$0) }
    if case .real(let reals) = flat.storage {
      for row in result.indices where reals[row].isNaN {
        result[row] = Code(place: notANumberPlace, value: 0)
      }
    }
    if flat.validity != nil {
      for row in result.indices where flat.isNull(row) {
        result[row] = Code(place: nullPlace, value: 0)
      }
    }
    return result
  }
}

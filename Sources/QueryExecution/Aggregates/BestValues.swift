import Columns

/// The best value of each group so far, and which rows of a batch better it.
struct BestValues {
  private enum Held: UInt8 {
    case nothing, null, value
  }

  private let wantsLargest: Bool
  private var held: [Held] = []
  /// Integers that sort as the values, for the types that have such.
  private var codes: [Int64] = []
  private var texts: [[UInt8]] = []
  private var scalars: [ScalarValue] = []

  init(wantsLargest: Bool) { self.wantsLargest = wantsLargest }

  /// The rows that are the best of their group now, one a group, in the order in which the groups
  /// first got better in this batch.
  mutating func winners(
    _ column: ColumnVector, _ rows: GroupedRows
  ) -> [(row: Int32, group: Int32)] {
    held.grow(to: rows.groupCount, with: .nothing)
    var latest: [Int32: Int32] = [:]
    var order: [Int32] = []
    let take = { (row: Int, group: Int32) in
      if latest.updateValue(Int32(truncatingIfNeeded: row), forKey: group) == nil {
        order.append(group)
      }
    }
    switch column.storage {
    case .bool, .int, .long, .real: compareCodes(column, rows, take)
    case .string(let ids, let dictionary): compareTexts(ids, dictionary, rows, take)
    case .decimal, .dynamic, .guid: compareScalars(column, rows, take)
    }
    return order.compactMap { group in latest[group].map { (row: $0, group: group) } }
  }

  // MARK: - Implementation

  private mutating func compareCodes(
    _ column: ColumnVector, _ rows: GroupedRows, _ take: (Int, Int32) -> Void
  ) {
    codes.grow(to: rows.groupCount, with: 0)
    let batchCodes = codesOfNumbers(column)
    for row in 0..<rows.count {
      let group = Int(rows.groups[row])
      if column.isNull(row) {
        if held[group] == .nothing {
          held[group] = .null
          take(row, rows.groups[row])
        }
        continue
      }
      let code = batchCodes[row]
      if held[group] == .value,
        wantsLargest ? code <= codes[group] : code >= codes[group]
      {
        continue
      }
      held[group] = .value
      codes[group] = code
      take(row, rows.groups[row])
    }
  }

  /// Not-a-number loses against every number.
  private func codesOfNumbers(_ column: ColumnVector) -> [Int64] {
    guard case .real(let values) = column.storage else { return OrderCodes.codes(of: column) }
    let worst: Int64 = wantsLargest ? .min : .max
    return values.withUnsafeBufferPointer { values in
      values.map { $0.isNaN ? worst : OrderCodes.code(of: $0) }
    }
  }

  private mutating func compareTexts(
    _ ids: ColumnSlice<Int32>, _ dictionary: StringDictionary, _ rows: GroupedRows,
    _ take: (Int, Int32) -> Void
  ) {
    texts.grow(to: rows.groupCount, with: [])
    for row in 0..<rows.count {
      let group = Int(rows.groups[row])
      dictionary.withUTF8(ids[row]) { text in
        if held[group] == .value {
          let order = texts[group].withUnsafeBufferPointer { compareUTF8(text, $0) }
          guard wantsLargest ? order > 0 : order < 0 else { return }
        }
        held[group] = .value
        texts[group] = Array(text)
        take(row, rows.groups[row])
      }
    }
  }

  /// For types whose order is not that of an integer.
  private mutating func compareScalars(
    _ column: ColumnVector, _ rows: GroupedRows, _ take: (Int, Int32) -> Void
  ) {
    scalars.grow(to: rows.groupCount, with: .null(column.type))
    for row in 0..<rows.count {
      let group = Int(rows.groups[row])
      let value = column.value(at: row)
      if value.isNull {
        guard held[group] == .nothing else { continue }
        held[group] = .null
      } else {
        if held[group] == .value {
          let pair = ColumnVector(values: [scalars[group], value], type: column.type)
          let order = OrderCodes.codes(of: pair)
          guard wantsLargest ? order[1] > order[0] : order[1] < order[0] else { continue }
        }
        held[group] = .value
        scalars[group] = value
      }
      take(row, rows.groups[row])
    }
  }
}

import Columns
import QueryPlanning

/// Numbers the values of a column in order of first appearance; null is a value like others.
///
/// Equal numbers mean equal values. In a column of references the rows referred to count, not their
/// names: two people of one name are two values.
struct ValueNumbering {
  private var integers = IntegerNumbering()
  private var texts = TextNumbering()
  private var scalars: [ScalarValue: Int32] = [:]
  private(set) var count: Int32 = 0

  /// For the dictionary met last, the number of each entry; -1 where it has not come yet.
  private var mapping: [Int32] = []
  private var mappedDictionary: StringDictionary?
  /// Numbers of texts among those of all values, where references come beside texts.
  private var textNumbers: [Int32] = []
  private var rowNumbers: [RowReference: Int32] = [:]
  /// For the dictionary looked through last, the number of each entry; -2 where it is not known yet.
  private var found: [Int32] = []
  private var foundDictionary: StringDictionary?

  var byteCount: Int {
    integers.byteCount + texts.byteCount + mapping.count * 4 + scalars.count * 64
      + rowNumbers.count * 24
  }

  /// The number of each row's value; the rows where a value appears first are added to `newRows`.
  mutating func number(_ vector: ColumnVector, newRows: inout [Int32]) -> [Int32] {
    let flat = vector.flattened()
    switch flat.storage {
    case .bool(let values):
      return number(values.withUnsafeBufferPointer { $0.map(Int64.init) }, flat, &newRows)
    case .int(let values):
      return number(values.withUnsafeBufferPointer { $0.map(Int64.init) }, flat, &newRows)
    case .long(let values):
      let result = values.withUnsafeBufferPointer { integers($0, flat.validity, &newRows) }
      count = integers.count
      return result
    case .real(let values):
      return number(values.withUnsafeBufferPointer { $0.map(\.groupingBits) }, flat, &newRows)
    case .string(let ids, let dictionary):
      return number(ids, dictionary, &newRows)
    case .decimal, .dynamic, .guid:
      return (0..<flat.count).map { row in
        let value = flat.value(at: row)
        if let known = scalars[value] { return known }
        let number = added(row, &newRows)
        scalars[value] = number
        return number
      }
    }
  }

  /// The number of each row's value; -1 for null and for what has not come.
  ///
  /// Mutating, as it keeps what it has found of a dictionary.
  mutating func find(_ vector: ColumnVector) -> [Int32] {
    let flat = vector.flattened()
    func integers(_ values: [Int64]) -> [Int32] {
      values.withUnsafeBufferPointer { find($0, flat.validity) }
    }
    switch flat.storage {
    case .bool(let values):
      return integers(values.withUnsafeBufferPointer { $0.map(Int64.init) })
    case .int(let values):
      return integers(values.withUnsafeBufferPointer { $0.map(Int64.init) })
    case .long(let values):
      return values.withUnsafeBufferPointer { find($0, flat.validity) }
    case .real(let values):
      return integers(values.withUnsafeBufferPointer { $0.map(\.groupingBits) })
    case .string(let ids, let dictionary): return find(ids, dictionary)
    case .decimal, .dynamic, .guid:
      return (0..<flat.count).map { row in
        flat.isNull(row) ? -1 : scalars[flat.value(at: row)] ?? -1
      }
    }
  }

  // MARK: - Implementation

  private func find(
    _ keys: UnsafeBufferPointer<Int64>, _ validity: ColumnSlice<UInt8>?
  ) -> [Int32] {
    guard let validity else { return integers.find(keys, validity: nil) }
    return validity.withUnsafeBufferPointer { integers.find(keys, validity: $0) }
  }

  private mutating func find(
    _ ids: ColumnSlice<Int32>, _ dictionary: StringDictionary
  ) -> [Int32] {
    let keepsFound = foundDictionary === dictionary || dictionary.count <= 8 * ids.count + 4096
    if keepsFound, foundDictionary !== dictionary {
      foundDictionary = dictionary
      found = [Int32](repeating: -2, count: dictionary.count)
    }
    var result = [Int32](repeating: 0, count: ids.count)
    for row in 0..<ids.count {
      let id = Int(ids[row])
      if keepsFound, found[id] > -2 {
        result[row] = found[id]
        continue
      }
      let number = numberFound(ofEntry: ids[row], dictionary)
      if keepsFound { found[id] = number }
      result[row] = number
    }
    return result
  }

  private func numberFound(ofEntry id: Int32, _ dictionary: StringDictionary) -> Int32 {
    if let table = dictionary.table, id != dictionary.absentRow {
      return rowNumbers[RowReference(table: .init(table), row: Int(id))] ?? -1
    }
    return dictionary.withUTF8(id) { texts.find($0).map { textNumbers[Int($0)] } ?? -1 }
  }

  private mutating func number(
    _ keys: [Int64], _ vector: ColumnVector, _ newRows: inout [Int32]
  ) -> [Int32] {
    let result = keys.withUnsafeBufferPointer { integers($0, vector.validity, &newRows) }
    count = integers.count
    return result
  }

  private mutating func integers(
    _ keys: UnsafeBufferPointer<Int64>, _ validity: ColumnSlice<UInt8>?,
    _ newRows: inout [Int32]
  ) -> [Int32] {
    guard let validity else {
      return integers.number(keys, validity: nil, newRows: &newRows)
    }
    return validity.withUnsafeBufferPointer {
      integers.number(keys, validity: $0, newRows: &newRows)
    }
  }

  private mutating func number(
    _ ids: ColumnSlice<Int32>, _ dictionary: StringDictionary, _ newRows: inout [Int32]
  ) -> [Int32] {
    // A large dictionary that comes for few rows is not worth a table of its entries.
    let keepsMapping = mappedDictionary === dictionary || dictionary.count <= 8 * ids.count + 4096
    if keepsMapping, mappedDictionary !== dictionary {
      mappedDictionary = dictionary
      mapping = [Int32](repeating: -1, count: dictionary.count)
    }
    var result = [Int32](repeating: -1, count: ids.count)
    if keepsMapping, !known(ids, &result) { return result }
    ids.withUnsafeBufferPointer { ids in
      for row in ids.indices where result[row] < 0 {
        let id = ids[row]
        if keepsMapping, mapping[Int(id)] >= 0 {
          result[row] = mapping[Int(id)]
          continue
        }
        let number = numberOfEntry(id, dictionary, row, &newRows)
        if keepsMapping { mapping[Int(id)] = number }
        result[row] = number
      }
    }
    return result
  }

  /// Fills in the numbers of entries that have come before; whether others are left.
  private func known(_ ids: ColumnSlice<Int32>, _ result: inout [Int32]) -> Bool {
    ids.withUnsafeBufferPointer { ids in
      mapping.withUnsafeBufferPointer { mapping in
        result.withUnsafeMutableBufferPointer { result in
          var lowest: Int32 = 0
          for row in ids.indices {
            let number = mapping[Int(ids[row])]
            result[row] = number
            lowest = min(lowest, number)
          }
          return lowest < 0
        }
      }
    }
  }

  private mutating func numberOfEntry(
    _ id: Int32, _ dictionary: StringDictionary, _ row: Int, _ newRows: inout [Int32]
  ) -> Int32 {
    if let table = dictionary.table, id != dictionary.absentRow {
      let reference = RowReference(table: .init(table), row: Int(id))
      if let known = rowNumbers[reference] { return known }
      let number = added(row, &newRows)
      rowNumbers[reference] = number
      return number
    }
    let (text, isNew) = dictionary.withUTF8(id) { texts.number(of: $0) }
    guard isNew else { return textNumbers[Int(text)] }
    let number = added(row, &newRows)
    textNumbers.append(number)
    return number
  }

  private mutating func added(_ row: Int, _ newRows: inout [Int32]) -> Int32 {
    let number = count
    count &+= 1
    newRows.append(Int32(truncatingIfNeeded: row))
    return number
  }
}

extension Double {
  /// Bits that are equal for values that group together: both zeros, all not-a-numbers.
  fileprivate var groupingBits: Int64 {
    if self == 0 { return 0 }
    return isNaN ? Int64(bitPattern: Double.nan.bitPattern) : Int64(bitPattern: bitPattern)
  }
}

import Columns
import QueryPlanning

/// Follows references: from a column of row numbers of a table to a column of that table.
final class Navigation {
  private let table: TableID
  private let target: ColumnVector
  /// For string targets, the dictionary that has an entry for "no row", and that entry.
  private var absentEntry: (dictionary: StringDictionary, id: Int32)?

  init(table: TableID, target: ColumnVector) {
    self.table = table
    self.target = target
  }

  func follow(_ reference: ColumnVector, count: Int) throws -> ColumnVector {
    guard case .string(let ids, let dictionary) = reference.storage,
      dictionary.table == table.index, let absent = dictionary.absentRow
    else {
      // Not a reference after all (the column was computed): there is no row to go to.
      return .nulls(target.type, count: count)
    }
    let rowCount = target.count
    var rows = [Int32](repeating: 0, count: reference.isConstant ? 1 : count)
    var missing = [UInt8](repeating: 0, count: rows.count)
    var anyMissing = false
    for row in rows.indices {
      let id = ids[row]
      if id == absent || id < 0 || Int(id) >= rowCount {
        missing[row] = 1
        anyMissing = true
      } else {
        rows[row] = id
      }
    }
    if rowCount == 0 { return .nulls(target.type, count: count) }
    var result = target.gathered(rows)
    if anyMissing { result = withoutRows(result, missing) }
    guard reference.isConstant else { return result }
    return ColumnVector(
      type: result.type, count: count, storage: result.flattened().storage,
      validity: result.validity, isConstant: true)
  }

  // MARK: - Implementation

  private func withoutRows(_ result: ColumnVector, _ missing: [UInt8]) -> ColumnVector {
    let flat = result.flattened()
    if case .string(let ids, let dictionary) = flat.storage {
      let absent = absentEntry(of: dictionary)
      let moved = missing.indices.map { missing[$0] == 0 ? ids[$0] : absent.id }
      return .strings(moved, in: absent.dictionary)
    }
    let validity = missing.indices.map { row -> UInt8 in
      missing[row] == 0 && !flat.isNull(row) ? 1 : 0
    }
    return flat.withValidity(validity)
  }

  private func absentEntry(
    of dictionary: StringDictionary
  ) -> (dictionary: StringDictionary, id: Int32) {
    if let absentEntry { return absentEntry }
    let found: (StringDictionary, Int32)
    if let id = dictionary.absentRow {
      found = (dictionary, id)
    } else if let id = dictionary.entries.firstIndex(where: \.isEmpty) {
      found = (dictionary, Int32(truncatingIfNeeded: id))
    } else {
      let wider = StringDictionary(
        bytes: dictionary.bytes, entries: dictionary.entries + [0..<0],
        isUnique: dictionary.isUnique)
      found = (wider, Int32(truncatingIfNeeded: dictionary.count))
    }
    absentEntry = found
    return found
  }
}

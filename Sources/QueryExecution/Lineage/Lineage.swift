package import Columns
package import QueryPlanning

/// A row of a catalog table.
package struct RowReference: Hashable, Sendable {
  private let tableIndex: Int32
  private let rowIndex: Int32

  package init(table: TableID, row: Int) {
    tableIndex = Int32(truncatingIfNeeded: table.index)
    rowIndex = Int32(truncatingIfNeeded: row)
  }

  package var table: TableID { TableID(Int(tableIndex)) }
  package var row: Int { Int(rowIndex) }
}

/// The rows of tables that each row of a batch rests on.
///
/// Operators that keep rows pass it on as it is; nothing is stored for consecutive rows.
package enum Lineage: Sendable {
  /// No table stands behind the rows (`range`, `print`).
  case none
  /// Row *i* comes from row `from` + *i* of the table.
  case consecutive(TableID, from: Int)
  /// Row *i* comes from the row of the table given there.
  case rows(TableID, ColumnSlice<Int32>)
  /// Row *i* rests on the set of rows with the number given there.
  case sets(LineageSets, ColumnSlice<Int32>)

  /// What one row rests on.
  package func sources(of row: Int) -> RowSources {
    switch self {
    case .none:
      return RowSources(rows: [], total: 0)
    case .consecutive(let table, let from):
      return RowSources(rows: [RowReference(table: table, row: from + row)], total: 1)
    case .rows(let table, let rows):
      return RowSources(rows: [RowReference(table: table, row: Int(rows[row]))], total: 1)
    case .sets(let sets, let numbers):
      return sets[Int(numbers[row])]
    }
  }

  /// The lineage of these rows, in their order.
  func gathered(_ rows: [Int32]) -> Lineage {
    switch self {
    case .none:
      return .none
    case .consecutive(let table, let from):
      let base = Int32(truncatingIfNeeded: from)
      return .rows(table, ColumnSlice(rows.map { $0 &+ base }))
    case .rows(let table, let numbers):
      return .rows(table, ColumnSlice(rows.map { numbers[Int($0)] }))
    case .sets(let sets, let numbers):
      return .sets(sets, ColumnSlice(rows.map { numbers[Int($0)] }))
    }
  }

  /// The lineage of a range of rows; copies nothing.
  func slice(_ range: Range<Int>) -> Lineage {
    switch self {
    case .none: return .none
    case .consecutive(let table, let from):
      return .consecutive(table, from: from + range.lowerBound)
    case .rows(let table, let numbers): return .rows(table, numbers[range])
    case .sets(let sets, let numbers): return .sets(sets, numbers[range])
    }
  }
}

/// What one row of a result rests on.
package struct RowSources: Hashable, Sendable {
  /// At most ``LineageSets/cap``, in document order.
  package let rows: [RowReference]
  /// How many there are, kept or not.
  package let total: Int
}

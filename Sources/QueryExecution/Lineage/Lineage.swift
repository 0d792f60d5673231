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
/// Operators that keep rows pass it on as it is; nothing is stored for consecutive rows. A number
/// below 0 in place of a row's, or a set's, stands for no row at all (the missing side of an outer
/// join).
package indirect enum Lineage: Sendable {
  /// No table stands behind the rows (`range`, `print`).
  case none
  /// Row *i* comes from row `from` + *i* of the table.
  case consecutive(TableID, from: Int)
  /// Row *i* comes from the row of the table given there.
  case rows(TableID, ColumnSlice<Int32>)
  /// Row *i* rests on the set of rows with the number given there.
  case sets(LineageSets, ColumnSlice<Int32>)
  /// Row *i* rests on what row *i* of either rests on: the two sides of a join.
  case both(Lineage, Lineage)

  /// What one row rests on.
  package func sources(of row: Int) -> RowSources {
    switch self {
    case .none:
      return RowSources(rows: [], total: 0)
    case .consecutive(let table, let from):
      return RowSources(rows: [RowReference(table: table, row: from + row)], total: 1)
    case .rows(let table, let rows):
      guard rows[row] >= 0 else { return RowSources(rows: [], total: 0) }
      return RowSources(rows: [RowReference(table: table, row: Int(rows[row]))], total: 1)
    case .sets(let sets, let numbers):
      guard numbers[row] >= 0 else { return RowSources(rows: [], total: 0) }
      return sets[Int(numbers[row])]
    case .both(let left, let right):
      return left.sources(of: row).union(right.sources(of: row))
    }
  }

  /// The lineage of these rows, in their order; a number below 0 is no row.
  func gathered(_ rows: [Int32]) -> Lineage {
    switch self {
    case .none:
      return .none
    case .consecutive(let table, let from):
      let base = Int32(truncatingIfNeeded: from)
      return .rows(table, ColumnSlice(rows.map { $0 < 0 ? -1 : $0 &+ base }))
    case .rows(let table, let numbers):
      return .rows(table, ColumnSlice(rows.map { $0 < 0 ? -1 : numbers[Int($0)] }))
    case .sets(let sets, let numbers):
      return .sets(sets, ColumnSlice(rows.map { $0 < 0 ? -1 : numbers[Int($0)] }))
    case .both(let left, let right):
      return .both(left.gathered(rows), right.gathered(rows))
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
    case .both(let left, let right): return .both(left.slice(range), right.slice(range))
    }
  }

  /// This and another lineage of the same rows together.
  func joined(with other: Lineage) -> Lineage {
    switch (self, other) {
    case (.none, _): return other
    case (_, .none): return self
    case (.consecutive, _), (.rows, _), (.sets, _), (.both, _): return .both(self, other)
    }
  }
}

/// What one row of a result rests on.
package struct RowSources: Hashable, Sendable {
  /// At most ``LineageSets/cap``, in document order.
  package let rows: [RowReference]
  /// How many there are, kept or not.
  package let total: Int

  /// The rows of both, in document order, each once.
  func union(_ other: RowSources) -> RowSources {
    if other.total == 0 { return self }
    if total == 0 { return other }
    let all = Array(Set(rows + other.rows)).sorted()
    // Rows that both have are counted once, as far as they are kept.
    let shared = rows.count + other.rows.count - all.count
    return RowSources(
      rows: Array(all.prefix(LineageSets.cap)), total: total + other.total - shared)
  }
}

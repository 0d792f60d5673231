import Columns

/// The right side of a join, with its rows findable by key.
final class JoinBuild {
  let rows: KeptRows
  /// The columns of the rows; where left rows may stay alone, one row more, which is missing.
  let columns: [ColumnVector]
  private var numbering: GroupNumbering
  /// For each group where its rows begin in `members`; one more for the end.
  private let starts: [Int32]
  private let members: [Int32]
  private let groups: [Int32]
  /// A byte a group: 1 once a left row has met it.
  private var met: [UInt8]
  /// The one row of each group, -1 for none, where no group has several.
  private let single: [Int32]?

  init(
    _ input: any PhysicalOperator, keys: [Expression], types: [ScalarType], needsMissing: Bool,
    _ context: inout EvaluationContext, _ run: RunState
  ) throws {
    var collected = RowCollector(
      types: types + keys.map(\.type), keepsLineage: run.options.keepsLineage)
    var held = 0
    while let batch = try input.next()?.compacted() {
      try run.step(batch.count)
      context.selection = nil
      let keyColumns = try keys.map {
        try $0.evaluate(batch.columns, count: batch.count, &context)
      }
      collected.append(
        columns: batch.columns + keyColumns, count: batch.count, lineage: batch.lineage)
      try run.hold(collected.byteCount - held)
      held = collected.byteCount
    }
    let all = collected.finish()
    rows = all
    let own = Array(all.columns.prefix(types.count))
    columns = needsMissing ? own.map { $0.appendingMissing() } : own
    let keyColumns = Array(all.columns.suffix(keys.count))
    var numbering = GroupNumbering(keyCount: keys.count)
    var newRows: [Int32] = []
    var groups = numbering.number(keyColumns, count: all.count, newRows: &newRows)
    for column in keyColumns where column.validity != nil {
      for row in 0..<all.count where column.isNull(row) { groups[row] = -1 }
    }
    // Rows by group, in their order: counted, then placed.
    let groupCount = keys.isEmpty ? 1 : numbering.count
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    for group in groups where group >= 0 { starts[Int(group) + 1] &+= 1 }
    for group in 0..<groupCount { starts[group + 1] &+= starts[group] }
    var next = starts
    var members = [Int32](repeating: 0, count: Int(starts[groupCount]))
    for (row, group) in groups.enumerated() where group >= 0 {
      members[Int(next[Int(group)])] = Int32(truncatingIfNeeded: row)
      next[Int(group)] &+= 1
    }
    self.numbering = numbering
    self.starts = starts
    self.members = members
    self.groups = groups
    met = [UInt8](repeating: 0, count: groupCount)
    let isSingle = (0..<groupCount).allSatisfy { starts[$0 + 1] - starts[$0] <= 1 }
    single =
      isSingle
      ? (0..<groupCount).map { starts[$0] < starts[$0 + 1] ? members[Int(starts[$0])] : -1 } : nil
    try run.hold(numbering.byteCount + members.count * 8)
  }

  /// The group of each left row; -1 where it has no partner.
  func find(_ keys: [ColumnVector], count: Int) -> [Int32] {
    var found = numbering.find(keys, count: count)
    guard hasEmptyGroups else { return found }
    for (row, group) in found.enumerated()
    where group >= 0 && starts[Int(group)] == starts[Int(group) + 1] {
      found[row] = -1
    }
    return found
  }

  /// A group whose every row has a null key has no members.
  private lazy var hasEmptyGroups = starts.indices.dropLast().contains {
    starts[$0] == starts[$0 + 1]
  }

  /// For each left row its one partner, -1 for none; nil where keys repeat on the right.
  func singlePartners(of groups: [Int32]) -> [Int32]? {
    guard let single else { return nil }
    return [Int32](unsafeUninitializedCapacity: groups.count) { result, made in
      single.withUnsafeBufferPointer { single in
        groups.withUnsafeBufferPointer { groups in
          for row in groups.indices {
            let group = groups[row]
            result[row] = group < 0 ? -1 : single[Int(group)]
          }
        }
      }
      made = groups.count
    }
  }

  /// The rows of a group, ascending.
  func partners(of group: Int32) -> ArraySlice<Int32> {
    members[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }

  /// Notes that left rows have met these groups.
  func mark(_ groups: [Int32]) {
    for group in groups where group >= 0 { met[Int(group)] = 1 }
  }

  /// Whether the group was asked for before.
  func isSeen(_ group: Int32) -> Bool {
    defer { met[Int(group)] = 1 }
    return met[Int(group)] != 0
  }

  /// The rows whose group a left row has met, or those whose none has.
  func rows(partnered: Bool) -> [Int32] {
    groups.indices.compactMap { row in
      let isMet = groups[row] >= 0 && met[Int(groups[row])] != 0
      return isMet == partnered ? Int32(truncatingIfNeeded: row) : nil
    }
  }
}

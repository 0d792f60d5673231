import Columns
import QueryPlanning

/// Collects the rows of each group while an aggregation runs.
///
/// Rows of all groups stand in one array, chained by group, so that a million small groups cost no
/// array each. Keeps the first ``LineageSets/cap`` rows that come and, where more come, also the
/// first in document order.
struct LineageSetBuilder {
  private var members: [RowReference] = []
  /// For each member the next of its group; -1 ends.
  private var next: [Int32] = []
  private var heads: [Int32] = []
  private var tails: [Int32] = []
  private var kept: [Int32] = []
  private var totals: [Int] = []
  /// The first in document order among the rows that were not kept.
  private var earliest: [Int32: RowReference] = [:]

  /// Whether any row has come that a table stands behind.
  private(set) var hasRows = false

  /// Bytes held, for limits.
  var byteCount: Int { members.count * 12 + totals.count * 20 }

  /// Makes room for groups up to `count`.
  mutating func resize(to count: Int) {
    let missing = count - totals.count
    guard missing > 0 else { return }
    heads.append(contentsOf: repeatElement(-1, count: missing))
    tails.append(contentsOf: repeatElement(-1, count: missing))
    kept.append(contentsOf: repeatElement(0, count: missing))
    totals.append(contentsOf: repeatElement(0, count: missing))
  }

  /// Adds the lineage of each row to the row's group.
  mutating func add(_ lineage: Lineage, groups: [Int32]) {
    switch lineage {
    case .none:
      return
    case .consecutive(let table, let from):
      for (row, group) in groups.enumerated() {
        add(RowReference(table: table, row: from + row), to: group)
      }
    case .rows(let table, let rows):
      for (row, group) in groups.enumerated() where rows[row] >= 0 {
        add(RowReference(table: table, row: Int(rows[row])), to: group)
      }
    case .both(let left, let right):
      add(left, groups: groups)
      add(right, groups: groups)
    case .sets(let sets, let numbers):
      for (row, group) in groups.enumerated() where numbers[row] >= 0 {
        let sources = sets[Int(numbers[row])]
        for source in sources.rows { add(source, to: group) }
        totals[Int(group)] += sources.total - sources.rows.count
      }
    }
  }

  /// The sets by group number.
  mutating func finish() -> LineageSets {
    var offsets = [0]
    offsets.reserveCapacity(totals.count + 1)
    var ordered: [RowReference] = []
    ordered.reserveCapacity(members.count)
    for group in totals.indices {
      let start = ordered.count
      var member = heads[group]
      while member >= 0 {
        ordered.append(members[Int(member)])
        member = next[Int(member)]
      }
      if let first = earliest[Int32(truncatingIfNeeded: group)] {
        if let last = ordered[start...].indices.max(by: { ordered[$0] < ordered[$1] }),
          first < ordered[last]
        {
          ordered[last] = first
        }
      }
      if !ordered[start...].isSorted { ordered[start...].sort() }
      totals[group] -= removeRepeats(from: &ordered, after: start)
      offsets.append(ordered.count)
    }
    return LineageSets(offsets: offsets, members: ordered, totals: totals)
  }

  // MARK: - Implementation

  /// Drops rows that stand there before; gives their number.
  private func removeRepeats(from ordered: inout [RowReference], after start: Int) -> Int {
    guard ordered.count > start + 1 else { return 0 }
    var place = start
    for index in start + 1..<ordered.count where ordered[index] != ordered[place] {
      place += 1
      ordered[place] = ordered[index]
    }
    let repeats = ordered.count - place - 1
    ordered.removeLast(repeats)
    return repeats
  }

  private mutating func add(_ source: RowReference, to group: Int32) {
    let index = Int(group)
    hasRows = true
    // A row whose members or partners came as several rows is there once.
    if tails[index] >= 0, members[Int(tails[index])] == source { return }
    totals[index] &+= 1
    guard kept[index] < LineageSets.cap else {
      if let known = earliest[group], !(source < known) { return }
      earliest[group] = source
      return
    }
    kept[index] &+= 1
    let place = Int32(truncatingIfNeeded: members.count)
    members.append(source)
    next.append(-1)
    if tails[index] < 0 {
      heads[index] = place
    } else {
      next[Int(tails[index])] = place
    }
    tails[index] = place
  }
}

extension RowReference: Comparable {
  package static func < (a: RowReference, b: RowReference) -> Bool {
    a.table.index != b.table.index ? a.table.index < b.table.index : a.row < b.row
  }
}

extension ArraySlice<RowReference> {
  fileprivate var isSorted: Bool {
    zip(self, dropFirst()).allSatisfy { !($1 < $0) }
  }
}

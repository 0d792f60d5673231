import Columns

/// For each group the row whose first column is smallest or largest, with its other columns.
///
/// Of equal rows the first stays. A null never wins against a value; a group of nulls keeps its
/// first row. Rows that lost are dropped whenever they are half of those held.
final class BestRows {
  private let types: [ScalarType]
  private var builders: [ColumnBuilder]
  private var heldCount = 0
  /// For each group the place of its row among those held; -1 for none.
  private var places: [Int32] = []
  private var contest: BestValues

  init(types: [ScalarType], wantsLargest: Bool) {
    self.types = types
    builders = types.map { ColumnBuilder($0) }
    contest = BestValues(wantsLargest: wantsLargest)
  }

  var byteCount: Int { builders.reduce(places.count * 24) { $0 + $1.byteCount } }

  func add(_ columns: [ColumnVector], _ rows: GroupedRows) {
    places.grow(to: rows.groupCount, with: -1)
    let winners = contest.winners(columns[0].flattened(), rows)
    guard !winners.isEmpty else { return }
    let numbers = winners.map(\.row)
    for index in builders.indices { builders[index].append(columns[index].gathered(numbers)) }
    for winner in winners {
      places[Int(winner.group)] = Int32(truncatingIfNeeded: heldCount)
      heldCount += 1
    }
    if heldCount > 2 * places.count + 4096 { dropLosers() }
  }

  /// A column each, `groupCount` long; null where a group has no row.
  func finish(groupCount: Int) -> [ColumnVector] {
    places.grow(to: groupCount, with: -1)
    if places.contains(-1) {
      // One row of nulls stands for all groups without a row.
      for index in builders.indices {
        builders[index].append(.nulls(types[index], count: 1))
      }
      let place = Int32(truncatingIfNeeded: heldCount)
      heldCount += 1
      for group in places.indices where places[group] < 0 { places[group] = place }
    }
    return builders.map { $0.finish().gathered(places) }
  }

  // MARK: - Implementation

  private func dropLosers() {
    let live = places.indices.filter { places[$0] >= 0 }
    let kept = live.map { places[$0] }
    builders = builders.enumerated().map { index, builder in
      var fresh = ColumnBuilder(types[index])
      fresh.append(builder.finish().gathered(kept))
      return fresh
    }
    for (place, group) in live.enumerated() { places[group] = Int32(truncatingIfNeeded: place) }
    heldCount = live.count
  }
}

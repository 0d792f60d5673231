import Columns
import QueryPlanning

/// For each group of an aggregation the rows that it rests on, one after the other in one array.
package final class LineageSets: Sendable {
  /// Rows kept of a group.
  ///
  /// Of a larger one the first in document order and the count are kept too.
  package static let cap = 1_000

  private let offsets: [Int]
  private let members: [RowReference]
  private let totals: [Int]

  init(offsets: [Int], members: [RowReference], totals: [Int]) {
    precondition(offsets.count == totals.count + 1, "an end for each set")
    self.offsets = offsets
    self.members = members
    self.totals = totals
  }

  package subscript(number: Int) -> RowSources {
    RowSources(
      rows: Array(members[offsets[number]..<offsets[number + 1]]), total: totals[number])
  }

  /// Bytes held, for limits.
  var byteCount: Int { members.count * 8 + totals.count * 16 }
}

import Columns
import QueryPlanning

/// Joins the lineage of batches, one after the other.
struct LineageBuilder {
  private enum Kept {
    case nothing
    case none(count: Int)
    case rows(TableID, [Int32])
    case sets(LineageSets, [Int32])
    /// The two sides of a join, each built by itself.
    case both(Pair)
    /// Of several tables, or of several aggregations.
    case mixed([RowSources])
  }

  /// A class, as a struct cannot hold itself.
  private final class Pair {
    var left = LineageBuilder()
    var right = LineageBuilder()
    var count = 0
  }

  private var kept = Kept.nothing

  var byteCount: Int {
    switch kept {
    case .nothing, .none: return 0
    case .rows(_, let rows): return rows.count * 4
    case .sets(let sets, let numbers): return numbers.count * 4 + sets.byteCount
    case .both(let pair): return pair.left.byteCount + pair.right.byteCount
    case .mixed(let sources): return sources.reduce(0) { $0 + 32 + $1.rows.count * 8 }
    }
  }

  mutating func append(_ more: Lineage, count: Int) {
    guard count > 0 else { return }
    // Taken out while it grows, so that the array stays uniquely referenced.
    let before = kept
    kept = .nothing
    kept = LineageBuilder.joined(before, more, count)
  }

  func finish() -> Lineage {
    switch kept {
    case .nothing, .none: return .none
    case .rows(let table, let rows): return .rows(table, ColumnSlice(rows))
    case .sets(let sets, let numbers): return .sets(sets, ColumnSlice(numbers))
    case .both(let pair): return .both(pair.left.finish(), pair.right.finish())
    case .mixed(let sources):
      var offsets = [0]
      var members: [RowReference] = []
      for source in sources {
        members.append(contentsOf: source.rows)
        offsets.append(members.count)
      }
      let sets = LineageSets(
        offsets: offsets, members: members, totals: sources.map(\.total))
      return .sets(sets, ColumnSlice(sources.indices.map { Int32(truncatingIfNeeded: $0) }))
    }
  }

  // MARK: - Implementation

  private static func joined(_ before: consuming Kept, _ more: Lineage, _ count: Int) -> Kept {
    switch (before, more) {
    case (.nothing, .none):
      return .none(count: count)
    case (.none(let known), .none):
      return .none(count: known + count)
    case (.nothing, .consecutive(let table, let from)):
      return .rows(table, numbers(from, count))
    case (.rows(let table, var rows), .consecutive(let other, let from)) where table == other:
      rows.append(contentsOf: numbers(from, count))
      return .rows(table, rows)
    case (.nothing, .rows(let table, let slice)):
      return .rows(table, Array(slice))
    case (.rows(let table, var rows), .rows(let other, let slice)) where table == other:
      slice.withUnsafeBufferPointer { rows.append(contentsOf: $0) }
      return .rows(table, rows)
    case (.nothing, .sets(let sets, let slice)):
      return .sets(sets, Array(slice))
    case (.sets(let sets, var numbers), .sets(let other, let slice)) where sets === other:
      slice.withUnsafeBufferPointer { numbers.append(contentsOf: $0) }
      return .sets(sets, numbers)
    case (.nothing, .both(let left, let right)):
      let pair = Pair()
      pair.left.append(left, count: count)
      pair.right.append(right, count: count)
      pair.count = count
      return .both(pair)
    case (.both(let pair), .both(let left, let right)):
      pair.left.append(left, count: count)
      pair.right.append(right, count: count)
      pair.count += count
      return .both(pair)
    case (.mixed(var sources), _):
      sources.append(contentsOf: (0..<count).map { more.sources(of: $0) })
      return .mixed(sources)
    case (.nothing, _), (.none, _), (.rows, _), (.sets, _), (.both, _):
      return joined(.mixed(sources(of: before)), more, count)
    }
  }

  private static func sources(of kept: Kept) -> [RowSources] {
    let lineage: Lineage
    let count: Int
    switch kept {
    case .nothing: return []
    case .mixed(let sources): return sources
    case .both(let pair):
      (lineage, count) = (.both(pair.left.finish(), pair.right.finish()), pair.count)
    case .none(let known): (lineage, count) = (.none, known)
    case .rows(let table, let rows):
      (lineage, count) = (.rows(table, ColumnSlice(rows)), rows.count)
    case .sets(let sets, let numbers):
      (lineage, count) = (.sets(sets, ColumnSlice(numbers)), numbers.count)
    }
    return (0..<count).map { lineage.sources(of: $0) }
  }

  private static func numbers(_ from: Int, _ count: Int) -> [Int32] {
    (from..<from + count).map { Int32(truncatingIfNeeded: $0) }
  }
}

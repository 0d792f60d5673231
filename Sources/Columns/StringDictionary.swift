import Synchronization

/// Strings by number: a heap of UTF-8 bytes and, for each entry, where in it the string stands.
///
/// Entries may overlap, so that a sentence and its words can be slices of an article text that is
/// kept once. Shared by reference: string columns hold ids, and two columns with the same dictionary
/// object and unique entries compare as numbers.
package final class StringDictionary: Sendable {
  package let bytes: [UInt8]
  /// Byte ranges in `bytes`, by id.
  package let entries: [Range<Int>]
  /// No two entries are equal, so equal ids and equal strings are the same thing.
  package let isUnique: Bool
  /// The index of the table whose rows the entries stand for, if they do.
  ///
  /// Ids are that table's row numbers then, entries of one name stay different rows for grouping,
  /// and one entry more, the last, is "" and means no row (`absentRow`).
  package let table: Int?

  private let ranking = Mutex<[Int32]?>(nil)

  package init(
    bytes: [UInt8], entries: [Range<Int>], isUnique: Bool = false, table: Int? = nil
  ) {
    self.bytes = bytes
    self.entries = entries
    self.isUnique = isUnique
    self.table = table
  }

  /// A dictionary of these strings in this order.
  package convenience init(_ strings: [String], isUnique: Bool = false, table: Int? = nil) {
    var bytes: [UInt8] = []
    var entries: [Range<Int>] = []
    entries.reserveCapacity(strings.count)
    for string in strings {
      let start = bytes.count
      bytes.append(contentsOf: string.utf8)
      entries.append(start..<bytes.count)
    }
    self.init(bytes: bytes, entries: entries, isUnique: isUnique, table: table)
  }

  /// The dictionary that a column referring to rows of `table` takes: the rows' names, then "".
  package convenience init(rowsOf table: Int, names: [String]) {
    self.init(names + [""], table: table)
  }

  /// Holds the empty string alone.
  package static let empty = StringDictionary([""], isUnique: true)

  package var count: Int { entries.count }

  /// The id that means "refers to no row", for a dictionary of table rows.
  package var absentRow: Int32? {
    table == nil ? nil : Int32(truncatingIfNeeded: entries.count - 1)
  }

  @inlinable
  package func withUTF8<Result>(
    _ id: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = entries[Int(id)]
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  package func string(_ id: Int32) -> String {
    String(decoding: bytes[entries[Int(id)]], as: UTF8.self)
  }

  /// The order of two entries by their bytes, as `memcmp` tells it.
  package func compare(_ a: Int32, _ b: Int32) -> Int {
    bytes.withUnsafeBufferPointer { compareUTF8($0, entries[Int(a)], $0, entries[Int(b)]) }
  }

  /// For each id its place in byte order, equal strings having the same; made once and kept.
  package func ranks() -> [Int32] {
    ranking.withLock { kept in
      if let kept { return kept }
      let made = bytes.withUnsafeBufferPointer { heap in
        StringDictionary.ranks(of: entries, in: heap)
      }
      kept = made
      return made
    }
  }

  // MARK: - Implementation

  private static func ranks(
    of entries: [Range<Int>], in heap: UnsafeBufferPointer<UInt8>
  ) -> [Int32] {
    var order = Array(entries.indices)
    order.sort { compareUTF8(heap, entries[$0], heap, entries[$1]) < 0 }
    var ranks = [Int32](repeating: 0, count: entries.count)
    var rank: Int32 = 0
    for (place, entry) in order.enumerated() {
      if place > 0,
        compareUTF8(heap, entries[order[place - 1]], heap, entries[entry]) != 0
      {
        rank &+= 1
      }
      ranks[entry] = rank
    }
    return ranks
  }
}

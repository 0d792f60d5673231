/// Makes a string column row by row, with a dictionary of its own.
///
/// Nothing is looked up, so the dictionary may hold a string more than once.
package struct StringColumnBuilder: Sendable {
  private var bytes: [UInt8] = []
  private var entries: [Range<Int>] = []
  private var ids: [Int32] = []

  package init() {}

  package init(capacity: Int) {
    entries.reserveCapacity(capacity)
    ids.reserveCapacity(capacity)
  }

  package var count: Int { ids.count }
  /// Bytes held so far, for limits.
  package var byteCount: Int { bytes.count }

  package mutating func append(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    closeEntry(from: start)
  }

  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    closeEntry(from: start)
  }

  package mutating func append(_ text: [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    closeEntry(from: start)
  }

  /// A row with what `body` appends to the bytes; it must leave those that are there.
  package mutating func appendRow(_ body: (inout [UInt8]) throws -> Void) rethrows {
    let start = bytes.count
    try body(&bytes)
    closeEntry(from: start)
  }

  /// A row that repeats the row before.
  package mutating func repeatLast() {
    guard let last = ids.last else { return append("") }
    ids.append(last)
  }

  package consuming func finish() -> ColumnVector {
    .strings(ids, in: StringDictionary(bytes: bytes, entries: entries))
  }

  private mutating func closeEntry(from start: Int) {
    ids.append(Int32(truncatingIfNeeded: entries.count))
    entries.append(start..<bytes.count)
  }
}

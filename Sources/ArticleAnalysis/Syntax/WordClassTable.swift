/// Word classes found by what stands beside a word in texts, each word in a fine and a broad one.
///
/// In a model file: for each word 4 bytes of its number, 2 of its kind, 1 of its broad kind, little
/// endian.
package struct WordClassTable: Sendable {
  /// A word's classes.
  package struct Place: Hashable, Sendable {
    package var kind: UInt16
    package var broadKind: UInt8

    /// Of words that the table does not hold.
    package static let unknown = Place(kind: 0, broadKind: 0)

    package init(kind: UInt16, broadKind: UInt8) {
      self.kind = kind
      self.broadKind = broadKind
    }
  }

  /// Open addressing; 0 is free, else the number above the classes.
  private var slots: [UInt64] = [0]

  /// No words.
  package init() {}

  /// The table in a part of a model file.
  package init(section name: String, of file: ModelFile) throws(ModelError) {
    let bytes = try file.section(name).elements
    guard bytes.count.isMultiple(of: Self.entrySize) else { throw .damaged(section: name) }
    var capacity = 16
    while capacity < 2 * bytes.count / Self.entrySize { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    for start in stride(from: 0, to: bytes.count, by: Self.entrySize) {
      var value: UInt64 = 0
      for offset in (0..<Self.entrySize).reversed() {
        value = value << 8 | UInt64(bytes[start + offset])
      }
      let key = value & 0xFFFF_FFFF
      insert(key << 32 | value >> 32)
    }
  }

  /// The part of a model file that holds these words.
  package static func encode(_ words: [(part: UInt64, place: Place)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (part, place) in words {
      let key = key(of: part)
      for shift in stride(from: 0, to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: key >> shift))
      }
      bytes.append(UInt8(truncatingIfNeeded: place.kind))
      bytes.append(UInt8(truncatingIfNeeded: place.kind >> 8))
      bytes.append(place.broadKind)
    }
    return bytes
  }

  /// The classes of the word with this part of features.
  package subscript(part: UInt64) -> Place {
    let key = Self.key(of: part)
    var slot = Int(key) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == key {
        return Place(
          kind: UInt16(truncatingIfNeeded: slots[slot]),
          broadKind: UInt8(truncatingIfNeeded: slots[slot] >> 16))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .unknown
  }

  // MARK: - Implementation

  private static let entrySize = 7

  private static func key(of part: UInt64) -> UInt64 { max(1, part >> 32) }

  private mutating func insert(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == entry >> 32 { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = entry
  }
}

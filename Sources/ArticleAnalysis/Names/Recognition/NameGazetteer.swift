/// Names of people and places that are known beforehand, by what they may be.
///
/// Kept as numbers of 32 bits made of their letters, not as text: of a hundred thousand unknown
/// words about two are taken for known ones.
package struct NameGazetteer: Sendable {
  /// What a name may be.
  package struct Kinds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let givenName = Kinds(rawValue: 1)
    package static let familyName = Kinds(rawValue: 2)
    /// A town of more than 100,000 people.
    package static let city = Kinds(rawValue: 4)
    package static let town = Kinds(rawValue: 8)
    package static let district = Kinds(rawValue: 16)
    /// The first word of a name of several.
    package static let opensName = Kinds(rawValue: 128)
  }

  /// A name in the making, word by word.
  package struct Key: Sendable {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var isEmpty = true

    package init() {}

    /// Adds a word in lower case.
    package mutating func append(_ word: some Sequence<UInt8>) {
      if !isEmpty { hash = (hash ^ 0x20) &* 0x100_0000_01B3 }
      for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      isEmpty = false
    }

    /// The number that stands for the name; never 0.
    package var number: UInt32 {
      max(1, UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32))
    }
  }

  /// Open addressing, power of two; 0 is free.
  private var numbers: [UInt32]
  private var kinds: [Kinds]

  /// No names.
  package init() { self.init(capacity: 0) }

  /// Names by their numbers.
  package init(_ entries: [UInt32: Kinds]) {
    self.init(capacity: entries.count)
    for (number, kinds) in entries { insert(number, kinds) }
  }

  /// What a name may be; empty where it is unknown.
  package subscript(_ key: Key) -> Kinds {
    let slot = slot(of: key.number)
    return numbers[slot] == 0 ? [] : kinds[slot]
  }

  // MARK: - Implementation

  private init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    numbers = Array(repeating: 0, count: size)
    kinds = Array(repeating: [], count: size)
  }

  private mutating func insert(_ number: UInt32, _ more: Kinds) {
    let slot = slot(of: number)
    numbers[slot] = number
    kinds[slot].formUnion(more)
  }

  private func slot(of number: UInt32) -> Int {
    let mask = numbers.count - 1
    var slot = Int(number) & mask
    while numbers[slot] != 0, numbers[slot] != number { slot = (slot + 1) & mask }
    return slot
  }
}

/// The form in a model file: how many names, then of each, by ascending number, the distance from
/// the one before (7 bits a byte, low ones first) and the kinds.
extension NameGazetteer {
  /// Nil where the bytes are no gazetteer.
  package init?(_ bytes: ModelBytes) {
    var reader = ModelReader(bytes)
    guard let count = reader.integer(), count <= UInt64(bytes.count) else { return nil }
    self.init(capacity: Int(count))
    let names = reader.rest()
    let isWhole = names.withBytes { names in
      var offset = 0
      var number: UInt64 = 0
      for _ in 0..<count {
        var shift: UInt64 = 0
        while offset < names.count, names[offset] >= 0x80, shift < 28 {
          number += UInt64(names[offset] & 0x7F) << shift
          shift += 7
          offset += 1
        }
        guard offset + 2 <= names.count else { return false }
        number += UInt64(names[offset] & 0x7F) << shift
        guard number > 0, number <= UInt64(UInt32.max) else { return false }
        insert(UInt32(number), Kinds(rawValue: names[offset + 1]))
        offset += 2
      }
      return offset == names.count
    }
    guard isWhole else { return nil }
  }

  package var encoded: [UInt8] {
    let entries = zip(numbers, kinds).filter { $0.0 != 0 }.sorted { $0.0 < $1.0 }
    var bytes: [UInt8] = []
    withUnsafeBytes(of: UInt64(entries.count).littleEndian) { bytes.append(contentsOf: $0) }
    var previous: UInt32 = 0
    for (number, kinds) in entries {
      var distance = number - previous
      previous = number
      while distance >= 0x80 {
        bytes.append(UInt8(distance & 0x7F) | 0x80)
        distance >>= 7
      }
      bytes.append(UInt8(distance))
      bytes.append(kinds.rawValue)
    }
    return bytes
  }
}

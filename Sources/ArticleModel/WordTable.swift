/// A number that stands for a word in one ``WordTable``.
public struct WordID: Hashable, Sendable {
  /// Its place in the table.
  public var index: UInt32

  /// The word at that place.
  public init(_ index: UInt32) { self.index = index }

  /// The empty word, which stands for "unknown"; every table's first.
  public static let none = WordID(0)
}

/// The different words of an article, each kept once; equal ids mean equal bytes.
public struct WordTable: Sendable {
  /// All words one after the other, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Word *i* is `bytes[offsets[i]..<offsets[i + 1]]`.
  public private(set) var offsets: [Int32] = [0, 0]
  /// Open addressing, power of two, linear probing; 0 is free, else id + 1.
  private var slots: [UInt32]

  /// A table that holds the empty word.
  public init() {
    slots = Array(repeating: 0, count: 256)
    slots[Int(Self.hash([][...]) & 255)] = 1
  }

  /// The number of different words, the empty one included.
  public var count: Int { offsets.count - 1 }

  /// The word as text.
  public subscript(_ word: WordID) -> String {
    String(decoding: utf8(word), as: UTF8.self)
  }

  /// The word as UTF-8.
  public func utf8(_ word: WordID) -> ArraySlice<UInt8> {
    bytes[Int(offsets[Int(word.index)])..<Int(offsets[Int(word.index) + 1])]
  }

  /// Gives back room for words to come; looking up takes some steps more.
  mutating func releaseSpareMemory() {
    bytes.releaseSpareMemory()
    offsets.releaseSpareMemory()
    var number = slots.count
    while number > 256, count * 4 <= number / 2 * 3 { number /= 2 }
    if number < slots.count { useSlots(number) }
  }

  /// The id of a word, adding it where it is new; a table that is full, at 2 gigabytes, knows no
  /// new words.
  public mutating func intern(_ word: ArraySlice<UInt8>) -> WordID {
    if (count + 1) * 2 > slots.count { useSlots(slots.count * 2) }
    let slot = slot(of: word)
    if slots[slot] != 0 { return WordID(slots[slot] - 1) }
    guard bytes.count + word.count <= Int(Int32.max) else { return .none }
    let id = UInt32(count)
    bytes.append(contentsOf: word)
    offsets.append(Int32(bytes.count))
    slots[slot] = id + 1
    return WordID(id)
  }

  /// The id of a word, adding it where it is new.
  public mutating func intern(_ word: String) -> WordID { intern(Array(word.utf8)[...]) }

  /// The id of a word, or nil where the table does not hold it.
  public func find(_ word: String) -> WordID? {
    let slot = slot(of: Array(word.utf8)[...])
    return slots[slot] == 0 ? nil : WordID(slots[slot] - 1)
  }

  // MARK: - Implementation

  private func slot(of word: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
    while slots[slot] != 0, !utf8(WordID(slots[slot] - 1)).elementsEqual(word) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func useSlots(_ number: Int) {
    slots = Array(repeating: 0, count: number)
    for id in 0..<count { slots[slot(of: utf8(WordID(UInt32(id))))] = UInt32(id) + 1 }
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}

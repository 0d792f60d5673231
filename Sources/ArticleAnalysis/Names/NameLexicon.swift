/// The words and phrases that name rules know, with their classes: one hash table over the lists in
/// `Lexicon/`, built once, when the first article is analysed.
struct NameLexicon: Sendable {
  static let shared = NameLexicon()

  struct Entry: Sendable {
    var classes: WordClasses
    /// The entry that is the same thing by its usual name; its own index where it is that.
    var canonical: Int32
  }

  /// All keys one after the other.
  private var keyBytes: [UInt8] = []
  private var keyEnds: [Int32] = []
  private var entries: [Entry] = []
  /// Open addressing, power of two; 0 is free, else index + 1.
  private var slots: [Int32] = Array(repeating: 0, count: 1 << 15)

  /// The index of a key (lower case, words parted by one space), nil where it is unknown.
  func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = slot(of: key)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  func find(_ key: [UInt8]) -> Int? { key.withUnsafeBufferPointer { find($0) } }

  func find(_ key: String) -> Int? { find(Array(key.utf8)) }

  subscript(_ index: Int) -> Entry { entries[index] }

  /// The number of keys.
  var count: Int { entries.count }

  func classes(of key: String) -> WordClasses { find(key).map { entries[$0].classes } ?? [] }

  /// The key of an entry.
  func key(_ index: Int) -> ArraySlice<UInt8> {
    keyBytes[(index == 0 ? 0 : Int(keyEnds[index - 1]))..<Int(keyEnds[index])]
  }

  // MARK: - Implementation

  private init() {
    keyBytes.reserveCapacity(200_000)
    for (list, classes) in Self.lists { add(list, classes) }
  }

  private static let lists: [(StaticString, WordClasses)] = [
    (CommonWords.all, .common),
    (FunctionWords.all, [.function, .common]),
    (FunctionWords.locatives, .locative),
    (FirstNames.male, .maleName),
    (FirstNames.female, .femaleName),
    (FirstNames.either, .firstName),
    (CountryNames.countries, .country),
    (CountryNames.demonyms, .demonym),
    (CountryNames.groups, .group),
    (PlaceNames.regions, .region),
    (PlaceNames.heads, .placeHead),
    (PlaceNames.openers, .placeOpener),
    (PlaceNames.lowercaseHeads, .placeLowercaseHead),
    (PlaceNames.directions, .direction),
    (CityNames.all, .city),
    (OrganizationNames.known, .organization),
    (OrganizationNames.heads, .organizationHead),
    (OrganizationNames.openers, .organizationOpener),
    (OrganizationNames.lowercaseHeads, .organizationLowercaseHead),
    (OrganizationNames.companyEndings, [.companyEnding, .businessNoun]),
    (OrganizationNames.nouns, .organizationNoun),
    (OrganizationNames.businesses, [.organizationNoun, .businessNoun]),
    (OrganizationNames.businessHeads, [.organizationHead, .businessNoun]),
    (Titles.address, .address),
    (Titles.maleAddress, .maleAddress),
    (Titles.femaleAddress, .femaleAddress),
    (Titles.heads, .title),
    (Titles.roles, .role),
    (Titles.modifiers, .titleModifier),
    (Titles.ofNouns, .titleObject),
    (Titles.kin, .kin),
    (OtherWords.calendar, .calendar),
    (OtherWords.terms, .term),
    (OtherWords.heads, .otherHead),
    (OtherWords.openers, .otherOpener),
    (OtherWords.particles, .particle),
    (OtherWords.speech, .speech),
  ]

  private mutating func add(_ list: StaticString, _ classes: WordClasses) {
    list.withUTF8Buffer { bytes in
      var start = 0
      for offset in 0...bytes.count {
        let isEnd = offset == bytes.count
        guard isEnd || bytes[offset] == UInt8(ascii: ",") || bytes[offset] == UInt8(ascii: "\n")
        else { continue }
        while start < offset, bytes[start] == UInt8(ascii: " ") { start += 1 }
        if start < offset { add(UnsafeBufferPointer(rebasing: bytes[start..<offset]), classes) }
        start = offset + 1
      }
    }
  }

  /// Adds `key` or `key=canonical`.
  private mutating func add(_ item: UnsafeBufferPointer<UInt8>, _ classes: WordClasses) {
    guard let sign = item.firstIndex(of: UInt8(ascii: "=")) else {
      insert(item, classes)
      return
    }
    let index = insert(UnsafeBufferPointer(rebasing: item[..<sign]), classes)
    let canonical = insert(UnsafeBufferPointer(rebasing: item[(sign + 1)...]), [])
    entries[index].canonical = Int32(canonical)
  }

  @discardableResult
  private mutating func insert(_ key: UnsafeBufferPointer<UInt8>, _ classes: WordClasses) -> Int {
    if let known = find(key) {
      entries[known].classes.formUnion(classes)
      return known
    }
    if (entries.count + 1) * 2 > slots.count { grow() }
    let index = append(key, classes)
    if let space = key.firstIndex(of: UInt8(ascii: " ")) {
      insert(UnsafeBufferPointer(rebasing: key[..<space]), .opensPhrase)
    }
    return index
  }

  private mutating func append(_ key: UnsafeBufferPointer<UInt8>, _ classes: WordClasses) -> Int {
    let index = entries.count
    slots[slot(of: key)] = Int32(index + 1)
    keyBytes.append(contentsOf: key)
    keyEnds.append(Int32(keyBytes.count))
    entries.append(Entry(classes: classes, canonical: Int32(index)))
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in entries.indices {
      let free = key(index).withUnsafeBufferPointer { (bytes) -> Int in slot(of: bytes) }
      slots[free] = Int32(index + 1)
    }
  }

  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while slots[slot] != 0, !self.key(Int(slots[slot]) - 1).elementsEqual(key) {
      slot = (slot + 1) & mask
    }
    return slot
  }
}

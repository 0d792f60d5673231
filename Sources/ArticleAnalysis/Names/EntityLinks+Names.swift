import ArticleModel

extension EntityLinks {
  /// Links names that the lexicon knows as one thing: "UK", "Britain".
  mutating func linkKnownNames() {
    var byCanonical: [KnownKey: Int] = [:]
    for entity in entities.indices where firstMention[entity] >= 0 {
      switch entities[entity].kind {
      case .place, .organization: break
      case .person, .group, .other: continue
      }
      let key = KnownKey(name: canonicalName(of: entity), kind: entities[entity].kind)
      if let known = byCanonical[key] { link(known, entity) } else { byCanonical[key] = entity }
    }
  }

  /// Links acronyms, company names and parts of places.
  mutating func linkOrganizationsAndPlaces() {
    let named = entities.indices.filter {
      firstMention[$0] >= 0
        && (entities[$0].kind == .organization || entities[$0].kind == .place)
    }
    linkAcronyms(named)
    var byFirstWord: [ArraySlice<UInt8>: [Int]] = [:]
    var byName: [[ArraySlice<UInt8>]: Int] = [:]
    for entity in named {
      byName[words[entity]] = byName[words[entity]] ?? entity
      if entities[entity].kind == .organization, words[entity].count >= 2,
        let first = words[entity].first,
        byFirstWord[first, default: []].count < 8
      {
        byFirstWord[first, default: []].append(entity)
      }
    }
    for entity in named {
      if let core = core(of: entity), let other = byName[core] { link(entity, other) }
    }
    for entity in named where entities[entity].kind == .organization && words[entity].count == 1 {
      guard let word = words[entity].first,
        entities[entity].name.utf8.contains(where: \.isASCIILowercase)
      else { continue }
      var owners: [Int] = []
      for owner in byFirstWord[word] ?? [] where !owners.contains(root(owner)) {
        owners.append(root(owner))
      }
      if owners.count == 1, root(entity) == entity { link(owners[0], entity) }
    }
  }

  /// Links adjectives and peoples with their country, or with one another.
  mutating func linkDemonyms() {
    var countries: [ArraySlice<UInt8>: Int] = [:]
    for entity in index(kind: .place) {
      let name = canonicalName(of: entity)
      countries[name] = countries[name] ?? entity
    }
    for group in index(kind: .group) {
      let name = canonicalName(of: group)
      if let country = countries[name] { link(country, group) } else { countries[name] = group }
    }
  }

  // MARK: - Implementation

  private struct KnownKey: Hashable {
    var name: ArraySlice<UInt8>
    var kind: Entity.Kind
  }

  /// The usual name of what an entity's name stands for, in lower case; the name itself where the
  /// lexicon knows none.
  private func canonicalName(of entity: Int) -> ArraySlice<UInt8> {
    let name = joined(words[entity])
    guard let entry = tokens.lexicon.find(name) else { return name[...] }
    return tokens.lexicon.key(Int(tokens.lexicon[entry].canonical))
  }

  private func joined(_ words: [ArraySlice<UInt8>]) -> [UInt8] {
    Array(words.joined(separator: [UInt8(ascii: " ")]))
  }

  /// What a name is without the words that add nothing: "Orlo Metals" of "Orlo Metals Inc.", "Naro"
  /// of "Naro Strip" and "Republic of Naro".
  private func core(of entity: Int) -> [ArraySlice<UInt8>]? {
    let name = words[entity]
    guard name.count >= 2, let first = name.first, let last = name.last else { return nil }
    switch entities[entity].kind {
    case .organization:
      let stripped = Array(name.dropLast()).map {
        $0.last == UInt8(ascii: ",") ? $0.dropLast() : $0
      }
      return isOne(last, of: .companyEnding) ? stripped : nil
    case .place:
      if Self.placeEndings.contains(where: { last.elementsEqual($0) }) {
        return Array(name.dropLast())
      }
      if name.count >= 3, Self.placeOpenings.contains(where: { first.elementsEqual($0) }),
        name[1].elementsEqual(Self.of)
      {
        return Array(name.dropFirst(2))
      }
      return nil
    case .person, .group, .other: return nil
    }
  }

  private static let of = Array("of".utf8)
  private static let placeEndings = ["strip", "peninsula", "islands"].map { Array($0.utf8) }
  private static let placeOpenings = ["republic", "kingdom", "state"].map { Array($0.utf8) }

  private func isOne(_ word: ArraySlice<UInt8>, of classes: WordClasses) -> Bool {
    guard let entry = tokens.lexicon.find(Array(word)) else { return false }
    return !tokens.lexicon[entry].classes.isDisjoint(with: classes)
  }

  /// Links "WHO" with the one name whose words begin so.
  private mutating func linkAcronyms(_ named: [Int]) {
    var byInitials: [[UInt8]: [Int]] = [:]
    for entity in named where words[entity].count >= 2 {
      for initials in Self.initials(of: entities[entity].name)
      where byInitials[initials, default: []].count < 8 {
        byInitials[initials, default: []].append(entity)
      }
    }
    for entity in named where words[entity].count == 1 {
      let letters = entities[entity].name.utf8.filter { $0 != UInt8(ascii: ".") }
      guard letters.count >= 2, letters.allSatisfy(\.isASCIIUppercase) else { continue }
      var owners: [Int] = []
      for owner in byInitials[letters] ?? [] where !owners.contains(root(owner)) {
        owners.append(root(owner))
      }
      if owners.count == 1 { link(owners[0], entity) }
    }
  }

  /// The initials of a name's capitalised words, and of all its words.
  private static func initials(of name: String) -> [[UInt8]] {
    var capitals: [UInt8] = []
    var all: [UInt8] = []
    var isStart = true
    for byte in name.utf8 {
      if isStart, byte.isASCIILetter {
        if byte.isASCIIUppercase { capitals.append(byte) }
        all.append(byte & 0xDF)
      }
      isStart = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
    }
    return capitals == all ? [capitals] : [capitals, all]
  }
}

package import ArticleModel

/// When entities of two articles are one by name alone.
///
/// - People: the same full name, of two words at least, initials and "Jr." aside; a bare surname or a
///   given name never links.
/// - Places and organisations: the same name of the same kind; other names that the lexicon knows
///   ("UK", "Britain") count as the same.
/// - Groups: the same people or faith; other names: the same words.
package enum EntityIdentity {
  /// A key that is equal for entities that are one; nil for an entity that links with no other.
  package static func key(of entity: Entity) -> String? {
    switch entity.kind {
    case .person: return personKey(entity)
    case .organization, .place, .group, .other: return nameKey(entity)
    }
  }

  /// Whether two entities of different articles are one by their names.
  package static func areSame(_ a: Entity, _ b: Entity) -> Bool {
    guard let key = key(of: a) else { return false }
    return key == self.key(of: b)
  }

  // MARK: - Implementation

  private static func words(of name: String) -> [ArraySlice<UInt8>] {
    Tokenizer.lowercased(Array(name.utf8)[...])
      .split {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
          || $0 == UInt8(ascii: "\t")
      }
  }

  private static func personKey(_ entity: Entity) -> String? {
    var words = words(of: entity.name)
    // "Jr." and middle initials come and go between articles.
    if words.count > 2, let last = words.last,
      Self.endings.contains(where: { last.elementsEqual($0) })
    {
      words.removeLast()
      if let last = words.last, last.last == UInt8(ascii: ",") {
        words[words.count - 1] = last.dropLast()
      }
    }
    guard words.count >= 2, let first = words.first, let last = words.last else { return nil }
    let middle = words.dropFirst().dropLast().filter { !isInitial($0) }
    // A name of initials alone ("J. Orlo") is no full name.
    guard !isInitial(first) || words.dropLast().contains(where: { !isInitial($0) }),
      !isInitial(last)
    else { return nil }
    return key(.person, [first] + middle + [last])
  }

  private static func nameKey(_ entity: Entity) -> String? {
    var words = words(of: entity.name)
    if words.count > 1, let first = words.first, first.elementsEqual("the".utf8) {
      words.removeFirst()
    }
    guard !words.isEmpty else { return nil }
    let name = Array(words.joined(separator: [UInt8(ascii: " ")]))
    let lexicon = NameLexicon.shared
    if let entry = lexicon.find(name) {
      return key(entity.kind, [lexicon.key(Int(lexicon[entry].canonical))])
    }
    return key(entity.kind, words)
  }

  private static func key(_ kind: Entity.Kind, _ words: [ArraySlice<UInt8>]) -> String {
    kind.rawValue + ":"
      + String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
  }

  private static let endings = ["jr", "jr.", "sr", "sr.", "ii", "iii"].map { Array($0.utf8) }

  private static func isInitial(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 1 || word.count == 2 && word.last == UInt8(ascii: ".")
  }
}

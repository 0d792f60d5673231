/// How words turn into lemmas: the longest ending that is known for a word's class says what to cut
/// off and what to add, and for some words the whole word does.
package struct LemmaRules: Sendable {
  /// How a form becomes its lemma.
  package struct Edit: Hashable, Sendable {
    /// What the letters become before the ending is changed.
    package enum Casing: UInt8, CaseIterable, Sendable {
      case lower, asWritten, capitalized
    }

    package var casing: Casing
    /// Bytes to cut off at the end.
    package var cut: UInt8
    /// Bytes to add there.
    package var added: [UInt8]

    package init(casing: Casing, cut: UInt8, added: [UInt8]) {
      self.casing = casing
      self.cut = cut
      self.added = added
    }

    /// The form in lower case.
    package static let lowercase = Edit(casing: .lower, cut: 0, added: [])
  }

  /// What decides beside the letters: the class and the way the word and its sentence are written.
  package struct Group: Hashable, Sendable {
    package var key: UInt64

    package init(_ tag: TagClass, casing: WordShape.Casing, style: SentenceStyle) {
      key = FeatureHash.part(of: tag.label.utf8)
      let isLoud = style == .capitals && casing == .upper
      key = FeatureHash(template: key).and(UInt64(casing.rawValue) << 1 | (isLoud ? 1 : 0)).value
    }

    /// The key of an ending, or of a whole word.
    package func key(of ending: some Sequence<UInt8>, isWhole: Bool) -> UInt64 {
      FeatureHash(template: key).and(FeatureHash.part(of: ending)).and(isWhole ? 1 : 0).value
    }
  }

  /// The longest ending that a rule may have, in bytes.
  package static let endingLimit = 6

  private let edits: [Edit]
  private let rules: HashedTable<UInt16>

  /// Rules by keys as ``Group`` makes them, with indices into `edits`.
  package init(edits: [Edit], rules: [(key: UInt64, edit: UInt16)]) {
    self.edits = edits
    self.rules = HashedTable(rules.map { (key: $0.key, value: $0.edit) })
  }

  /// The edit that the rules give.
  package func edit(lower: ArraySlice<UInt8>, group: Group) -> Edit {
    if let rule = rules[group.key(of: lower, isWhole: true)] { return edits[Int(rule)] }
    for count in stride(from: min(Self.endingLimit, lower.count), through: 0, by: -1) {
      if let rule = rules[group.key(of: lower.suffix(count), isWhole: false)] {
        return edits[Int(rule)]
      }
    }
    return .lowercase
  }

  /// The lemma of a word.
  /// - Parameters:
  ///   - word: as written.
  ///   - lower: in lower case, ’ as '.
  ///   - group: its class, and how it and its sentence are written.
  /// - Returns: the bytes of the lemma, at least one where the word has any.
  package func lemma(
    of word: ArraySlice<UInt8>, lower: ArraySlice<UInt8>, group: Group
  ) -> [UInt8] {
    Self.apply(edit(lower: lower, group: group), to: word, lower: lower)
  }

  /// The lemma that an edit makes; the form in lower case where there is nothing to cut.
  package static func apply(
    _ edit: Edit, to word: ArraySlice<UInt8>, lower: ArraySlice<UInt8>
  ) -> [UInt8] {
    var lemma: [UInt8]
    switch edit.casing {
    case .lower: lemma = Array(lower)
    case .asWritten: lemma = Array(word)
    case .capitalized:
      lemma = Array(lower)
      // Beyond ASCII the first letter's bytes as written serve where both have as many.
      if let first = word.first, first < 0x80 {
        lemma[0] = first
      } else if word.count == lower.count {
        for index in 0..<min(lemma.count, 2) { lemma[index] = word[word.startIndex + index] }
      }
    }
    let cut = Int(edit.cut)
    guard cut <= lemma.count else { return Array(lower) }
    lemma.removeLast(cut)
    lemma.append(contentsOf: edit.added)
    return lemma.isEmpty ? Array(lower) : lemma
  }
}

/// The form in a file: the number of edits (2 bytes, little endian), for each its casing, its cut,
/// the number of bytes added, these; then the rules by key: 8 bytes of key, 2 of the edit.
extension LemmaRules {
  package static func encode(edits: [Edit], rules: [(key: UInt64, edit: UInt16)]) -> [UInt8] {
    var bytes = [UInt8(edits.count & 0xFF), UInt8(edits.count >> 8)]
    for edit in edits {
      bytes.append(contentsOf: [edit.casing.rawValue, edit.cut, UInt8(edit.added.count)])
      bytes.append(contentsOf: edit.added)
    }
    for (key, edit) in rules.sorted(by: { $0.key < $1.key }) {
      withUnsafeBytes(of: key.littleEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: edit.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// Reads the rules from a part of a model file.
  package init(section name: String, of file: ModelFile) throws(ModelError) {
    var reader = ModelReader(try file.section(name))
    var edits: [Edit] = []
    guard let low = reader.byte(), let high = reader.byte() else { throw .damaged(section: name) }
    for _ in 0..<(Int(low) | Int(high) << 8) {
      guard let casing = reader.byte().flatMap(Edit.Casing.init), let cut = reader.byte(),
        let count = reader.byte(), let added = reader.bytes(Int(count))
      else { throw .damaged(section: name) }
      edits.append(Edit(casing: casing, cut: cut, added: added.elements))
    }
    var rules: [(key: UInt64, edit: UInt16)] = []
    while !reader.isAtEnd {
      guard let key = reader.integer(), let low = reader.byte(), let high = reader.byte(),
        Int(low) | Int(high) << 8 < edits.count
      else { throw .damaged(section: name) }
      rules.append((key, UInt16(low) | UInt16(high) << 8))
    }
    self.init(edits: edits, rules: rules)
  }
}

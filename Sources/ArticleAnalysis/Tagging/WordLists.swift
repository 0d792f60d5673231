/// What the lists of the rules say of a word, as bits for the tagger's lexicon: which forms of a
/// verb it may be, and whether it names people, places or nations.
package enum WordLists {
  /// The bits of a word in lower case.
  package static func bits(of word: String) -> UInt16 {
    var bits = UInt16(VerbForms.standard[word]?.forms.rawValue ?? 0)
    let classes = NameLexicon.shared.classes(of: word)
    if !classes.isDisjoint(with: .firstName) { bits |= 1 << 5 }
    if !classes.isDisjoint(with: .place) { bits |= 1 << 6 }
    if !classes.isDisjoint(with: .people) { bits |= 1 << 7 }
    if !classes.isDisjoint(with: [.title, .role]) { bits |= 1 << 8 }
    return bits
  }

  /// The bits of names, which say nothing of a word that begins with a small letter.
  package static let names: UInt16 = 0b111 << 5

  /// All words that have bits.
  package static var words: [String] {
    let names = NameLexicon.shared
    let listed = (0..<names.count).map { String(decoding: names.key($0), as: UTF8.self) }
    return (Array(VerbForms.standard.forms) + listed.filter { !$0.utf8.contains(0x20) })
      .filter { bits(of: $0) != 0 }
  }
}

extension WordLists {
  /// The listed forms of verbs, each with a Penn tag that it may have and its lemma.
  package static var verbs: [(form: String, tag: String, lemma: String)] {
    let tags: [(VerbForms.Forms, [String])] = [
      (.base, ["VB", "VBP"]), (.thirdPerson, ["VBZ"]), (.past, ["VBD"]),
      (.pastParticiple, ["VBN"]), (.ing, ["VBG"]),
    ]
    return VerbForms.standard.forms.flatMap { form in
      guard let entry = VerbForms.standard[form] else { return [(String, String, String)]() }
      return tags.flatMap { forms, tags in
        entry.forms.contains(forms) ? tags.map { (form, $0, entry.lemma) } : []
      }
    }
  }
}

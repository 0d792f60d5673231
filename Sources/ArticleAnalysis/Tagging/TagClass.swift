package import ArticleModel

/// What the tagger chooses for a word: a universal part of speech and a Penn Treebank tag together.
package struct TagClass: Hashable, Sendable {
  package var partOfSpeech: PartOfSpeech
  /// As OntoNotes writes it: `NNS`, `HYPH`.
  package var tag: String

  package init(_ partOfSpeech: PartOfSpeech, _ tag: String) {
    self.partOfSpeech = partOfSpeech
    self.tag = tag
  }

  /// Reads a model's label, `NOUN NNS`; nil where it names no part of speech.
  package init?(label: String) {
    let parts = label.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let partOfSpeech = Self.partsOfSpeech[String(parts[0])] else {
      return nil
    }
    self.init(partOfSpeech, String(parts[1]))
  }

  package var label: String { "\(partOfSpeech.label) \(tag)" }

  private static let partsOfSpeech = Dictionary(
    uniqueKeysWithValues: PartOfSpeech.allCases.dropFirst().map { ($0.label, $0) })
}

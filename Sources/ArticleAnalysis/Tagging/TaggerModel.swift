/// What the tagger has learned: the weights of its classes, a lexicon, and rules of lemmas.
package struct TaggerModel: Sendable {
  package let weights: LinearModel
  /// What the classes of the weights stand for.
  package let classes: [TagClass]
  /// Per class, whether it is one of the closed ones.
  let isClosed: [Bool]
  package let lexicon: TaggerLexicon
  package let lemmas: LemmaRules
  let unknownWords: UnknownWords

  package init(weights: LinearModel, lexicon: TaggerLexicon, lemmas: LemmaRules) throws(ModelError)
  {
    self.weights = weights
    self.lexicon = lexicon
    self.lemmas = lemmas
    classes = weights.labels.compactMap { TagClass(label: $0) }
    isClosed = classes.map { ClosedClasses.isClosed($0.partOfSpeech) }
    unknownWords = UnknownWords(classes)
    guard classes.count == weights.classCount, !classes.isEmpty else {
      throw .damaged(section: Section.weights)
    }
  }

  /// The tagger of a model file; nil where the file holds none.
  package init?(of file: ModelFile) throws(ModelError) {
    guard file.names.contains(Section.weights) else { return nil }
    let weights = try LinearModel.read(Section.weights, of: file)
    try self.init(
      weights: weights,
      lexicon: TaggerLexicon(
        section: Section.lexicon, of: file, classCount: weights.classCount),
      lemmas: LemmaRules(section: Section.lemmas, of: file))
  }

  /// The parts of a model file.
  package enum Section {
    package static let weights = "tagger.tags"
    package static let lexicon = "tagger.words"
    package static let lemmas = "tagger.lemmas"
  }
}

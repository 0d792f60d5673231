import LedeModels

/// The trained models of the analysis, one for each component that has learned from texts.
///
/// A value that never changes, so that any number of threads share it. A component whose model is
/// nil leaves its layer empty.
package struct AnalysisModels: Sendable {
  /// Parts of speech, tags and lemmas.
  package private(set) var tagger: TaggerModel?
  /// Heads and relations.
  package private(set) var parser: ParserModel?
  /// Who said what.
  package private(set) var attribution: AttributionModel?
  /// Names of people, organisations, places, groups and others.
  package private(set) var names: NameModel?

  /// The models that come with the program, read when first asked for.
  package static let standard = AnalysisModels(embedded: ModelFile.embedded)

  /// No models.
  package init() {}

  /// The standard models, with those of `file` in the place of theirs.
  package init(overlaying file: ModelFile) throws(ModelError) {
    self = .standard
    try take(file)
  }

  /// Takes the model of each component that the file holds; fails as a whole or not at all.
  /// - Returns: Whether it holds any.
  @discardableResult
  package mutating func take(_ file: ModelFile) throws(ModelError) -> Bool {
    var isAny = false
    var taken = self
    if let model = try TaggerModel(of: file) { (taken.tagger, isAny) = (model, true) }
    if let model = try ParserModel(of: file) { (taken.parser, isAny) = (model, true) }
    if let model = try AttributionModel(of: file) { (taken.attribution, isAny) = (model, true) }
    if let model = try NameModel(of: file) { (taken.names, isAny) = (model, true) }
    self = taken
    return isAny
  }

  // MARK: - Implementation

  /// What cannot be read is left out: a test sees to it that everything can.
  private init(embedded files: [ModelBytes]) {
    for bytes in files {
      guard let file = try? ModelFile(bytes) else { continue }
      try? take(file)
    }
  }
}

extension ModelFile {
  /// The model files in the program itself, one a component.
  package static let embedded: [ModelBytes] =
    [LedeModelTags(), LedeModelTrees(), LedeModelNames(), LedeModelAttribution()].map { model in
      ModelBytes(forever: model.start, count: model.count)
    }
}

/// What the finder of attributions has learned.
package struct AttributionModel: Sendable {
  /// One class: how right a candidate is, on the logistic scale.
  package let weights: LinearModel
  package let cues: LearnedCues
  package let thresholds: Thresholds

  /// From which score on a candidate is an attribution, on the logistic scale.
  package struct Thresholds: Sendable {
    /// What the trees offer.
    package var tree: Float
    /// What the rules found.
    package var rule: Float
    /// A noun phrase alone ("is suing the maker") at a verb that the rules do not know as a cue.
    package var bare: Float
    /// How much better a tree's candidate has to be than that of the rules at the same cue.
    package var lead: Float

    /// Chosen on a fifth of the training articles that was held out: as good as any by F1, and
    /// among those the ones that invent least.
    package static let standard = Thresholds(tree: -0.25, rule: -1, bare: 1, lead: 1)

    package init(tree: Float, rule: Float, bare: Float, lead: Float) {
      self.tree = tree
      self.rule = rule
      self.bare = bare
      self.lead = lead
    }
  }

  package init(weights: LinearModel, cues: LearnedCues, thresholds: Thresholds) {
    self.weights = weights
    self.cues = cues
    self.thresholds = thresholds
  }

  /// The model of a model file; nil where the file holds none.
  package init?(of file: ModelFile) throws(ModelError) {
    guard file.names.contains(Self.weightsSection) else { return nil }
    weights = try LinearModel.read(Self.weightsSection, of: file)
    guard weights.classCount == 1 else { throw .damaged(section: Self.weightsSection) }
    cues = LearnedCues(
      verbs: try Self.lines(Self.verbsSection, of: file),
      nouns: try Self.lines(Self.nounsSection, of: file))
    let bytes = try file.section(Self.thresholdSection)
    guard bytes.count == 16 else { throw .damaged(section: Self.thresholdSection) }
    let numbers = bytes.withBytes { bytes in
      [0, 4, 8, 12].map {
        Float(
          bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
        )
      }
    }
    thresholds = Thresholds(
      tree: numbers[0], rule: numbers[1], bare: numbers[2], lead: numbers[3])
  }

  /// Adds the model to a file.
  package func write(to file: inout ModelFile) {
    file.set(Self.weightsSection, to: weights.encoded)
    file.set(Self.verbsSection, to: Array(cues.verbs.joined(separator: "\n").utf8))
    file.set(Self.nounsSection, to: Array(cues.nouns.joined(separator: "\n").utf8))
    file.set(
      Self.thresholdSection,
      to: [thresholds.tree, thresholds.rule, thresholds.bare, thresholds.lead].flatMap { number in
        withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
      })
  }

  // MARK: - Implementation

  private static func lines(
    _ section: String, of file: ModelFile
  ) throws(ModelError) -> [String] {
    String(decoding: try file.section(section).elements, as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  private static let weightsSection = "attribution.weights"
  private static let verbsSection = "attribution.verbs"
  private static let nounsSection = "attribution.nouns"
  private static let thresholdSection = "attribution.threshold"
}

/// Lemmas that people marked as cues where rules know none.
package struct LearnedCues: Sendable {
  /// Verbs, such as "reckon", sorted.
  package let verbs: [String]
  /// Nouns and adjectives, such as "claim" and "confident", sorted.
  package let nouns: [String]

  package init(verbs: [String], nouns: [String]) {
    self.verbs = verbs
    self.nouns = nouns
  }
}

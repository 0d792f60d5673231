/// What the finder of attributions has learned.
package struct AttributionModel: Sendable {
  /// One class: how right a candidate is, on the logistic scale.
  package let weights: LinearModel
  /// Lemmas of nouns and adjectives that report ("claim", "confident").
  package let nominalCues: [String]
  /// Candidates whose probability is below this are no attributions.
  package let threshold: Float

  package init(weights: LinearModel, nominalCues: [String], threshold: Float) {
    self.weights = weights
    self.nominalCues = nominalCues
    self.threshold = threshold
  }

  /// The model of a model file; nil where the file holds none.
  package init?(of file: ModelFile) throws(ModelError) {
    guard file.names.contains(Self.weightsSection) else { return nil }
    weights = try LinearModel(section: Self.weightsSection, of: file)
    guard weights.classCount == 1 else { throw .damaged(section: Self.weightsSection) }
    nominalCues = String(decoding: try file.section(Self.cuesSection).elements, as: UTF8.self)
      .split(separator: "\n").map(String.init)
    let bytes = try file.section(Self.thresholdSection)
    guard bytes.count == 4 else { throw .damaged(section: Self.thresholdSection) }
    threshold = bytes.withBytes {
      Float(bitPattern: UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self)))
    }
  }

  /// Adds the model to a file.
  package func write(to file: inout ModelFile) {
    file.set(Self.weightsSection, to: weights.encoded)
    file.set(Self.cuesSection, to: Array(nominalCues.joined(separator: "\n").utf8))
    file.set(
      Self.thresholdSection,
      to: withUnsafeBytes(of: threshold.bitPattern.littleEndian) { Array($0) })
  }

  // MARK: - Implementation

  private static let weightsSection = "attribution.weights"
  private static let cuesSection = "attribution.nominal-cues"
  private static let thresholdSection = "attribution.threshold"
}

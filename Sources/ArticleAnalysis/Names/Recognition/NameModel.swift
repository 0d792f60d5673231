/// What the name recognizer has learned, and the names that it knows beforehand.
package struct NameModel: Sendable {
  /// The names of the parts of a model file.
  package enum Section {
    package static let weights = "names.weights"
    package static let steps = "names.steps"
    package static let gazetteer = "names.gazetteer"
    package static let confidence = "names.confidence"
  }

  /// Weights of features for each of ``NameLabels``.
  package let weights: LinearModel
  /// Scores of steps from label to label, in units of the weights.
  package let steps: [Int16]
  package let gazetteer: NameGazetteer
  package let confidence: ConfidenceBands
  let decoder: NameDecoder

  package init(
    weights: LinearModel, steps: [Int16], gazetteer: NameGazetteer, confidence: ConfidenceBands
  ) {
    self.weights = weights
    self.steps = steps
    self.gazetteer = gazetteer
    self.confidence = confidence
    decoder = NameDecoder(steps: steps.map { Float($0) * weights.unit })
  }

  /// The recognizer of a model file; nil where the file holds none.
  package init?(of file: ModelFile) throws(ModelError) {
    guard file.names.contains(Section.weights) else { return nil }
    let weights = try LinearModel.read(Section.weights, of: file)
    guard weights.labels == NameLabels.titles else { throw .damaged(section: Section.weights) }
    let bytes = try file.section(Section.steps).elements
    guard bytes.count == 2 * NameLabels.count * NameLabels.count else {
      throw .damaged(section: Section.steps)
    }
    let steps = stride(from: 0, to: bytes.count, by: 2).map {
      Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
    }
    guard let gazetteer = NameGazetteer(try file.section(Section.gazetteer)) else {
      throw .damaged(section: Section.gazetteer)
    }
    guard let confidence = ConfidenceBands(try file.section(Section.confidence).elements) else {
      throw .damaged(section: Section.confidence)
    }
    self.init(weights: weights, steps: steps, gazetteer: gazetteer, confidence: confidence)
  }

  /// The model as a file.
  package var file: ModelFile {
    var file = ModelFile()
    file.set(Section.weights, to: weights.encoded)
    file.set(
      Section.steps,
      to: steps.flatMap { step in
        let bits = UInt16(bitPattern: step)
        return [UInt8(bits & 0xFF), UInt8(bits >> 8)]
      })
    file.set(Section.gazetteer, to: gazetteer.encoded)
    file.set(Section.confidence, to: confidence.encoded)
    return file
  }
}

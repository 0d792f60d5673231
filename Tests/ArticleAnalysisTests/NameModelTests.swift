import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct NameModelTests {
  private static func key(_ name: String) -> NameGazetteer.Key {
    var key = NameGazetteer.Key()
    for word in name.split(separator: " ") { key.append(word.utf8) }
    return key
  }

  private static let gazetteer = NameGazetteer([
    key("orlo").number: .city, key("tilde").number: [.givenName, .familyName],
    key("port").number: .opensName, key("port kenn").number: .town,
  ])

  @Test func aGazetteerKnowsItsNamesAlone() {
    #expect(Self.gazetteer[Self.key("tilde")] == [.givenName, .familyName])
    #expect(Self.gazetteer[Self.key("port kenn")] == .town)
    #expect(Self.gazetteer[Self.key("port")] == .opensName)
    #expect(Self.gazetteer[Self.key("kenn")] == [])
    #expect(NameGazetteer()[Self.key("orlo")] == [])
  }

  @Test func aGazetteerIsReadAsWritten() throws {
    let bytes = Self.gazetteer.encoded
    let read = try #require(NameGazetteer(ModelBytes(copying: bytes)))
    #expect(read.encoded == bytes)
    #expect(read[Self.key("port kenn")] == .town)
    for cut in 0..<bytes.count {
      #expect(NameGazetteer(ModelBytes(copying: Array(bytes[..<cut]))) == nil)
    }
  }

  @Test func higherCertaintyNeverMeansLess() {
    // Half of the names at 0.2 are right, none at 0.5, all at 0.97.
    var cases: [(probability: Double, isRight: Bool)] = []
    for index in 0..<100 {
      cases.append((0.2, index % 2 == 0))
      cases.append((0.5, false))
      cases.append((0.97, true))
    }
    let bands = ConfidenceBands(of: cases)
    let shares = stride(from: 0.0, through: 1, by: 0.01).map { bands.share(at: $0) }
    #expect(shares == shares.sorted())
    #expect(bands.share(at: 0.97) > 0.97)
    #expect(bands.share(at: 0.5) < 0.3)
    #expect(ConfidenceBands(bands.encoded) == bands)
    #expect(ConfidenceBands([200]) == nil)
  }

  private static func model() throws -> NameModel {
    let weights = try LinearModel(labels: NameLabels.titles, bits: 10, unit: 0.25) { bytes in
      for index in bytes.indices where index % 16 < NameLabels.count {
        bytes[index] = Int8(index % 7) - 3
      }
    }
    return NameModel(
      weights: weights, steps: Array(repeating: -2, count: NameLabels.count * NameLabels.count),
      gazetteer: gazetteer, confidence: ConfidenceBands())
  }

  @Test func aModelIsReadAsWritten() throws {
    let bytes = try Self.model().file.bytes
    let read = try #require(try NameModel(of: ModelFile(ModelBytes(copying: bytes))))
    #expect(read.file.bytes == bytes)
  }

  @Test func aModelWithoutOneOfItsPartsIsRefused() throws {
    let whole = try Self.model().file
    var file = ModelFile()
    file.set(NameModel.Section.weights, to: try whole.section(NameModel.Section.weights).elements)
    #expect(throws: ModelError.missing(section: NameModel.Section.steps)) {
      _ = try NameModel(of: file)
    }
    file.set(NameModel.Section.steps, to: [1])
    #expect(throws: ModelError.damaged(section: NameModel.Section.steps)) {
      _ = try NameModel(of: file)
    }
  }

  @Test func aFileWithoutNamesHasNoModel() throws {
    #expect(try NameModel(of: ModelFile()) == nil)
  }

  @Test func withoutAModelThereAreNoNames() {
    let article = MarkedText("Ana Ruiz left Orlo.").annotated(by: [NameRecognizer(nil)])
    #expect(article.mentions.isEmpty)
  }

  @Test func onlyTokensNearACapitalMayBeNames() {
    let article = MarkedText(
      "it is said that the old mill of Orlo burned down on a night as cold as this one, said Ruiz."
    ).annotated(by: [])
    let features = NameFeatures(article, gazetteer: NameGazetteer())
    let stretches = features.stretches(of: article.sentences[0].tokens)
    let words = stretches.map { stretch in
      (stretch.start..<stretch.end).map { article.text[article.tokens[$0].range] }
        .joined(separator: " ")
    }
    #expect(words == ["mill of Orlo burned down", ", said Ruiz ."])
  }
}

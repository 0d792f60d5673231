import Testing

@testable import ArticleAnalysis

@Suite("Model files")
struct ModelFileTests {
  private func model(labels: [String], bits: Int = 6) throws -> LinearModel {
    try LinearModel(labels: labels, bits: bits, unit: 0.25) { weights in
      for index in weights.indices where index % 7 == 3 {
        let isClass = index % LinearModel.stride(classCount: labels.count) < labels.count
        if isClass { weights[index] = Int8(truncatingIfNeeded: index &* 31 | 1) }
      }
    }
  }

  @Test("what is written is read", arguments: [1, 3, 4, 5, 8, 9, 16, 40, 80, 256])
  func roundTrip(classCount: Int) throws {
    let labels = (0..<classCount).map { "class \($0)" }
    let model = try model(labels: labels)
    var file = ModelFile()
    file.set("names", to: model.encoded)
    file.set("words", to: Array("a\nb".utf8))
    let read = try ModelFile(ModelBytes(copying: file.bytes))
    #expect(read.names == ["names", "words"])
    #expect(read.bytes == file.bytes)
    let again = try LinearModel.read("names", of: read)
    #expect(again.labels == labels)
    #expect(again.unit == 0.25)
    for row in 0..<model.rowCount { #expect(again.row(row).elementsEqual(model.row(row))) }
  }

  @Test("scores are the sums of rows", arguments: [2, 4, 7, 16, 33, 80])
  func scores(classCount: Int) throws {
    let model = try model(labels: (0..<classCount).map { "\($0)" })
    let features = (0..<200).map { FeatureHash(template: 1).and(UInt64($0)) }
    var scores = [Int16](repeating: 0, count: model.stride)
    features.withUnsafeBufferPointer { features in
      scores.withUnsafeMutableBufferPointer { scores in
        if let base = scores.baseAddress { model.score(features, into: base) }
      }
    }
    for label in 0..<classCount {
      let sum = features.reduce(0) { $0 + Int(model.row(Int($1.row(bits: model.bits)))[label]) }
      #expect(Int(scores[label]) == sum)
    }
  }

  @Test("a file with a byte changed or cut short is refused, whichever byte it is")
  func damaged() throws {
    var file = ModelFile()
    file.set("names", to: try model(labels: ["x", "y", "z"], bits: 4).encoded)
    let bytes = file.bytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x10
      #expect(throws: ModelError.self) {
        let file = try ModelFile(ModelBytes(copying: changed))
        _ = try LinearModel.read("names", of: file)
      }
      #expect(throws: ModelError.self) {
        let file = try ModelFile(ModelBytes(copying: Array(bytes[..<index])))
        _ = try LinearModel.read("names", of: file)
      }
    }
  }

  @Test("rows that are no rows are refused")
  func wrongRows() throws {
    let encoded = try model(labels: ["x", "y", "z"], bits: 4).encoded
    for index in encoded.indices {
      var changed = encoded
      changed[index] = 0xFF
      var file = ModelFile()
      file.set("names", to: changed)
      // Read or refused: nothing beyond the table is touched.
      _ = try? LinearModel.read("names", of: file)
    }
  }
}

import ArticleModel
import Glibc
import Testing

@testable import ArticleAnalysis

@Suite struct NameDecoderTests {
  /// Numbers from -2 to 2 that look like chance but are the same in every run.
  private static func numbers(_ count: Int, seed: UInt64) -> [Float] {
    (0..<count).map { index in
      let hash = FeatureHash(template: seed).and(UInt64(index)).value
      return Float(hash >> 40) / Float(1 << 24) * 4 - 2
    }
  }

  private static let stride = 16
  private static let steps = numbers(NameLabels.count * NameLabels.count, seed: 1)
  private static let decoder = NameDecoder(steps: steps)

  /// All sequences of three labels that may stand, with their scores.
  private static func sequences(_ scores: [Float]) -> [(labels: [UInt8], score: Float)] {
    var all: [(labels: [UInt8], score: Float)] = []
    let labels = (0..<UInt8(NameLabels.count))
    for a in labels where NameLabels.allows(a, after: NameLabels.outside) {
      for b in labels where NameLabels.allows(b, after: a) {
        for c in labels where NameLabels.allows(c, after: b) {
          var score: Float = 0
          var before = 0
          for (index, label) in [a, b, c].enumerated() {
            score += scores[index * stride + Int(label)]
            score += steps[before * NameLabels.count + Int(label)]
            before = Int(label)
          }
          all.append(([a, b, c], score))
        }
      }
    }
    return all
  }

  @Test(arguments: UInt64(10)..<20) func findsTheBestOfAllSequences(seed: UInt64) throws {
    let scores = Self.numbers(3 * Self.stride, seed: seed)
    let found = scores.withUnsafeBufferPointer {
      Self.decoder.best($0, stride: Self.stride, count: 3)
    }
    let best = try #require(Self.sequences(scores).max { $0.score < $1.score })
    #expect(found == best.labels)
  }

  @Test(arguments: UInt64(10)..<20) func probabilitiesAreThoseOfAllSequences(seed: UInt64) {
    let scores = Self.numbers(3 * Self.stride, seed: seed)
    let found = scores.withUnsafeBufferPointer {
      Self.decoder.probabilities($0, stride: Self.stride, count: 3)
    }
    var expected = Array(repeating: 0.0, count: 3 * NameLabels.count)
    var total = 0.0
    for (labels, score) in Self.sequences(scores) {
      let weight = exp(Double(score))
      total += weight
      for (index, label) in labels.enumerated() {
        expected[index * NameLabels.count + Int(label)] += weight
      }
    }
    for index in expected.indices {
      #expect(abs(Double(found[index]) - expected[index] / total) < 1e-4)
    }
  }

  @Test func namesAreMadeOfBeginAndInside() {
    let person = NameLabels.begin(.person)
    let place = NameLabels.begin(.place)
    let names = NameLabels.names(in: [person, person + 1, person, 0, place, place + 1, place + 1])
    #expect(names.map(\.kind) == [.person, .person, .place])
    #expect(names.map(\.tokens) == [TokenRange(0, 2), TokenRange(2, 3), TokenRange(4, 7)])
    #expect(!NameLabels.allows(place + 1, after: person))
    #expect(!NameLabels.allows(person + 1, after: NameLabels.outside))
  }
}

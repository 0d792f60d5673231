import Testing

@testable import QueryExecution

/// Numbers are those of a dictionary that is filled in the same order, however the keys lie.
@Suite struct IntegerNumberingTests {
  private static let spreads: [(name: String, key: @Sendable (inout SeededGenerator) -> Int64)] = [
    ("one", { _ in 7 }),
    ("few", { $0.below(10) }),
    ("near", { $0.below(100_000) - 50_000 }),
    ("near the smallest", { .min + $0.below(1000) }),
    ("near the largest", { .max - $0.below(1000) }),
    ("around the edge", { Bool.random(using: &$0) ? .max - $0.below(9) : .min + $0.below(9) }),
    ("dense, seen slowly", { $0.below(1_000_000) }),
    ("far", { Int64(bitPattern: $0.next()) }),
    ("near and one far", { $0.below(50) == 0 ? 1 << 60 : $0.below(5000) }),
    ("bins", { $0.below(3) * 1_000_000 }),
    ("in steps", { $0.below(3000) << 32 }),
  ]

  @Test(arguments: spreads.indices, [1, 3, 2048])
  func numbersAsADictionaryDoes(_ spread: Int, _ batchSize: Int) {
    var random = SeededGenerator(seed: UInt64(spread * 7919 + batchSize))
    var numbering = IntegerNumbering()
    var known: [Int64?: Int32] = [:]
    let total = batchSize == 2048 ? 400_000 : 6000
    var done = 0
    while done < total {
      let values = (0..<batchSize).map { _ in Self.spreads[spread].key(&random) }
      let validity = values.map { _ -> UInt8 in random.below(20) == 0 ? 0 : 1 }
      let isMasked = done / batchSize % 3 == 1
      var newRows: [Int32] = []
      var expectedNew: [Int32] = []
      var expected: [Int32] = []
      for row in values.indices {
        let key = isMasked && validity[row] == 0 ? nil : values[row]
        if known[key] == nil {
          known[key] = Int32(known.count)
          expectedNew.append(Int32(row))
        }
        expected.append(known[key] ?? -1)
      }
      let numbers = values.withUnsafeBufferPointer { values in
        validity.withUnsafeBufferPointer { validity in
          numbering.number(values, validity: isMasked ? validity : nil, newRows: &newRows)
        }
      }
      guard numbers == expected, newRows == expectedNew else {
        Issue.record("\(Self.spreads[spread].name): other numbers after \(done) rows")
        return
      }
      let asked = values + [values[0] &+ 1, .min, .max, 0]
      let found = asked.withUnsafeBufferPointer { numbering.find($0, validity: nil) }
      #expect(found == asked.map { known[$0] ?? -1 })
      done += batchSize
    }
    #expect(Int(numbering.count) == known.count)
  }
}

extension SeededGenerator {
  fileprivate mutating func below(_ limit: Int64) -> Int64 {
    Int64(next() % UInt64(limit))
  }
}

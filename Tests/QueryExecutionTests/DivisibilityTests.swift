import Columns
import Testing

@testable import QueryExecution

@Suite struct DivisibilityTests {
  @Test func agreesWithTheRemainder() {
    var random = SeededGenerator(seed: 11)
    let divisors: [Int64] =
      [2, 3, 4, 5, 6, 7, 10, 12, 64, 100, 1 << 40, 3 << 50, .max, .max - 1, 1 << 62]
      + (0..<200).map { _ in Int64(random.next() >> (1 + random.next() % 60)) }
    for divisor in divisors where divisor >= 2 {
      let values =
        [0, 1, -1, divisor, -divisor, divisor - 1, .min, .min + 1, .max, .max - 1]
        + (0..<100).map { _ in Int64(bitPattern: random.next()) >> Int64(random.next() % 60) }
        + (0..<100).map { _ in
          divisor.multipliedReportingOverflow(by: Int64(random.next() % 1000) - 500).partialValue
        }
      for wanted in [true, false] {
        let test = Divisibility(by: divisor, wanted: wanted)
        for value in values {
          let isMultiple = value % divisor == 0
          #expect(test?(value) == (isMultiple == wanted ? 1 : 0), "\(value) % \(divisor)")
        }
      }
    }
  }

  @Test func asAQuery() throws {
    #expect(
      try run(
        "datatable(x: long)[1, 2, long(null), 4, -6] | project x % 2 == 0, x % 2 != 0, 4 % 2 == 0"
      ).rows == [
        "false true true", "true false true", "false true true", "true false true",
        "true false true",
      ])
  }
}

import QueryExecution
import Testing

/// LANGUAGE 4.2 and 4.3: types of results, division, what does not fit.
@Suite struct ArithmeticTests {
  static let cases: [Case] = [
    Case("print 7 / 2, -7 / 2, 7 / -2, 7.0 / 2", "3 -3 -3 3.5"),
    Case("print 1 / 0, 1 % 0, 1.0 / 0, -1.0 / 0, 0.0 / 0", "∅ ∅ Infinity -Infinity NaN"),
    Case("print 14 % 12, -14 % 12, 14 % -12, -14 % -12", "2 10 2 10"),
    Case("print 9223372036854775807 + 1, -9223372036854775807 - 2", "∅ ∅"),
    Case("print 4611686018427387904 * 2, 3037000500 * 3037000500", "∅ ∅"),
    Case("print (-9223372036854775807 - 1) / -1, (-9223372036854775807 - 1) % -1", "∅ 0"),
    Case("print -(-9223372036854775807 - 1), -(5), -2.5", "∅ -5 -2.5"),
    Case("print int(3) + int(4), 1 + 2.5, int(1) == 1.0", "7 3.5 true"),
    Case("print decimal(1.10) + decimal(2.2), decimal(1) / decimal(3) > 0", "3.30 true"),
    Case("print decimal(1.5) > 1.25, 2.5 <= decimal(2.5)", "true true"),
    Case(
      "print 1d + 12h, 1h * 2, 2 * 1h, 1d / 6h, 1d / 2", "1.12:00:00 02:00:00 02:00:00 4.0 12:00:00"
    ),
    Case(
      "print datetime(2024-03-01) - 1d, datetime(2024-03-02) - datetime(2024-03-01)",
      "2024-02-29T00:00:00.0000000Z 1.00:00:00"),
    Case("print datetime(9999-12-31) + 2d, datetime(0001-01-01) - 1tick", "∅ ∅"),
    Case("print datetime(2024-03-01 07:30) % 1h, 100m % 1h", "00:30:00 00:40:00"),
    Case(
      "range i from -3 to 3 step 1 | project i / 2, i % 2, i * i", "-1 1 9", "-1 0 4", "0 1 1",
      "0 0 0", "0 1 1", "1 0 4", "1 1 9"),
    Case("print real(nan) == real(nan), real(nan) != 1.0, 0.0 == -0.0", "false true true"),
    Case("print \"a\" < \"b\", \"B\" < \"a\", \"\" < \"a\"", "true true true"),
  ]

  @Test(arguments: cases) func rows(of example: Case) throws {
    #expect(try run(example.query).rows == example.rows)
  }

  @Test func overflowWarnsOnceAPlaceWithItsRows() throws {
    let outcome = try run(
      "range i from 1 to 5 step 1 | project x = 9223372036854775805 + i | where isnull(x) or true")
    #expect(outcome.warnings.count == 1)
    #expect(outcome.warnings.first?.warning == .integerOverflow)
    #expect(outcome.warnings.first?.rows == 3)
  }

  @Test func divisionByZeroDoesNotWarn() throws {
    #expect(try run("range i from 0 to 2 step 1 | project 10 / i").warnings.isEmpty)
  }

  @Test(arguments: [
    "print long(-9223372036854775808) / -1",
    "range i from -1 to 1 step 1 | project long(-9223372036854775808) / i",
    "print timespan(10675199d) * 1e300", "print 1d / 1e-320",
  ])
  func quotientsAndProductsThatDoNotFitWarn(_ query: String) throws {
    let warnings = try run(query).warnings
    #expect(warnings.map(\.warning) == [.integerOverflow])
    #expect(warnings.map(\.rows) == [1])
  }

  @Test(arguments: [
    "print 1d * real(inf)", "print 1d * real(nan)", "print 1d / 0.0", "print real(null) * 1d",
  ])
  func infinitiesAndZerosDoNotWarn(_ query: String) throws {
    let outcome = try run(query)
    #expect(outcome.rows == ["∅"])
    #expect(outcome.warnings.isEmpty)
  }

  @Test func branchesThatAreNotTakenDoNotWarn() throws {
    let outcome = try run(
      "range i from 1 to 3 step 1 | project iff(i < 10, i, 9223372036854775807 + i)")
    #expect(outcome.rows == ["1", "2", "3"])
    #expect(outcome.warnings.isEmpty)
    #expect(try run("print iff(true, 1, 9223372036854775807 + 1)").warnings.isEmpty)
    #expect(
      try run("range i from 1 to 3 step 1 | where i > 5 and i * 9223372036854775807 > 0")
        .warnings.isEmpty)
  }

  /// Every sign and size of dividend against the processor's own division.
  @Test(arguments: [2, 3, 5, 7, 10, 1_000_000, 1 << 32, 864_000_000_000, Int64.max])
  func constantDivisorsDivideAsDivision(divisor: Int64) throws {
    let constant = try #require(ConstantDivisor(divisor))
    var dividends: [Int64] = [0, 1, -1, .max, .min, .max - 1, .min + 1]
    for power in 0..<63 {
      for offset in -2...2 as ClosedRange<Int64> {
        dividends.append((1 << power) &+ offset)
        dividends.append(-(1 << power) &+ offset)
      }
    }
    for step in -3...3 as ClosedRange<Int64> { dividends.append(divisor &* step &+ step) }
    for dividend in dividends {
      #expect(constant.quotient(dividend) == dividend / divisor)
      let remainder = dividend % divisor
      #expect(constant.modulo(dividend) == (remainder < 0 ? remainder + divisor : remainder))
    }
  }
}

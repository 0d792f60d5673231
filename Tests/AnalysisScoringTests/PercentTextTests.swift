import Testing

@testable import AnalysisScoring

/// Percentages are rounded as C's `printf` rounds them.
@Suite struct PercentTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var share: Double
    var decimals: Int
    var expected: String

    var testDescription: String { expected }
  }

  static let cases = [
    Case(share: 0, decimals: 1, expected: "0.0"),
    Case(share: 1, decimals: 2, expected: "100.00"),
    Case(share: 2.0 / 3, decimals: 1, expected: "66.7"),
    Case(share: 2.0 / 3, decimals: 2, expected: "66.67"),
    Case(share: 1.0 / 3, decimals: 0, expected: "33"),
    // Just between two in binary as well: to the even one.
    Case(share: 0.125, decimals: 0, expected: "12"),
    Case(share: 0.375, decimals: 0, expected: "38"),
    Case(share: 0.00125, decimals: 2, expected: "0.12"),
    // What looks like one between two is a little less, or more, in binary.
    Case(share: 0.01005, decimals: 2, expected: "1.00"),
    Case(share: 0.641495, decimals: 3, expected: "64.150"),
    Case(share: 0.9999, decimals: 1, expected: "100.0"),
    Case(share: 0.0004, decimals: 1, expected: "0.0"),
    Case(share: 0.0101, decimals: 2, expected: "1.01"),
    Case(share: 1e-30, decimals: 2, expected: "0.00"),
    Case(share: .leastNonzeroMagnitude, decimals: 2, expected: "0.00"),
  ]

  @Test(arguments: cases)
  func isRounded(_ one: Case) {
    #expect(PercentText.string(one.share, decimals: one.decimals) == one.expected)
  }

  @Test func noShareIsADash() {
    #expect(PercentText.string(nil, decimals: 2) == "-")
    #expect(PercentText.string(Double.nan, decimals: 2) == "-")
  }
}

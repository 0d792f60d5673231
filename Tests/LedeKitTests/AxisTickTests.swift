import Testing

@testable import LedeKit

@Suite struct AxisTickTests {
  struct Case: Sendable {
    var range: ClosedRange<Double>
    var limit: Int
    var labels: [String]
    var isWhole = false
  }

  @Test(arguments: [
    Case(range: 0...9.7, limit: 5, labels: ["0", "2", "4", "6", "8", "10"]),
    Case(range: 0...1213, limit: 5, labels: ["0", "500", "1,000", "1,500"]),
    Case(range: -12...30, limit: 5, labels: ["-20", "-10", "0", "10", "20", "30"]),
    Case(range: 0...0.0078, limit: 4, labels: ["0", "0.002", "0.004", "0.006", "0.008"]),
    Case(range: 0...3, limit: 8, labels: ["0", "1", "2", "3"], isWhole: true),
    Case(range: 0...635_000_000, limit: 4, labels: ["0", "200M", "400M", "600M", "800M"]),
    Case(range: 0...5e12, limit: 2, labels: ["0", "5,000B"]),
    Case(range: 0...3e300, limit: 3, labels: ["0", "1e300", "2e300", "3e300"]),
    Case(range: 0...0, limit: 5, labels: ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
  ])
  func numbersAreRound(_ given: Case) {
    var demand = AxisScale.Demand()
    demand.range = given.range
    demand.isWidened = true
    demand.isWhole = given.isWhole
    #expect(AxisScale(demand, limit: given.limit).ticks.map(\.label) == given.labels)
  }

  struct TimeCase: Sendable {
    var from: String
    var to: String
    var limit: Int
    var labels: [String]
  }

  @Test(arguments: [
    TimeCase(
      from: "2024-03-05T06:00Z", to: "2024-03-06T05:00Z", limit: 5,
      labels: ["5 Mar 06:00", "12:00", "18:00", "6 Mar"]),
    TimeCase(
      from: "2024-02-20", to: "2024-03-20", limit: 5,
      labels: ["26 Feb 2024", "4 Mar", "11 Mar", "18 Mar"]),
    TimeCase(
      from: "2023-12-28", to: "2024-01-03", limit: 6,
      labels: ["28 Dec 2023", "29 Dec", "30 Dec", "31 Dec", "1 Jan 2024", "2 Jan", "3 Jan"]),
    TimeCase(
      from: "2023-11-15", to: "2024-03-15", limit: 5,
      labels: ["Dec 2023", "Jan 2024", "Feb", "Mar"]),
    TimeCase(
      from: "2023-01-01", to: "2024-06-01", limit: 6,
      labels: ["Jan 2023", "Apr", "Jul", "Oct", "Jan 2024", "Apr"]),
    TimeCase(
      from: "2001-06-01", to: "2024-06-01", limit: 5, labels: ["2005", "2010", "2015", "2020"]),
    TimeCase(
      from: "2024-03-05T10:00:01Z", to: "2024-03-05T10:00:02.6Z", limit: 4,
      labels: ["5 Mar 10:00:01.000", "10:00:01.500", "10:00:02.000", "10:00:02.500"]),
    TimeCase(
      from: "0001-01-01", to: "9999-12-31", limit: 6, labels: ["2000", "4000", "6000", "8000"]),
  ])
  func momentsAreThoseOfTheCalendar(_ given: TimeCase) throws {
    let from = try #require(EngineOptions.moment(given.from))
    let to = try #require(EngineOptions.moment(given.to))
    let ticks = TimeTicks(from: Double(from), to: Double(to), limit: given.limit).ticks
    #expect(ticks.map(\.label) == given.labels)
  }

  @Test func logarithmsCountPowersOfTen() {
    var demand = AxisScale.Demand()
    demand.range = 3...40_000
    demand.isLogarithmic = true
    let scale = AxisScale(demand, limit: 5)
    #expect(scale.ticks.map(\.label) == ["1", "10", "100", "1,000", "10,000", "100,000"])
    #expect(scale.fraction(of: 0).isNaN)
    #expect(abs(scale.fraction(of: 10) - 0.2) < 1e-9)
  }

  @Test func lengthsOfTimeHaveOneUnit() {
    var demand = AxisScale.Demand()
    demand.quantity = .timespan
    demand.range = 0...(4 * 36_000_000_000)
    demand.isWidened = true
    #expect(AxisScale(demand, limit: 4).ticks.map(\.label) == ["0", "1 h", "2 h", "3 h", "4 h"])
  }

  @Test(arguments: [
    (1213.0, 0, "1,213"), (-0.25, 2, "-0.25"), (0.004, 2, "4e-3"), (1.25e18, 0, "1.25e18"),
    (999_999_999_999_999, 0, "999,999,999,999,999"), (-0.001, 0, "-1e-3"), (.nan, 0, "NaN"),
    (.greatestFiniteMagnitude, 3, "1.80e308"), (.leastNonzeroMagnitude, 0, "4.94e-324"),
  ])
  func numbersAreGrouped(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(ChartNumberText.text(value, decimals: decimals) == text)
  }

  @Test func thinningKeepsTheHighestAndTheLowest() {
    var points = (0..<100_000).map { Chart.Point(x: Double($0), y: Double($0 % 7)) }
    points[51_234].y = 900
    points[7_777].y = -900
    for index in 60_000..<65_000 { points[index].y = .nan }
    var demand = AxisScale.Demand()
    demand.range = 0...99_999
    let thinned = PointThinning.thinned(points, over: AxisScale(demand, limit: 5), columns: 100)
    #expect(thinned.count <= 400)
    let values = thinned.map(\.y).filter(\.isFinite)
    #expect(values.max() == 900)
    #expect(values.min() == -900)
    #expect(thinned.count { $0.y.isNaN } == 1)
    #expect(thinned.first == points.first)
    #expect(thinned.last == points.last)
  }
}

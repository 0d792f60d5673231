import Testing

@testable import LedeKit

/// Which columns become what, and what becomes of the rows.
@Suite struct ChartReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// Columns as `name:type`.
    var columns: String
    var kind: ChartPresentation.Kind
    /// The column of the x axis, those of values, those of series.
    var x: String?
    var values: [String]
    var series: [String] = []
    var testDescription: String { "\(kind) of \(columns)" }
  }

  @Test(arguments: [
    Case(columns: "speaker:string n:long", kind: .barchart, x: "speaker", values: ["n"]),
    Case(columns: "n:long speaker:string", kind: .barchart, x: "speaker", values: ["n"]),
    Case(
      columns: "section:string kind:string n:long", kind: .columnchart, x: "section", values: ["n"],
      series: ["kind"]),
    Case(
      columns: "kind:string date:datetime n:long m:real", kind: .timechart, x: "date",
      values: ["n", "m"], series: ["kind"]),
    Case(columns: "x:long y:real z:real", kind: .linechart, x: "x", values: ["y", "z"]),
    Case(columns: "y:real", kind: .linechart, x: nil, values: ["y"]),
    Case(
      columns: "name:string a:long b:long", kind: .scatterchart, x: "a", values: ["b"],
      series: ["name"]),
    Case(columns: "d:datetime wait:timespan", kind: .columnchart, x: "d", values: ["wait"]),
    Case(columns: "k:string n:long wait:timespan", kind: .barchart, x: "k", values: ["n"]),
    Case(columns: "a:string b:string", kind: .barchart, x: "a", values: [], series: ["b"]),
    Case(
      columns: "kind:string a:numbers date:times", kind: .timechart, x: "date", values: ["a"],
      series: ["kind"]),
  ])
  func columnsAreChosen(_ given: Case) {
    let columns = given.columns.split(separator: " ").map { column in
      let parts = column.split(separator: ":")
      return ResultColumn(name: String(parts[0]), typeName: String(parts[1]))
    }
    let natures = columns.map { column -> ChartColumns.Nature in
      switch column.typeName {
      case "long", "real": return .number
      case "datetime": return .time
      case "timespan": return .timespan
      case "numbers": return .numbers
      case "times": return .times
      default: return .text
      }
    }
    let found = ChartColumns(
      columns, natures: natures, presentation: ChartPresentation(kind: given.kind))
    #expect(found.x.map { columns[$0].name } == given.x)
    #expect(found.values.map { columns[$0].name } == given.values)
    #expect(found.series.map { columns[$0].name } == given.series)
  }

  private func chart(_ query: String) throws -> Chart {
    let result = try Engine().query(query)
    let presentation = try #require(result.presentation)
    var reader = ChartReader(result.table.columns, presentation: presentation)
    let isDrawn = reader.append(result.table)
    #expect(isDrawn)
    return reader.chart()
  }

  @Test func optionsAreRead() throws {
    let result = try Engine().query(
      """
      print a = 1, b = "x" | render columnchart with (title="T", xtitle="X", ytitle="Y", xcolumn=b,
        ycolumns=a, legend=hidden, ymin=-1.5, ymax=20, xmin=datetime(2024-01-01), yaxis=log,
        kind=stacked100, accumulate=true, series=b)
      """)
    let found = try #require(result.presentation)
    #expect(found.kind == .columnchart)
    #expect(found.title == "T")
    #expect(found.xTitle == "X")
    #expect(found.yTitle == "Y")
    #expect(found.xColumn == "b")
    #expect(found.yColumns == ["a"])
    #expect(found.series == ["b"])
    #expect(!found.showsLegend)
    #expect(found.yBounds == ChartPresentation.Bounds(lower: -1.5, upper: 20))
    #expect(found.xBounds.lower == EngineOptions.moment("2024-01-01").map { Double($0) })
    #expect(found.hasLogarithmicY && !found.hasLogarithmicX)
    #expect(found.stacking == .stacked100)
    #expect(found.accumulates)
    #expect(try Engine().query("print 1").presentation == nil)
  }

  @Test func valuesAtOnePlaceAreSummedWithinASeries() throws {
    let chart = try chart(
      """
      datatable(k: string, s: string, n: long)["a", "x", 1, "b", "x", 2, "a", "x", 4, "a", "y", 8]
      | render barchart with (series=s)
      """)
    #expect(chart.categories == ["a", "b"])
    #expect(chart.series.map(\.name) == ["x", "y"])
    #expect(chart.values(of: chart.series[0]) == [5, 2])
    #expect(chart.values(of: chart.series[1]).first == 8)
    #expect(chart.values(of: chart.series[1]).last?.isNaN == true)
  }

  @Test func textsThatTellNothingApartMakeNoSeries() throws {
    let chart = try chart(
      """
      datatable(name: string, title: string, n: long)["a", "x", 1, "b", "y", 2] | render barchart
      """)
    #expect(chart.series.count == 1)
    #expect(chart.series.first?.name == "n")
  }

  @Test func linesAreSortedAndAccumulated() throws {
    let chart = try chart(
      """
      datatable(d: datetime, n: long)["2024-01-03", 1, "2024-01-01", 2, "2024-01-02", long(null)]
      | render timechart with (accumulate=true)
      """)
    let values = chart.series[0].points.map(\.y)
    #expect(values[0] == 2)
    #expect(values[1].isNaN)
    #expect(values[2] == 3)
  }

  @Test func theLargestSeriesAreKept() throws {
    let chart = try chart(
      """
      range i from 1 to 12 step 1 | project x = 1, s = strcat("s", i), n = i
      | render linechart with (xcolumn=x, ycolumns=n, series=s)
      """)
    #expect(chart.series.map(\.name) == (5...12).map { "s\($0)" })
    #expect(chart.notes == ["The 8 largest series are drawn, 4 smaller series left out."])
  }

  @Test func dispersionTakesArraysAndSinglePlaces() {
    var table = TextTable(columns: [
      ResultColumn(name: "article", typeName: "string"),
      ResultColumn(name: "places", typeName: "dynamic"),
    ])
    table.append(["ferry-line", "[0, 0.5]"])
    table.append(["water-plant", "[]"])
    table.append(["ferry-line", "0.75"])
    var reader = ChartReader(table.columns, presentation: ChartPresentation(kind: .dispersion))
    let isDrawn = reader.append(table)
    #expect(isDrawn)
    #expect(
      reader.chart().strips == [
        Chart.Strip(label: "ferry-line", positions: [0, 0.5, 0.75]),
        Chart.Strip(label: "water-plant", positions: []),
      ])
  }

  @Test func embeddersGetTheChart() throws {
    let result = try Engine().query(
      #"datatable(k: string, n: long)["a", 1, "b", 2] | render barchart with (title="T")"#)
    #expect(
      result.chartText(width: 20) == """
        T
        k  n
        a │███████▌ 1
        b │███████████████ 2

        """)
    #expect(result.chartSVG()?.contains("<title id=\"chart-title\">T</title>") == true)
    #expect(try Engine().query("print 1").chartText() == nil)
    #expect(try Engine().query("print a = 'x' | render barchart").chartSVG() == nil)
  }
}

import Testing

@testable import LedeKit

/// Charts of random tables with random options: none traps, none is wider than its terminal, and
/// every picture is well formed and the same each time.
@Suite struct ChartFuzzTests {
  @Test(arguments: 0..<40)
  func chartsOfAnyTableAreDrawn(seed: Int) {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    for _ in 0..<12 {
      let table = random.table()
      let presentation = random.presentation(of: table)
      let width = random.pick([5, 20, 21, 40, 63, 80, 121, 200, 500])
      let options = RenderOptions(
        width: width, rowLimit: random.pick([0, 3, 40]), hasColor: random.below(2) == 0,
        isASCII: random.below(2) == 0)
      let sink = MemorySink()
      var renderer = ChartRenderer(presentation, options: options)
      renderer.begin(table.columns, to: sink)
      renderer.append(table, to: sink)
      renderer.finish(ResultSummary(rowCount: table.rowCount), to: sink)
      for line in Self.withoutColor(sink.text).split(separator: "\n")
      where !line.hasPrefix("No column of numbers") && !line.hasSuffix("(.rows 0 for all)") {
        #expect(
          DisplayWidth.of(String(line)) <= min(max(width, 20), 200), "\(presentation)\n\(line)")
      }
      var reader = ChartReader(table.columns, presentation: presentation)
      guard reader.append(table) else { continue }
      let chart = reader.chart()
      let picture = SVGChart(chart).bytes()
      #expect(picture == SVGChart(chart).bytes())
      #expect(Self.isWellFormed(picture), "\(String(decoding: picture, as: UTF8.self))")
    }
  }

  @Test func stripsTakeAnyPlaces() {
    let rows = [
      Chart.Strip(label: "ferry-line", positions: [0, 0.1, 0.105, 0.5, 1]),
      Chart.Strip(label: "水の植物", positions: [.nan, -1, 2, .infinity]),
    ]
    let sink = MemorySink()
    let chart = Chart(strips: rows, title: "harbor")
    TextChart(chart, options: RenderOptions(width: 40)).write(to: sink)
    #expect(
      sink.text == """
        harbor
        ferry-line │▌ ▐         ▐           ▐│ 5
          水の植物 │                         │ 0
                   0%          50%        100%

        """)
  }

  // MARK: - Implementation

  private static func withoutColor(_ text: String) -> String {
    var result: [UInt8] = []
    var isEscape = false
    for byte in text.utf8 {
      if byte == 0x1B {
        isEscape = true
      } else if isEscape {
        isEscape = byte != UInt8(ascii: "m")
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether tags nest, attributes are quoted, and nothing stands unescaped.
  private static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var open: [String] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        if bytes[index] == UInt8(ascii: ">") || bytes[index] == 0 { return false }
        index += 1
        continue
      }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { return false }
      let tag = String(decoding: bytes[index + 1..<end], as: UTF8.self)
      if tag.contains("<") { return false }
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" })
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return false }
      } else {
        guard tag.utf8.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 0 else { return false }
        if !tag.hasSuffix("/") { open.append(name) }
      }
      index = end + 1
    }
    return open.isEmpty
  }
}

/// Numbers from a seed, and the tables made of them.
private struct Random {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func table() -> TextTable {
    let types = ["long", "real", "string", "datetime", "timespan", "dynamic", "bool"]
    let columns = (0..<1 + below(5)).map {
      ResultColumn(name: pick(["a", "n", "Jahr", "数", "<&\">"]) + "\($0)", typeName: pick(types))
    }
    var table = TextTable(columns: columns)
    for _ in 0..<pick([0, 1, 2, 7, 60, 400]) { table.append(columns.map { cell($0.typeName) }) }
    return table
  }

  mutating func cell(_ type: String) -> String? {
    if below(8) == 0 { return nil }
    switch type {
    case "long":
      return pick([
        "0", "-3", "12", "9223372036854775807", "-9223372036854775808", "\(below(1000))",
      ])
    case "real":
      return pick([
        "0.0", "NaN", "Infinity", "-Infinity", "1.7e308", "-1.7e308", "5e-324", "0.1", "-2.5",
        "\(below(1000)).25",
      ])
    case "datetime":
      return pick([
        "0001-01-01T00:00:00.0000000Z", "9999-12-31T23:59:59.9999999Z", "2024-03-05",
        "2024-03-\(1 + below(9))",
      ])
    case "timespan":
      return pick(["00:00:00", "-1.00:00:00", "10675199.02:48:05", "00:0\(below(9)):01"])
    case "dynamic":
      return pick([
        "[1,2,3]", "[]", "{}", "\"x\"", "7", "[\"2024-01-01\",\"2024-01-02\"]", "[null,2.5,-1]",
        "[[1]]",
      ])
    case "bool": return pick(["true", "false"])
    default:
      return pick([
        "", "Ana", "a much longer name than any other that stands here", "<b>&\"'", "王小明",
        "e\u{301}\u{200B}\u{202E}", "👩‍👩‍👧", "\u{0}\u{7}\n", "k\(below(30))",
      ])
    }
  }

  mutating func presentation(of table: TextTable) -> ChartPresentation {
    var result = ChartPresentation(kind: pick(ChartPresentation.Kind.allCases))
    let names = table.columns.map(\.name)
    if below(3) == 0 {
      result.title = pick(["", "T", "A title that is wider than the terminal is"])
    }
    if below(4) == 0 { result.yTitle = pick(["", "quotes", "数 <&>"]) }
    if below(4) == 0 { result.xTitle = "" }
    if below(4) == 0 { result.xColumn = pick([pick(names), "none"]) }
    if below(4) == 0 { result.yColumns = [pick(names), pick(names)] }
    if below(4) == 0 { result.series = [pick(names)] }
    result.stacking = pick([.unstacked, .stacked, .stacked100])
    let ends: [Double?] = [nil, nil, nil, 0, -1, 100, 1e300, -1e300]
    result.yBounds = ChartPresentation.Bounds(lower: pick(ends), upper: pick(ends))
    result.xBounds = ChartPresentation.Bounds(lower: pick(ends), upper: pick(ends))
    result.hasLogarithmicX = below(4) == 0
    result.hasLogarithmicY = below(4) == 0
    result.showsLegend = below(4) > 0
    result.accumulates = below(4) == 0
    return result
  }
}

import Diagnostics
import Testing

@testable import LedeKit

@Suite struct RenderingTests {
  private func rendered(
    _ table: TextTable, as mode: OutputMode, options: RenderOptions = RenderOptions(),
    summary: ResultSummary? = nil
  ) -> String {
    let sink = MemorySink()
    table.render(as: mode, options: options, summary: summary, to: sink)
    return sink.text
  }

  private let quotes = TextTable(
    columns: [
      ResultColumn(name: "speaker", typeName: "string"),
      ResultColumn(name: "words", typeName: "long"),
      ResultColumn(name: "text", typeName: "string"),
    ],
    rows: [
      ["Ana Ruiz", "12", "We lost the road, and then the bridge."],
      [nil, "3", "Not tonight"],
    ])

  @Test func tableAlignsNumbersRightAndEndsNoLineInBlanks() {
    #expect(
      rendered(quotes, as: .table) == """
        speaker   words  text
        ────────  ─────  ──────────────────────────────────────
        Ana Ruiz     12  We lost the road, and then the bridge.
                      3  Not tonight

        """)
  }

  @Test func tableAtTwentyColumnsKeepsAllColumnsAndItsWidth() {
    let text = rendered(quotes, as: .table, options: RenderOptions(width: 20))
    #expect(text.hasPrefix("spea…  words  text\n"))
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 20)
    }
  }

  @Test(arguments: [1, 5, 10, 20, 33, 80, 200])
  func noLineIsWiderThanTheTerminal(width: Int) {
    var table = TextTable(
      columns: (1...30).map { ResultColumn(name: "column\($0)", typeName: "string") })
    table.append((1...30).map { String(repeating: "long text ", count: $0) })
    let text = rendered(
      table, as: .table, options: RenderOptions(width: width))
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test func rowLimitSaysHowManyMore() {
    var table = TextTable(columns: [ResultColumn(name: "i", typeName: "long")])
    for i in 1...1253 { table.append([String(i)]) }
    let text = rendered(table, as: .table, options: RenderOptions(rowLimit: 40))
    #expect(text.hasSuffix("40\n… 1,213 more (.rows 0 for all)\n"))
    #expect(rendered(table, as: .table).hasSuffix("\n1253\n"))
  }

  @Test func footerNamesRowsTimeArticlesAndWarnings() {
    let summary = ResultSummary(
      rowCount: 2, elapsed: .milliseconds(3), articleCount: 1,
      warnings: [Diagnostic(code: "L0601", severity: .warning, message: "overflow")])
    let text = rendered(
      quotes, as: .table, options: RenderOptions(showsFooter: true), summary: summary)
    #expect(text.hasSuffix("\n2 rows · 3 ms · 1 article · 1 warning\n"))
  }

  @Test func colorAddsTypesAndNothingElse() {
    let text = rendered(quotes, as: .table, options: RenderOptions(hasColor: true))
    #expect(text.contains("\u{1B}[2mstring     long  string\u{1B}[0m\n"))
  }

  @Test func csvFollowsRFC4180() {
    let table = TextTable(
      columns: [
        ResultColumn(name: "a,b", typeName: "string"), ResultColumn(name: "c", typeName: "string"),
      ],
      rows: [["she said \"no\"", "two\nlines"], [nil, "plain"]])
    #expect(
      rendered(table, as: .csv)
        == "\"a,b\",c\r\n\"she said \"\"no\"\"\",\"two\nlines\"\r\n,plain\r\n")
    let lone = TextTable(columns: [ResultColumn(name: "a", typeName: "string")], rows: [[nil]])
    #expect(rendered(lone, as: .csv) == "a\r\n\"\"\r\n")
  }

  @Test func tsvEscapesTabsLineEndsAndBackslashes() {
    let table = TextTable(
      columns: [ResultColumn(name: "a", typeName: "string")], rows: [["x\ty\nz\\w\r"]])
    #expect(rendered(table, as: .tsv) == "a\nx\\ty\\nz\\\\w\\r\n")
  }

  @Test func jsonHasTheDocumentedForm() {
    let table = TextTable(
      columns: [
        ResultColumn(name: "n", typeName: "long"), ResultColumn(name: "r", typeName: "real"),
        ResultColumn(name: "d", typeName: "decimal"), ResultColumn(name: "b", typeName: "bool"),
        ResultColumn(name: "s", typeName: "string"), ResultColumn(name: "y", typeName: "dynamic"),
        ResultColumn(name: "t", typeName: "datetime"),
      ],
      rows: [
        ["1", "NaN", "1.20", "true", "a\"\\\n\u{85}\u{2028}é", #"{"a":[1,2]}"#, nil],
        [nil, "1e+300", "-1", "false", "", "null", "2024-01-31T00:00:00.0000000Z"],
      ])
    let summary = ResultSummary(
      rowCount: 2, warnings: [Diagnostic(code: "L0601", severity: .warning, message: "over")],
      jsonMembers: [.init(name: "stats", json: Array("{}".utf8))])
    #expect(
      rendered(table, as: .json, summary: summary)
        == #"{"version":1,"schema":[{"name":"n","type":"long"},{"name":"r","type":"real"},"#
        + #"{"name":"d","type":"decimal"},{"name":"b","type":"bool"},"#
        + #"{"name":"s","type":"string"},{"name":"y","type":"dynamic"},"#
        + #"{"name":"t","type":"datetime"}],"#
        + #""rows":[[1,"NaN","1.20",true,"a\"\\\n\u0085\u2028é",{"a":[1,2]},null],"#
        + #"[null,1e+300,"-1",false,"",null,"2024-01-31T00:00:00.0000000Z"]],"#
        + #""warnings":[{"code":"L0601","message":"over"}],"stats":{}}"# + "\n")
    #expect(
      rendered(
        TextTable(columns: [ResultColumn(name: "a", typeName: "long")], rows: [["1"], [nil]]),
        as: .jsonl) == "{\"a\":1}\n{\"a\":null}\n")
  }

  @Test func lineModeShowsOneValueALine() {
    #expect(
      rendered(quotes, as: .line) == """
        speaker  Ana Ruiz
          words  12
           text  We lost the road, and then the bridge.

        speaker
          words  3
           text  Not tonight

        """)
  }

  @Test func markupEscapesItsOwnSigns() {
    let table = TextTable(
      columns: [ResultColumn(name: "a", typeName: "string")], rows: [["x|y<b>\n&"]])
    #expect(rendered(table, as: .markdown) == "| a |\n| --- |\n| x\\|y&lt;b><br>& |\n")
    #expect(rendered(table, as: .html).contains("<td>x|y&lt;b&gt;\n&amp;</td>"))
  }

  @Test func tableWithoutColumnsAndRowsIsNoTrouble() {
    for mode in OutputMode.allCases {
      _ = rendered(TextTable(columns: []), as: mode)
      _ = rendered(TextTable(columns: [], rows: [[], []]), as: mode)
      _ = rendered(TextTable(columns: quotes.columns), as: mode, options: RenderOptions(width: 1))
    }
  }

  @Test func closedSinkStopsTheRenderer() {
    let sink = MemorySink()
    sink.isOpen = false
    quotes.render(as: .table, to: sink)
    #expect(sink.bytes.isEmpty)
  }

  // MARK: - Cells

  struct WidthCase: Sendable {
    var text: String
    var width: Int
  }

  @Test(arguments: [
    WidthCase(text: "plain", width: 5), WidthCase(text: "e\u{301}te\u{301}", width: 3),
    WidthCase(text: "👩‍👩‍👧", width: 2), WidthCase(text: "🇫🇷🇩🇪", width: 4),
    WidthCase(text: "❤️", width: 2), WidthCase(text: "漢字", width: 4),
    WidthCase(text: "سلام", width: 4), WidthCase(text: "“…”", width: 3),
    WidthCase(text: "👍🏽", width: 2), WidthCase(text: "한", width: 2), WidthCase(text: "", width: 0),
  ])
  func widthIsCountedByGrapheme(_ test: WidthCase) {
    #expect(DisplayWidth.of(test.text) == test.width)
  }

  struct CutCase: Sendable {
    var text: String
    var room: Int
    var expected: String
  }

  @Test(arguments: [
    CutCase(text: "the long road home", room: 18, expected: "the long road home"),
    CutCase(text: "the long road home", room: 17, expected: "the long road…"),
    CutCase(text: "the long road home", room: 14, expected: "the long road…"),
    CutCase(text: "the long road home", room: 13, expected: "the long…"),
    CutCase(text: "unbreakableword", room: 8, expected: "unbreak…"),
    CutCase(text: "漢字漢字", room: 6, expected: "漢字…"),
    CutCase(text: "漢字漢字", room: 5, expected: "漢字…"),
    CutCase(text: "漢字漢字", room: 4, expected: "漢…"),
    CutCase(text: "ab", room: 1, expected: "…"), CutCase(text: "ab", room: 0, expected: ""),
  ])
  func textIsCutAtAWord(_ test: CutCase) {
    let cell = CellText(test.text).fitted(to: test.room)
    #expect(String(decoding: cell.bytes, as: UTF8.self) == test.expected)
    #expect(cell.width <= test.room)
    #expect(cell.width == DisplayWidth.of(cell.bytes))
  }

  @Test func controlCharactersAreMadeVisible() {
    let cell = CellText("a\u{1B}[31m\tb\r\nc\u{202E}d\u{9B}\u{7F}")
    #expect(String(decoding: cell.bytes, as: UTF8.self) == "a␛[31m⇥b␍↵c<U+202E>d<U+009B>␡")
    #expect(cell.width == DisplayWidth.of(cell.bytes))
    let broken = CellText([0x61, 0xFF, 0xC3, 0x62])
    #expect(String(decoding: broken.bytes, as: UTF8.self) == "a\u{FFFD}\u{FFFD}b")
  }

  @Test func longTextIsReadOnlyAsFarAsItIsShown() {
    let cell = CellText([UInt8](repeating: 0x61, count: 5_000_000), limit: 80)
    #expect(cell.bytes.count < 100)
    #expect(cell.fitted(to: 80).width == 80)
  }

  @Test(arguments: [("1", true), ("-0.5e-3", true), ("01", false), ("1.", false), ("NaN", false)])
  func numbersOfJSON(text: String, isNumber: Bool) {
    #expect(JSONText.isNumber(Array(text.utf8)) == isNumber)
  }

  @Test func layoutSharesWhatNarrowColumnsLeave() {
    #expect(ColumnLayout(naturalWidths: [5, 10], room: 80).widths == [5, 10])
    #expect(ColumnLayout(naturalWidths: [5, 100, 100], room: 80).widths == [5, 35, 36])
    #expect(ColumnLayout(naturalWidths: [9, 9, 9], room: 20).widths == [5, 5, 6])
    #expect(ColumnLayout(naturalWidths: [90, 90], room: nil).widths == [90, 90])
  }
}

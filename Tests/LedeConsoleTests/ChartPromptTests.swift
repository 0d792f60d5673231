import LedeKit
import LedeTestSupport
import Testing

@testable import LedeConsole

/// Charts at the prompt.
@Suite struct ChartPromptTests {
  private static let query = "datatable(k: string, n: long)['a', 1, 'b', 2] | render barchart"

  @Test func chartStandsInPlaceOfTheTable() throws {
    let text = try #require(HarborSession.seen([Self.query], width: 24))
    #expect(
      text.contains(
        """
        k  n
        a |########## 1
        b |################### 2
        2 rows
        """), "\(text)")
  }

  @Test func otherModesGiveTheRows() throws {
    let text = try #require(HarborSession.seen([Self.query], mode: .csv))
    #expect(text.contains("k,n\r\na,1\r\nb,2\r\n"), "\(text)")
  }

  @Test func rowsOfAChartGoOn() throws {
    let text = try #require(
      HarborSession.seen([Self.query, "_ | count | project ok = Count == 2", "| project ok"]))
    #expect(text.contains("true"), "\(text)")
  }

  @Test func aFileTakesThePicture() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.path + "/chart.svg"
    let text = try #require(HarborSession.seen([".once \(path)", Self.query]))
    #expect(text.contains("Wrote 2 rows."), "\(text)")
    let bytes = try #require(FileBytes.read(path))
    #expect(bytes.starts(with: "<svg ".utf8))
  }
}

import Columns
import Testing

struct GuidTextTests {
  @Test(arguments: [
    "74be27de-1e4e-49d9-b579-fe0b331d3642", "74BE27DE-1E4E-49D9-B579-FE0B331D3642",
    "{74be27de-1e4e-49d9-b579-fe0b331d3642}", "74be27de1e4e49d9b579fe0b331d3642",
    " (74be27de-1e4e-49d9-b579-fe0b331d3642) ",
  ])
  func reads(text: String) throws {
    let (high, low) = try #require(GuidText.parse(text))
    #expect(GuidText.string(high: high, low: low) == "74be27de-1e4e-49d9-b579-fe0b331d3642")
  }

  @Test(arguments: [
    "", "74be27de", "74be27de-1e4e-49d9-b579-fe0b331d364g", "{74be27de1e4e49d9b579fe0b331d3642",
    "74be27de--1e4e-49d9b579-fe0b331d3642", "74be27de-1e4e-49d9-b579-fe0b331d36421",
  ])
  func refuses(text: String) {
    #expect(GuidText.parse(text) == nil)
  }
}

import Diagnostics
import LedeKit
import Testing

/// Queries that nobody means, over real tables: an answer or a message, in time.
@Suite struct HostileQueryTests {
  private static let corpus: Corpus? = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return try? Corpus.open(["/" + parts.joined(separator: "/") + "/Fixtures/harbor"])
  }()

  private static let tables = [
    "articles", "paragraphs", "sentences", "tokens", "entities", "people", "places", "orgs",
    "mentions", "quotes", "dates", "quantities", "events", "_", "range i from 1 to 9 step 1",
    "print x = 1, y = 'a'", "datatable(a:long, b:string)[1, 'x', long(null), '']",
  ]

  private static let values = [
    "text", "speaker", "speaker.name", "article.published", "kind", "from_date", "value", "parts",
    "span_start", "words", "count()", "1", "-1", "0", "9223372036854775807", "1.5", "'a'", "''",
    "1d",
    "datetime(2024-02-29)", "dynamic([1,{}])", "real(nan)", "null", "true", "i", "x", "a", "*",
    "long(-9223372036854775808)", "strlen(text)", "tolong(value)", "parts[0].start", "not(true)",
  ]

  private static let links = [
    "==", "!=", "<", ">=", "+", "-", "*", "/", "%", "and", "or", "has", "contains_cs", "startswith",
    "matches regex", "in", "between", "=~", "..", ".", ",", "by", "=",
  ]

  private static let stages = [
    "where", "extend", "project", "summarize", "distinct", "sort by", "take", "top 3 by", "count",
    "project-away", "project-rename", "project-reorder", "summarize count() by", "extend z =",
    "summarize make_list(", "summarize arg_max(", "where text has_any (", "summarize percentile(",
  ]

  private static func query(_ random: inout Chance) -> String {
    var query = random.pick(tables)
    for _ in 0..<random.below(5) {
      query += " | " + random.pick(stages)
      for _ in 0..<random.below(4) {
        query += " " + random.pick(values)
        if random.below(2) == 0 { query += " " + random.pick(links) + " " + random.pick(values) }
        if random.below(4) == 0 { query += "," }
        if random.below(6) == 0 {
          query += random.pick([")", "(", "]", "\"", "'", ";", "|", "\u{301}"])
        }
      }
      if query.hasSuffix("(") || random.below(3) == 0 { query += ")" }
    }
    return query
  }

  @Test(arguments: 0..<6)
  func soup(_ group: Int) throws {
    var options = EngineOptions()
    options.limits = EngineOptions.Limits(rows: 100_000, bytes: 200_000_000, milliseconds: 20_000)
    let corpus = try #require(Self.corpus)
    var session = QuerySession(engine: Engine(corpus: corpus, options: options))
    var random = Chance(state: UInt64(group))
    var answered = 0
    for _ in 0..<120 {
      let text = Self.query(&random)
      let source = SourceText(name: "soup", text: text)
      do {
        for result in try session.run(source) {
          answered += 1
          for column in result.columns { #expect(!column.name.isEmpty, "\(text)") }
        }
      } catch {
        #expect(!error.diagnostics.isEmpty, "\(text)")
        #expect(
          error.kind != .limit || !error.diagnostics.contains { $0.code == "L0704" }, "\(text)")
        for diagnostic in error.diagnostics {
          #expect(!diagnostic.message.isEmpty, "\(text)")
          guard let range = diagnostic.range else { continue }
          #expect(
            range.start <= range.end && range.end <= text.utf8.count, "\(text): \(diagnostic)")
        }
      }
    }
    // The soup is not all salt.
    #expect(answered > 5)
  }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct Chance {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }

  mutating func pick(_ values: [String]) -> String { values[below(values.count)] }
}

import Diagnostics
import Testing

@testable import QueryLanguage

/// Whatever is typed, parsing ends, quickly, with a tree and messages inside the text.
@Suite struct ParserFuzzTests {
  private func check(_ bytes: [UInt8], _ id: String) {
    let source = SourceText(name: "fuzz", bytes: bytes)
    let (tree, diagnostics) = Parser.parse(source)
    for diagnostic in diagnostics {
      if let range = diagnostic.range, range.start < 0 || range.end > bytes.count {
        Issue.record("\(id): \(diagnostic.code) stands outside the text")
      }
      _ = DiagnosticRenderer().text(diagnostic, in: source)
    }
    _ = SyntaxDump.text(tree)
    _ = QueryPrinter.text(tree)
    _ = QueryFormatter.text(source)
    var end = 0
    for highlight in Highlight.ranges(in: source) {
      if highlight.range.start < end { Issue.record("\(id): highlights overlap") }
      end = highlight.range.end
    }
  }

  @Test func randomBytes() {
    for seed in 0..<600 {
      var random = SeededGenerator(seed: UInt64(seed))
      let count = Int(random.next() % 120)
      check((0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }, "bytes \(seed)")
    }
  }

  @Test func randomTokens() {
    let words =
      Keyword.allCases.map(\.rawValue) + BinaryOperator.allCases.map(\.rawValue) + [
        "(", ")", "[", "]", "{", "}", ",", ";", "|", ".", "..", ":", "=", "=>", "!", "@", "?", "<>",
        "&&", "||", "\"a\"", "'b", "\"", "```", "~~~", "@\"", "1", "1.5h", "10.", "2024-03-05",
        "datetime(", "dynamic({", "[\"", "a", "b", "//", "/*", "*/", "\n", "“x”", "é", "\\",
        "$left",
      ]
    for seed in 0..<1200 {
      var random = SeededGenerator(seed: UInt64(seed))
      var text = random.chance(70) ? "T | " : ""
      for _ in 0..<(random.next() % 40) {
        text += random.pick(words) + random.pick(["", " ", " ", "\n"])
      }
      check(Array(text.utf8), "tokens \(seed): \(text)")
    }
  }

  @Test func brokenQueries() {
    for seed in 0..<600 {
      var generator = QueryGenerator(seed: UInt64(seed))
      var bytes = Array(generator.script().utf8)
      for _ in 0...(generator.random.next() % 3) where !bytes.isEmpty {
        let place = Int(generator.random.next() % UInt64(bytes.count))
        if generator.random.chance(50) {
          bytes.remove(at: place)
        } else {
          bytes.insert(UInt8(generator.random.next() % 128), at: place)
        }
      }
      check(bytes, "broken \(seed)")
    }
  }

  /// Every beginning of a query parses, as it is typed.
  @Test func beginnings() {
    for seed in 0..<8 {
      var generator = QueryGenerator(seed: UInt64(seed))
      let bytes = Array(generator.script().utf8)
      for end in 0..<bytes.count { check(Array(bytes[..<end]), "beginning \(seed):\(end)") }
    }
  }
}

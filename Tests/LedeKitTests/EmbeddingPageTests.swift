import Diagnostics
import LedeKit
import Testing

/// The Swift of the documentation is code that compiles and runs: each block stands in this file, or
/// in the example package, word for word.
@Suite struct EmbeddingPageTests {
  private static let sources = [
    #filePath, Repository.folder + "/examples/embedding/Sources/embedding/Embedding.swift",
  ]

  @Test(arguments: ["README.md", "Documentation/Embedding.md"])
  func showsCodeThatIsCompiled(_ page: String) throws {
    let compiled = try Self.sources.map { path in Self.lines(of: try ScriptFile.read(path)) }
    let blocks = Self.swiftBlocks(in: try ScriptFile.read(Repository.folder + "/" + page))
    #expect(!blocks.isEmpty)
    for block in blocks {
      #expect(
        compiled.contains { $0.contains(block) },
        "not compiled anywhere:\n\(block.joined(separator: "\n"))")
    }
  }

  @Test func theCodeRuns() async throws {
    let folder = Repository.folder + "/seeds"
    let corpus = try Corpus.open([folder], defaultDate: "2023-12-07")
    for message in corpus.diagnostics { print(message) }
    print(corpus.articles.count)

    let engine = Engine(corpus: corpus)
    let result = try engine.query("quotes | summarize quotes = count() by speaker | sort by quotes")
    for row in result {
      print(row["speaker"]?.string ?? "", row["quotes"]?.integer ?? 0)
    }
    #expect(result.first?["speaker"]?.string == "Antony Blinken")

    let query = try engine.prepare(
      """
      declare query_parameters(wanted: string, least: long = 0);
      quotes | where kind == wanted and strlen(text) >= least | project speaker, cue, text
      """)
    for parameter in query.parameters {
      print(parameter.name, parameter.type, parameter.isRequired)
    }
    let direct = try query.run(parameters: ["wanted": "direct"])[0]
    let long = try query.run(parameters: ["wanted": "direct", "least": 250])[0]
    #expect(direct.count == 2 && long.count == 1)

    for row in direct {
      for span in row.sources.spans {
        print(span.article, span.start, span.end, span.how, span.text)
        for passage in corpus.passages(of: span) { print(passage.paragraph, passage.text) }
      }
    }

    do {
      _ = try engine.query("quotes | where speeker has \"Ruiz\"")
    } catch {
      switch error.kind {
      case .query: print("wrong text:", error)
      case .run: print("went wrong:", error)
      case .limit: print("too much:", error)
      case .cancelled: print("stopped")
      }
    }

    var options = EngineOptions()
    options.limits = .safe
    options.limits.milliseconds = 2_000
    options.now = EngineOptions.moment("2024-03-05")
    let guarded = Engine(corpus: corpus, options: options)
    #expect(
      try guarded.query("print now()").value(row: 0, column: 0)
        == .datetime(ticks: 638_451_936_000_000_000))

    let cancellation = Cancellation()
    let running = Task.detached {
      try query.run(parameters: ["wanted": "direct"], cancellation: cancellation)
    }
    cancellation.cancel()
    _ = await running.result
  }

  // MARK: - Implementation

  /// The lines without their indentation: code stands deeper in a function than on a page.
  private static func lines(of source: SourceText) -> [String] {
    String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").map { line in
      String(line.drop(while: { $0 == " " }))
    }
  }

  private static func swiftBlocks(in page: SourceText) -> [[String]] {
    var blocks: [[String]] = []
    var isInside = false
    for line in lines(of: page) {
      if line.hasPrefix("```") {
        isInside = line == "```swift"
        if isInside { blocks.append([]) }
      } else if isInside {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }
}

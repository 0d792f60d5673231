import LedeKit

/// Asks an article who said what, and shows the words that each answer rests on.
@main
enum Embedding {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "seeds"
    let corpus = try Corpus.open([folder], defaultDate: "2023-12-07")
    let engine = Engine(corpus: corpus)
    let query = try engine.prepare(
      """
      declare query_parameters(wanted: string);
      quotes | where kind == wanted | project speaker, cue, text
      """)
    for row in try query.run(parameters: ["wanted": "direct"])[0] {
      print(row["speaker"]?.string ?? "", "–", row["text"]?.string ?? "")
      for span in row.sources.spans {
        print("  \(span.article) [\(span.start), \(span.end))  \(span.how)")
      }
    }
  }
}

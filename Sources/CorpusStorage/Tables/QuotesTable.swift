package import ArticleModel
import Columns

extension CorpusTable {
  static let quotes = CorpusTable(
    identifier: .quotes, name: "quotes",
    summary: "One row for each time somebody's words or thoughts are reported.",
    otherNames: [
      "quote", "quotations", "quotation", "speakers", "speaker", "sources", "source", "statements",
      "attributions", "said", "who_said",
    ],
    columns: [
      layer.identifier(),
      CorpusColumn(
        "speaker", .string, "Who is quoted; blank for an unnamed source.", reference: .entities
      ) { corpus in
        layer.references(corpus, to: .entities) { place in
          place.row.speaker.map { corpus.entities.indices[place.articleIndex][$0] }
        }
      },
      CorpusColumn("source", .string, "The words that name who is quoted.") {
        layer.strings($0) { $0.joined($0.row.source, by: " ") }
      },
      CorpusColumn("cue", .string, "The words that say it is a quote ('said').") {
        layer.strings($0) { $0.joined($0.row.cue, by: " ") }
      },
      CorpusColumn("cue_lemma", .string, "The dictionary form of the cue's verb.") {
        layer.names($0) { $0.row.cueLemma }
      },
      CorpusColumn(
        "kind", .string, "direct (in quotation marks), indirect (in other words) or mixed.",
        values: Quotation.Kind.allCases.map(\.rawValue)
      ) {
        layer.names($0) { $0.row.kind.rawValue }
      },
      CorpusColumn("text", .string, "What is quoted; parts are joined with ' … '.") {
        layer.strings($0) { $0.joined($0.row.content, by: " … ") }
      },
      CorpusColumn("parts", .dynamic, "The ranges of the text, in code points.") {
        layer.dynamics($0) { place in
          .array(place.row.content.map { .range($0, in: place.article.text) })
        }
      },
      CorpusColumn(
        "attitude", .string,
        "assertion (said), belief (thought), fact (known, shown) or eventuality (wanted, ordered).",
        values: Quotation.Attitude.allCases.map(\.rawValue)
      ) {
        layer.names($0) { $0.row.attitude?.rawValue }
      },
      CorpusColumn("addressee", .string, "The words that name whom it is said to.") {
        layer.slices($0) { $0.row.addressee }
      },
      CorpusColumn("paragraph", .string, "The paragraph it begins in.", reference: .paragraphs) {
        let starts = $0.starts[CorpusTable.Identifier.paragraphs.rawValue]
        return layer.references($0, to: .paragraphs) {
          starts[$0.articleIndex] + $0.row.paragraph
        }
      },
      layer.sentence { $0.row.sentence },
      CorpusColumn("date", .datetime, "When it was said, else when it was published.") {
        layer.days($0) { $0.row.saidOn ?? $0.article.article.published?.date }
      },
      CorpusColumn("is_pronoun", .bool, "Whether the source is a pronoun.") {
        layer.truths($0) { $0.row.isPronoun }
      },
      CorpusColumn("nested", .bool, "Whether it lies inside another quote.") {
        layer.truths($0) { $0.row.isNested }
      },
    ] + layer.origin(span: { $0.row.range }, evidence: { $0.row.evidence }),
    rowCount: { layer.count(in: $0) })

  private static let layer = Layers.quotations
}

extension Quotation {
  /// From the first to the last word of content, source and cue.
  package var range: TextRange {
    let ranges = content + source + cue
    guard let first = ranges.first else { return TextRange(0, 0) }
    return ranges.dropFirst().reduce(first) { $0.union($1) }
  }
}

extension Layer.Place {
  /// The words of the ranges.
  fileprivate func joined(_ ranges: [TextRange], by separator: String) -> String {
    ranges.map { article.text.line($0) }.joined(separator: separator)
  }
}

extension DynamicValue {
  /// `{"start","end"}` in code points.
  fileprivate static func range(_ range: TextRange, in text: ArticleText) -> DynamicValue {
    .bag([
      Property(key: "start", value: .long(Int64(text.scalarOffset(of: range.start)))),
      Property(key: "end", value: .long(Int64(text.scalarOffset(of: range.end)))),
    ])
  }
}

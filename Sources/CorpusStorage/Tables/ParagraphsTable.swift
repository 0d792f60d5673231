import ArticleModel
import Columns

extension CorpusTable {
  static let paragraphs = CorpusTable(
    identifier: .paragraphs, name: "paragraphs",
    summary: "One row a paragraph, with the part it plays.",
    otherNames: ["paragraph", "paras"],
    columns: [
      layer.identifier(),
      CorpusColumn("position", .long, "Its place among the article's paragraphs, from 1.") {
        layer.numbers($0) { $0.index + 1 }
      },
      CorpusColumn(
        "role", .string,
        "headline, subheadline, caption, credit, byline, dateline, lede, body, heading or boilerplate.",
        values: Paragraph.Role.allCases.map(\.rawValue)
      ) {
        layer.names($0) { $0.row.role.rawValue }
      },
      CorpusColumn("text", .string, "Its words.") { layer.slices($0) { $0.row.range } },
    ] + layer.origin(span: { $0.row.range }, evidence: { $0.row.evidence }),
    rowCount: { layer.count(in: $0) })

  private static let layer = Layers.paragraphs
}

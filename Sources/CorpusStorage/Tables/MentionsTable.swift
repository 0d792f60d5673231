import ArticleModel
import Columns

extension CorpusTable {
  static let mentions = CorpusTable(
    identifier: .mentions, name: "mentions",
    summary: "One row for each place where words stand for an entity.",
    otherNames: ["mention", "references"],
    columns: [
      layer.identifier(),
      CorpusColumn("entity", .string, "Whom or what the words stand for.", reference: .entities) {
        let indices = $0.entities.indices
        return layer.references($0, to: .entities) { indices[$0.articleIndex][$0.row.entity] }
      },
      layer.sentence { $0.row.sentence },
      CorpusColumn("text", .string, "The words.") { layer.slices($0) { $0.row.range } },
      CorpusColumn(
        "form", .string, "name, title, pronoun or demonym.",
        values: Mention.Form.allCases.map(\.rawValue)
      ) {
        layer.names($0) { $0.row.form.rawValue }
      },
    ] + layer.origin(span: { $0.row.range }, evidence: { $0.row.evidence }),
    rowCount: { layer.count(in: $0) })

  private static let layer = Layers.mentions
}

import ArticleModel
import Columns

extension CorpusTable {
  static let dates = CorpusTable(
    identifier: .dates, name: "dates", summary: "One row an expression of time.",
    otherNames: ["date", "times", "time", "days"],
    columns: [
      layer.identifier(),
      CorpusColumn("text", .string, "The words.") { layer.slices($0) { $0.row.range } },
      CorpusColumn(
        "type", .string, "DATE, TIME, DURATION or SET.",
        values: TimeExpression.Kind.allCases.map(\.rawValue)
      ) {
        layer.names($0) { $0.row.kind.rawValue }
      },
      CorpusColumn("value", .string, "What it means, in TIMEX3 form; blank where unresolved.") {
        layer.names($0) { $0.row.value }
      },
      CorpusColumn("from_date", .datetime, "The first day it covers.") {
        layer.days($0) { $0.row.from }
      },
      CorpusColumn("to_date", .datetime, "The last day it covers.") {
        layer.days($0) { $0.row.to }
      },
      layer.sentence { $0.row.sentence },
    ] + layer.origin(span: { $0.row.range }, evidence: { $0.row.evidence }),
    rowCount: { layer.count(in: $0) })

  private static let layer = Layers.timeExpressions
}

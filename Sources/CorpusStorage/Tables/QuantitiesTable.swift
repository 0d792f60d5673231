import ArticleModel
import Columns

extension CorpusTable {
  static let quantities = CorpusTable(
    identifier: .quantities, name: "quantities", summary: "One row an expression of amount.",
    otherNames: [
      "quantity", "money", "amounts", "amount", "numbers", "number", "figures", "currency",
      "currencies", "percentages",
    ],
    columns: [
      layer.identifier(),
      CorpusColumn("text", .string, "The words.") { layer.slices($0) { $0.row.range } },
      CorpusColumn(
        "kind", .string,
        "number, numberrange, ordinal, percentage, currency, dimension, age or temperature.",
        values: Quantity.Kind.allCases.map(\.rawValue)
      ) {
        layer.names($0) { $0.row.kind.rawValue }
      },
      CorpusColumn(
        "value", .decimal, "The amount; null for a range, a vote or a score, which have two ends."
      ) {
        layer.decimals($0) { place in
          let quantity = place.row
          // A range keeps its upper end as its value where the conventions of its kind say so.
          if let low = quantity.low, let high = quantity.high, low != high { return nil }
          return quantity.value.flatMap { DecimalValue(amount: $0) }
        }
      },
      CorpusColumn("low", .decimal, "The lower end.") {
        layer.decimals($0) { $0.row.low.flatMap { DecimalValue(amount: $0) } }
      },
      CorpusColumn("high", .decimal, "The upper end.") {
        layer.decimals($0) { $0.row.high.flatMap { DecimalValue(amount: $0) } }
      },
      CorpusColumn("unit", .string, "The unit's name.") { layer.names($0) { $0.row.unit } },
      CorpusColumn("per", .string, "What it is a rate of ('day').") {
        layer.names($0) { $0.row.per }
      },
      CorpusColumn("approximate", .bool, "Whether the text says 'about' or the like.") {
        layer.truths($0) { $0.row.isApproximate }
      },
      CorpusColumn("of", .string, "What is counted.") { layer.slices($0) { $0.row.counted } },
      layer.sentence { $0.row.sentence },
    ] + layer.origin(span: { $0.row.range }, evidence: { $0.row.evidence }),
    rowCount: { layer.count(in: $0) })

  private static let layer = Layers.quantities
}

extension DecimalValue {
  /// The number of an amount as annotations write it: `60000`, `2.5`, `5%`; nil for a range.
  fileprivate init?(amount: String) {
    let digits = amount.hasSuffix("%") ? String(amount.dropLast()) : amount
    guard let value = DecimalText.parse(digits) else { return nil }
    self = value
  }
}

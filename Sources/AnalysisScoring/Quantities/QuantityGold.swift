import ArticleModel

/// The amounts of one kind that people marked in a text.
///
/// `{"id": "a", "scope": "currency", "text": "…", "quantities": [{"start": 8, "end": 19,
/// "kind": "currency", "value": "75000000", "unit": "Dollar"}]}`
struct QuantityGold {
  struct Amount: Sendable {
    var range: CodePointRange
    /// A number, a percentage or interval notation; nil where it is not judged.
    var value: String?
    /// A unit's name; nil where it is not judged.
    var unit: String?
  }

  /// The only kind that is marked, so that others are not judged.
  var scope: Quantity.Kind
  var amounts: [Amount]
}

extension QuantityGold: GoldLayer {
  init(_ record: GoldRecord, in text: GoldText) throws(GoldProblem) {
    scope = try record.choice("scope", Quantity.Kind.self)
    amounts = []
    let needed = "an array of objects with 'start', 'end', 'value' and 'unit'"
    for amount in try record.objects("quantities", needed) {
      amounts.append(
        Amount(
          range: try amount.span(in: text), value: try amount.stringOrNumber("value"),
          unit: try amount.string("unit")))
    }
  }
}

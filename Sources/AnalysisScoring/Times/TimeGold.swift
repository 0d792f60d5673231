import ArticleModel

/// The expressions of time that people marked in an article.
///
/// `{"id": "a", "dct": "2024-03-05", "text": "…",
/// "timex": [{"start": 3, "end": 9, "type": "DATE", "value": "2024-03-08"}]}`
struct TimeGold {
  struct Expression: Sendable {
    var range: CodePointRange
    var type: String
    var value: String?
  }

  var expressions: [Expression]
}

extension TimeGold: GoldLayer {
  init(_ record: GoldRecord, in text: GoldText) throws(GoldProblem) {
    expressions = []
    for timex in try record.objects(
      "timex", "an array of objects with 'start', 'end', 'type', 'value'")
    {
      let type = try timex.choice("type", TimeExpression.Kind.self).rawValue
      expressions.append(
        Expression(
          range: try timex.span(in: text), type: type, value: try timex.string("value")))
    }
  }
}

/// The attributions that people marked in an article.
///
/// `{"id": "a", "attributions": [{"source": [[4, 12]], "cue": [[13, 17]], "content": [[18, 40]]}]}`
struct AttributionGold {
  /// Spans by role; any of them may be none.
  struct Attribution: Sendable {
    var content: [CodePointRange]
    var cue: [CodePointRange]
    var source: [CodePointRange]
  }

  var attributions: [Attribution]
}

extension AttributionGold: GoldLayer {
  init(_ record: GoldRecord, in text: GoldText) throws(GoldProblem) {
    attributions = []
    let needed = "an array of objects with 'source', 'cue' and 'content'"
    for attribution in try record.objects("attributions", needed) {
      _ = try attribution.required(
        attribution.value("content"), "content", "the spans of what is said; [] for none")
      attributions.append(
        Attribution(
          content: try attribution.spans("content", in: text),
          cue: try attribution.spans("cue", in: text),
          source: try attribution.spans("source", in: text)))
    }
  }
}

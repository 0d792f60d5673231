/// The mentions that people marked in an article.
///
/// `{"id": "a", "text": "…", "mentions": [{"start": 0, "end": 8, "kind": "person", "named": true,
/// "entity": "1", "form": "name"}]}`
struct EntityGold {
  struct Mention: Sendable {
    /// The whole noun phrase.
    var range: CodePointRange
    /// `person`, `organization`, `place` or another kind.
    var kind: String
    /// Which mentions stand for one entity; nil where the gold does not say.
    var entity: String?
    /// Whether it is a name.
    var isNamed: Bool
    /// `name`, `nominal` or `pronoun`; nil where the gold does not say.
    var form: String?
    /// The name alone, where the gold gives it.
    var name: CodePointRange?
    /// The words without which the mention would be none, where the gold gives them.
    var head: CodePointRange?
    /// Whether it is a predicate or an apposition ("he is [a writer]").
    var isAttribute: Bool

    /// The name alone where it is known, else the whole.
    var nameRange: CodePointRange { name ?? range }
    /// What a found mention inside this one must cover to be taken for it.
    var core: CodePointRange { name ?? head ?? range }
  }

  var mentions: [Mention]
}

extension EntityGold: GoldLayer {
  init(_ record: GoldRecord, in text: GoldText) throws(GoldProblem) {
    mentions = []
    let needed = "an array of objects with 'start', 'end', 'kind' and 'named'"
    for mention in try record.objects("mentions", needed) {
      let form = try mention.string("form")
      let link = try mention.string("link")
      mentions.append(
        Mention(
          range: try mention.span(in: text),
          kind: try mention.required(
            try mention.string("kind"), "kind", "'person', 'organization', 'place' or another"),
          entity: try mention.stringOrNumber("entity"),
          isNamed: try mention.flag("named") ?? (form == "name"), form: form,
          name: try mention.span("name", in: text), head: try mention.span("head", in: text),
          isAttribute: link == "pred" || link == "appos"))
    }
  }
}

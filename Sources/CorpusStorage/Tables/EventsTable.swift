import ArticleModel
import Columns

extension CorpusTable {
  static let events = CorpusTable(
    identifier: .events, name: "events", summary: "One row for each time somebody does something.",
    otherNames: ["event", "actions", "action", "verbs"],
    columns: [
      layer.identifier(),
      CorpusColumn("actor", .string, "Who acts: the entity's name, else the words.") { corpus in
        layer.strings(corpus) { place in
          corpus.name(of: place.row.actorEntity, or: place.row.actor, at: place)
        }
      },
      CorpusColumn("action", .string, "The verb's dictionary form.") {
        layer.names($0) { $0.row.lemma }
      },
      CorpusColumn("target", .string, "Whom or what it is done to.") { corpus in
        layer.strings(corpus) { place in
          corpus.name(of: place.row.targetEntity, or: place.row.target, at: place)
        }
      },
      CorpusColumn("negated", .bool, "Whether the text says it did not happen.") {
        layer.truths($0) { $0.row.isNegated }
      },
      CorpusColumn("modal", .string, "The modal or verb of intention above it.") {
        layer.names($0) { $0.row.modal }
      },
      CorpusColumn("date", .datetime, "The day, where the text says it.") {
        layer.days($0) { $0.row.date }
      },
      CorpusColumn("place", .string, "Where, as the text says.", reference: .entities) {
        let indices = $0.entities.indices
        return layer.references($0, to: .entities) { place in
          place.row.place.map { indices[place.articleIndex][$0] }
        }
      },
      layer.sentence { $0.row.sentence },
    ] + layer.origin(span: { $0.row.range }, evidence: { $0.row.evidence }),
    rowCount: { layer.count(in: $0) })

  private static let layer = Layers.events
}

extension AnnotatedCorpus {
  fileprivate func name(
    of entity: Int?, or range: TextRange?, at place: Layer<Event>.Place
  ) -> String? {
    if let entity {
      return entities.members[entities.indices[place.articleIndex][entity]].entity.name
    }
    return range.map { place.article.text.line($0) }
  }
}

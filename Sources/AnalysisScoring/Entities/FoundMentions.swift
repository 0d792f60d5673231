import ArticleModel

/// The mentions that the analysis found, entity by entity, as `lede annotate` lists them.
struct FoundMentions {
  /// The mentions of each entity in the order of the layer.
  let byEntity: [[CodePointRange]]
  /// Per entity: whether it is a person.
  let isPerson: [Bool]
  /// All mentions, entity after entity.
  let all: [(range: CodePointRange, entity: Int)]
  /// The first entity with a mention of exactly that span.
  private let entityBySpan: [CodePointRange: Int]

  init(_ found: AnnotatedArticle) {
    var byEntity = [[CodePointRange]](repeating: [], count: found.entities.count)
    for mention in found.mentions {
      byEntity[mention.entity].append(CodePointRange(mention.range, in: found.text))
    }
    self.byEntity = byEntity
    isPerson = found.entities.map { $0.kind == .person }
    all = byEntity.indices.flatMap { entity in byEntity[entity].map { ($0, entity) } }
    entityBySpan = Dictionary(all.map { ($0.range, $0.entity) }) { first, _ in first }
  }

  /// The entity whose mention is the given one: that of the same span, else, for what is no pronoun,
  /// that of the longest mention inside the span that covers its core.
  func entity(of mention: EntityGold.Mention) -> Int? {
    if let entity = entityBySpan[mention.range] { return entity }
    guard mention.form != "pronoun" else { return nil }
    var best: (length: Int, entity: Int)?
    for (range, entity) in all
    where mention.range.contains(range) && range.contains(mention.core) {
      if let best, (range.count, entity) <= best { continue }
      best = (range.count, entity)
    }
    return best?.entity
  }
}

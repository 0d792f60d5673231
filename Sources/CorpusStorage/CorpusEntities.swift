package import ArticleModel
package import Calendar

/// The entities of a whole corpus, in order of first appearance.
package struct CorpusEntities: Sendable {
  package struct Member: Sendable {
    package var entity: Entity
    package var mentionCount: Int
    /// The articles that mention it, by index.
    package var articles: [Int] = []
    package var firstPublished: CalendarDate?
    package var lastPublished: CalendarDate?
  }

  package private(set) var members: [Member] = []
  /// For each article, for each of its entities, the index in `members`.
  package private(set) var indices: [[Int]] = []

  init(articles: [AnnotatedArticle], identity: (Entity) -> String?) {
    var known: [String: Int] = [:]
    for (articleIndex, article) in articles.enumerated() {
      let published = article.article.published?.date
      var own: [Int] = []
      var seen: Set<Int> = []
      for entity in article.entities {
        let key = identity(entity)
        let index: Int
        if let key, let found = known[key] {
          index = found
          join(entity, to: index)
        } else {
          index = members.count
          members.append(Member(entity: entity, mentionCount: 0))
          if let key { known[key] = index }
        }
        own.append(index)
        if seen.insert(index).inserted {
          members[index].articles.append(articleIndex)
          if let published {
            members[index].firstPublished = min(
              members[index].firstPublished ?? published, published)
            members[index].lastPublished = max(members[index].lastPublished ?? published, published)
          }
        }
      }
      for mention in article.mentions { members[own[mention.entity]].mentionCount += 1 }
      indices.append(own)
    }
  }

  /// The articles that mention an entity, by index.
  func articles(of entity: Int) -> [Int] { members[entity].articles }

  // MARK: - Implementation

  private mutating func join(_ entity: Entity, to index: Int) {
    for title in entity.titles where !members[index].entity.titles.contains(title) {
      members[index].entity.titles.append(title)
    }
    for alias in [entity.name] + entity.aliases
    where alias != members[index].entity.name && !members[index].entity.aliases.contains(alias) {
      members[index].entity.aliases.append(alias)
    }
  }
}

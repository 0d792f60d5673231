import ArticleModel

/// Which entities of an article are one, while the linker decides; then the new layers.
struct EntityLinks {
  let tokens: NameTokens
  let entities: [Entity]
  private(set) var mentions: [Mention]
  /// Per entity: its name's words in lower case.
  let words: [[ArraySlice<UInt8>]]
  /// Per entity: the first mention that is a name.
  let firstMention: [Int]
  /// Union-find: per entity, another of its set; the root is the fullest name.
  private var parent: [Int]

  init(article: AnnotatedArticle, tokens: NameTokens) {
    self.tokens = tokens
    entities = article.entities
    mentions = article.mentions
    parent = Array(entities.indices)
    var first = Array(repeating: -1, count: entities.count)
    for (index, mention) in mentions.enumerated() where first[mention.entity] < 0 {
      first[mention.entity] = index
    }
    firstMention = first
    words = entities.map { entity in
      Array(Tokenizer.lowercased(Array(entity.name.utf8)[...])).split(separator: UInt8(ascii: " "))
    }
  }

  func root(_ entity: Int) -> Int {
    var entity = entity
    while parent[entity] != entity { entity = parent[entity] }
    return entity
  }

  /// Makes two entities one; the fuller name stands for both.
  mutating func link(_ a: Int, _ b: Int) {
    let a = root(a)
    let b = root(b)
    guard a != b else { return }
    let isFuller = isFuller(b, than: a)
    // The find below stays short: the root of the larger is kept by fullness, halved by paths.
    parent[isFuller ? a : b] = isFuller ? b : a
    compress(a)
    compress(b)
  }

  mutating func repoint(_ mention: Int, to entity: Int) {
    mentions[mention].entity = entity
  }

  func index(kind: Entity.Kind) -> [Int] {
    entities.indices.filter { entities[$0].kind == kind && firstMention[$0] >= 0 }
  }

  /// Replaces the entities and mentions of the article.
  func apply(to article: inout AnnotatedArticle) {
    var position: [Int: Int] = [:]
    var linked: [Entity] = []
    var result: [Mention] = []
    result.reserveCapacity(mentions.count)
    var forms: [[Form]] = []
    for mention in mentions.sorted(by: { ($0.range, $0.entity) < ($1.range, $1.entity) }) {
      let root = root(mention.entity)
      let entity: Int
      if let known = position[root] {
        entity = known
      } else {
        entity = linked.count
        position[root] = entity
        var fresh = entities[root]
        fresh.titles = []
        fresh.aliases = []
        linked.append(fresh)
        forms.append([])
      }
      var moved = mention
      moved.entity = entity
      result.append(moved)
      if mention.form == .name || linked[entity].kind == .group {
        note(article.text.line(mention.range), in: &forms[entity])
      }
      for title in entities[mention.entity].titles where !linked[entity].titles.contains(title) {
        linked[entity].titles.append(title)
      }
    }
    for index in linked.indices { name(&linked[index], forms[index]) }
    article.entities = linked
    article.mentions = result
  }

  // MARK: - Implementation

  private struct Form {
    var text: String
    var count: Int
  }

  private func note(_ text: String, in forms: inout [Form]) {
    if let known = forms.firstIndex(where: { $0.text == text }) {
      forms[known].count += 1
    } else if forms.count < 32 {
      forms.append(Form(text: text, count: 1))
    }
  }

  /// Takes the fullest form as the name and the others as aliases.
  private func name(_ entity: inout Entity, _ forms: [Form]) {
    guard var best = forms.first else { return }
    for form in forms.dropFirst() where isBetter(form, than: best) { best = form }
    entity.name = best.text
    entity.aliases = forms.map(\.text).filter {
      $0 != best.text && $0.lowercased() != best.text.lowercased()
    }
  }

  private func isBetter(_ form: Form, than best: Form) -> Bool {
    func rank(_ form: Form) -> [Int] {
      var spaces = 0
      var lowers = 0
      var capitals = 0
      var isAfterSpace = true
      for byte in form.text.utf8 {
        if byte == UInt8(ascii: " ") { spaces += 1 }
        if byte.isASCIILowercase { lowers += 1 }
        if byte.isASCIIUppercase, isAfterSpace { capitals += 1 }
        isAfterSpace = byte == UInt8(ascii: " ")
      }
      // An acronym or a headline in capitals is no fuller than the name in both cases.
      return [spaces, lowers > 0 ? 1 : 0, capitals, lowers, form.count]
    }
    let a = rank(form)
    let b = rank(best)
    return b.lexicographicallyPrecedes(a)
  }

  private func isFuller(_ a: Int, than b: Int) -> Bool {
    let isName = entities[a].kind != .group
    let isOtherName = entities[b].kind != .group
    if isName != isOtherName { return isName }
    return words[a].count > words[b].count
      || words[a].count == words[b].count
        && entities[a].name.utf8.count > entities[b].name.utf8.count
  }

  private mutating func compress(_ entity: Int) {
    let top = root(entity)
    var entity = entity
    while parent[entity] != top, parent[entity] != entity {
      let above = parent[entity]
      parent[entity] = top
      entity = above
    }
  }
}

import ArticleModel

/// The people of one article whose gold says which mentions stand for whom, beside those found.
struct PeopleComparison {
  private let people: [EntityGold.Mention]
  private let found: FoundMentions
  /// The named mentions of each person of the gold, in order.
  private let names: [String: [CodePointRange]]

  /// Nil where the gold links nothing but names, or nothing at all.
  init?(_ gold: EntityGold, _ found: AnnotatedArticle) {
    let isLinked = gold.mentions.contains {
      $0.entity != nil && ($0.form == "pronoun" || $0.form == "nominal")
    }
    guard isLinked else { return nil }
    people = gold.mentions.filter { $0.kind == "person" && $0.entity != nil }
    self.found = FoundMentions(found)
    var names: [String: [CodePointRange]] = [:]
    for mention in people where mention.isNamed {
      if let entity = mention.entity { names[entity, default: []].append(mention.nameRange) }
    }
    self.names = names
  }

  /// For every mention that is no name of a person who has one: whether it was linked to that person.
  func links(in article: Article, _ notes: inout ScoringNotes) -> PeopleLinkScore {
    let stands = standsFor
    var score = PeopleLinkScore()
    for mention in people where !mention.isNamed {
      guard let person = mention.entity, let name = names[person]?.first else { continue }
      let form = Self.form(of: mention, in: article.text)
      let linked = found.entity(of: mention).flatMap { stands[$0] }
      let outcome: PeopleLinkScore.Outcome =
        linked == nil ? .unlinked : linked == person ? .right : .wrong
      score.add(form, outcome)
      guard outcome != .right else { continue }
      notes.error {
        ScoringError(
          category: outcome == .wrong
            ? "wrongly linked \(form.rawValue)" : "unlinked \(form.rawValue)",
          article: article.id, offset: mention.range.start, weight: 0,
          details: [
            ("gold", "\(article.text.excerpt(mention.range)) is \(article.text.excerpt(name))"),
            ("text", article.text.surroundings(of: mention.range)),
          ])
      }
    }
    return score
  }

  /// Mentions of people as groups of one person each, of at least two; those of the gold, and those
  /// found with the numbers of the gold's mentions where they are the same.
  var clusters: (gold: [Set<Int>], found: [Set<Int>]) {
    var order: [String] = []
    var groups: [String: Set<Int>] = [:]
    for (number, mention) in people.enumerated() {
      guard let entity = mention.entity else { continue }
      if groups[entity] == nil { order.append(entity) }
      groups[entity, default: []].insert(number)
    }
    let gold = order.compactMap { groups[$0] }.filter { $0.count > 1 }

    var numbering = MentionNumbering(people)
    var seen: Set<Int> = []
    var clusters: [Set<Int>] = []
    for entity in found.byEntity.indices where found.isPerson[entity] {
      let cluster = Set(found.byEntity[entity].map { numbering.number(of: $0) }).subtracting(seen)
      seen.formUnion(cluster)
      if cluster.count > 1 { clusters.append(cluster) }
    }
    return (gold, clusters)
  }

  // MARK: - Implementation

  /// Per entity found: the person of the gold to whom most of its names belong.
  private var standsFor: [String?] {
    let index = goldNames
    let overlaps = OverlapIndex(index.map(\.range))
    return found.byEntity.map { mentions in
      // Of as many votes the person wins who got the first.
      var votes: [(person: String, count: Int)] = []
      for mention in mentions {
        var best: (overlap: Int, name: Int)?
        overlaps.forEach(overlapping: mention) { name in
          // A mention much longer than the name is a phrase that holds it.
          guard mention.count < 2 * index[name].range.count + 12 else { return }
          let overlap = mention.overlap(with: index[name].range)
          if let best, (-best.overlap, best.name) < (-overlap, name) { return }
          best = (overlap, name)
        }
        guard let best else { continue }
        let person = index[best.name].person
        if let vote = votes.firstIndex(where: { $0.person == person }) {
          votes[vote].count += 1
        } else {
          votes.append((person, 1))
        }
      }
      var winner: (person: String, count: Int)?
      for vote in votes where vote.count > winner?.count ?? 0 { winner = vote }
      return winner?.person
    }
  }

  /// All names of the gold, person after person by their first name's place.
  private var goldNames: [(range: CodePointRange, person: String)] {
    var order: [String] = []
    for mention in people where mention.isNamed {
      if let person = mention.entity, !order.contains(person) { order.append(person) }
    }
    return order.flatMap { person in (names[person] ?? []).map { ($0, person) } }
  }

  private static func form(
    of mention: EntityGold.Mention, in text: ArticleText
  ) -> PeopleLinkScore.Form {
    guard mention.form == "pronoun" else { return mention.isAttribute ? .attribute : .nominal }
    let word = text.excerpt(mention.range).lowercased()
    return thirdPerson.contains(word)
      ? .thirdPerson : firstOrSecondPerson.contains(word) ? .firstOrSecondPerson : .otherPronoun
  }

  private static let thirdPerson: Set = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their",
    "theirs", "themselves", "themself", "who", "whom", "whose",
  ]

  private static let firstOrSecondPerson: Set = [
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your",
    "yours", "yourself", "yourselves",
  ]
}

/// Numbers for found mentions: the gold's where they are mentions of it, new ones elsewhere.
private struct MentionNumbering {
  private let people: [EntityGold.Mention]
  private var numbers: [CodePointRange: Int] = [:]
  private var next: Int

  init(_ people: [EntityGold.Mention]) {
    self.people = people
    next = people.count
    for (number, mention) in people.enumerated() where numbers[mention.range] == nil {
      numbers[mention.range] = number
    }
  }

  /// The gold's mention of the same span, else the shortest around it, no pronoun, whose core it
  /// covers.
  mutating func number(of range: CodePointRange) -> Int {
    if let number = numbers[range] { return number }
    var best: (length: Int, number: Int)?
    for (number, mention) in people.enumerated()
    where mention.range.contains(range) && mention.form != "pronoun" && range.contains(mention.core)
    {
      if let best, best.length <= mention.range.count { continue }
      best = (mention.range.count, number)
    }
    if best == nil { next += 1 }
    let number = best?.number ?? next
    numbers[range] = number
    return number
  }
}

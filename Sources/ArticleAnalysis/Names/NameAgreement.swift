import ArticleModel

/// Makes the names of an article agree with one another: what is clear in one place settles places
/// where the model was in doubt.
struct NameAgreement {
  private let tokens: NameTokens
  /// Names that the model gives at least this probability keep their kind.
  private static let sure = 0.9

  init(_ tokens: NameTokens) { self.tokens = tokens }

  func settle(_ names: inout [FoundName]) {
    names.removeAll { isCalendar($0.tokens) }
    names = NameJoining(tokens).join(names)
    settleByNouns(&names)
    settleByBusiness(&names)
    settleByOthers(&names)
    settleByMajority(&names)
  }

  // MARK: - Implementation

  /// "Saturday" names nobody.
  private func isCalendar(_ name: TokenRange) -> Bool {
    (name.start..<name.end).allSatisfy { tokens.has($0, .calendar) && !tokens.has($0, .firstName) }
  }

  /// "its Danish unit, Orlo,", "the shipping company Orlo", "Orlo, a maker of paper": the noun says
  /// what it is.
  private func settleByNouns(_ names: inout [FoundName]) {
    for index in names.indices where names[index].kind != .group {
      if let article = appositionArticle(after: names[index].tokens.end),
        isInDoubt(names[index]) || !tokens.matches(article, "the")
      {
        settle(&names[index], .organization)
      }
      guard isInDoubt(names[index]) else { continue }
      var noun = names[index].tokens.start - 1
      let sentence = tokens.sentence(of: names[index].tokens.start)
      if noun > sentence.start, tokens.matches(noun, ","), isOwned(noun - 1, sentence) { noun -= 1 }
      guard noun >= sentence.start, tokens.has(noun, .organizationNoun),
        tokens.shape(noun) == .lower
      else { continue }
      settle(&names[index], .organization)
    }
  }

  /// "Torvane's quarterly sales", "Torvane Construction": what only a company has, and a longer name,
  /// settle each "Torvane", unless something says that it is somebody.
  private func settleByBusiness(_ names: inout [FoundName]) {
    var companies: Set<WordID> = []
    var people: Set<WordID> = []
    for name in names {
      let last = tokens.article.tokens[name.tokens.end - 1].lower
      let isNamed =
        name.tokens.count > 1 && name.kind == .person
        || tokens.has(name.tokens.end - 1, .firstName)
        || tokens.has(name.tokens.start - 1, [.title, .role, .address])
      if isNamed {
        people.insert(last)
      } else if name.tokens.count == 1 {
        if ownsBusiness(name.tokens) { companies.insert(last) }
      } else if name.kind == .organization {
        // "Norvane Construction" is "Norvane" too, and "Orlo Rovers" the "Rovers".
        companies.insert(tokens.article.tokens[name.tokens.start].lower)
        companies.insert(last)
      }
    }
    companies.subtract(people)
    for index in names.indices
    where names[index].tokens.count == 1 && names[index].kind == .person
      && companies.contains(tokens.article.tokens[names[index].tokens.start].lower)
    {
      settle(&names[index], .organization)
    }
  }

  private func ownsBusiness(_ name: TokenRange) -> Bool {
    let end = tokens.sentence(of: name.start).end
    guard name.end + 1 < end, tokens.matches(name.end, "'s") || tokens.matches(name.end, "’s")
    else { return false }
    for place in (name.end + 1)..<min(end, name.end + 4) {
      if Self.business.contains(where: { tokens.matches(place, $0) }) { return true }
      guard tokens.shape(place) == .lower, !tokens.has(place, .function) else { return false }
    }
    return false
  }

  private static let business: [StaticString] = [
    "shares", "sales", "profits", "earnings", "revenue", "revenues", "stock", "products",
    "customers", "shareholders", "subsidiary", "headquarters", "subscribers", "investors",
    "turnover", "workforce", "factories", "output",
  ]

  /// The article of an apposition that says an organisation is meant: ", a maker of engines".
  private func appositionArticle(after nameEnd: Int) -> Int? {
    let end = tokens.sentence(of: nameEnd - 1).end
    let article = nameEnd + 1
    guard article < end, tokens.matches(nameEnd, ","),
      tokens.matches(article, "a") || tokens.matches(article, "an")
        || tokens.matches(article, "the")
    else { return nil }
    var last = article
    while last + 1 < min(end, article + 7), tokens.shape(last + 1) != .mark,
      !tokens.has(last + 1, [.function, .locative]), !tokens.matches(last + 1, "based")
    {
      last += 1
      // ", the company's head": somebody.
      if tokens.has(last, [.title, .role]) { return nil }
    }
    return last > article && tokens.has(last, .organizationNoun) && tokens.shape(last) == .lower
      ? article : nil
  }

  /// Whether the phrase that ends at `index` opens with a possessive.
  private func isOwned(_ index: Int, _ sentence: TokenRange) -> Bool {
    (max(sentence.start, index - 3)..<max(sentence.start, index)).contains {
      tokens.matches($0, "its") || tokens.matches($0, "their") || tokens.matches($0, "'s")
    }
  }

  /// "Torvane" is what "Torvane Plc" is, and "Lavonia" the country of what is "Lavonian".
  private func settleByOthers(_ names: inout [FoundName]) {
    var companies: Set<WordID> = []
    var groups: Set<[UInt8]> = []
    for name in names {
      if name.tokens.count > 1, tokens.has(name.tokens.end - 1, .companyEnding) {
        companies.insert(tokens.article.tokens[name.tokens.start].lower)
      }
      if name.kind == .group, name.tokens.count == 1 {
        groups.insert(Array(tokens.lower(name.tokens.start)))
      }
    }
    for index in names.indices where names[index].tokens.count == 1 {
      let start = names[index].tokens.start
      if companies.contains(tokens.article.tokens[start].lower), isInDoubt(names[index]) {
        settle(&names[index], .organization)
      } else if names[index].kind != .group,
        groups.contains(tokens.lower(start) + [UInt8(ascii: "n")])
      {
        settle(&names[index], .place)
      }
    }
  }

  /// Of the kinds that one name has in several places, that to which the model gives most.
  private func settleByMajority(_ names: inout [FoundName]) {
    var weights: [[UInt8]: [Entity.Kind: Double]] = [:]
    for name in names {
      weights[tokens.key(name.tokens), default: [:]][name.kind, default: 0] += name.probability
    }
    for index in names.indices where isInDoubt(names[index]) {
      guard let kinds = weights[tokens.key(names[index].tokens)], kinds.count > 1 else { continue }
      let most = kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
      if let most, most.value > kinds[names[index].kind, default: 0] {
        names[index].kind = most.key
      }
    }
  }

  private func isInDoubt(_ name: FoundName) -> Bool {
    name.probability < Self.sure && name.kind != .group
  }

  private func settle(_ name: inout FoundName, _ kind: Entity.Kind) {
    guard name.kind != kind else { return }
    name.kind = kind
    name.probability = Self.sure
    name.evidence = Evidence("name.agreement", confidence: 0.8)
  }
}

import ArticleModel

/// Joins parts that the model took for names of their own, or left out: "Trinidad and Tobago", "Orlo
/// and Kenn Police", "Ministry of Labor and Welfare".
struct NameJoining {
  private let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  func join(_ names: [FoundName]) -> [FoundName] {
    var joined: [FoundName] = []
    joined.reserveCapacity(names.count)
    for name in names {
      if let last = joined.last, let whole = whole(of: last, name) {
        joined[joined.count - 1] = whole
      } else {
        if !joined.isEmpty { complete(&joined[joined.count - 1], before: name.tokens.start) }
        joined.append(name)
      }
    }
    if !joined.isEmpty { complete(&joined[joined.count - 1], before: tokens.count) }
    return joined
  }

  // MARK: - Implementation

  /// "Ministry of Labor" takes "and Welfare", where that is no name of its own.
  private func complete(_ name: inout FoundName, before next: Int) {
    let gap = name.tokens.end
    guard name.kind == .organization, name.tokens.count >= 3,
      tokens.has(name.tokens.start, .organizationOpener),
      tokens.matches(name.tokens.start + 1, "of"),
      gap + 1 < min(next, tokens.sentence(of: name.tokens.start).end),
      tokens.matches(gap, "and") || tokens.matches(gap, "&"), tokens.shape(gap + 1) == .capital
    else { return }
    name.tokens.end = gap + 2
    name.range = tokens.range(name.tokens)
  }

  private func whole(of first: FoundName, _ second: FoundName) -> FoundName? {
    let gap = first.tokens.end
    guard first.kind == .place, second.tokens.start == gap + 1,
      tokens.matches(gap, "and") || tokens.matches(gap, "&"), tokens.shape(gap) == .lower
    else { return nil }
    let range = TokenRange(first.tokens.start, second.tokens.end)
    if let phrase = tokens.longestPhrase(at: range.start, before: range.end, .place),
      phrase.end == range.end
    {
      return name(range, .place, first, "name.list")
    }
    guard second.kind == .organization, second.tokens.count == 2,
      tokens.has(second.tokens.start, .place), tokens.has(second.tokens.end - 1, .organizationHead)
    else { return nil }
    return name(range, .organization, second, "name.joint")
  }

  private func name(
    _ range: TokenRange, _ kind: Entity.Kind, _ part: FoundName, _ how: String
  ) -> FoundName {
    FoundName(
      tokens: range, range: tokens.range(range), kind: kind,
      probability: max(part.probability, 0.9), evidence: Evidence(how, confidence: 0.9))
  }
}
